package com.elementarydata.privatelink.operation.provider;

import static com.elementarydata.privatelink.operation.provider.ProviderCheck.LISTENERS;
import static com.elementarydata.privatelink.operation.provider.ProviderCheck.LOAD_BALANCER;
import static com.elementarydata.privatelink.operation.provider.ProviderCheck.SUBNETS;
import static com.elementarydata.privatelink.operation.provider.ProviderCheck.ZONES;

import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.observed.ProviderFacts;
import com.elementarydata.privatelink.observed.ProviderFacts.LoadBalancer;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/** Where the load balancer of an endpoint service is, and what it listens to. */
final class LoadBalancerChecks {

    private LoadBalancerChecks() {}

    static Finding loadBalancer(LoadBalancer balancer) {
        return balancer.type().equals("network")
                ? balancer.scheme().equals("internal")
                        ? LOAD_BALANCER.passed("%s, internal".formatted(balancer.name()))
                        : LOAD_BALANCER.failed(
                                "%s is %s".formatted(balancer.name(), balancer.scheme()), "use an internal one")
                : LOAD_BALANCER.failed(
                        "%s is of type %s".formatted(balancer.name(), balancer.type()), "use a network load balancer");
    }

    static Finding subnets(ProviderFacts facts) {
        String foreign = foreign(facts, (balancer, subnet) -> !subnet.vpcId().equals(balancer.vpcId()));
        if (!foreign.isEmpty()) {
            return SUBNETS.failed(foreign, "use subnets of the load balancer's own VPC");
        }
        String shared = foreign(facts, (balancer, subnet) -> !subnet.owner().equals(facts.awsAccountId()));
        if (!shared.isEmpty()) {
            return SUBNETS.warning(shared, "ask that account to give them no route to an internet gateway");
        }
        List<String> open = facts.loadBalancers().stream()
                .flatMap(balancer -> balancer.subnets().stream())
                .filter(ProviderFacts.Subnet::hasInternetGateway)
                .map(ProviderFacts.Subnet::id)
                .toList();
        return open.isEmpty()
                ? SUBNETS.passed("none has a route to an internet gateway")
                : SUBNETS.warning(
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
            return ZONES.failed(
                    "service in %s, load balancer in %s".formatted(found, String.join(", ", balancers)),
                    "put the load balancer in the zones of the service");
        }
        return balancers.size() > 1 ? ZONES.passed(found) : ZONES.warning("only " + found, "use two zones or more");
    }

    private static Collection<String> zonesOf(ProviderFacts facts) {
        return facts.loadBalancers().stream()
                .flatMap(balancer -> balancer.subnets().stream())
                .map(ProviderFacts.Subnet::availabilityZoneId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static Finding listeners(LoadBalancer balancer) {
        List<String> others = balancer.listeners().stream()
                .filter(listener -> !listener.protocol().equals("TCP"))
                .map(listener -> "%s:%d".formatted(listener.protocol(), listener.port()))
                .toList();
        if (balancer.listeners().isEmpty()) {
            return LISTENERS.failed(
                    "%s has none".formatted(balancer.name()), "add a TCP listener on the service's port");
        }
        return others.isEmpty()
                ? LISTENERS.passed(balancer.listeners().stream()
                        .map(listener -> "TCP:%d".formatted(listener.port()))
                        .collect(Collectors.joining(", ")))
                : LISTENERS.failed(String.join(", ", others), "use TCP, which leaves TLS to the service");
    }
}
