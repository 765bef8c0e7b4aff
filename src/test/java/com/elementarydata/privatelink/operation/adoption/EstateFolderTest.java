package com.elementarydata.privatelink.operation.adoption;

import static com.elementarydata.privatelink.operation.adoption.HandMade.ABROAD;
import static com.elementarydata.privatelink.operation.adoption.HandMade.GIT;
import static com.elementarydata.privatelink.operation.adoption.HandMade.PRODUCTION;
import static com.elementarydata.privatelink.operation.adoption.HandMade.REGIONAL;
import static com.elementarydata.privatelink.operation.adoption.HandMade.SERVICE;
import static com.elementarydata.privatelink.operation.adoption.HandMade.UNTAGGED;
import static com.elementarydata.privatelink.operation.adoption.HandMade.abroad;
import static com.elementarydata.privatelink.operation.adoption.HandMade.alias;
import static com.elementarydata.privatelink.operation.adoption.HandMade.dnsName;
import static com.elementarydata.privatelink.operation.adoption.HandMade.endpoint;
import static com.elementarydata.privatelink.operation.adoption.HandMade.facts;
import static com.elementarydata.privatelink.operation.adoption.HandMade.git;
import static com.elementarydata.privatelink.operation.adoption.HandMade.tagged;
import static com.elementarydata.privatelink.operation.adoption.HandMade.zone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.elementarydata.privatelink.config.CustomerMapping;
import com.elementarydata.privatelink.config.FleetFolder;
import com.elementarydata.privatelink.fleet.CheckedFleet;
import com.elementarydata.privatelink.model.Refusal;
import com.elementarydata.privatelink.observed.EstateFacts;
import com.elementarydata.privatelink.observed.EstateFacts.FoundEndpoint;
import com.elementarydata.privatelink.observed.EstateFacts.FoundVpc;
import com.elementarydata.privatelink.observed.EstateFacts.FoundZone;
import com.elementarydata.privatelink.observed.EstateFacts.InRegion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fleet folder that is written of an estate, which validates as it is. */
class EstateFolderTest {

    private static final String SECOND = "vpce-0a1b2c3d4e5f60702";
    private static final FoundEndpoint ACMES = git(tagged("acme"));

    @TempDir
    private Path parent;

    private Path folder = Path.of("unwritten");

    private String write(String customer, EstateFacts facts) throws IOException {
        folder = Files.createTempDirectory(parent, "stacks");
        EstateFolder.of(Estate.of(facts, CustomerMapping.none())).write(folder);
        return Files.readString(folder.resolve("customers").resolve(customer + ".yaml"));
    }

    private static FoundEndpoint second(String vpc, String service) {
        return endpoint(SECOND, vpc, service, tagged("acme"), "subnet-0a1b2c3d4e5f60722");
    }

    private static FoundZone acme(String name, String endpoint) {
        return zone(name, alias(name, dnsName(endpoint)));
    }

    @Test
    void a_service_is_written_with_its_owner_ports_and_names_and_validates() throws IOException {
        String text = write("acme", facts(abroad(ACMES), acme("git.acme.example", GIT)));

        assertThat(text).isEqualTo("""
                # yaml-language-server: $schema=../customer.schema.json
                id: acme
                connections:
                  - id: git
                    integration: service
                    region: eu-west-1
                    availabilityZoneIds: [euw1-az1]
                    awsAccountId: "210987654321"
                    serviceName: com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef1
                    hostnames: [git.acme.example]
                    ports: [22, 443]
                    dns: external
                    endpoint: {id: vpce-0a1b2c3d4e5f60701, dnsName: %s, hostedZoneId: Z0123456789ABCDEFGHIJ}
                """.formatted(dnsName(GIT)));
        assertThat(CheckedFleet.of(FleetFolder.read(folder)).errors()).isEmpty();
    }

    @Test
    void what_could_not_be_told_is_said_beside_it() throws IOException {
        InRegion unsaid = new InRegion(
                abroad().vpcs(), abroad().subnets(), List.of(), List.of(git(UNTAGGED)), new TreeMap<>(), List.of());
        EstateFacts known = facts(unsaid, acme("git.acme.example", GIT));
        EstateFacts facts = new EstateFacts(
                known.account(), known.region(), known.vpcId(), known.regions(), known.zones(), new TreeMap<>());

        assertThat(write("svc-0123456789abcdef1", facts))
                .contains("""
                        connections:
                          # whose it is could not be told: rename the file and its id, or name it with --customers
                          # awsAccountId: AWS does not say who owns the service; fill it in
                          # ports: the security groups do not say which; fill them in
                          - id: git
                        """)
                .contains("awsAccountId: \"000000000000\"\n", "ports: [443]\n");
    }

    @Test
    void a_name_that_a_fleet_cannot_have_is_left_out_with_the_reason() throws IOException {
        assertThat(write(
                        "acme",
                        facts(
                                abroad(ACMES),
                                acme("git.acme.example", GIT),
                                zone("db.example", alias("*.db.example", dnsName(GIT))),
                                acme("acme.com", GIT))))
                .contains("  # acme.com leads here, too, and is left out: ")
                .contains("  # *.db.example is left out: ")
                .contains("hostnames: [git.acme.example]\n");
    }

    @Test
    void two_connections_of_a_name_have_ids_of_their_own() throws IOException {
        assertThat(write(
                        "acme",
                        facts(
                                abroad(ACMES, second(REGIONAL, SERVICE.replace("def1", "def2"))),
                                acme("git.acme.example", GIT),
                                acme("git.acme-labs.example", SECOND))))
                .contains("  - id: git\n", "  - id: git-2\n")
                .contains("availabilityZoneIds: [euw1-az2]\n");
    }

    @Test
    void an_endpoint_that_cannot_be_adopted_is_a_comment_and_a_customer_without_others_has_no_file()
            throws IOException {
        InRegion found = abroad(ACMES, second("vpc-1", SERVICE), endpoint("vpce-1", REGIONAL, SERVICE, tagged("acme")));
        InRegion alone = abroad(second("vpc-1", SERVICE));

        assertThat(write("acme", facts(found, acme("git.acme.example", GIT), acme("db.acme.example", SECOND))))
                .startsWith("""
                        # yaml-language-server: $schema=../customer.schema.json
                        # vpce-0a1b2c3d4e5f60702 is left out: vpc-1: it was not read
                        # vpce-1 is left out: no name of this customer's own leads to it
                        id: acme
                        """);
        Path other = parent.resolve("other");
        assertThat(EstateFolder.of(Estate.of(facts(alone, acme("db.acme.example", SECOND)), CustomerMapping.none()))
                        .write(other))
                .containsExactlyInAnyOrder(other.resolve("network.yaml"), other.resolve("addresses.lock.yaml"));
    }

    @Test
    void a_service_of_another_region_is_cross_region() throws IOException {
        FoundEndpoint there = new FoundEndpoint(
                second(REGIONAL, SERVICE.replace(ABROAD, "us-east-1")).endpoint(),
                "us-east-1",
                Optional.of("Z1"),
                List.of(),
                tagged("acme"));

        assertThat(write("acme", facts(abroad(there), acme("git.acme.example", SECOND))))
                .contains("region: us-east-1\n", "connectivity: cross-region\n");
        assertThat(write("acme", facts(abroad(ACMES), acme("git.acme.example", GIT))))
                .doesNotContain("connectivity");
    }

    @Test
    void accounts_of_snowflake_and_workspaces_of_databricks_are_connections_of_their_own() throws IOException {
        String account = ".us-west-2.privatelink.snowflakecomputing.com";
        String text = write(
                "acme",
                facts(
                        abroad(ACMES, second(REGIONAL, SERVICE)),
                        zone(
                                "privatelink.snowflakecomputing.com",
                                alias("acme" + account, dnsName(GIT)),
                                alias("ocsp.acme" + account, dnsName(GIT)),
                                alias("acme.privatelink.snowflakecomputing.com", dnsName(GIT)),
                                alias("acme2" + account, dnsName(GIT)),
                                alias("ocsp.acme3" + account, dnsName(GIT))),
                        zone(
                                "cloud.databricks.com",
                                alias("dbc-1a2b3c4d-5e6f.cloud.databricks.com", dnsName(SECOND)),
                                alias("dbc-1a2b3c4d-5e70.cloud.databricks.com", dnsName(SECOND)))));

        assertThat(text)
                .contains("  - id: warehouse\n", "  - id: warehouse-2\n", "  - id: warehouse-3\n")
                .contains("  - id: lakehouse\n", "  - id: lakehouse-2\n")
                .contains("  # acme.us-west-2.privatelink.snowflakecomputing.com leads here, too\n")
                .contains("\"privatelink-account-url\": \"acme.privatelink.snowflakecomputing.com\"")
                .contains("\"privatelink_ocsp-url\": \"ocsp.acme" + account)
                .contains("\"privatelink-account-url\": \"acme2" + account + "\"\n")
                .contains("\"privatelink-account-url\": \"acme3" + account)
                .contains("workspaceUrl: https://dbc-1a2b3c4d-5e70.cloud.databricks.com")
                .doesNotContain("left out", "ocsp.acme" + account + " leads here, too");
    }

    @Test
    void obstacles_are_those_of_vpcs_with_endpoints() {
        InRegion own = new InRegion(
                List.of(new FoundVpc(PRODUCTION, List.of("10.0.0.0/16"), UNTAGGED)),
                List.of(),
                List.of(),
                List.of(second(PRODUCTION, SERVICE)),
                new TreeMap<>(),
                List.of());

        assertThat(EstateFolder.of(Estate.of(facts(own), CustomerMapping.none()))
                        .obstacles())
                .containsOnlyKeys(PRODUCTION);
    }

    @Test
    void fails_where_the_folder_has_files_or_no_name() throws IOException {
        EstateFolder written = EstateFolder.of(Estate.of(facts(abroad()), CustomerMapping.none()));
        Files.writeString(parent.resolve("notes.txt"), "mine");

        assertThatThrownBy(() -> written.write(parent))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("is not empty; name a new folder");
        assertThatThrownBy(() -> written.write(Path.of("")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("--write has no value");
        assertThatThrownBy(() -> written.write(parent.resolve("notes.txt")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("can't be read");
        assertThatThrownBy(() -> written.write(parent.resolve("notes.txt/stacks")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("can't be created");
    }
}
