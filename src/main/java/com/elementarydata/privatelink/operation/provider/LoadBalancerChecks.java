package com.elementarydata.privatelink.operation.provider;

import com.elementarydata.privatelink.judge.Admission;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.net.Elementary;
import com.elementarydata.privatelink.observed.ProviderFacts;
import com.elementarydata.privatelink.observed.ProviderFacts.Listener;
import com.elementarydata.privatelink.observed.ProviderFacts.LoadBalancer;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Where the load balancer of an endpoint service is, and what it listens to and whom it admits. */
final class LoadBalancerChecks {

    private static final String TLS = "TLS";

    private LoadBalancerChecks() {}

    static Finding loadBalancer(LoadBalancer balancer) {
        return balancer.type().equals("network")
                ? balancer.scheme().equals("internal")
                        ? ProviderCheck.LOAD_BALANCER.passed("%s, internal".formatted(balancer.name()))
                        : ProviderCheck.LOAD_BALANCER.failed(
                                "%s is %s".formatted(balancer.name(), balancer.scheme()), "use an internal one")
                : ProviderCheck.LOAD_BALANCER.failed(
                        "%s is of type %s".formatted(balancer.name(), balancer.type()), "use a network load balancer");
    }

    static Finding subnets(ProviderFacts facts) {
        String foreign = foreign(facts, (balancer, subnet) -> !subnet.vpcId().equals(balancer.vpcId()));
        if (!foreign.isEmpty()) {
            return ProviderCheck.SUBNETS.failed(foreign, "use subnets of the load balancer's own VPC");
        }
        String shared = foreign(facts, (balancer, subnet) -> !subnet.owner().equals(facts.awsAccountId()));
        if (!shared.isEmpty()) {
            return ProviderCheck.SUBNETS.warning(
                    shared, "ask that account to give them no route to an internet gateway");
        }
        List<String> open = facts.loadBalancers().stream()
                .flatMap(balancer -> balancer.subnets().stream())
                .filter(ProviderFacts.Subnet::hasInternetGateway)
                .map(ProviderFacts.Subnet::id)
                .toList();
        return open.isEmpty()
                ? ProviderCheck.SUBNETS.passed("none has a route to an internet gateway")
                : ProviderCheck.SUBNETS.warning(
                        "%s: a route to an internet gateway".formatted(String.join(", ", open)), "use private subnets");
    }

    private static String foreign(ProviderFacts facts, BiPredicate<LoadBalancer, ProviderFacts.Subnet> isForeign) {
        return facts.loadBalancers().stream()
                .flatMap(balancer -> balancer.subnets().stream().filter(subnet -> isForeign.test(balancer, subnet)))
                .map(subnet -> "%s is part of %s of account %s".formatted(subnet.id(), subnet.vpcId(), subnet.owner()))
                .collect(Collectors.joining(", "));
    }

    static Finding zones(ProviderFacts facts) {
        Collection<String> balancers = zonesOf(facts);
        String found = String.join(", ", facts.availabilityZoneIds());
        if (!new TreeSet<>(balancers).equals(new TreeSet<>(facts.availabilityZoneIds()))) {
            return ProviderCheck.ZONES.failed(
                    "service in %s, load balancer in %s".formatted(found, String.join(", ", balancers)),
                    "put the load balancer in the zones of the service");
        }
        return balancers.size() > 1
                ? ProviderCheck.ZONES.passed(found)
                : ProviderCheck.ZONES.warning("only " + found, "use two zones or more");
    }

    private static Collection<String> zonesOf(ProviderFacts facts) {
        return facts.loadBalancers().stream()
                .flatMap(balancer -> balancer.subnets().stream())
                .map(ProviderFacts.Subnet::availabilityZoneId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static Finding listeners(LoadBalancer balancer, Collection<Integer> ports) {
        String missing = ports.stream()
                .filter(port -> balancer.listeners().stream().noneMatch(listener -> listener.port() == port))
                .map("TCP:%d"::formatted)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty() || ports.isEmpty()) {
            return ProviderCheck.LISTENERS.failed(
                    "%s has no listener%s".formatted(balancer.name(), missing.isEmpty() ? "" : " on " + missing),
                    "add a TCP listener on each port of the service");
        }
        String others = named(balancer, listener -> !listener.isOverTcp());
        if (!others.isEmpty()) {
            return ProviderCheck.LISTENERS.failed(others, "use TCP");
        }
        String tls = named(balancer, listener -> listener.protocol().equals(TLS));
        return tls.isEmpty()
                ? ProviderCheck.LISTENERS.passed(named(balancer, listener -> true))
                : ProviderCheck.LISTENERS.warning(
                        "%s: TLS ends at the load balancer".formatted(tls),
                        "make sure that its certificate has the hostname, or use TCP, which leaves TLS to the service");
    }

    private static String named(LoadBalancer balancer, Predicate<Listener> which) {
        return balancer.listeners().stream()
                .filter(which)
                .map(listener -> "%s:%d".formatted(listener.protocol(), listener.port()))
                .collect(Collectors.joining(", "));
    }

    static Finding inboundRules(LoadBalancer balancer) {
        if (balancer.enforcesInboundRules().isEmpty()) {
            return ProviderCheck.INBOUND_RULES.warning(
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
                ? ProviderCheck.INBOUND_RULES.passed("%s admitted".formatted(clients()))
                : ProviderCheck.INBOUND_RULES.warning(
                        "more than the clients: " + String.join(", ", others), "admit only %s".formatted(clients()));
    }

    private static Finding shut(LoadBalancer balancer, Admission admission, String found) {
        if (!balancer.enforcesInboundRules().orElse(false)) {
            return ProviderCheck.INBOUND_RULES.warning(found + ", but inbound rules are not enforced", "admit them");
        }
        return admission.dependsOnPrefixList()
                ? ProviderCheck.INBOUND_RULES.unknown(found + ", unless a prefix list does", "check the prefix list")
                : ProviderCheck.INBOUND_RULES.failed(found, "admit them");
    }

    private static String clients() {
        return String.join(", ", Elementary.CLIENT_CIDRS);
    }

    static Finding enforcement(LoadBalancer balancer) {
        return balancer.enforcesInboundRules()
                .map(on -> on
                        ? ProviderCheck.ENFORCEMENT.passed("on")
                        : ProviderCheck.ENFORCEMENT.warning(
                                "off: the security group is not applied to PrivateLink traffic", "turn it on"))
                .orElseGet(() -> ProviderCheck.ENFORCEMENT.unknown("no security group"));
    }
}
