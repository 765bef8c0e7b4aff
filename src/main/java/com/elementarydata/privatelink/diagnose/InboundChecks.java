package com.elementarydata.privatelink.diagnose;

import static com.elementarydata.privatelink.diagnose.ProviderCheck.PV111;
import static com.elementarydata.privatelink.diagnose.ProviderCheck.PV112;

import com.elementarydata.privatelink.diagnose.ProviderFacts.LoadBalancer;
import com.elementarydata.privatelink.net.Elementary;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether the security groups of a load balancer admit the clients, and nobody else. */
final class InboundChecks {

    private InboundChecks() {}

    static ProviderFinding inboundRules(LoadBalancer balancer) {
        if (balancer.enforcesInboundRules().isEmpty()) {
            return PV111.warning(
                    "%s has no security group, and can never get one".formatted(balancer.name()),
                    "make a new one with a group, to admit the clients alone");
        }
        List<String> shut = notAdmitted(balancer);
        if (!shut.isEmpty()) {
            return shut(balancer, "not admitted: " + String.join(", ", shut));
        }
        String others = admissions(balancer)
                .filter(admission -> !admission.isOfClientsAlone()
                        && balancer.listeners().stream().anyMatch(listener -> admission.isFor(listener.port())))
                .map(admission -> admission.rule().source())
                .distinct()
                .collect(Collectors.joining(", "));
        return others.isEmpty()
                ? PV111.passed("%s admitted".formatted(clients()))
                : PV111.warning("the clients, and more: " + others, "admit %s alone".formatted(clients()));
    }

    private static List<String> notAdmitted(LoadBalancer balancer) {
        List<String> shut = new ArrayList<>();
        balancer.listeners()
                .forEach(listener -> Elementary.CLIENT_CIDRS.stream()
                        .filter(client ->
                                admissions(balancer).noneMatch(admission -> admission.admits(client, listener.port())))
                        .forEach(client -> shut.add("%s on TCP %d".formatted(client, listener.port()))));
        return shut;
    }

    private static ProviderFinding shut(LoadBalancer balancer, String what) {
        if (!balancer.enforcesInboundRules().orElse(false)) {
            return PV111.warning(what + ", and nobody asks", "admit them");
        }
        boolean perhaps = admissions(balancer)
                .anyMatch(admission -> admission.isOfPrefixList()
                        && balancer.listeners().stream().anyMatch(listener -> admission.isFor(listener.port())));
        return perhaps
                ? PV111.unknown(what + ", unless a prefix list has them", "look into the prefix list")
                : PV111.failed(what, "admit them");
    }

    private static Stream<Admission> admissions(LoadBalancer balancer) {
        return balancer.inboundRules().stream().map(Admission::new);
    }

    private static String clients() {
        return String.join(", ", Elementary.CLIENT_CIDRS);
    }

    static ProviderFinding enforcement(LoadBalancer balancer) {
        return balancer.enforcesInboundRules()
                .map(on -> on
                        ? PV112.passed("on")
                        : PV112.warning("off: PrivateLink traffic passes the group by", "turn it on"))
                .orElseGet(() -> PV112.unknown("no security group", ""));
    }
}
