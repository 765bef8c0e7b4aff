package com.elementarydata.privatelink.operation.provider;

import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.observed.ProviderFacts;
import com.elementarydata.privatelink.observed.ProviderFacts.LoadBalancer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The findings of all checks of a provider's side. */
public final class ProviderDiagnosis {

    private ProviderDiagnosis() {}

    /**
     * Judges everything, in the order in which it has to be right.
     *
     * @param all what AWS says
     * @param ports those that Elementary uses; listeners on others are not looked at
     */
    public static List<Finding> of(ProviderFacts all, Collection<Integer> ports) {
        ProviderFacts facts = all.on(ports);
        return Stream.of(
                        Stream.of(
                                ServiceChecks.service(facts),
                                ServiceChecks.acceptance(facts),
                                ServiceChecks.principals(facts),
                                ServiceChecks.connections(facts)),
                        worst(facts, LoadBalancerChecks::loadBalancer),
                        Stream.of(LoadBalancerChecks.subnets(facts), LoadBalancerChecks.zones(facts)),
                        worst(facts, balancer -> LoadBalancerChecks.listeners(balancer, ports)),
                        worst(facts, OutboundChecks::outboundRules),
                        worst(facts, TargetChecks::targetHealth),
                        worst(facts, TargetChecks::crossZone),
                        worst(facts, LoadBalancerChecks::inboundRules),
                        worst(facts, LoadBalancerChecks::enforcement))
                .flatMap(Function.identity())
                .toList();
    }

    /** The worst finding of the load balancers; none if there are none. */
    private static Stream<Finding> worst(ProviderFacts facts, Function<LoadBalancer, Finding> judge) {
        return facts.loadBalancers().stream().map(judge).max(Comparator.comparing(Finding::verdict)).stream();
    }
}
