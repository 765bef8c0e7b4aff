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

/** The targets of all target groups, in the order in which they were given. */
final class NetworkTargets {

    private final List<NetworkTarget> targets;

    private NetworkTargets(List<NetworkTarget> targets) {
        this.targets = targets;
    }

    /** A refused port would be just as exposed behind a listener on another port. */
    static NetworkTargets read(
            List<? extends INetworkLoadBalancerTarget> given,
            VpcCidr vpc,
            UnaryOperator<Port> exposable,
            Refusals refusals) {
        refusals.refuseIf(
                given.isEmpty(), "no target is given", "pass some, as in targets(List.of(new IpTarget(\"10.1.2.3\")))");
        refusals.refuseIf(
                !given.stream().allMatch(NetworkTarget::isReadable),
                "a target registers itself, as Auto Scaling groups and ECS services do, so nothing is known about it at synthesis",
                "pass an IpTarget, InstanceTarget, InstanceIdTarget, AlbListenerTarget, AlbTarget or AlbArnTarget");
        List<INetworkLoadBalancerTarget> readable = given.stream()
                .filter(NetworkTarget::isReadable)
                .map(INetworkLoadBalancerTarget.class::cast)
                .toList();
        NetworkTargets targets = new NetworkTargets(readAll(readable));
        targets.check(vpc, exposable, refusals);
        return targets;
    }

    private static List<NetworkTarget> readAll(List<INetworkLoadBalancerTarget> targets) {
        if (targets.isEmpty()) {
            return List.of();
        }
        INetworkTargetGroup scratch = scratch();
        return targets.stream()
                .map(target -> NetworkTarget.read(target, scratch))
                .toList();
    }

    /** A target group in a separate tree, which is never synthesized. */
    private static INetworkTargetGroup scratch() {
        return NetworkTargetGroup.fromTargetGroupAttributes(
                new Stack(new RootConstruct(), "Scratch"),
                "Targets",
                TargetGroupAttributes.builder()
                        .targetGroupArn("arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/scratch/0")
                        .build());
    }

    private void check(VpcCidr vpc, UnaryOperator<Port> exposable, Refusals refusals) {
        targets.forEach(target -> target.check(vpc, exposable, refusals));
        refusals.refuseRepeated(
                "target", targets.stream().map(NetworkTarget::named).toList());
        String types = targets.stream()
                .map(target -> target.type().name().toLowerCase(Locale.ROOT))
                .distinct()
                .collect(Collectors.joining(", "));
        refusals.refuseIf(
                types.contains(","),
                "the targets are of several types: " + types,
                "pass targets of one type, since a target group has one");
        refusals.refuseIf(
                isOfType(TargetType.ALB) && targets.size() > 1,
                "there are %d Application Load Balancers".formatted(targets.size()),
                "pass one, since a target group takes only one");
        refusals.refuseIf(
                type().filter(type -> type != TargetType.IP).isPresent()
                        && vpc.text().isEmpty(),
                "the VPC was imported without its CIDR, which the rules to the targets need",
                "import it with vpcCidrBlock(…), or pass one IpTarget per address");
    }

    Optional<TargetType> type() {
        return targets.stream().map(NetworkTarget::type).findFirst();
    }

    boolean isOfType(TargetType type) {
        return type().filter(type::equals).isPresent();
    }

    /** The port of the group for a listener: an Application Load Balancer must listen on its group's own. */
    Number groupPort(int port) {
        return isOfType(TargetType.ALB) ? targets.get(0).portOr(port) : port;
    }

    List<INetworkLoadBalancerTarget> attachable(VpcCidr vpc) {
        return targets.stream().map(target -> target.attachable(vpc)).toList();
    }

    List<NetworkTarget> all() {
        return targets;
    }

    /** The ports on which traffic and health checks reach any of them. */
    List<Number> checkedPorts(List<Integer> ports, HealthCheck check) {
        return targets.stream()
                .flatMap(target -> target.checkedPorts(ports, check).stream())
                .distinct()
                .toList();
    }
}
