package com.elementarydata.privatelink.operation.diagnosis;

import static com.elementarydata.privatelink.operation.diagnosis.BrokenWorlds.ABROAD;
import static com.elementarydata.privatelink.operation.diagnosis.BrokenWorlds.GIT;
import static com.elementarydata.privatelink.operation.diagnosis.BrokenWorlds.HOME;
import static com.elementarydata.privatelink.operation.diagnosis.RecordedWorld.refuse;
import static com.elementarydata.privatelink.operation.diagnosis.RecordedWorld.set;
import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.model.Check;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.model.Verdict;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said to be wrong with endpoints, their groups and services, and with what lies between. */
class EndpointBlameTest {

    private static final String INBOUND = ABROAD + "/securityGroups/value/0/inbound";
    private static final String DEPLOY = "npx cdk deploy PrivateLink-Customer-acme-eu-west-1 -c customers=acme";
    private static final String SERVICE = "com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef1";
    private static final String OTHER_SERVICE = "com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef9";

    @TempDir
    private Path folder;

    private Finding about(Check check, RecordedWorld.Change... changes) throws Exception {
        return RecordedWorld.of("", GIT, "", changes).diagnose(folder).findings().stream()
                .filter(finding -> finding.code().equals(check.code()))
                .findFirst()
                .orElseThrow();
    }

    private Finding group(String... sources) throws Exception {
        List<String> rules = List.of(sources).stream()
                .map("{\"protocol\": \"tcp\", \"fromPort\": 443, \"toPort\": 443, \"source\": \"%s\"}"::formatted)
                .toList();
        return about(PathCheck.SECURITY_GROUP, set(INBOUND, rules.toString()));
    }

    @Test
    void an_endpoint_that_is_gone_or_of_another_service_is_deployed_again() throws Exception {
        assertThat(about(PathCheck.ENDPOINT, set(FarWorlds.ENDPOINT + "/state", "Deleted")))
                .returns(List.of(DEPLOY), Finding::commands)
                .satisfies(finding -> assertThat(finding.found()).contains(" is deleted, but "));
        assertThat(about(PathCheck.ENDPOINT, set(FarWorlds.ENDPOINT + "/serviceName", OTHER_SERVICE)))
                .returns(List.of(DEPLOY), Finding::commands)
                .returns(
                        "the file changed after the last deployment: deploy, and have the endpoint accepted",
                        Finding::remedy)
                .satisfies(finding -> assertThat(finding.found())
                        .endsWith(" connects to %s, not to %s".formatted(OTHER_SERVICE, SERVICE)));
    }

    @Test
    void what_aws_says_about_a_failure_stands_beside_the_state() throws Exception {
        assertThat(about(
                                PathCheck.ACCEPTANCE,
                                set(FarWorlds.ENDPOINT + "/state", "failed"),
                                set(FarWorlds.ENDPOINT + "/lastError", "no room"))
                        .found())
                .endsWith(" is failed (no room)");
        assertThat(about(PathCheck.ACCEPTANCE).found()).endsWith(" is available");
    }

    @Test
    void a_client_that_is_not_admitted_is_named_with_the_rule_that_admits_it() throws Exception {
        assertThat(group("10.0.1.0/24", "10.0.3.0/24")).satisfies(finding -> {
            assertThat(finding.found()).endsWith(" does not admit 10.0.2.0/24 on TCP 443");
            assertThat(finding.commands())
                    .singleElement()
                    .asString()
                    .contains("authorize-security-group-ingress", "10.0.2.0/24")
                    .doesNotContain("<group>");
        });
        assertThat(about(PathCheck.SECURITY_GROUP, set(ABROAD + "/securityGroups/value", "[]"))
                        .commands())
                .hasSize(3)
                .allMatch(command -> command.contains("<group>"));
    }

    @Test
    void groups_that_the_endpoint_does_not_have_admit_nobody() throws Exception {
        assertThat(about(PathCheck.SECURITY_GROUP, set(ABROAD + "/securityGroups/value/0/id", "sg-other"))
                        .verdict())
                .isEqualTo(Verdict.FAILED);
    }

    @Test
    void whoever_else_is_admitted_is_a_warning() throws Exception {
        assertThat(group("10.0.1.0/24", "10.0.2.0/24", "10.0.3.0/24"))
                .returns(Verdict.PASSED, Finding::verdict)
                .satisfies(finding -> assertThat(finding.found()).endsWith(" admits the clients"));
        assertThat(group("10.0.1.0/24", "10.0.2.0/24", "10.0.3.0/24", "10.9.0.0/16"))
                .returns(Verdict.WARNING, Finding::verdict)
                .satisfies(
                        finding -> assertThat(finding.found()).endsWith(" admits more than the clients: 10.9.0.0/16"));
    }

    @Test
    void a_prefix_list_may_admit_the_clients_and_a_group_only_within_their_region() throws Exception {
        assertThat(group("pl-0a1b2c3d4e5f60718"))
                .returns(Verdict.UNKNOWN, Finding::verdict)
                .satisfies(finding ->
                        assertThat(finding.found()).endsWith(", unless a prefix list does, which could not be read"));
        assertThat(group("sg-0a1b2c3d4e5f60718").verdict()).isEqualTo(Verdict.FAILED);
        RecordedWorld cedar = RecordedWorld.of(
                "",
                "cedar/lakehouse",
                "",
                set(
                        HOME + "/securityGroups/value/0/inbound",
                        "[{\"protocol\": \"tcp\", \"fromPort\": 1, \"toPort\": 65535, \"source\": \"sg-1\"}]"));
        assertThat(cedar.diagnose(folder).findings())
                .filteredOn(finding -> finding.code().equals(PathCheck.SECURITY_GROUP.code()))
                .singleElement()
                .returns(Verdict.UNKNOWN, Finding::verdict)
                .satisfies(finding ->
                        assertThat(finding.found()).endsWith(", unless the clients have a group that it admits"));
    }

    @Test
    void a_route_table_that_is_not_productions_is_named() throws Exception {
        assertThat(about(PathCheck.CLIENT_SUBNETS, set("/network/routeTableIds/0", "rtb-1"))
                        .found())
                .isEqualTo("rtb-1 is not in vpc-0a1b2c3d4e5f60718; subnet-1239be28af5088da1 (10.0.1.0/24) has"
                        + " rtb-0a1b2c3d4e5f60711, which network.yaml does not name");
        assertThat(about(PathCheck.CLIENT_SUBNETS, set("/network/clientCidrs/0", "10.0.99.0/24"))
                        .found())
                .isEqualTo("no subnet of vpc-0a1b2c3d4e5f60718 is in 10.0.99.0/24");
    }

    @ParameterizedTest
    @CsvSource({
        "pending-acceptance, 'accept it in production''s Region', accept-vpc-peering-connection",
        "provisioning, 'wait a minute, then check again',",
        "deleted, 'peer them again, and point the routes there; PrivateLink-Region-eu-west-1 still has the id of the deleted one', create-vpc-peering-connection",
    })
    void a_peering_connection_is_accepted_or_waited_for_or_made_again(String status, String remedy, String command)
            throws Exception {
        assertThat(about(PathCheck.PEERING, set(ABROAD + "/peerings/value/0/status", status)))
                .returns(Verdict.FAILED, Finding::verdict)
                .returns("pcx-71e614087416967f6 is " + status, Finding::found)
                .returns(remedy, Finding::remedy)
                .satisfies(finding -> assertThat(String.join("\n", finding.commands()))
                        .contains(command == null ? "" : command)
                        .satisfies(text -> assertThat(text.isEmpty()).isEqualTo(command == null)));
    }

    @Test
    void addresses_overlap_or_are_not_the_ledgers() throws Exception {
        assertThat(about(PathCheck.ADDRESSES).found()).isEqualTo("10.0.0.0/16 and 10.64.32.0/20");
        assertThat(about(PathCheck.ADDRESSES, set(ABROAD + "/vpcs/value/0/cidrs/-", "10.0.7.0/24"))
                        .found())
                .isEqualTo("10.0.7.0/24 of the regional VPC and 10.0.0.0/16 of production overlap");
        assertThat(about(PathCheck.ADDRESSES, set(ABROAD + "/vpcs/value/0/cidrs/0", "10.64.48.0/20"))
                        .found())
                .isEqualTo("the regional VPC has 10.64.48.0/20, the ledger says 10.64.32.0/20");
    }

    @Test
    void a_region_that_only_the_service_is_in_is_needed_too() throws Exception {
        assertThat(about(PathCheck.REGIONS, set("/paths/0/serviceRegion", "us-east-2"))
                        .found())
                .isEqualTo("eu-central-1, eu-west-1, us-east-2 enabled");
        assertThat(about(PathCheck.REGIONS, refuse("/facts/regions")).verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "true, false, DNS hostnames are off, 1",
        "false, true, DNS support is off, 1",
        "false, false, DNS support and hostnames are off, 2",
    })
    void what_is_off_in_a_vpc_is_turned_on(boolean support, boolean hostnames, String found, int commands)
            throws Exception {
        assertThat(about(
                        PathCheck.VPC_DNS,
                        set("/facts/names/vpcDns/value/support", support),
                        set("/facts/names/vpcDns/value/hostnames", hostnames)))
                .satisfies(finding -> {
                    assertThat(finding.found()).startsWith(found);
                    assertThat(finding.commands()).hasSize(commands);
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[\"AmazonProvidedDNS\"] | PASSED",
                "[\"169.254.169.253\"] | PASSED",
                "[\"10.0.0.2\"] | PASSED",
                "[] | PASSED",
                "[\"10.0.0.1\"] | FAILED",
                "[\"10.0.0.3\"] | FAILED",
                "[\"dns.acme.example\"] | FAILED",
                "[\"10.0.0.2\", \"10.0.9.9\"] | WARNING",
            })
    void the_resolver_of_a_vpc_is_at_its_third_address(String servers, Verdict verdict) throws Exception {
        assertThat(about(PathCheck.DHCP_OPTIONS, set("/facts/names/nameServers/value", servers))
                        .verdict())
                .isEqualTo(verdict);
    }
}
