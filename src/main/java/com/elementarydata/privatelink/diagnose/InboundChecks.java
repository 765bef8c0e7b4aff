package com.elementarydata.privatelink.diagnose;

import static com.elementarydata.privatelink.diagnose.ProviderCheck.PV111;
import static com.elementarydata.privatelink.diagnose.ProviderCheck.PV112;

import com.elementarydata.privatelink.diagnose.ProviderFacts.LoadBalancer;
import com.elementarydata.privatelink.net.Elementary;
import java.util.ArrayList;
import java.util.List;

/** Whether the security groups of a load balancer admit the clients, and nobody else. */
final class InboundChecks {

    private InboundChecks() {}

    static ProviderFinding inboundRules(LoadBalancer balancer) {
        if (balancer.enforcesInboundRules().isEmpty()) {
            return PV111.warning(
                    "%s has no security group, and can never get one".formatted(balancer.name()),
                    "make a new one with a group, to admit the clients alone");
        }
        List<String> shut = new ArrayList<>();
        balancer.listeners()
                .forEach(listener -> Elementary.CLIENT_CIDRS.stream()
                        .filter(client -> balancer.inboundRules().stream()
                                .noneMatch(rule -> new Admission(rule).admits(client, listener.port())))
                        .forEach(client -> shut.add("%s on TCP %d".formatted(client, listener.port()))));
        if (!shut.isEmpty()) {
            return balancer.enforcesInboundRules().get()
                    ? PV111.failed("not admitted: " + String.join(", ", shut), "admit them")
                    : PV111.warning("not admitted, and not asked: " + String.join(", ", shut), "admit them");
        }
        return balancer.inboundRules().stream().anyMatch(rule -> rule.source().endsWith("/0"))
                ? PV111.warning("everybody is admitted", "admit %s alone".formatted(Elementary.CLIENT_CIDRS))
                : PV111.passed("%s admitted".formatted(String.join(", ", Elementary.CLIENT_CIDRS)));
    }

    static ProviderFinding enforcement(LoadBalancer balancer) {
        return balancer.enforcesInboundRules()
                .map(on -> on
                        ? PV112.passed("on")
                        : PV112.warning("off: PrivateLink traffic passes the group by", "turn it on"))
                .orElseGet(() -> PV112.unknown("no security group", ""));
    }
}
