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
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerCertificate;
import software.amazon.awscdk.services.elasticloadbalancingv2.Protocol;
import software.amazon.awscdk.services.elasticloadbalancingv2.SslPolicy;
import software.amazon.awscdk.services.elasticloadbalancingv2.targets.AlbListenerTarget;

/** A web service behind an internal Application Load Balancer of the same app. */
final class BehindApplicationLoadBalancer {

    private static final String CERTIFICATE =
            "arn:aws:acm:eu-west-1:111122223333:certificate/01234567-89ab-cdef-0123-456789abcdef";

    private BehindApplicationLoadBalancer() {}

    static void define(Stack stack) {
        IVpc vpc = ExistingVpc.in(stack);
        ApplicationLoadBalancer web = ApplicationLoadBalancer.Builder.create(stack, "Web")
                .vpc(vpc)
                .dropInvalidHeaderFields(true)
                .deletionProtection(true)
                .build();
        ApplicationListener listener = web.addListener(
                "Https",
                BaseApplicationListenerProps.builder()
                        .port(443)
                        .protocol(ApplicationProtocol.HTTPS)
                        .certificates(List.of(ListenerCertificate.fromArn(CERTIFICATE)))
                        .sslPolicy(SslPolicy.RECOMMENDED_TLS)
                        .open(false)
                        .defaultAction(ListenerAction.fixedResponse(200))
                        .build());
        CustomerEndpointService.forElementary(stack, "Orders")
                .vpc(vpc)
                .ports(List.of(443))
                .targets(List.of(new AlbListenerTarget(listener)))
                .targetSecurityGroups(web.getConnections().getSecurityGroups())
                .healthCheck(HealthCheck.builder()
                        .protocol(Protocol.HTTPS)
                        .path("/healthz")
                        .build())
                .hostnames(List.of("orders.acme.example"))
                .build();
    }
}
