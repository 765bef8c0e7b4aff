package com.elementarydata.privatelink.observed;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What decides how names resolve in the production VPC.
 *
 * @param vpcDns DNS of the VPC itself
 * @param nameServers the name servers of its DHCP options; {@code AmazonProvidedDNS} is the VPC's own
 * @param rules the resolver rules that are associated with it
 * @param zones the hosted zones that are associated with it and are at, above or below a hostname
 * @param elsewhere hosted zones of a hostname's that are there, but not associated with it
 */
public record NameFacts(
        Reading<VpcDns> vpcDns,
        Reading<List<String>> nameServers,
        Reading<List<ResolverRule>> rules,
        Reading<List<Zone>> zones,
        Reading<List<Zone>> elsewhere) {

    /**
     * DNS of a VPC.
     *
     * @param support whether the VPC has a resolver
     * @param hostnames whether private hosted zones answer in it
     */
    public record VpcDns(boolean support, boolean hostnames) {}

    /**
     * A resolver rule.
     *
     * @param id {@code rslvr-rr-…}
     * @param domain the names that it is for, without a final dot; {@code .} for all
     * @param type {@code FORWARD}, {@code SYSTEM} and so on
     */
    public record ResolverRule(String id, String domain, String type) {}

    /**
     * A private hosted zone of the production VPC.
     *
     * @param id its id
     * @param name without a final dot
     * @param owner the account or the service that it belongs to
     * @param records those that have a say in the hostnames: at, above and below them
     */
    public record Zone(String id, String name, String owner, Reading<List<ZoneRecord>> records) {}

    /**
     * A record. Several of one name and type are the branches of a routing policy.
     *
     * @param name without a final dot
     * @param type {@code A}, {@code CNAME} and so on
     * @param targets the alias's target, or the values; empty unless it gives addresses or delegates
     * @param routing which branch it is, such as {@code weighted (blue)}; absent without a routing policy
     */
    public record ZoneRecord(String name, String type, List<String> targets, Optional<String> routing) {

        private static final Set<String> OF_ADDRESSES = Set.of("A", "AAAA", "CNAME");

        /** Whether it says where the name is, or under which name that is to be found. */
        public boolean isOfAddresses() {
            return OF_ADDRESSES.contains(type);
        }
    }
}
