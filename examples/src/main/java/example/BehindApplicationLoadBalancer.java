package example;

import com.elementarydata.privatelink.construct.CustomerEndpointService;
import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationListener;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationProtocol;
import software.amazon.awscdk.services.elasticloadbalancingv2.BaseApplicationListenerProps;
import software.amazon.awscdk.services.elasticloadbalancingv2.HealthCheck;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerAction;
import software.amazon.awscdk.services.elasticloadbalancingv2.Protocol;
import software.amazon.awscdk.services.elasticloadbalancingv2.targets.AlbListenerTarget;

/** A web service behind an internal Application Load Balancer of the same app. */
final class BehindApplicationLoadBalancer {

    private BehindApplicationLoadBalancer() {}

    static void define(Stack stack) {
        IVpc vpc = ExistingVpc.in(stack);
        ApplicationLoadBalancer web =
                ApplicationLoadBalancer.Builder.create(stack, "Web").vpc(vpc).build();
        ApplicationListener listener = web.addListener(
                "Http",
                BaseApplicationListenerProps.builder()
                        .port(80)
                        .protocol(ApplicationProtocol.HTTP)
                        .open(false)
                        .defaultAction(ListenerAction.fixedResponse(200))
                        .build());
        CustomerEndpointService.Builder.create(stack, "Orders")
                .vpc(vpc)
                .ports(List.of(80))
                .targets(List.of(new AlbListenerTarget(listener)))
                .targetSecurityGroups(web.getConnections().getSecurityGroups())
                .healthCheck(HealthCheck.builder()
                        .protocol(Protocol.HTTP)
                        .path("/healthz")
                        .build())
                .hostnames(List.of("orders.acme.example"))
                .build();
    }
}
