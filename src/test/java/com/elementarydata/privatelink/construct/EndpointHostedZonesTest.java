package com.elementarydata.privatelink.construct;

import static com.elementarydata.privatelink.TestApp.resources;
import static com.elementarydata.privatelink.TestApp.template;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.elementarydata.privatelink.TestApp;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.ec2.VpcAttributes;
import tools.jackson.databind.JsonNode;

class EndpointHostedZonesTest {

    private static final String DNS_NAME =
            "vpce-0123456789abcdef0-abcdefgh.vpce-svc-0123456789abcdef0.eu-west-1.vpce.amazonaws.com";
    private static final String DNS_ZONE = "Z38GZ743OKFT7T";

    private final Stack stack = TestApp.stack("eu-central-1");

    private static IVpc production(Stack stack) {
        return Vpc.fromVpcAttributes(
                stack,
                "Production",
                VpcAttributes.builder()
                        .vpcId("vpc-0a1b2c3d4e5f60718")
                        .region("eu-central-1")
                        .availabilityZones(List.of("euc1-az1"))
                        .isolatedSubnetIds(List.of("subnet-0123456789abcdef0"))
                        .isolatedSubnetRouteTableIds(List.of("rtb-0123456789abcdef0"))
                        .build());
    }

    private static EndpointHostedZonesProps.Builder<EndpointHostedZones> zonesIn(Stack stack) {
        return EndpointHostedZones.Builder.create(stack, "Names").vpc(production(stack));
    }

    private EndpointHostedZonesProps.Builder<EndpointHostedZones> zones() {
        return zonesIn(stack);
    }

    private static String text(JsonNode resource, String pointer) {
        return resource.at(pointer).asString();
    }

    /** The names of records, each with the name of the zone that it is in. */
    private static Map<String, String> zoneByRecord(JsonNode template) {
        Map<String, String> zones = new TreeMap<>();
        resources(template, "AWS::Route53::RecordSet").forEach(record -> {
            String zone = text(record, "/Properties/HostedZoneId/Fn::GetAtt/0");
            zones.put(
                    text(record, "/Properties/Name"), text(template, "/Resources/%s/Properties/Name".formatted(zone)));
        });
        return zones;
    }

    private static Map<String, String> typeById(JsonNode template) {
        Map<String, String> types = new TreeMap<>();
        template.get("Resources")
                .propertyStream()
                .forEach(entry -> types.put(entry.getKey(), text(entry.getValue(), "/Type")));
        return types;
    }

    @Test
    void takes_over_a_zone_that_exists_without_a_record_and_keeps_it() {
        zones().existingZones(List.of("git.acme.example"))
                .hostnames(List.of("db.acme.example"), DNS_NAME, DNS_ZONE)
                .build();

        JsonNode template = template(stack);
        assertThat(zoneByRecord(template)).isEqualTo(Map.of("db.acme.example", "db.acme.example"));
        Map<String, String> policies = new TreeMap<>();
        resources(template, "AWS::Route53::HostedZone")
                .forEach(zone -> policies.put(text(zone, "/Properties/Name"), text(zone, "/DeletionPolicy")));
        assertThat(policies).containsEntry("git.acme.example", "Retain").containsEntry("db.acme.example", "");
    }

    @Test
    void refuses_existing_zones_that_are_none_of_their_own() {
        assertThatThrownBy(() -> zonesIn(TestApp.stack("eu-central-1"))
                        .existingZones(List.of("*.git.acme.example", "git.acme.example"))
                        .build())
                .hasMessageContaining("\"*.git.acme.example\" is no zone of its own beside the others");
        assertThatThrownBy(() -> zones().existingZones(List.of("git.acme.example"))
                        .hostnames(List.of("acme.example"), DNS_NAME, DNS_ZONE)
                        .build())
                .hasMessageContaining("\"git.acme.example\" is no zone of its own beside the others");
    }

    private EndpointHostedZonesProps.Builder<EndpointHostedZones> zonesFor(String vpcId, String region) {
        return EndpointHostedZones.Builder.create(stack, "Names")
                .vpcId(vpcId, region)
                .hostnames(List.of("git.acme.example"), DNS_NAME, DNS_ZONE);
    }

    @Test
    void is_for_a_vpc_that_is_known_by_its_id_alone() {
        zonesFor("vpc-0a1b2c3d4e5f60718", "eu-central-1")
                .tags(Map.of("team", "data"))
                .build();

        JsonNode zone = resources(template(stack), "AWS::Route53::HostedZone").get(0);
        assertThat(zone.at("/Properties/VPCs").toString())
                .isEqualTo("[{\"VPCId\":\"vpc-0a1b2c3d4e5f60718\",\"VPCRegion\":\"eu-central-1\"}]");
        assertThat(zone.at("/Properties/HostedZoneTags").toString())
                .isEqualTo("[{\"Key\":\"team\",\"Value\":\"data\"}]");
    }

    @Test
    void refuses_what_is_no_vpc() {
        assertThatThrownBy(() -> zonesFor("subnet-1", "eu-central").build())
                .hasMessageContaining("\"subnet-1\" is not the id of a VPC; pass vpc-…")
                .hasMessageContaining("eu-central");
        assertThatThrownBy(() -> zonesFor("vpc-1", "").build()).hasMessageContaining("Region is missing");
        assertThatThrownBy(() -> zones().vpcId("vpc-1", "eu-central-1").build())
                .hasMessageContaining("vpc and vpcId are given; pass one of them");
    }

    @Test
    void leads_a_hostname_to_the_endpoint_in_a_zone_of_its_own() {
        zones().hostnames(List.of("git.acme.example"), DNS_NAME, DNS_ZONE).build();

        JsonNode template = template(stack);
        JsonNode zone = resources(template, "AWS::Route53::HostedZone").get(0);
        assertThat(text(zone, "/Properties/Name")).isEqualTo("git.acme.example");
        assertThat(zone.at("/Properties/VPCs").toString())
                .isEqualTo("[{\"VPCId\":\"vpc-0a1b2c3d4e5f60718\",\"VPCRegion\":\"eu-central-1\"}]");
        JsonNode record = resources(template, "AWS::Route53::RecordSet").get(0).get("Properties");
        assertThat(text(record, "/Name")).isEqualTo("git.acme.example");
        assertThat(text(record, "/Type")).isEqualTo("A");
        assertThat(record.has("TTL")).isFalse();
        assertThat(text(record, "/AliasTarget/DNSName")).isEqualTo(DNS_NAME);
        assertThat(text(record, "/AliasTarget/HostedZoneId")).isEqualTo(DNS_ZONE);
        assertThat(record.at("/AliasTarget/EvaluateTargetHealth").asBoolean(true))
                .isFalse();
        assertThat(zoneByRecord(template)).containsExactly(Map.entry("git.acme.example", "git.acme.example"));
    }

    @Test
    void gives_every_hostname_a_zone_and_never_their_common_parent() {
        zones().hostnames(List.of("one.acme.example", "two.acme.example"), DNS_NAME, DNS_ZONE)
                .build();

        assertThat(zoneByRecord(template(stack)))
                .isEqualTo(Map.of("one.acme.example", "one.acme.example", "two.acme.example", "two.acme.example"));
    }

    @Test
    void shares_the_zone_of_the_hostname_above() {
        zones().hostnames(List.of("ocsp.acme.example", "a.b.git.acme.example", "git.acme.example"), DNS_NAME, DNS_ZONE)
                .hostnames(List.of("not-git.acme.example"), DNS_NAME, DNS_ZONE)
                .build();

        assertThat(zoneByRecord(template(stack)))
                .isEqualTo(Map.of(
                        "a.b.git.acme.example", "git.acme.example",
                        "git.acme.example", "git.acme.example",
                        "not-git.acme.example", "not-git.acme.example",
                        "ocsp.acme.example", "ocsp.acme.example"));
    }

    @Test
    void puts_a_wildcard_into_the_zone_of_the_name_behind_it() {
        zones().hostnames(List.of("*.git.acme.example", "*.app.acme.example", "git.acme.example"), DNS_NAME, DNS_ZONE)
                .build();

        assertThat(zoneByRecord(template(stack)))
                .isEqualTo(Map.of(
                        "*.git.acme.example", "git.acme.example",
                        "git.acme.example", "git.acme.example",
                        "*.app.acme.example", "app.acme.example"));
    }

    @Test
    void leads_several_hostnames_to_several_endpoints() {
        zones().hostnames(List.of("one.acme.example"), "one.vpce.example", "Z1")
                .hostnames(List.of("two.acme.example"), "two.vpce.example", "Z2")
                .build();

        assertThat(resources(template(stack), "AWS::Route53::RecordSet"))
                .extracting(record -> text(record, "/Properties/Name") + " "
                        + text(record, "/Properties/AliasTarget/DNSName") + " "
                        + text(record, "/Properties/AliasTarget/HostedZoneId"))
                .containsExactlyInAnyOrder(
                        "one.acme.example one.vpce.example Z1", "two.acme.example two.vpce.example Z2");
    }

    @Test
    void keeps_zone_and_record_where_a_hostname_is_pointed_elsewhere() {
        Stack later = TestApp.stack("eu-central-1");

        zones().hostnames(List.of("git.acme.example"), DNS_NAME, DNS_ZONE).build();
        zonesIn(later)
                .hostnames(List.of("git.acme.example"), "another.vpce.example", "Z2")
                .build();

        assertThat(typeById(template(later))).isEqualTo(typeById(template(stack)));
        assertThat(resources(template(later), "AWS::Route53::HostedZone"))
                .isEqualTo(resources(template(stack), "AWS::Route53::HostedZone"));
    }

    @Test
    void leaves_the_zone_of_a_hostname_as_it_is_when_another_is_added() {
        Stack later = TestApp.stack("eu-central-1");

        zones().hostnames(List.of("git.acme.example"), DNS_NAME, DNS_ZONE).build();
        zonesIn(later)
                .hostnames(List.of("a.git.acme.example", "another.example", "git.acme.example"), DNS_NAME, DNS_ZONE)
                .build();

        assertThat(typeById(template(later))).containsAllEntriesOf(typeById(template(stack)));
    }

    @Test
    void does_not_mind_the_order_of_hostnames() {
        Stack other = TestApp.stack("eu-central-1");

        zones().hostnames(List.of("one.acme.example"), "one.vpce.example", "Z1")
                .hostnames(List.of("two.acme.example", "*.one.acme.example"), "two.vpce.example", "Z2")
                .build();
        zonesIn(other)
                .hostnames(List.of("*.one.acme.example", "two.acme.example"), "two.vpce.example", "Z2")
                .hostnames(List.of("one.acme.example"), "one.vpce.example", "Z1")
                .build();

        assertThat(template(other).toString()).isEqualTo(template(stack).toString());
    }

    @Test
    void keeps_no_zone_and_no_record_when_the_stack_is_deleted() {
        zones().hostnames(List.of("git.acme.example", "db.acme.example"), DNS_NAME, DNS_ZONE)
                .build();

        assertThat(template(stack).get("Resources").valueStream()).hasSize(4).allSatisfy(resource -> {
            assertThat(resource.has("DeletionPolicy")).isFalse();
            assertThat(resource.has("UpdateReplacePolicy")).isFalse();
        });
    }

    @Test
    void names_the_region_of_a_vpc_that_is_not_in_the_stacks() {
        Stack elsewhere = TestApp.stack("us-west-2");

        zonesIn(elsewhere)
                .hostnames(List.of("git.acme.example"), DNS_NAME, DNS_ZONE)
                .build();

        assertThat(resources(template(elsewhere), "AWS::Route53::HostedZone"))
                .extracting(zone -> text(zone, "/Properties/VPCs/0/VPCRegion"))
                .containsExactly("eu-central-1");
    }

    @Test
    void takes_an_endpoint_for_its_name_and_zone() {
        InterfaceEndpointForService endpoint = InterfaceEndpointForService.Builder.create(stack, "Endpoint")
                .vpc(Vpc.fromVpcAttributes(
                        stack,
                        "Vpc",
                        VpcAttributes.builder()
                                .vpcId("vpc-0123456789abcdef0")
                                .availabilityZones(List.of("euc1-az1"))
                                .isolatedSubnetIds(List.of("subnet-0123456789abcdef0"))
                                .isolatedSubnetRouteTableIds(List.of("rtb-0123456789abcdef0"))
                                .build()))
                .subnets(SubnetSelection.builder()
                        .subnetType(SubnetType.PRIVATE_ISOLATED)
                        .build())
                .serviceName("com.amazonaws.vpce.eu-central-1.vpce-svc-0123456789abcdef0")
                .clientCidrs(List.of("10.0.1.0/24"))
                .ports(List.of(443))
                .build();

        zones().hostnames(List.of("git.acme.example"), endpoint).build();

        JsonNode target =
                resources(template(stack), "AWS::Route53::RecordSet").get(0).at("/Properties/AliasTarget");
        assertThat(target.get("DNSName").toString()).contains("\"Fn::Select\":[1,", "\"DnsEntries\"");
        assertThat(target.get("HostedZoneId").toString()).contains("\"Fn::Select\":[0,", "\"DnsEntries\"");
    }

    @Test
    void takes_tokens_for_the_endpoint_and_the_vpc() {
        zones().hostnames(
                        List.of("git.acme.example"),
                        CfnParameter.Builder.create(stack, "DnsName").build().getValueAsString(),
                        CfnParameter.Builder.create(stack, "DnsZone").build().getValueAsString())
                .build();

        assertThat(text(
                        resources(template(stack), "AWS::Route53::RecordSet").get(0),
                        "/Properties/AliasTarget/DNSName/Ref"))
                .isEqualTo("DnsName");
    }

    @Test
    void hands_out_its_zones_by_name() {
        EndpointHostedZones zones = zones().hostnames(
                        List.of("two.acme.example", "one.acme.example", "*.one.acme.example"), DNS_NAME, DNS_ZONE)
                .build();

        assertThat(zones.getHostedZones().keySet()).containsExactly("one.acme.example", "two.acme.example");
    }

    @Test
    void takes_props_as_well_as_the_builder() {
        Stack other = TestApp.stack("eu-central-1");

        zones().hostnames(List.of("git.acme.example"), DNS_NAME, DNS_ZONE).build();
        new EndpointHostedZones(
                other,
                "Names",
                EndpointHostedZonesProps.builder()
                        .vpc(production(other))
                        .hostnames(List.of("git.acme.example"), DNS_NAME, DNS_ZONE)
                        .build());

        assertThat(template(other).toString()).isEqualTo(template(stack).toString());
    }

    @Test
    void fails_with_all_that_is_missing() {
        assertThatThrownBy(() -> EndpointHostedZonesProps.builder().build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("EndpointHostedZones: vpc is missing; pass vpc(…)")
                .hasMessageContaining("no hostname is given; pass hostnames(…)");
    }

    @Test
    void fails_with_all_that_is_wrong_and_defines_nothing() {
        String token = CfnParameter.Builder.create(stack, "Name").build().getValueAsString();

        assertThatThrownBy(() -> zones().hostnames(
                                List.of("https://git.acme.example/x", "10.1.2.3", "git.*.example", token), "", "")
                        .hostnames(List.of("db.acme.example"), DNS_NAME, DNS_ZONE)
                        .hostnames(List.of("db.acme.example"), "another.vpce.example", "Z2")
                        .build())
                .hasMessageContaining("give the host alone: git.acme.example")
                .hasMessageContaining("give the name that clients use, not an address")
                .hasMessageContaining("use a wildcard only as the whole first label")
                .hasMessageContaining("a hostname is a token; pass its text")
                .hasMessageContaining("duplicate hostname db.acme.example");
        assertThat(stack.getNode().tryFindChild("Names")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "'', give each label 1 to 63 letters",
        "Git.Acme.Example, write git.acme.example",
        "git.acme.example., write git.acme.example",
        "git.acme.example:443, give the host without its port: git.acme.example",
        "localhost, give the full name with its domain"
    })
    void fails_on_what_is_no_hostname(String hostname, String remedy) {
        assertThatThrownBy(() ->
                        zones().hostnames(List.of(hostname), DNS_NAME, DNS_ZONE).build())
                .hasMessageContaining(remedy);
    }

    @ParameterizedTest
    @CsvSource({"'', Z1", "one.vpce.example, ''"})
    void fails_without_the_name_or_the_zone_of_an_endpoint(String dnsName, String dnsHostedZoneId) {
        assertThatThrownBy(() -> zones().hostnames(List.of("git.acme.example"), dnsName, dnsHostedZoneId)
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"git.acme.example\" has no endpoint to point to");
    }

    @Test
    void fails_with_an_existing_zone_that_is_a_token() {
        String token = CfnParameter.Builder.create(stack, "Zone").build().getValueAsString();

        assertThatThrownBy(() -> zones().existingZones(List.of(token)).build())
                .hasMessageContaining("a zone is a token; pass its name")
                .hasMessageNotContaining("Token[");
    }
}
