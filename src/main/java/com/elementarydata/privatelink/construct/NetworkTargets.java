package com.elementarydata.privatelink.construct;

import com.elementarydata.privatelink.net.Port;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.elasticloadbalancingv2.HealthCheck;
import software.amazon.awscdk.services.elasticloadbalancingv2.INetworkLoadBalancerTarget;
import software.amazon.awscdk.services.elasticloadbalancingv2.INetworkTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.NetworkTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.TargetGroupAttributes;
import software.amazon.awscdk.services.elasticloadbalancingv2.TargetType;
import software.constructs.RootConstruct;

/**
 * The targets of all target groups.
 *
 * @param all in the order in which they were given
 */
record NetworkTargets(List<NetworkTarget> all) {

    /** A refused port would be just as exposed behind a listener on another port. */
    static NetworkTargets read(
            List<? extends INetworkLoadBalancerTarget> given,
            VpcCidrs vpc,
            UnaryOperator<Port> exposable,
            Refusals refusals) {
        refusals.refuseIf(
                given.isEmpty(), "no target is given", "pass some, as in targets(List.of(new IpTarget(\"10.1.2.3\")))");
        refusals.refuseIf(
                !given.stream().allMatch(NetworkTarget::isReadable),
                "a target registers itself, as Auto Scaling groups and ECS services do, so nothing is known about it at synthesis",
                "pass an IpTarget, InstanceTarget, InstanceIdTarget, AlbListenerTarget, AlbTarget or AlbArnTarget");
        List<? extends INetworkLoadBalancerTarget> readable =
                given.stream().filter(NetworkTarget::isReadable).toList();
        NetworkTargets targets = new NetworkTargets(readable.isEmpty() ? List.of() : readAll(readable));
        targets.check(vpc, exposable, refusals);
        return targets;
    }

    /** Attaches them to a target group in a separate tree, which is never synthesized. */
    private static List<NetworkTarget> readAll(List<? extends INetworkLoadBalancerTarget> targets) {
        INetworkTargetGroup scratch = NetworkTargetGroup.fromTargetGroupAttributes(
                new Stack(new RootConstruct(), "Scratch"),
                "Targets",
                TargetGroupAttributes.builder()
                        .targetGroupArn("arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/scratch/0")
                        .build());
        return targets.stream()
                .map(target -> NetworkTarget.read(target, scratch))
                .toList();
    }

    private void check(VpcCidrs vpc, UnaryOperator<Port> exposable, Refusals refusals) {
        all.forEach(target -> target.check(vpc, exposable, refusals));
        refusals.refuseRepeated("target", all.stream().map(NetworkTarget::named).toList());
        String types = all.stream()
                .map(target -> target.type().name().toLowerCase(Locale.ROOT))
                .distinct()
                .collect(Collectors.joining(", "));
        refusals.refuseIf(
                types.contains(","),
                "the targets are of several types: " + types,
                "pass targets of one type, since a target group has one");
        refusals.refuseIf(
                isOfType(TargetType.ALB) && all.size() > 1,
                "there are %d Application Load Balancers".formatted(all.size()),
                "pass one, since a target group takes only one");
        refusals.refuseIf(
                type().filter(type -> type != TargetType.IP).isPresent() && vpc.isUnknown(),
                "the VPC was imported without its CIDR, which the rules to the targets need",
                "pass vpcCidrs(…) or import it with vpcCidrBlock(…), or pass one IpTarget per address");
    }

    Optional<TargetType> type() {
        return all.stream().map(NetworkTarget::type).findFirst();
    }

    boolean isOfType(TargetType type) {
        return type().filter(type::equals).isPresent();
    }

    /** The port of the group for a listener: an Application Load Balancer must listen on its group's own. */
    Number groupPort(int port) {
        return isOfType(TargetType.ALB) ? all.get(0).portOr(port) : port;
    }

    List<INetworkLoadBalancerTarget> attachable(VpcCidrs vpc) {
        return all.stream().map(target -> target.attachable(vpc)).toList();
    }

    /** The ports on which traffic and health checks reach any of them. */
    List<Number> checkedPorts(List<Integer> ports, HealthCheck check) {
        return all.stream()
                .flatMap(target -> target.checkedPorts(ports, check).stream())
                .distinct()
                .toList();
    }
}
