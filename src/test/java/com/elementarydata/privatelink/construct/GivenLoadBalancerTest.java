package com.elementarydata.privatelink.construct;

import static com.elementarydata.privatelink.TestApp.template;
import static com.elementarydata.privatelink.TestApp.warnings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.App;
import software.amazon.awscdk.BootstraplessSynthesizer;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.elasticloadbalancingv2.BaseNetworkListenerProps;
import software.amazon.awscdk.services.elasticloadbalancingv2.CfnLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerCertificate;
import software.amazon.awscdk.services.elasticloadbalancingv2.NetworkLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.NetworkLoadBalancerAttributes;
import software.amazon.awscdk.services.elasticloadbalancingv2.NetworkTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.Protocol;
import software.amazon.awscdk.services.elasticloadbalancingv2.TargetType;

/** What the app says about a load balancer that it defines apart from the construct. */
class GivenLoadBalancerTest {

    private final Stack stack = Offers.stack();
    private final IVpc vpc = Offers.imported(stack);

    private NetworkLoadBalancer.Builder balancer(String id) {
        ISecurityGroup group = SecurityGroup.fromSecurityGroupId(stack, id + "Group", "sg-0123456789abcdef0");
        return NetworkLoadBalancer.Builder.create(stack, id).vpc(vpc).securityGroups(List.of(group));
    }

    private void listen(NetworkLoadBalancer balancer, int port, Protocol protocol) {
        NetworkTargetGroup group = NetworkTargetGroup.Builder.create(stack, "Targets" + port)
                .vpc(vpc)
                .port(8443)
                .protocol(protocol == Protocol.TLS ? Protocol.TCP : protocol)
                .targetType(TargetType.IP)
                .build();
        balancer.addListener(
                "L" + port,
                BaseNetworkListenerProps.builder()
                        .port(port)
                        .protocol(protocol)
                        .certificates(
                                protocol == Protocol.TLS
                                        ? List.of(ListenerCertificate.fromArn(
                                                "arn:aws:acm:us-east-1:111122223333:certificate/x"))
                                        : null)
                        .defaultTargetGroups(List.of(group))
                        .build());
    }

    private void offer(NetworkLoadBalancer balancer, int... ports) {
        Offers.offered(stack, ports).loadBalancer(balancer).build();
    }

    private AbstractThrowableAssert<?, ?> assertNotSynthesized() {
        return assertThatThrownBy(() -> template(stack)).hasMessageNotContaining("Token[");
    }

    private void assertWarned(String id, String words) {
        template(stack);
        assertThat(warnings(stack))
                .filteredOn(warning -> warning.endsWith("[ack: @elementarydata/privatelink-cdk:%s]".formatted(id)))
                .singleElement()
                .asString()
                .startsWith("the load balancer Stack/N " + words);
    }

    @Test
    void fails_for_one_that_is_wrong_in_every_way_with_all_of_it() {
        NetworkLoadBalancer balancer = NetworkLoadBalancer.Builder.create(stack, "N")
                .vpc(vpc)
                .vpcSubnets(Offers.of(vpc.getPrivateSubnets().get(0)))
                .internetFacing(true)
                .disableSecurityGroups(true)
                .build();
        listen(balancer, 8080, Protocol.TLS);
        listen(balancer, 443, Protocol.UDP);
        Offers.offered(stack, 443, 8080, 5432)
                .loadBalancer(balancer)
                .supportedRegions(List.of("eu-central-1"))
                .build();

        assertNotSynthesized()
                .hasMessageContaining(
                        "[Stack/Offer] the load balancer Stack/N is internet-facing; define an internal one")
                .hasMessageContaining("Stack/N is in one Availability Zone, too few for supportedRegions(…)")
                .hasMessageContaining("Stack/N listens on 443 with UDP; use TCP")
                .hasMessageContaining("Stack/N has no listener on 5432, but on TLS 8080, UDP 443; add one with TCP")
                .hasMessageContaining("Stack/N ends TLS on 8080; make sure that its certificate has the hostnames")
                .hasMessageContaining("Stack/N has no security group, and can never get one");
    }

    @Test
    void nothing_is_wrong_with_one_as_the_construct_makes_it_whenever_its_listener_is_added() {
        NetworkLoadBalancer balancer = balancer("N").build();
        offer(balancer, 443);
        listen(balancer, 443, Protocol.TCP);

        assertWarned("loadBalancerNotVerified", "has security groups whose rules are not checked at synthesis");
        assertThat(warnings(stack)).hasSize(1);
    }

    @Test
    void a_warning_that_is_acknowledged_is_not_repeated() {
        NetworkLoadBalancer balancer = balancer("N").build();
        listen(balancer, 443, Protocol.TCP);
        offer(balancer, 443);
        Annotations.of(stack).acknowledgeWarning("@elementarydata/privatelink-cdk:loadBalancerNotVerified");

        template(stack);
        assertThat(warnings(stack)).isEmpty();
    }

    @Test
    void fails_for_one_without_the_listener() {
        offer(balancer("N").build(), 443);

        assertNotSynthesized().hasMessageContaining("Stack/N has no listener on 443; add one with TCP");
    }

    @ParameterizedTest
    @EnumSource(names = {"TCP", "TCP_UDP"})
    void what_speaks_tcp_is_a_listener(Protocol protocol) {
        NetworkLoadBalancer balancer = balancer("N").build();
        listen(balancer, 443, protocol);
        offer(balancer, 443);

        template(stack);
        assertThat(warnings(stack)).hasSize(1);
    }

    @Test
    void tls_that_ends_at_it_works_with_a_warning() {
        NetworkLoadBalancer balancer = balancer("N").build();
        listen(balancer, 443, Protocol.TLS);
        offer(balancer, 443);

        assertWarned("tlsListener", "ends TLS on 443");
    }

    @Test
    void one_zone_and_unapplied_security_groups_have_a_warning() {
        NetworkLoadBalancer balancer = balancer("N")
                .vpcSubnets(Offers.of(vpc.getPrivateSubnets().get(0)))
                .enforceSecurityGroupInboundRulesOnPrivateLinkTraffic(false)
                .build();
        listen(balancer, 443, Protocol.TCP);
        offer(balancer, 443);

        assertWarned("oneAvailabilityZone", "is in one Availability Zone");
        assertWarned("inboundRulesNotEnforced", "does not apply its security groups to PrivateLink traffic");
    }

    @Test
    void fails_for_one_with_several_subnets_of_a_zone() {
        IVpc groups = Offers.withTwoGroups(stack);
        NetworkLoadBalancer balancer = balancer("N")
                .vpc(groups)
                .vpcSubnets(SubnetSelection.builder()
                        .subnetType(SubnetType.PRIVATE_ISOLATED)
                        .build())
                .build();
        listen(balancer, 443, Protocol.TCP);
        offer(balancer, 443);

        assertNotSynthesized()
                .hasMessageContaining(
                        "Stack/N has Stack/Vpc/appSubnet1 and Stack/Vpc/dataSubnet1 in one Availability Zone; give it"
                                + " one");
    }

    @Test
    void fails_for_one_of_another_stack_and_one_that_was_imported_by_a_reference_alike() {
        Stack other = new Stack(
                (App) stack.getNode().getRoot(),
                "Other",
                StackProps.builder()
                        .env(Environment.builder()
                                .account("111122223333")
                                .region("us-east-1")
                                .build())
                        .synthesizer(new BootstraplessSynthesizer())
                        .build());
        Offers.offered(other, 443).loadBalancer(balancer("N").build()).build();
        CfnLoadBalancer raw = CfnLoadBalancer.Builder.create(stack, "Raw")
                .type("network")
                .subnets(List.of("subnet-0123456789abcdef0"))
                .build();
        Offers.offered(stack, 443)
                .loadBalancer(NetworkLoadBalancer.fromNetworkLoadBalancerAttributes(
                        stack,
                        "Again",
                        NetworkLoadBalancerAttributes.builder()
                                .loadBalancerArn(raw.getRef())
                                .build()))
                .build();

        assertNotSynthesized()
                .hasMessageContaining("[Other/Offer] the load balancer Stack/N has no listener on 443")
                .hasMessageContaining("[Stack/Offer] the load balancer Stack/Again is internet-facing");
    }

    @Test
    void one_that_is_not_in_the_app_is_called_by_its_path_and_not_by_a_token() {
        String arn = Fn.importValue("LoadBalancerArn");
        Offers.offered(stack, 443)
                .loadBalancer(NetworkLoadBalancer.fromNetworkLoadBalancerAttributes(
                        stack,
                        "N",
                        NetworkLoadBalancerAttributes.builder()
                                .loadBalancerArn(arn)
                                .build()))
                .build();

        assertWarned("loadBalancerNotVerified", "is not in the app, so it is not checked at synthesis");
        assertThat(warnings(stack)).noneMatch(warning -> warning.contains("Token["));
    }
}
