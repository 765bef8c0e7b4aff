package com.elementarydata.privatelink.construct;

import static com.elementarydata.privatelink.TestApp.resources;
import static com.elementarydata.privatelink.TestApp.template;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationListener;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.BaseApplicationListenerProps;
import software.amazon.awscdk.services.elasticloadbalancingv2.HealthCheck;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerAction;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerCertificate;
import software.amazon.awscdk.services.elasticloadbalancingv2.Protocol;
import software.amazon.awscdk.services.elasticloadbalancingv2.targets.AlbArnTarget;
import software.amazon.awscdk.services.elasticloadbalancingv2.targets.AlbListenerTarget;
import software.amazon.awscdk.services.elasticloadbalancingv2.targets.IpTarget;

/** Each port with targets, and a target port, of its own. */
class CustomerEndpointServiceTargetsByPortTest extends CustomerEndpointServiceFixture {

    private List<String> groups() {
        return resources(template(stack), NETWORK + "TargetGroup").stream()
                .map(group -> group.get("Properties"))
                .map(group -> "%s %s".formatted(group.get("Port"), group.get("Targets")))
                .toList();
    }

    @Test
    void forwards_each_port_to_its_own_broker() {
        service()
                .ports(List.of(9001, 9002))
                .targets(9001, List.of(new IpTarget("172.31.4.5", 9092)))
                .targets(9002, List.of(new IpTarget("172.31.4.6", 9092)))
                .build();

        assertThat(groups())
                .containsExactly(
                        "9001 [{\"Id\":\"172.31.4.5\",\"Port\":9092}]", "9002 [{\"Id\":\"172.31.4.6\",\"Port\":9092}]");
        assertThat(outbound()).containsExactly("172.31.4.5/32 tcp 9092-9092", "172.31.4.6/32 tcp 9092-9092");
    }

    @Test
    void forwards_a_port_to_another_one_of_the_same_targets() {
        service().ports(List.of(443, 5432)).targetPort(443, 8443).build();

        assertThat(groups()).containsExactly("8443 [{\"Id\":\"172.31.5.6\"}]", "5432 [{\"Id\":\"172.31.5.6\"}]");
        assertThat(outbound()).containsExactly("172.31.5.6/32 tcp 8443-8443", "172.31.5.6/32 tcp 5432-5432");
    }

    @Test
    void forwards_each_port_to_a_listener_of_the_same_application_load_balancer() {
        service()
                .ports(List.of(80, 443))
                .targets(80, List.of(new AlbArnTarget(ALB, 80)))
                .targets(443, List.of(new AlbArnTarget(ALB, 443)))
                .healthCheck(
                        HealthCheck.builder().protocol(Protocol.HTTPS).path("/").build())
                .build();

        assertThat(groups())
                .containsExactly(
                        "80 [{\"Id\":\"%s\",\"Port\":80}]".formatted(ALB),
                        "443 [{\"Id\":\"%s\",\"Port\":443}]".formatted(ALB));
    }

    @Test
    void fails_with_one_listener_of_an_application_load_balancer_behind_two_ports() {
        IVpc vpc = vpc();
        ApplicationListener listener = ApplicationLoadBalancer.Builder.create(stack, "Alb")
                .vpc(vpc)
                .build()
                .addListener(
                        "L",
                        BaseApplicationListenerProps.builder()
                                .port(443)
                                .certificates(List.of(ListenerCertificate.fromArn(
                                        "arn:aws:acm:eu-west-1:111122223333:certificate/x")))
                                .defaultAction(ListenerAction.fixedResponse(200))
                                .build());

        assertThatThrownBy(() -> service(vpc)
                        .ports(List.of(80, 443))
                        .targets(List.of(new AlbListenerTarget(listener)))
                        .healthCheck(
                                HealthCheck.builder().protocol(Protocol.HTTPS).build())
                        .build())
                .hasMessage("CustomerEndpointService: the target of type alb with port 443 is reached on a port of its"
                        + " own, so each of the ports 80, 443 would reach that one; pass the targets of each port, as in"
                        + " targets(80, List.of(…))");
        assertThat(stack.getNode().tryFindChild("Orders")).isNull();
    }

    @Test
    void fails_with_targets_that_have_a_port_of_their_own_behind_several_ports() {
        assertThatThrownBy(() -> service()
                        .ports(List.of(9001, 9002))
                        .targets(List.of(new IpTarget("172.31.4.5", 9092), new IpTarget("172.31.4.6", 9092)))
                        .build())
                .hasMessageContaining("the target 172.31.4.5:9092 is reached on a port of its own, so each of the ports"
                        + " 9001, 9002 would reach that one; pass the targets of each port, as in"
                        + " targets(9001, List.of(…))")
                .hasMessageContaining("the target 172.31.4.6:9092 is reached on a port of its own");
    }

    @Test
    void fails_with_targets_or_a_target_port_of_a_port_that_is_none() {
        assertThatThrownBy(() -> service()
                        .targets(5433, List.of(new IpTarget("172.31.5.7")))
                        .targetPort(5434, 0)
                        .build())
                .hasMessageContaining(
                        "a list of targets is given for port 5433, which is not among the ports; add it to ports(…)")
                .hasMessageContaining("a target port is given for port 5434, which is not among the ports")
                .hasMessageContaining("0 is not a TCP port");
    }

    @Test
    void fails_with_a_target_port_of_targets_that_have_their_own() {
        assertThatThrownBy(() -> service()
                        .targets(List.of(new IpTarget("172.31.5.6", 15_432)))
                        .targetPort(5432, 25_432)
                        .build())
                .hasMessageContaining("the target 172.31.5.6:15432 is reached on a port of its own, and"
                        + " targetPort(5432, …) is given; omit one of the two");
    }

    @Test
    void fails_with_a_target_port_that_the_integration_does_not_expose() {
        assertThatThrownBy(() -> service()
                        .integration("github-enterprise-server")
                        .ports(List.of(443))
                        .targetPort(443, 8443)
                        .build())
                .hasMessageContaining("port 8443 is an administrative port");
    }

    @Test
    void fails_where_one_port_alone_has_targets() {
        assertThatThrownBy(() -> CustomerEndpointService.forElementary(stack, "Orders")
                        .vpc(vpc())
                        .ports(List.of(443, 22))
                        .targets(443, List.of(new IpTarget("172.31.5.6")))
                        .hostnames(List.of("orders.acme.example"))
                        .build())
                .hasMessageContaining("no target is given for port 22; pass some");
    }

    @Test
    void fails_with_an_empty_list_for_one_port_though_others_have_targets() {
        Offers.assertRefused(service().ports(List.of(443, 5432)).targets(443, List.of()))
                .hasMessageContaining("no target is given for port 443; pass some")
                .hasMessageNotContaining("5432");
    }
}
