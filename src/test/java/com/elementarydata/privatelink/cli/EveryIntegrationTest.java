package com.elementarydata.privatelink.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.FleetCopy;
import com.elementarydata.privatelink.config.FleetFolder;
import com.elementarydata.privatelink.fleet.CheckedFleet;
import com.elementarydata.privatelink.fleet.ExpectedPath;
import com.elementarydata.privatelink.fleet.ExpectedPaths;
import com.elementarydata.privatelink.fleet.Fleet;
import com.elementarydata.privatelink.integration.Integration;
import com.elementarydata.privatelink.integration.Integrations;
import com.elementarydata.privatelink.integration.Key;
import com.elementarydata.privatelink.integration.Keys;
import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.net.AccountId;
import com.elementarydata.privatelink.net.Port;
import com.elementarydata.privatelink.net.Region;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * What a new integration gets from its facts alone. {@code -Dgolden.rewrite=true} also writes the fleet of its golden
 * case, from the examples of its keys.
 */
class EveryIntegrationTest {

    private static final String ALL = "com.elementarydata.privatelink.integration.Integrations#ALL";
    private static final Path CASES = Path.of("src/test/cases");

    @TempDir
    private Path root;

    private FleetRun fleet;

    @BeforeEach
    void have_a_fleet_without_customers() throws IOException {
        fleet = new FleetRun(FleetCopy.withoutCustomers(root));
    }

    /** Adds a customer as the examples of the integration's keys say. */
    private Connection added(Integration integration) {
        String region = integration.keys().stream()
                .filter(key -> key.name().equals(Keys.REGION.name()))
                .flatMap(key -> key.option().stream())
                .map(Key.Option::example)
                .findFirst()
                .orElse("eu-west-1");
        String zone = Region.parse(region).shortForm() + "-az";
        String values = integration.requiredKeys().stream()
                .map(key ->
                        key.option().orElseThrow().name() + " " + (key.form() == Key.Form.PASTED ? "-" : example(key)))
                .collect(Collectors.joining(" "));
        String pasted = integration.requiredKeys().stream()
                .filter(key -> key.form() == Key.Form.PASTED)
                .map(EveryIntegrationTest::example)
                .collect(Collectors.joining());

        FleetRun.Result result = fleet.reading(
                pasted,
                "add %s oak --dns active --availability-zone-ids %s1,%s2 %s"
                        .formatted(integration, zone, zone, values));

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.err()).isEmpty();
        return fleet().customers().get(0).connections().get(0);
    }

    private static String example(Key key) {
        return key.option().orElseThrow().example();
    }

    private Fleet fleet() {
        CheckedFleet checked = CheckedFleet.of(FleetFolder.read(fleet.fleet().folder()));
        assertThat(checked.problems()).isEmpty();
        return checked.fleet().orElseThrow();
    }

    @ParameterizedTest
    @FieldSource(ALL)
    void is_added_from_the_examples_of_its_keys(Integration integration) {
        Connection connection = added(integration);

        assertThat(connection.integration()).isEqualTo(integration);
        assertThat(connection.address().hostnames()).isNotEmpty();
        assertThat(connection.address().ports())
                .isNotEmpty()
                .isEqualTo(
                        integration.ports().isEmpty()
                                ? List.of(Port.of(Integer.parseInt(example(Keys.PORTS))))
                                : integration.ports());
    }

    @ParameterizedTest
    @FieldSource(ALL)
    void has_a_runbook_under_its_title(Integration integration) {
        Connection connection = added(integration);

        FleetRun.Result runbook = fleet.run("runbook oak");

        assertThat(runbook.exitCode()).as(runbook.err()).isZero();
        assertThat(runbook.out())
                .contains("\n## oak/%s: %s\n".formatted(connection.id(), integration.title()), "### Your steps")
                .doesNotContain("{{", "}}");
    }

    @ParameterizedTest
    @FieldSource(ALL)
    void has_its_owner_compared_where_the_customer_hosts_it(Integration integration) {
        Connection connection = added(integration);

        ExpectedPath path =
                new ExpectedPaths(fleet()).of(fleet().customers().get(0)).get(0);

        assertThat(path.hostedByCustomer()).isEqualTo(integration.isHostedByCustomer());
        assertThat(path.owner())
                .isEqualTo(connection.awsAccountId().map(AccountId::value).filter(id -> path.hostedByCustomer()));
        assertThat(path.owner().isPresent()).isEqualTo(integration.isHostedByCustomer());
    }

    @ParameterizedTest
    @FieldSource(ALL)
    void has_a_golden_case(Integration integration) throws IOException {
        if (Boolean.getBoolean("golden.rewrite") && !hasCase(integration)) {
            boolean preset = integration.preset().isPresent();
            if (preset) {
                addAllPresets();
            } else {
                added(integration);
            }
            Path folder = CASES.resolve(preset ? "presets" : integration.key()).resolve("stacks");
            for (String file : fleet.content().keySet()) {
                Files.createDirectories(folder.resolve(file).getParent());
                Files.copy(
                        fleet.fleet().folder().resolve(file),
                        folder.resolve(file),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
        assertThat(hasCase(integration)).isTrue();
    }

    /** Two customers for all rows, which differ in nothing that becomes a resource of its own; one would be too large. */
    private void addAllPresets() {
        List<Integration> presets = Integrations.ALL.stream()
                .filter(integration -> integration.preset().isPresent())
                .toList();
        for (int i = 0; i < presets.size(); i++) {
            Integration preset = presets.get(i);
            FleetRun.Result result =
                    fleet.run(("add %s %s --connection %s --dns active --availability-zone-ids euw1-az1,euw1-az2"
                                    + " --aws-account-id 210987654321 --hostname %s.acme.example"
                                    + " --service-name com.amazonaws.vpce.eu-west-1.vpce-svc-%017x")
                            .formatted(preset, i < 8 ? "oak" : "pine", preset.usualId(), preset.usualId(), i + 1));
            assertThat(result.exitCode()).as(result.err()).isZero();
        }
    }

    private static boolean hasCase(Integration integration) throws IOException {
        try (Stream<Path> cases = Files.list(CASES)) {
            return cases.map(folder -> CheckedFleet.of(FleetFolder.read(folder.resolve("stacks"))))
                    .filter(checked -> checked.errors().isEmpty())
                    .flatMap(checked -> checked.fleet().stream())
                    .flatMap(Fleet::connections)
                    .anyMatch(owned -> owned.connection().integration().equals(integration));
        }
    }
}
