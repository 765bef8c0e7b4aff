package com.elementarydata.privatelink.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.net.Region;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thousand right files pass, and a few wrong ones among them are named, no more and no fewer, in one run. */
class ThousandCustomersTest {

    private static final int CUSTOMERS = 1000;

    private static final List<String> REGIONS = List.of("us-east-1", "us-west-2", "eu-west-1");

    /** What is put into which file. */
    private static final Map<String, List<String>> WRONG = new TreeMap<>(Map.of(
            "customer-0000", List.of("privatelink-vpce-id", "privatelink-pls-id"),
            "customer-0001", List.of("https://", "http://"),
            "customer-0002", List.of("ports: [443]", "ports: [8443]"),
            "customer-0003",
                    List.of("hostnames: [db.customer-0003.example]", "hostnames: [https://db.customer-0003.example]"),
            "customer-0500", List.of("integration:", "integraton:"),
            "customer-0777", List.of("id: customer-0777", "id: customer-0778"),
            "customer-0999", List.of("-az2]", "-az2")));

    @TempDir
    private Path temporary;

    private Path fleet;

    @BeforeEach
    void write_a_thousand_customers() throws IOException {
        fleet = temporary.resolve("stacks");
        new MalformedCase("", "", List.of(), List.of()).writeTo(fleet);
        Files.delete(fleet.resolve("addresses.lock.yaml"));
        Files.delete(fleet.resolve("customers/acme.yaml"));
        Files.delete(fleet.resolve("customers/birch.yaml"));
        Files.writeString(
                fleet.resolve("network.yaml"),
                Files.readString(fleet.resolve("network.yaml"))
                        + "limits: {endpointsPerVpc: 2000, hostedZonesPerAccount: 5000}\n");
        for (int number = 0; number < CUSTOMERS; number++) {
            String id = "customer-%04d".formatted(number);
            Files.writeString(fleet.resolve("customers/" + id + ".yaml"), customer(id, number));
        }
        assertThat(MalformedFilesTest.run("allocate", fleet).exitCode()).isZero();
    }

    private static String customer(String id, int number) {
        String region = REGIONS.get(number % REGIONS.size());
        String zones = Region.parse(region).shortForm();
        String service = "com.amazonaws.vpce.%s.vpce-svc-%017x".formatted(region, number);
        String head = """
                id: %s
                connections:
                  - id: main
                    availabilityZoneIds: [%s-az1, %s-az2]
                """.formatted(id, zones, zones);
        String hosted = """
                    region: %s
                    awsAccountId: "%012d"
                    serviceName: %s
                """.formatted(region, number, service);
        return head
                + switch (number % 4) {
                    case 0 -> """
                    integration: snowflake
                    privatelinkConfig: {"privatelink-vpce-id": "%s", "privatelink-account-url": "%s.%s.privatelink.snowflakecomputing.com"}
                """.formatted(service, id, region);
                    case 1 -> """
                    integration: databricks
                    region: %s
                    workspaceUrl: https://dbc-%s.cloud.databricks.com
                """.formatted(region, id);
                    case 2 -> hosted + """
                    integration: github-enterprise-server
                    hostname: git.%s.example
                    ports: [443]
                """.formatted(id);
                    default -> hosted + """
                    integration: service
                    hostnames: [db.%s.example]
                    ports: [5432]
                """.formatted(id);
                };
    }

    @Test
    void pass_where_all_are_right() {
        MalformedFilesTest.Run run = MalformedFilesTest.run("validate", fleet);

        assertThat(run)
                .isEqualTo(new MalformedFilesTest.Run(
                        0, "1000 customer files, 1000 connections: 0 problems, 0 warnings\n", ""));
    }

    @Test
    void are_told_from_the_few_that_are_wrong_and_no_file_is_touched() throws IOException {
        for (Map.Entry<String, List<String>> wrong : WRONG.entrySet()) {
            Path file = fleet.resolve("customers/" + wrong.getKey() + ".yaml");
            String text = Files.readString(file);
            assertThat(text).contains(wrong.getValue().get(0));
            Files.writeString(
                    file, text.replace(wrong.getValue().get(0), wrong.getValue().get(1)));
        }
        SortedMap<String, String> before = MalformedFilesTest.content(fleet);

        MalformedFilesTest.Run run = MalformedFilesTest.run("validate", fleet);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.problems(fleet).stream()
                        .map(ThousandCustomersTest::customer)
                        .distinct())
                .containsExactlyElementsOf(WRONG.keySet());
        assertThat(MalformedFilesTest.run("allocate", fleet).exitCode()).isEqualTo(1);
        assertThat(MalformedFilesTest.content(fleet)).isEqualTo(before);
    }

    private static String customer(String line) {
        return line.replaceFirst("stacks/customers/(.*?)\\.yaml:.*", "$1");
    }
}
