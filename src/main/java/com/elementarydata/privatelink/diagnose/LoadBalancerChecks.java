package com.elementarydata.privatelink.diagnose;

import static com.elementarydata.privatelink.diagnose.ProviderCheck.PV105;
import static com.elementarydata.privatelink.diagnose.ProviderCheck.PV106;
import static com.elementarydata.privatelink.diagnose.ProviderCheck.PV107;
import static com.elementarydata.privatelink.diagnose.ProviderCheck.PV108;

import com.elementarydata.privatelink.diagnose.ProviderFacts.LoadBalancer;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/** Where the load balancer of an endpoint service stands, and what it listens to. */
final class LoadBalancerChecks {

    private LoadBalancerChecks() {}

    static ProviderFinding loadBalancer(LoadBalancer balancer) {
        return balancer.type().equals("network")
                ? balancer.scheme().equals("internal")
                        ? PV105.passed("%s, internal".formatted(balancer.name()))
                        : PV105.failed("%s is %s".formatted(balancer.name(), balancer.scheme()), "use an internal one")
                : PV105.failed(
                        "%s is of type %s".formatted(balancer.name(), balancer.type()), "use a network load balancer");
    }

    static ProviderFinding subnets(ProviderFacts facts) {
        String foreign = foreign(facts, (balancer, subnet) -> !subnet.vpcId().equals(balancer.vpcId()));
        if (!foreign.isEmpty()) {
            return PV106.failed(foreign, "use subnets of the load balancer's own VPC");
        }
        String shared = foreign(facts, (balancer, subnet) -> !subnet.owner().equals(facts.awsAccountId()));
        if (!shared.isEmpty()) {
            return PV106.warning(shared, "ask that account to keep them without a route to an internet gateway");
        }
        List<String> open = facts.loadBalancers().stream()
                .flatMap(balancer -> balancer.subnets().stream())
                .filter(ProviderFacts.Subnet::hasInternetGateway)
                .map(ProviderFacts.Subnet::id)
                .toList();
        return open.isEmpty()
                ? PV106.passed("none leads to an internet gateway")
                : PV106.warning(
                        "%s: a route to an internet gateway".formatted(String.join(", ", open)), "use private subnets");
    }

    private static String foreign(ProviderFacts facts, BiPredicate<LoadBalancer, ProviderFacts.Subnet> isForeign) {
        return facts.loadBalancers().stream()
                .flatMap(balancer -> balancer.subnets().stream().filter(subnet -> isForeign.test(balancer, subnet)))
                .map(subnet -> "%s is part of %s of account %s".formatted(subnet.id(), subnet.vpcId(), subnet.owner()))
                .collect(Collectors.joining(", "));
    }

    static ProviderFinding zones(ProviderFacts facts) {
        Collection<String> balancers = zonesOf(facts);
        String found = String.join(", ", facts.availabilityZoneIds());
        if (!new TreeSet<>(balancers).equals(new TreeSet<>(facts.availabilityZoneIds()))) {
            return PV107.failed(
                    "service in %s, load balancer in %s".formatted(found, String.join(", ", balancers)),
                    "put the load balancer into the zones of the service");
        }
        return balancers.size() > 1 ? PV107.passed(found) : PV107.warning(found + " alone", "use two zones or more");
    }

    private static Collection<String> zonesOf(ProviderFacts facts) {
        return facts.loadBalancers().stream()
                .flatMap(balancer -> balancer.subnets().stream())
                .map(ProviderFacts.Subnet::availabilityZoneId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static ProviderFinding listeners(LoadBalancer balancer) {
        List<String> others = balancer.listeners().stream()
                .filter(listener -> !listener.protocol().equals("TCP"))
                .map(listener -> "%s:%d".formatted(listener.protocol(), listener.port()))
                .toList();
        if (balancer.listeners().isEmpty()) {
            return PV108.failed("%s has none".formatted(balancer.name()), "add a TCP listener on the service's port");
        }
        return others.isEmpty()
                ? PV108.passed(balancer.listeners().stream()
                        .map(listener -> "TCP:%d".formatted(listener.port()))
                        .collect(Collectors.joining(", ")))
                : PV108.failed(String.join(", ", others), "listen with TCP, which leaves TLS to the service");
    }
}
