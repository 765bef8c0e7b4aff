package com.elementarydata.privatelink.construct;

import static com.elementarydata.privatelink.TestApp.template;
import static com.elementarydata.privatelink.TestApp.warnings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.elasticloadbalancingv2.CfnListener;
import software.amazon.awscdk.services.elasticloadbalancingv2.CfnLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.NetworkLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.NetworkLoadBalancerAttributes;

/** Load balancers and listeners that the app defines as plain resources. */
class GivenListenersTest {

    private final Stack stack = Offers.stack();

    private CfnLoadBalancer balancer(String id, List<String> groups) {
        return CfnLoadBalancer.Builder.create(stack, id)
                .type("network")
                .scheme("internal")
                .subnets(List.of("subnet-0123456789abcdef0", "subnet-0123456789abcdef1"))
                .securityGroups(groups)
                .build();
    }

    private void listen(CfnLoadBalancer balancer, Number port) {
        CfnListener.Builder.create(stack, "Listener")
                .loadBalancerArn(balancer.getRef())
                .protocol("TCP")
                .port(port)
                .defaultActions(List.of())
                .build();
    }

    private void offer(CfnLoadBalancer balancer) {
        Offers.offered(stack, 443)
                .loadBalancer(NetworkLoadBalancer.fromNetworkLoadBalancerAttributes(
                        stack,
                        "N",
                        NetworkLoadBalancerAttributes.builder()
                                .loadBalancerArn(balancer.getRef())
                                .build()))
                .build();
    }

    @Test
    void a_listener_on_a_port_that_is_a_parameter_may_be_the_one() {
        CfnLoadBalancer balancer = balancer("Balancer", List.of("sg-0123456789abcdef0"));
        listen(
                balancer,
                CfnParameter.Builder.create(stack, "Port")
                        .type("Number")
                        .build()
                        .getValueAsNumber());
        offer(balancer);

        template(stack);
        assertThat(warnings(stack)).singleElement().asString().contains("loadBalancerNotVerified");
    }

    @Test
    void fails_where_only_another_load_balancer_has_the_listener() {
        listen(balancer("Other", List.of("sg-0123456789abcdef0")), 443);
        offer(balancer("Balancer", List.of("sg-0123456789abcdef0")));

        assertThatThrownBy(() -> template(stack))
                .hasMessageContaining("the load balancer Stack/N has no listener on 443; add one with TCP");
    }

    @Test
    void an_empty_list_of_security_groups_is_none() {
        CfnLoadBalancer balancer = balancer("Balancer", List.of());
        listen(balancer, 443);
        offer(balancer);

        template(stack);
        assertThat(warnings(stack))
                .singleElement()
                .asString()
                .startsWith("the load balancer Stack/N has no security group, and can never get one");
    }
}
