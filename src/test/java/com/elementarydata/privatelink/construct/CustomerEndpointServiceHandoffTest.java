package com.elementarydata.privatelink.construct;

import static com.elementarydata.privatelink.TestApp.template;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.elasticloadbalancingv2.targets.IpTarget;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the stack outputs for Elementary. */
class CustomerEndpointServiceHandoffTest extends CustomerEndpointServiceFixture {

    @Test
    void outputs_what_elementary_must_be_told_under_fixed_names() {
        CustomerEndpointService service = service()
                .ports(List.of(5432, 5433))
                .hostnames(List.of("orders.acme.example", "*.orders.acme.example"))
                .availabilityZoneIds(List.of("euw1-az1", "euw1-az2"))
                .build();

        assertThat(template(stack).get("Outputs").propertyNames())
                .containsExactlyInAnyOrder(
                        "ServiceName",
                        "AccountId",
                        "Region",
                        "Integration",
                        "Hostname",
                        "AvailabilityZoneIds",
                        "Handoff");
        assertThat(output("AccountId")).isEqualTo("111122223333");
        assertThat(output("Region")).isEqualTo("eu-west-1");
        assertThat(output("Integration")).isEqualTo("service");
        assertThat(output("Hostname")).isEqualTo("orders.acme.example,*.orders.acme.example");
        assertThat(output("AvailabilityZoneIds")).isEqualTo("euw1-az1,euw1-az2");
        assertThat(stack.resolve(service.getServiceName()).toString()).contains("com.amazonaws.vpce");
        assertThat(template(stack).get("Outputs").toString()).doesNotContain("Export");
    }

    @Test
    void outputs_the_handoff_document_as_json() {
        service()
                .hostnames(List.of("orders.acme.example", "*.orders.acme.example"))
                .build();

        String handoff = rendered(template(stack).at("/Outputs/Handoff/Value"));
        assertThat(handoff)
                .isEqualTo("{\"version\":1,\"integration\":\"service\",\"region\":\"eu-west-1\","
                        + "\"awsAccountId\":\"111122223333\",\"serviceName\":\"com.amazonaws.vpce.AWS::Region.OrdersEndpointService41BFF52B\","
                        + "\"hostnames\":[\"orders.acme.example\",\"*.orders.acme.example\"],\"ports\":[5432],"
                        + "\"availabilityZoneIds\":[]}");
        assertThat(JsonMapper.builder().build().readTree(handoff).get("version").asInt())
                .isEqualTo(1);
        assertThat(template(stack).get("Outputs").has("AvailabilityZoneIds")).isFalse();
    }

    /** What CloudFormation makes of a join; a reference stands for itself. */
    private static String rendered(JsonNode value) {
        if (value.has("Ref")) {
            return value.get("Ref").asString();
        }
        return value.isString()
                ? value.asString()
                : value.at("/Fn::Join/1")
                        .valueStream()
                        .map(CustomerEndpointServiceHandoffTest::rendered)
                        .collect(Collectors.joining(value.at("/Fn::Join/0").asString()));
    }

    @Test
    void outputs_of_two_services_in_a_stack_differ_by_their_prefix() {
        IVpc vpc = vpc();
        Stream.of("Orders", "Invoices")
                .forEach(id -> CustomerEndpointService.forElementary(stack, id)
                        .vpc(vpc)
                        .ports(List.of(443))
                        .targets(List.of(new IpTarget("172.31.5.6")))
                        .hostnames(List.of("orders.acme.example"))
                        .outputPrefix(id)
                        .build());

        assertThat(template(stack).get("Outputs").propertyNames())
                .contains("OrdersServiceName", "InvoicesServiceName", "OrdersHandoff", "InvoicesHandoff");
    }
}
