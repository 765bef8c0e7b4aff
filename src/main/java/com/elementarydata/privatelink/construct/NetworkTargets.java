package com.elementarydata.privatelink.construct;

import com.elementarydata.privatelink.net.Port;
import com.elementarydata.privatelink.net.PortRange;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.elasticloadbalancingv2.INetworkLoadBalancerTarget;
import software.amazon.awscdk.services.elasticloadbalancingv2.INetworkTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.NetworkTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.TargetGroupAttributes;
import software.amazon.awscdk.services.elasticloadbalancingv2.TargetType;
import software.constructs.RootConstruct;

/**
 * The targets of one port, or of several ports alike.
 *
 * @param ports the listeners' ports
 * @param all in the order in which they were given; none for target groups that are filled later
 * @param asked the type that was asked for
 */
record NetworkTargets(
        List<Integer> ports,
        List<ListenerTarget> all,
        @Nullable TargetType asked) {

    static NetworkTargets read(
            List<Integer> ports, List<? extends INetworkLoadBalancerTarget> given, @Nullable TargetType asked) {
        return new NetworkTargets(ports, given.isEmpty() ? List.of() : readAll(given), asked);
    }

    /** Attaches those that do not register themselves in a separate tree, which is never synthesized. */
    private static List<ListenerTarget> readAll(List<? extends INetworkLoadBalancerTarget> targets) {
        INetworkTargetGroup scratch = NetworkTargetGroup.fromTargetGroupAttributes(
                new Stack(new RootConstruct(), "Scratch"),
                "Targets",
                TargetGroupAttributes.builder()
                        .targetGroupArn("arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/scratch/0")
                        .build());
        return targets.stream().map(target -> read(target, scratch)).toList();
    }

    private static ListenerTarget read(INetworkLoadBalancerTarget target, INetworkTargetGroup scratch) {
        return NetworkTarget.isReadable(target)
                ? NetworkTarget.read(target, scratch)
                : new SelfRegisteringTarget(target);
    }

    void check(VpcCidrs vpc, UnaryOperator<Port> exposable, Collection<Integer> withTargetPort, Refusals refusals) {
        all.forEach(target -> target.check(vpc, exposable, refusals));
        refusals.refuseRepeated(
                "target", all.stream().map(ListenerTarget::named).toList());
        checkOwnPorts(withTargetPort, refusals);
        checkType(refusals);
        refusals.refuseIf(
                areAnywhereInVpc() && (type().isPresent() || !all.isEmpty()) && vpc.isUnknown(),
                "the VPC was imported without its CIDR, which the rules to the targets need",
                "pass vpcCidrs(…) or import it with vpcCidrBlock(…), or pass one IpTarget per address");
    }

    /** Whether the load balancer has to be let out to the whole VPC, since addresses are not known or change. */
    boolean areAnywhereInVpc() {
        return !isOfType(TargetType.IP)
                || all.isEmpty()
                || all.stream().anyMatch(SelfRegisteringTarget.class::isInstance);
    }

    /** A port of its own holds for every listener: of several, all but one would reach the wrong port. */
    private void checkOwnPorts(Collection<Integer> withTargetPort, Refusals refusals) {
        List<Integer> overridden =
                ports.stream().filter(withTargetPort::contains).toList();
        for (ListenerTarget target :
                all.stream().filter(ListenerTarget::hasOwnPort).toList()) {
            if (ports.size() > 1) {
                refusals.refuse(
                        "the target %s is reached on a port of its own, so each of the ports %s would reach that one"
                                .formatted(target.label(), joined(ports)),
                        "pass the targets of each port, as in targets(%d, List.of(…))".formatted(ports.get(0)));
            }
            refusals.refuseIf(
                    !overridden.isEmpty(),
                    "the target %s is reached on a port of its own, and targetPort(%s, …) is given"
                            .formatted(target.label(), joined(overridden)),
                    "omit one of the two");
        }
    }

    private static String joined(List<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private void checkType(Refusals refusals) {
        List<String> types = types().map(type -> type.name().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        refusals.refuseIf(
                types.size() > 1,
                "the targets are of several types: " + joined(types),
                "pass targets of one type, since a target group has one");
        refusals.refuseIf(
                isOfType(TargetType.ALB) && all.size() > 1,
                "there are %d Application Load Balancers".formatted(all.size()),
                "pass one, since a target group takes only one");
    }

    private Stream<TargetType> types() {
        return Stream.concat(all.stream().flatMap(target -> target.knownType().stream()), Stream.ofNullable(asked));
    }

    /** Empty where only attaching them shows it. */
    Optional<TargetType> type() {
        return types().findFirst();
    }

    boolean isOfType(TargetType type) {
        return type().filter(type::equals).isPresent();
    }

    /** An Application Load Balancer must listen on its group's own port. */
    int groupPort(int port) {
        return isOfType(TargetType.ALB) && all.size() == 1 && all.get(0) instanceof NetworkTarget alb
                ? alb.portOr(port)
                : port;
    }

    List<INetworkLoadBalancerTarget> attachable(VpcCidrs vpc) {
        return all.stream().map(target -> target.attachable(vpc)).toList();
    }

    /** Those that are taken to be outside the VPC, though not all of its blocks may be known. */
    Stream<String> assumedOutside(VpcCidrs vpc) {
        return all.stream()
                .filter(target -> target instanceof NetworkTarget one && !vpc.areAll() && one.isOutside(vpc))
                .map(ListenerTarget::named);
    }

    /** Targets that are registered later are reached anywhere in the VPC. */
    List<Reached> reached(int groupPort, NetworkTargetGroup group, VpcCidrs vpc) {
        if (all.isEmpty()) {
            return List.of(new Reached(vpc.texts(), List.of(new PortRange(groupPort, groupPort)), List.of()));
        }
        return all.stream()
                .map(target ->
                        new Reached(target.addresses(vpc), target.reachedOn(groupPort, group), target.securityGroups()))
                .toList();
    }
}
