package com.elementarydata.privatelink.observed;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What AWS says of a provider's side, in AWS's words; zones are AZ IDs everywhere.
 *
 * @param awsAccountId the provider's account
 * @param serviceName the endpoint service
 * @param state {@code Available}, or what else EC2 says
 * @param acceptanceRequired whether its owner accepts each connection
 * @param availabilityZoneIds the zones it is in
 * @param supportedRegions the Regions it can be reached from
 * @param allowedPrincipals the ARNs of its allowed principals
 * @param connections who asked
 * @param loadBalancers what is behind it
 */
public record ProviderFacts(
        String awsAccountId,
        String serviceName,
        String state,
        boolean acceptanceRequired,
        List<String> availabilityZoneIds,
        List<String> supportedRegions,
        List<String> allowedPrincipals,
        List<Connection> connections,
        List<LoadBalancer> loadBalancers) {

    /** The ports of all listeners, ascending. */
    public List<Integer> ports() {
        return loadBalancers.stream()
                .flatMap(balancer -> balancer.listeners().stream())
                .map(Listener::port)
                .distinct()
                .sorted()
                .toList();
    }

    /** {@return those of some ports on which no listener speaks another protocol than TCP} */
    public List<Integer> overTcp(Collection<Integer> ports) {
        return ports.stream()
                .filter(port -> loadBalancers.stream()
                        .flatMap(balancer -> balancer.listeners().stream())
                        .allMatch(listener -> listener.port() != port || listener.isOverTcp()))
                .toList();
    }

    /** The same without the listeners on other ports than some, which are not offered. */
    public ProviderFacts on(Collection<Integer> ports) {
        return new ProviderFacts(
                awsAccountId,
                serviceName,
                state,
                acceptanceRequired,
                availabilityZoneIds,
                supportedRegions,
                allowedPrincipals,
                connections,
                loadBalancers.stream().map(balancer -> balancer.on(ports)).toList());
    }

    /**
     * A connection.
     *
     * @param endpointId the consumer's endpoint
     * @param owner the consumer's account
     * @param state {@code pendingAcceptance}, {@code available}, {@code rejected} and so on
     */
    public record Connection(String endpointId, String owner, String state) {}

    /**
     * A load balancer behind the service.
     *
     * @param name its name
     * @param type {@code network} where it is right
     * @param scheme {@code internal} where it is right
     * @param vpcId its VPC
     * @param crossZone whether each of its nodes reaches targets in all zones
     * @param enforcesInboundRules whether its groups' inbound rules hold for PrivateLink traffic; absent without groups
     * @param inboundRules of all its security groups
     * @param outboundRules of the same; absent in what a version wrote that did not read them
     * @param subnets where its nodes are
     * @param listeners its ports
     */
    public record LoadBalancer(
            String name,
            String type,
            String scheme,
            String vpcId,
            boolean crossZone,
            Optional<Boolean> enforcesInboundRules,
            List<GroupRule> inboundRules,
            Optional<List<GroupRule>> outboundRules,
            List<Subnet> subnets,
            List<Listener> listeners) {

        private LoadBalancer on(Collection<Integer> ports) {
            return new LoadBalancer(
                    name,
                    type,
                    scheme,
                    vpcId,
                    crossZone,
                    enforcesInboundRules,
                    inboundRules,
                    outboundRules,
                    subnets,
                    listeners.stream()
                            .filter(listener -> ports.contains(listener.port()))
                            .toList());
        }
    }

    /**
     * A subnet of a load balancer.
     *
     * @param id the subnet
     * @param availabilityZoneId its zone
     * @param vpcId the VPC that it is part of
     * @param owner its account
     * @param hasInternetGateway whether its route table has a route to an internet gateway
     */
    public record Subnet(
            String id, String availabilityZoneId, String vpcId, String owner, boolean hasInternetGateway) {}

    /**
     * A listener.
     *
     * @param port the port that clients use
     * @param protocol {@code TCP} where it is right; {@code TLS}, {@code TCP_UDP}, {@code UDP} and so on
     * @param targets all targets of its target groups
     */
    public record Listener(int port, String protocol, List<Target> targets) {

        private static final Set<String> OVER_TCP = Set.of("TCP", "TCP_UDP", "TLS");

        /** Whether clients connect to it with TCP; Elementary has no others. */
        public boolean isOverTcp() {
            return OVER_TCP.contains(protocol);
        }
    }

    /**
     * A target.
     *
     * @param id an address, an instance or a load balancer
     * @param port its port
     * @param availabilityZoneId its zone, where it is known
     * @param health whether it answers, in the load balancer's word: {@code unhealthy}, {@code initial} and so on
     * @param reason what the load balancer says about its health, if anything
     */
    public record Target(
            String id, int port, Optional<String> availabilityZoneId, String health, Optional<String> reason) {}
}
