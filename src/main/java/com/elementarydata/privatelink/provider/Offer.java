package com.elementarydata.privatelink.provider;

import com.elementarydata.privatelink.construct.CustomerEndpointService;
import com.elementarydata.privatelink.construct.CustomerEndpointServiceProps;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Token;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.ec2.VpcAttributes;
import software.amazon.awscdk.services.elasticloadbalancingv2.HealthCheck;
import software.amazon.awscdk.services.elasticloadbalancingv2.INetworkLoadBalancerTarget;
import software.amazon.awscdk.services.elasticloadbalancingv2.Protocol;
import software.amazon.awscdk.services.elasticloadbalancingv2.targets.AlbArnTarget;
import software.amazon.awscdk.services.elasticloadbalancingv2.targets.InstanceIdTarget;
import software.amazon.awscdk.services.elasticloadbalancingv2.targets.IpTarget;

/**
 * The construct as one choice of the parameters makes it, with everything that is optional: what the template differs in
 * beyond values. Values are tokens where the construct takes some, and stand-ins elsewhere.
 *
 * @param kind the type of the targets
 * @param check how they are checked
 */
record Offer(Kind kind, Check check) {

    /** The types of targets. */
    enum Kind {
        IP,
        INSTANCE,
        ALB
    }

    /** The ways to check targets; {@code STATUS} is the preset of GitHub Enterprise Server. */
    enum Check {
        TCP,
        HTTP,
        HTTPS,
        STATUS
    }

    static Stream<Offer> all() {
        return Stream.of(Kind.values())
                .flatMap(kind -> Stream.of(Check.values()).map(check -> new Offer(kind, check)))
                .filter(Offer::isPossible);
    }

    /** An Application Load Balancer is never checked by a bare connection. */
    private boolean isPossible() {
        return kind != Kind.ALB || check != Check.TCP;
    }

    void define(Stack stack) {
        // "Default" leaves no trace in the ids
        CustomerEndpointServiceProps.Builder<CustomerEndpointService> service = CustomerEndpointService.Builder.create(
                        stack, "Default")
                .vpc(vpc(stack))
                .ports(StandIn.PORTS)
                .targets(targets())
                .clientCidrs(references("ClientCidr", Parameters.CLIENTS))
                .supportedRegions(List.of(StandIn.REGION))
                .hostnames(List.of(StandIn.HOSTNAME))
                .availabilityZoneIds(List.of(StandIn.ZONE));
        if (check == Check.STATUS) {
            service.integration(StandIn.GITHUB_ENTERPRISE_SERVER);
        } else {
            service.integration(Fn.ref("Integration")).healthCheck(healthCheck());
        }
        CfnOutput.Builder.create(stack, "SecurityGroupId")
                .value(service.build().getSecurityGroup().getSecurityGroupId())
                .build();
    }

    private static IVpc vpc(Stack stack) {
        return Vpc.fromVpcAttributes(
                stack,
                "Vpc",
                VpcAttributes.builder()
                        .vpcId(Fn.ref("VpcId"))
                        .vpcCidrBlock(Fn.ref("VpcCidr"))
                        // unknown, and one divides any number of subnets
                        .availabilityZones(List.of("any"))
                        .privateSubnetIds(Token.asList(Map.of("Ref", "SubnetIds")))
                        .build());
    }

    private List<? extends INetworkLoadBalancerTarget> targets() {
        List<String> ids = references("Target", Parameters.TARGETS);
        return switch (kind) {
            case IP ->
                ids.stream()
                        .map(id -> new IpTarget(id, null, onlyIf("OutsideVpc", "all")))
                        .toList();
            case INSTANCE -> ids.stream().map(InstanceIdTarget::new).toList();
            case ALB -> List.of(new AlbArnTarget(ids.get(0), StandIn.PORTS.get(0)));
        };
    }

    private HealthCheck healthCheck() {
        HealthCheck.Builder builder =
                HealthCheck.builder().protocol(Protocol.valueOf(check.name())).port(StandIn.HEALTH_CHECK_PORT);
        return check == Check.TCP
                ? builder.build()
                : builder.path(Fn.ref("HealthCheckPath")).build();
    }

    private static String onlyIf(String condition, String value) {
        return Fn.conditionIf(condition, value, Aws.NO_VALUE).toString();
    }

    private static List<String> references(String name, int count) {
        return Parameters.numbered(name, count).stream().map(Fn::ref).toList();
    }
}
