package com.elementarydata.privatelink.construct;

import static com.elementarydata.privatelink.TestApp.resources;
import static com.elementarydata.privatelink.TestApp.template;
import static com.elementarydata.privatelink.TestApp.warnings;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.elasticloadbalancingv2.HealthCheck;
import software.amazon.awscdk.services.elasticloadbalancingv2.targets.IpTarget;
import tools.jackson.databind.JsonNode;

/** Adjacent ports share a rule of a security group, and what is more than AWS takes has a warning. */
class ManyPortsTest {

    private static final String RULES = "[ack: @elementarydata/privatelink-cdk:rulesPerSecurityGroup]";
    private static final String LISTENERS = "[ack: @elementarydata/privatelink-cdk:listenersPerLoadBalancer]";

    private final Stack stack = Offers.stack();

    /** No two of them adjacent. */
    private static int[] apart(int count) {
        return IntStream.range(0, count).map(i -> 9092 + 2 * i).toArray();
    }

    private static int[] adjacent(int count) {
        return IntStream.range(0, count).map(i -> 9092 + i).toArray();
    }

    private List<String> rules(String direction) {
        return resources(template(stack), "AWS::EC2::SecurityGroup")
                .get(0)
                .at("/Properties/" + direction)
                .valueStream()
                .map(ManyPortsTest::words)
                .toList();
    }

    private static String words(JsonNode rule) {
        return "%s %s-%s".formatted(rule.get("CidrIp").asString(), rule.get("FromPort"), rule.get("ToPort"));
    }

    @Test
    void the_ports_of_a_kafka_cluster_take_a_rule_per_client_and_broker() {
        Offers.service(stack, adjacent(21))
                .targets(List.of(new IpTarget("10.20.4.5"), new IpTarget("10.20.4.6"), new IpTarget("10.20.4.7")))
                .build();

        assertThat(rules("SecurityGroupIngress"))
                .containsExactly("10.0.1.0/24 9092-9112", "10.0.2.0/24 9092-9112", "10.0.3.0/24 9092-9112");
        assertThat(rules("SecurityGroupEgress"))
                .containsExactly("10.20.4.5/32 9092-9112", "10.20.4.6/32 9092-9112", "10.20.4.7/32 9092-9112");
        assertThat(warnings(stack)).noneMatch(warning -> warning.endsWith(RULES));
    }

    @Test
    void the_port_of_the_health_check_is_let_out_with_those_beside_it_and_not_let_in() {
        Offers.service(stack, 5432, 443)
                .healthCheck(HealthCheck.builder().port("5433").build())
                .build();

        assertThat(rules("SecurityGroupIngress")).contains("10.0.1.0/24 5432-5432", "10.0.1.0/24 443-443");
        assertThat(rules("SecurityGroupEgress")).containsExactly("10.20.4.5/32 5432-5433", "10.20.4.5/32 443-443");
    }

    @Test
    void two_ports_of_one_address_are_let_out_together() {
        Offers.service(stack, 443)
                .targets(List.of(new IpTarget("10.20.4.5", 8001), new IpTarget("10.20.4.5", 8002)))
                .build();

        assertThat(rules("SecurityGroupEgress")).containsExactly("10.20.4.5/32 8001-8002");
    }

    @Test
    void an_endpoint_admits_thirty_adjacent_ports_with_a_rule_per_client() {
        Offers.endpoint(stack, adjacent(30)).build();

        assertThat(rules("SecurityGroupIngress")).hasSize(3).contains("10.0.1.0/24 9092-9121");
        assertThat(warnings(stack)).isEmpty();
    }

    @Test
    void more_rules_than_aws_takes_have_a_warning_on_both_sides() {
        Offers.service(stack, apart(21)).build();
        Stack fewer = Offers.stack();
        Offers.endpoint(fewer, apart(20)).build();
        Stack consumer = Offers.stack();
        Offers.endpoint(consumer, apart(21)).build();

        assertThat(warnings(stack))
                .filteredOn(warning -> warning.endsWith(RULES))
                .singleElement()
                .asString()
                .contains("the security group needs 63 inbound rules, more than the default quota of 60");
        assertThat(warnings(consumer)).singleElement().asString().endsWith(RULES);
        assertThat(warnings(fewer)).isEmpty();
    }

    @Test
    void the_rules_for_the_clients_icmp_messages_count_as_well() {
        Offers.service(stack, apart(20)).admitPathMtuIcmp(true).build();

        assertThat(warnings(stack))
                .filteredOn(warning -> warning.endsWith(RULES))
                .singleElement()
                .asString()
                .contains("63 inbound rules");
    }

    @Test
    void outbound_rules_are_counted_apart_from_inbound_ones() {
        Offers.service(stack, apart(16))
                .targets(IntStream.range(0, 4)
                        .mapToObj(i -> new IpTarget("10.20.4." + (5 + i)))
                        .toList())
                .build();

        assertThat(warnings(stack))
                .filteredOn(warning -> warning.endsWith(RULES))
                .singleElement()
                .asString()
                .contains("64 outbound rules");
    }

    @Test
    void more_listeners_than_aws_takes_have_a_warning() {
        Offers.service(stack, adjacent(51)).build();
        Stack fewer = Offers.stack();
        Offers.service(fewer, adjacent(50)).build();

        assertThat(warnings(stack))
                .filteredOn(warning -> warning.endsWith(LISTENERS))
                .hasSize(1);
        assertThat(warnings(fewer)).noneMatch(warning -> warning.endsWith(LISTENERS));
    }
}
