package com.elementarydata.privatelink.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.elementarydata.privatelink.TestApp;
import com.elementarydata.privatelink.construct.CustomerEndpointService;
import com.elementarydata.privatelink.net.Elementary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.ec2.VpcAttributes;
import software.amazon.awscdk.services.elasticloadbalancingv2.HealthCheck;
import software.amazon.awscdk.services.elasticloadbalancingv2.Protocol;
import software.amazon.awscdk.services.elasticloadbalancingv2.targets.IpTarget;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever a customer's construct takes, {@code add --handoff} takes, and what one refuses the other does. */
class OneHandoffTest {

    private static final String SERVICE_ID = "vpce-svc-0123456789abcdefa";

    @TempDir
    private Path root;

    private FleetRun fleet;

    @BeforeEach
    void copy_the_example_fleet() throws IOException {
        fleet = FleetRun.in(root);
    }

    private FleetRun.Result add(String integration, String document) {
        return fleet.reading(document, "add %s maple --handoff - --connection code --dry-run".formatted(integration));
    }

    private static List<String> list(String words) {
        return words == null ? List.of() : Arrays.asList(words.split(" "));
    }

    private static Stack offer(String integration, String region, String hostnames, String ports, String zones) {
        Stack stack = TestApp.stack(region);
        CustomerEndpointService.forElementary(stack, "Offer")
                .vpc(Vpc.fromVpcAttributes(
                        stack,
                        "Vpc",
                        VpcAttributes.builder()
                                .vpcId("vpc-0123456789abcdef0")
                                .vpcCidrBlock("10.20.0.0/16")
                                .availabilityZones(List.of(region + "a", region + "b"))
                                .privateSubnetIds(List.of("subnet-0123456789abcdef0", "subnet-0123456789abcdef1"))
                                .privateSubnetRouteTableIds(List.of("rtb-0123456789abcdef0", "rtb-0123456789abcdef1"))
                                .build()))
                .integration(integration)
                .allowedPrincipals(List.of(Elementary.ACCOUNT_ID))
                .clientCidrs(Elementary.CLIENT_CIDRS)
                .targets(List.of(new IpTarget("10.20.4.5")))
                .healthCheck(HealthCheck.builder().protocol(Protocol.TCP).build())
                .hostnames(list(hostnames))
                .ports(list(ports).stream().map(Integer::valueOf).toList())
                .availabilityZoneIds(list(zones))
                .build();
        return stack;
    }

    /** What the output is once it is deployed. */
    private static String resolved(JsonNode output, String region) {
        if (output.isString()) {
            return output.asString();
        }
        if (output.has("Ref")) {
            return output.get("Ref").asString().equals("AWS::Region") ? region : SERVICE_ID;
        }
        JsonNode join = output.get("Fn::Join");
        return join.get(1)
                .valueStream()
                .map(part -> resolved(part, region))
                .collect(Collectors.joining(join.get(0).asString()));
    }

    private static String document(String integration, String region, String hostnames, String ports, String zones) {
        String prefix = region.startsWith("cn-") ? "cn." : "";
        return JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "version",
                        1,
                        "integration",
                        integration,
                        "region",
                        region,
                        "awsAccountId",
                        "111122223333",
                        "serviceName",
                        "%scom.amazonaws.vpce.%s.%s".formatted(prefix, region, SERVICE_ID),
                        "hostnames",
                        list(hostnames),
                        "ports",
                        list(ports).stream().map(Integer::valueOf).toList(),
                        "availabilityZoneIds",
                        list(zones)));
    }

    @ParameterizedTest
    @CsvSource({
        "service, eu-west-1, db.maple.example, 5432, euw1-az1 euw1-az2",
        "service, eu-west-1, db.maple.example db2.maple.example, 1 65535, euw1-az1 euw1-az2",
        "service, eu-west-1, db.maple.example *.db.maple.example, 5432, euw1-az3 euw1-az1",
        "service, us-east-1, xn--bcher-kva.example.com, 9092 9093 9094, use1-az1 use1-az6",
        "service, ap-southeast-3, db.maple.co.uk, 443, apse3-az1 apse3-az2",
        "service, eu-west-1, db.internal, 443, euw1-az1 euw1-az2",
        "service, eu-west-1, maple.example, 443, euw1-az1 euw1-az2",
        "github-enterprise-server, eu-west-1, code.maple.example, 443, euw1-az1 euw1-az2",
        "github-enterprise-server, eu-west-1, code.maple.example *.code.maple.example, 443 22, euw1-az1 euw1-az2",
        "gitlab-self-managed, eu-west-1, lab.maple.example, 443 22, euw1-az1 euw1-az2"
    })
    void both_take(String integration, String region, String hostnames, String ports, String zones) {
        JsonNode output = TestApp.template(offer(integration, region, hostnames, ports, zones))
                .at("/Outputs/Handoff/Value");

        FleetRun.Result added = add(integration, resolved(output, region));

        assertThat(added.err()).doesNotContain("nothing was written");
        assertThat(added.exitCode()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "service, eu-west-1, maple.com, 443, euw1-az1 euw1-az2",
        "service, eu-west-1, maple.co.uk, 443, euw1-az1 euw1-az2",
        "service, eu-west-1, co.uk, 443, euw1-az1 euw1-az2",
        "service, eu-west-1, github.io, 443, euw1-az1 euw1-az2",
        "service, eu-west-1, *.db.maple.example, 443, euw1-az1 euw1-az2",
        "service, eu-west-1, db_1.maple.example, 443, euw1-az1 euw1-az2",
        "service, eu-west-1, DB.maple.example, 443, euw1-az1 euw1-az2",
        "service, eu-west-1, db.maple.example., 443, euw1-az1 euw1-az2",
        "service, eu-west-1, db.maple.example:443, 443, euw1-az1 euw1-az2",
        "service, eu-west-1, https://db.maple.example, 443, euw1-az1 euw1-az2",
        "service, eu-west-1, 10.1.2.3, 443, euw1-az1 euw1-az2",
        "service, eu-west-1, db, 443, euw1-az1 euw1-az2",
        "service, eu-west-1, db.maple.example db.maple.example, 443, euw1-az1 euw1-az2",
        "service, eu-west-1, , 443, euw1-az1 euw1-az2",
        "service, eu-west-1, db.elementary-data.com, 443, euw1-az1 euw1-az2",
        "service, eu-west-1, acme.okta.com, 443, euw1-az1 euw1-az2",
        "service, eu-west-1, orders.eu-west-1.amazonaws.com, 443, euw1-az1 euw1-az2",
        "service, eu-west-1, db.maple.example, 0, euw1-az1 euw1-az2",
        "service, eu-west-1, db.maple.example, 65536, euw1-az1 euw1-az2",
        "service, eu-west-1, db.maple.example, 443 443, euw1-az1 euw1-az2",
        "service, eu-west-1, db.maple.example, , euw1-az1 euw1-az2",
        "service, eu-west-1, db.maple.example, 443, euw1-az1 euw1-az1",
        "service, eu-west-1, db.maple.example, 443, euw1-az1 euc1-az1",
        "service, eu-west-1, db.maple.example, 443, eu-west-1a eu-west-1b",
        "service, eu-nowhere-1, db.maple.example, 443, enw1-az1 enw1-az2",
        "service, us-gov-west-1, db.maple.example, 443, usgw1-az1 usgw1-az2",
        "service, cn-north-1, db.maple.example, 443, cnn1-az1 cnn1-az2",
        "github-enterprise-server, eu-west-1, code.maple.example, 8443, euw1-az1 euw1-az2",
        "github-enterprise-server, eu-west-1, code.maple.example hub.maple.example, 443, euw1-az1 euw1-az2",
        "gitlab-self-managed, eu-west-1, lab.maple.example *.lab.maple.example, 443, euw1-az1 euw1-az2",
        "gitlab-self-managed, eu-west-1, lab.maple.example, 9090, euw1-az1 euw1-az2",
        "snowflake, eu-west-1, db.maple.example, 443, euw1-az1 euw1-az2"
    })
    void fails_on_both_sides(String integration, String region, String hostnames, String ports, String zones) {
        assertThatThrownBy(() -> offer(integration, region, hostnames, ports, zones))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("CustomerEndpointService: ");

        FleetRun.Result added = add(integration, document(integration, region, hostnames, ports, zones));

        assertThat(added.exitCode()).isPositive();
    }
}
