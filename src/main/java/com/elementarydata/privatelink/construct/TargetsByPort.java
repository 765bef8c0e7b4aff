package com.elementarydata.privatelink.construct;

import com.elementarydata.privatelink.net.Port;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import software.amazon.awscdk.services.elasticloadbalancingv2.NetworkTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.TargetType;

/**
 * What each listener forwards to.
 *
 * @param lists the targets of one port or of several
 * @param targetPorts the ports of the target groups of listeners whose own they are not
 * @param exposable refuses a port that no listener may expose
 */
record TargetsByPort(List<NetworkTargets> lists, Map<Integer, Integer> targetPorts, UnaryOperator<Port> exposable) {

    boolean anyAreOfType(TargetType type) {
        return lists.stream().anyMatch(targets -> targets.isOfType(type));
    }

    NetworkTargets of(int port) {
        return lists.stream()
                .filter(targets -> targets.ports().contains(port))
                .findFirst()
                .orElseThrow();
    }

    /** The port of the group for a listener. */
    int groupPort(int port) {
        return of(port).groupPort(targetPorts.getOrDefault(port, port));
    }

    /** Targets that are taken to be outside the VPC, though not all of its blocks may be known. */
    List<String> assumedOutside(VpcCidrs vpc) {
        return lists.stream()
                .flatMap(targets -> targets.assumedOutside(vpc))
                .distinct()
                .toList();
    }

    boolean anyAreAnywhereInVpc() {
        return lists.stream().anyMatch(NetworkTargets::areAnywhereInVpc);
    }

    /** What the load balancer reaches, once all targets are attached to the groups of their ports. */
    List<Reached> reached(Map<Integer, NetworkTargetGroup> groups, VpcCidrs vpc) {
        Refusals refusals = new Refusals("CustomerEndpointService");
        List<Reached> all = new ArrayList<>();
        groups.forEach((port, group) -> of(port).reached(groupPort(port), group, vpc)
                .forEach(reached -> {
                    EcsPorts.check(reached.ports(), exposable, refusals);
                    all.add(reached);
                }));
        refusals.throwIfAny();
        return all;
    }
}
