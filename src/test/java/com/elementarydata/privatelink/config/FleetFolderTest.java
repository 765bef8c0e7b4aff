package com.elementarydata.privatelink.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.elementarydata.privatelink.config.YamlNode.Mapping;
import com.elementarydata.privatelink.fleet.Allocation;
import com.elementarydata.privatelink.fleet.Fleet;
import com.elementarydata.privatelink.fleet.FleetRules;
import com.elementarydata.privatelink.model.Customer;
import com.elementarydata.privatelink.model.FleetFiles;
import com.elementarydata.privatelink.model.Ledger;
import com.elementarydata.privatelink.model.Network;
import com.elementarydata.privatelink.model.Problem;
import com.elementarydata.privatelink.net.KnownRegions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FleetFolderTest {

    private static final Path EXAMPLE = Path.of("stacks");
    private static final FleetFiles FLEET = FleetFolder.read(EXAMPLE);

    /** A value, or an item of a list. */
    private static final Pattern VALUE =
            Pattern.compile("(?<=: |\\[|, |- )[^\\[\\]{},#\\n]+(?=[\\],\\n])|\\[.*]|\\{.*}");

    private static final List<String> STRANGE = List.of(
            "null",
            "[]",
            "{}",
            "[[1]]",
            "{a: {b: c}}",
            "1",
            "-1",
            "1.5",
            "1e400000000",
            "99999999999999999999",
            ".nan",
            "true",
            "\"\"",
            "\" \"",
            "\"é\"",
            "\"\\0\"",
            "\"\\n\"",
            "\"\\ud83d\"",
            "\".\"",
            "\"*.\"",
            "\"a..b\"",
            "\"https://[\"",
            "\"https://%\"",
            "\"xn--\"",
            "\"xn--zzzz99999.example\"",
            "\"0.0.0.0/0\"",
            "\"255.255.255.255/32\"",
            "\"10.0.0.0/33\"",
            "\"::/0\"",
            "\"com.amazonaws.vpce.xx-nowhere-1.vpce-svc-0123456789abcdef0\"",
            "\"com.amazonaws.vpce.us-gov-west-1.vpce-svc-0123456789abcdef0\"",
            "us-gov-west-1",
            "\"${Token[AWS.Region.4]}\"",
            "\"" + "x".repeat(300) + "\"",
            "\"" + "a.".repeat(200) + "example\"");

    @TempDir
    private Path folder;

    /** The text with each of its values in turn replaced by each of the strange ones. */
    private static List<String> variants(String text) {
        List<MatchResult> values = VALUE.matcher(text).results().toList();
        List<String> variants = new ArrayList<>();
        for (MatchResult value : values) {
            for (String strange : STRANGE) {
                variants.add(text.substring(0, value.start()) + strange + text.substring(value.end()));
            }
        }
        return variants;
    }

    private interface Reader {
        void read(Mapping file, Problems problems);
    }

    private static void requireCalm(Path path, Reader reader) throws IOException {
        List<String> variants = variants(Files.readString(path));
        assertThat(variants).hasSizeGreaterThan(100);
        for (String variant : variants) {
            Problems problems = new Problems();
            assertThatCode(() -> YamlReader.read(path.toString(), variant.getBytes(UTF_8), problems)
                            .ifPresent(file -> reader.read(file, problems)))
                    .as(variant)
                    .doesNotThrowAnyException();
            assertThat(problems.sorted())
                    .allSatisfy(problem -> assertThat(problem.toString())
                            .matches("stacks/[a-z./-]+:[0-9]+:[0-9]+: PL[0-9]{3} .+; .+"));
        }
    }

    private static void requireCalm(Network network, Ledger ledger, List<Customer> customers) {
        Fleet fleet = new Fleet(network, ledger, customers);
        assertThat(FleetRules.check(fleet))
                .allSatisfy(problem -> assertThat(problem.toString()).doesNotContain("\n"));
        LedgerFile.textOf(Allocation.of(fleet).ledger());
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(strings = {"acme", "birch", "cedar", "dogwood", "elm-energy", "fir"})
    void says_what_is_wrong_whatever_stands_in_a_customers_file(String id) throws IOException {
        String name = id + ".yaml";
        requireCalm(EXAMPLE.resolve("customers").resolve(name), (file, problems) -> {
            Optional<Customer> customer = CustomerFile.read(name, file, FLEET.network(), problems);
            List<Customer> all = new ArrayList<>(FLEET.customers());
            all.removeIf(other -> other.id().toString().equals(id));
            customer.ifPresent(all::add);
            requireCalm(FLEET.network().orElseThrow(), FLEET.ledger(), all);
        });
    }

    @Tag("slow")
    @Test
    void says_what_is_wrong_whatever_stands_in_the_networks_file() throws IOException {
        requireCalm(
                EXAMPLE.resolve("network.yaml"),
                (file, problems) -> NetworkFile.read(file, problems)
                        .ifPresent(network -> requireCalm(network, FLEET.ledger(), FLEET.customers())));
    }

    @Tag("slow")
    @Test
    void says_what_is_wrong_whatever_stands_in_the_ledger() throws IOException {
        requireCalm(
                EXAMPLE.resolve("addresses.lock.yaml"),
                (file, problems) -> requireCalm(
                        FLEET.network().orElseThrow(),
                        LedgerFile.read("stacks/addresses.lock.yaml", file, problems, KnownRegions.USUAL),
                        FLEET.customers()));
    }

    @Test
    void reads_the_example_fleet_without_a_problem() {
        assertThat(FLEET.problems()).isEmpty();
        assertThat(FLEET.customerFiles().keySet())
                .containsExactly("acme", "birch", "cedar", "dogwood", "elm-energy", "fir");
    }

    @Test
    void reads_customers_though_the_networks_file_is_absent() throws IOException {
        Path customers = Files.createDirectories(folder.resolve("customers"));
        Files.copy(EXAMPLE.resolve("customers/birch.yaml"), customers.resolve("birch.yaml"));

        FleetFiles read = FleetFolder.read(folder);

        assertThat(read.network()).isEmpty();
        assertThat(read.customers()).hasSize(1);
        assertThat(read.problems())
                .extracting(Problem::toString)
                .singleElement()
                .asString()
                .startsWith(folder.resolve("network.yaml") + ":1:1: PL101 the file does not exist; ");
    }

    @Test
    void fails_on_what_is_no_customers_file_and_skips_what_is_hidden() throws IOException {
        Path customers = Files.createDirectories(folder.resolve("customers"));
        Files.copy(EXAMPLE.resolve("network.yaml"), folder.resolve("network.yaml"));
        Files.writeString(customers.resolve("acme.yml"), "id: acme");
        Files.createDirectories(customers.resolve("beta.yaml"));
        Files.writeString(customers.resolve(".acme.yaml.swp"), "\0");

        assertThat(FleetFolder.read(folder).problems())
                .extracting(problem -> problem.at() + " " + problem.code())
                .containsExactly(
                        customers.resolve("acme.yml") + ":1:1 PL101", customers.resolve("beta.yaml") + ":1:1 PL101");
    }
}
