package com.elementarydata.privatelink.operation.provider;

import com.elementarydata.privatelink.judge.Egress;
import com.elementarydata.privatelink.judge.Egress.Answer;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.observed.ProviderFacts.Listener;
import com.elementarydata.privatelink.observed.ProviderFacts.LoadBalancer;
import java.util.List;
import java.util.stream.Collectors;

/** Whether a load balancer's security groups let it connect to its targets. */
final class OutboundChecks {

    private static final String ADD =
            "add an outbound rule for each to the load balancer's security group, to the target's address";

    private OutboundChecks() {}

    static Finding outboundRules(LoadBalancer balancer) {
        if (balancer.enforcesInboundRules().isEmpty()) {
            return ProviderCheck.OUTBOUND_RULES.passed("no security group");
        }
        return balancer.outboundRules()
                .map(Egress::new)
                .map(egress -> judge(balancer, egress))
                .orElseGet(() -> ProviderCheck.OUTBOUND_RULES.unknown(
                        "not read by the version that checked", "run provider check again, with this version"));
    }

    private static Finding judge(LoadBalancer balancer, Egress egress) {
        List<Listener> listeners =
                balancer.listeners().stream().filter(Listener::isOverTcp).toList();
        List<Listener> broken = listeners.stream()
                .filter(listener -> isBroken(listener, egress))
                .toList();
        String refused = targets(broken, egress, Answer.REFUSED);
        if (!refused.isEmpty()) {
            return ProviderCheck.OUTBOUND_RULES.failed("not allowed: " + refused, ADD);
        }
        String fewer = targets(listeners, egress, Answer.REFUSED);
        if (!fewer.isEmpty()) {
            return ProviderCheck.OUTBOUND_RULES.warning("neither allowed nor healthy: " + fewer, ADD);
        }
        String uncertain = targets(listeners, egress, Answer.UNCERTAIN);
        return uncertain.isEmpty()
                ? ProviderCheck.OUTBOUND_RULES.passed("every target allowed")
                : ProviderCheck.OUTBOUND_RULES.unknown(
                        "not allowed, unless by a group, prefix list or IPv6 block: " + uncertain,
                        "check that one includes the target");
    }

    /** Connections go only to healthy targets, if there is one. */
    private static boolean isBroken(Listener listener, Egress egress) {
        return listener.targets().stream().noneMatch(TargetChecks::isHealthy)
                || listener.targets().stream()
                        .filter(TargetChecks::isHealthy)
                        .anyMatch(target -> egress.to(target.id(), target.port()) == Answer.REFUSED);
    }

    private static String targets(List<Listener> listeners, Egress egress, Answer answer) {
        return listeners.stream()
                .flatMap(listener -> listener.targets().stream())
                .filter(target -> egress.to(target.id(), target.port()) == answer)
                .map(target -> "TCP %d to %s".formatted(target.port(), target.id()))
                .collect(Collectors.joining(", "));
    }
}
