package com.elementarydata.privatelink.operation.provider;

import static com.elementarydata.privatelink.operation.provider.ProviderCheck.ENFORCEMENT;
import static com.elementarydata.privatelink.operation.provider.ProviderCheck.INBOUND_RULES;

import com.elementarydata.privatelink.judge.Admission;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.net.Elementary;
import com.elementarydata.privatelink.observed.ProviderFacts.Listener;
import com.elementarydata.privatelink.observed.ProviderFacts.LoadBalancer;
import java.util.List;

/** Whether the security groups of a load balancer admit the clients and no one else. */
final class InboundChecks {

    private InboundChecks() {}

    static Finding inboundRules(LoadBalancer balancer) {
        if (balancer.enforcesInboundRules().isEmpty()) {
            return INBOUND_RULES.warning(
                    "%s has no security group, and can never get one".formatted(balancer.name()),
                    "create a new one with a security group, to admit only the clients");
        }
        List<Integer> ports = balancer.listeners().stream().map(Listener::port).toList();
        Admission admission = new Admission(balancer.inboundRules()).on(ports);
        List<String> shut = ports.stream()
                .flatMap(port -> Elementary.CLIENT_CIDRS.stream()
                        .filter(client -> !admission.admits(client, port))
                        .map(client -> "%s on TCP %d".formatted(client, port)))
                .toList();
        if (!shut.isEmpty()) {
            return shut(balancer, admission, "not admitted: " + String.join(", ", shut));
        }
        List<String> others = admission.others(Elementary.CLIENT_CIDRS);
        return others.isEmpty()
                ? INBOUND_RULES.passed("%s admitted".formatted(clients()))
                : INBOUND_RULES.warning(
                        "more than the clients: " + String.join(", ", others), "admit only %s".formatted(clients()));
    }

    private static Finding shut(LoadBalancer balancer, Admission admission, String found) {
        if (!balancer.enforcesInboundRules().orElse(false)) {
            return INBOUND_RULES.warning(found + ", but inbound rules are not enforced", "admit them");
        }
        return admission.dependsOnPrefixList()
                ? INBOUND_RULES.unknown(found + ", unless a prefix list does", "check the prefix list")
                : INBOUND_RULES.failed(found, "admit them");
    }

    private static String clients() {
        return String.join(", ", Elementary.CLIENT_CIDRS);
    }

    static Finding enforcement(LoadBalancer balancer) {
        return balancer.enforcesInboundRules()
                .map(on -> on
                        ? ENFORCEMENT.passed("on")
                        : ENFORCEMENT.warning(
                                "off: the security group is not applied to PrivateLink traffic", "turn it on"))
                .orElseGet(() -> ENFORCEMENT.unknown("no security group"));
    }
}
