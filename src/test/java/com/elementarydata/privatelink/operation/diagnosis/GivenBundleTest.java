package com.elementarydata.privatelink.operation.diagnosis;

import static com.elementarydata.privatelink.operation.diagnosis.RecordedWorld.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.elementarydata.privatelink.command.CdkCommands;
import com.elementarydata.privatelink.model.Refusal;
import com.elementarydata.privatelink.observed.GroupRule;
import com.elementarydata.privatelink.observed.ProviderFacts;
import com.elementarydata.privatelink.observed.ProviderFacts.Listener;
import com.elementarydata.privatelink.observed.ProviderFacts.LoadBalancer;
import com.elementarydata.privatelink.observed.ProviderFacts.Target;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a file of facts says to others, which of it is used, and what is said of one that is wrong. */
class GivenBundleTest {

    private static final String GIT = "com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef1";
    private static final String WANTED = "; give what privatelink provider check --json prints";

    @TempDir
    private Path folder;

    private PathBundle bundle(RecordedWorld.Change... changes) throws IOException {
        return PathBundle.read(
                RecordedWorld.of("", BrokenWorlds.GIT, "", changes).write(folder));
    }

    private static ProviderFacts provider() {
        Target target = new Target("10.9.0.4", 443, Optional.of("euw1-az1"), "healthy", Optional.empty());
        return new ProviderFacts(
                "210987654321",
                GIT,
                "Available",
                true,
                List.of("euw1-az1"),
                List.of(),
                List.of(),
                List.of(),
                List.of(new LoadBalancer(
                        "orders-of-acme",
                        "network",
                        "internal",
                        "vpc-1",
                        true,
                        Optional.of(true),
                        List.of(new GroupRule("tcp", 443, 443, "10.0.1.0/24")),
                        Optional.empty(),
                        List.of(),
                        List.of(new Listener(443, "TCP", List.of(target))))));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("provider.json"), text);
    }

    @Test
    void other_accounts_have_numbers_of_their_own_and_the_fleets_folder_is_not_named() throws IOException {
        String text = bundle(
                        set("/paths/0/file", "/home/me/stacks/customers/acme.yaml"),
                        set("/paths/0/owner", "999900001111"),
                        set("/paths/1/owner", "999900002222"),
                        set("/facts/names/zones/value/0/owner", "999900001111"))
                .text();

        JsonNode written = JsonMapper.shared().readTree(text);
        assertThat(text).contains("743289191656").doesNotContain("99990000", "/home/me");
        assertThat(written.at("/paths/0/file").asString()).isEqualTo("acme.yaml");
        assertThat(written.at("/paths/0/owner").asString())
                .matches("0{11}[0-9]")
                .isEqualTo(written.at("/facts/names/zones/value/0/owner").asString())
                .isNotEqualTo(written.at("/paths/1/owner").asString());
    }

    @Test
    void what_a_provider_sees_is_of_its_service_alone() throws IOException {
        PathBundle read = bundle();
        PathBundle helped =
                new PathBundle(PathBundle.VERSION, read.network(), read.paths(), read.facts(), Optional.of(provider()));

        assertThat(helped.diagnoses(CdkCommands.ofUnknownFolder()))
                .filteredOn(diagnosis -> diagnosis.findings().stream()
                        .anyMatch(finding -> finding.code().startsWith("PV")))
                .extracting(diagnosis -> diagnosis.path().serviceName())
                .containsExactly(GIT);
    }

    @Test
    void what_a_provider_handed_out_is_read_without_the_name_of_its_load_balancer() throws IOException {
        assertThat(PathBundle.readProvider(file(FactsJson.of(Map.of("facts", provider()))))
                        .loadBalancers())
                .singleElement()
                .returns("load balancer", LoadBalancer::name);
    }

    @Test
    void fails_with_the_place_that_is_wrong() throws IOException {
        Path nested = file("{\"facts\": {\"connections\":\n[{\"endpointId\": {}}]}}");
        assertThatThrownBy(() -> PathBundle.readProvider(nested))
                .isInstanceOf(Refusal.class)
                .hasMessage(nested + " is wrong at facts.connections[0].endpointId (line 2, column 17)" + WANTED);

        Path broken = file("{\"facts\"");
        assertThatThrownBy(() -> PathBundle.readProvider(broken))
                .isInstanceOf(Refusal.class)
                .hasMessage(broken + " is wrong (line 1, column 9)" + WANTED);
    }

    @Test
    void fails_for_a_file_that_is_too_large_to_be_one() throws IOException {
        Path large = folder.resolve("large.json");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(20_000_001);
        }

        assertThatThrownBy(() -> PathBundle.readProvider(large))
                .isInstanceOf(Refusal.class)
                .hasMessage(large + " is larger than 20 MB" + WANTED);
    }
}
