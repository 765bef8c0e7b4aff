package com.elementarydata.privatelink.construct;

import com.elementarydata.privatelink.net.Port;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.elasticloadbalancingv2.INetworkLoadBalancerTarget;
import software.amazon.awscdk.services.elasticloadbalancingv2.TargetType;

/** What was said about targets: those of all ports, and those of one. */
final class GivenTargets {

    private List<? extends INetworkLoadBalancerTarget> ofAll = List.of();
    private final Map<Integer, List<? extends INetworkLoadBalancerTarget>> ofOne = new TreeMap<>();
    private final Map<Integer, Integer> targetPorts = new TreeMap<>();
    private @Nullable TargetType type;

    void setAll(List<? extends INetworkLoadBalancerTarget> targets) {
        ofAll = List.copyOf(targets);
    }

    void set(int port, List<? extends INetworkLoadBalancerTarget> targets) {
        ofOne.put(port, List.copyOf(targets));
    }

    void setPort(int port, int targetPort) {
        targetPorts.put(port, targetPort);
    }

    void setType(TargetType given) {
        type = given;
    }

    /** A refused port would be just as exposed behind a listener on another port. */
    TargetsByPort read(List<Integer> ports, VpcCidrs vpc, UnaryOperator<Port> exposable, Refusals refusals) {
        refuseOthers("a list of targets", ofOne.keySet(), ports, refusals);
        refuseOthers("a target port", targetPorts.keySet(), ports, refusals);
        targetPorts.values().forEach(port -> refusals.parse(port.toString(), text -> exposable.apply(Port.of(port))));
        refusals.refuseIf(
                type == TargetType.LAMBDA,
                "network load balancers have no targets of type lambda",
                "choose TargetType.IP, INSTANCE or ALB");
        List<Integer> others =
                ports.stream().filter(port -> !ofOne.containsKey(port)).toList();
        List<NetworkTargets> read = new ArrayList<>();
        if (!others.isEmpty() || ofOne.isEmpty()) {
            refuseNone(ofOne.isEmpty() ? "" : " for port " + others.get(0), ofAll, refusals);
            read.add(NetworkTargets.read(others, ofAll, type));
        }
        ofOne.forEach((port, targets) -> {
            refuseNone(" for port " + port, targets, refusals);
            read.add(NetworkTargets.read(List.of(port), targets, type));
        });
        read.forEach(targets -> targets.check(vpc, exposable, targetPorts.keySet(), refusals));
        return new TargetsByPort(read, Map.copyOf(targetPorts), exposable);
    }

    private void refuseNone(String where, List<?> targets, Refusals refusals) {
        refusals.refuseIf(
                targets.isEmpty() && type == null,
                "no target is given" + where,
                "pass some, as in targets(List.of(new IpTarget(\"10.1.2.3\"))), or targetType(…) for target groups that "
                        + "you fill yourself");
    }

    private static void refuseOthers(String what, Collection<Integer> named, List<Integer> ports, Refusals refusals) {
        named.stream()
                .filter(port -> !ports.contains(port))
                .forEach(port -> refusals.refuse(
                        "%s is given for port %d, which is not among the ports".formatted(what, port),
                        "add it to ports(…)"));
    }
}
