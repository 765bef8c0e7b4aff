package example;

import com.elementarydata.privatelink.construct.CustomerEndpointService;
import java.util.List;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.elasticloadbalancingv2.NetworkLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.NetworkLoadBalancerAttributes;

/** A network load balancer that exists already, and whose security group was looked at. */
final class ExistingLoadBalancer {

    private ExistingLoadBalancer() {}

    static void define(Stack stack) {
        CustomerEndpointService.forElementary(stack, "Orders")
                .loadBalancer(NetworkLoadBalancer.fromNetworkLoadBalancerAttributes(
                        stack,
                        "Existing",
                        NetworkLoadBalancerAttributes.builder()
                                .loadBalancerArn("arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/net/"
                                        + "orders/0123456789abcdef")
                                .build()))
                .ports(List.of(443))
                .hostnames(List.of("orders.acme.example"))
                .build();
        Annotations.of(stack).acknowledgeWarning("@elementarydata/privatelink-cdk:loadBalancerNotVerified");
    }
}
