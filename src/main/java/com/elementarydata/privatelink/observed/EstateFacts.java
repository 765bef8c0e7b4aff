package com.elementarydata.privatelink.observed;

import com.elementarydata.privatelink.observed.NetworkFacts.RouteTable;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What runs around a production VPC, whoever made it.
 *
 * @param account the account of the credentials
 * @param region production's Region
 * @param vpcId production's VPC
 * @param regions what is in each enabled Region, or why it was not read
 * @param zones the hosted zones of the production VPC, with all of their records
 * @param owners the accounts that own endpoint services, by the services' names; of those that are visible alone
 */
public record EstateFacts(
        String account,
        String region,
        String vpcId,
        SortedMap<String, Reading<InRegion>> regions,
        Reading<List<FoundZone>> zones,
        SortedMap<String, String> owners) {

    /**
     * What is in a Region.
     *
     * @param vpcs production's, those that are peered with it, and those with endpoints of endpoint services
     * @param subnets theirs
     * @param peerings the peering connections that production takes part in, but for those that are gone
     * @param endpoints the interface endpoints of endpoint services
     * @param groups the security groups of the endpoints, by id
     * @param routeTables those of the VPCs
     */
    public record InRegion(
            List<FoundVpc> vpcs,
            List<FoundSubnet> subnets,
            List<FoundPeering> peerings,
            List<FoundEndpoint> endpoints,
            SortedMap<String, FoundGroup> groups,
            List<RouteTable> routeTables) {

        /** What is in a Region without any of it. */
        public static InRegion empty() {
            return new InRegion(List.of(), List.of(), List.of(), List.of(), new TreeMap<>(), List.of());
        }
    }

    /**
     * A security group.
     *
     * @param name its name
     * @param description its description
     * @param ports the TCP ports that it admits; none where that is all or a range
     * @param tags its tags
     */
    public record FoundGroup(String name, String description, List<Integer> ports, Tags tags) {}

    /**
     * A VPC.
     *
     * @param id {@code vpc-…}
     * @param cidrs all of its IPv4 blocks, the first one first
     * @param tags its tags
     */
    public record FoundVpc(String id, List<String> cidrs, Tags tags) {}

    /**
     * A subnet.
     *
     * @param id {@code subnet-…}
     * @param vpcId its VPC
     * @param cidr its IPv4 block
     * @param zone its AZ ID
     */
    public record FoundSubnet(String id, String vpcId, String cidr, String zone) {}

    /**
     * A peering connection of production's.
     *
     * @param id {@code pcx-…}
     * @param status {@code active} and so on
     * @param peerVpcId the other VPC
     * @param peerRegion its Region
     * @param peerAccount its account
     * @param tags its tags
     */
    public record FoundPeering(
            String id, String status, String peerVpcId, String peerRegion, String peerAccount, Tags tags) {}

    /**
     * An interface endpoint.
     *
     * @param endpoint what EC2 says of it
     * @param serviceRegion the Region of its service
     * @param hostedZoneId the hosted zone of its first DNS name
     * @param addresses the private addresses of its network interfaces
     * @param tags its tags
     */
    public record FoundEndpoint(
            DeployedEndpoint endpoint,
            String serviceRegion,
            Optional<String> hostedZoneId,
            List<String> addresses,
            Tags tags) {}

    /**
     * A hosted zone of the production VPC.
     *
     * @param zone its name, owner and records
     * @param tags its tags
     */
    public record FoundZone(NameFacts.Zone zone, Tags tags) {}

    /** All endpoints with their Region's code. */
    public Stream<FoundEndpoint> endpoints() {
        return found().flatMap(region -> region.endpoints().stream());
    }

    /** What was read of all Regions. */
    public Stream<InRegion> found() {
        return regions.values().stream().flatMap(region -> region.value().stream());
    }

    /** What was read of a Region. */
    public Optional<InRegion> in(String region) {
        return Optional.ofNullable(regions.get(region)).flatMap(Reading::value);
    }

    /** What could not be read, a line each. */
    public List<String> notRead() {
        Stream<String> ofRegions =
                regions.values().stream().map(Reading<InRegion>::refusal).flatMap(Optional::stream);
        Stream<String> ofRecords = zones.value().stream()
                .flatMap(List::stream)
                .flatMap(found -> found.zone().records().refusal().stream()
                        .map(why ->
                                "the records of %s: %s".formatted(found.zone().name(), why)));
        return Stream.of(ofRegions, zones.refusal().stream(), ofRecords)
                .flatMap(lines -> lines)
                .toList();
    }
}
