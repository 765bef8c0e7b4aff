package com.elementarydata.privatelink.operation.adoption;

import com.elementarydata.privatelink.model.AdoptedNetwork;
import com.elementarydata.privatelink.model.Ledger;
import com.elementarydata.privatelink.model.Located;
import com.elementarydata.privatelink.model.Position;
import com.elementarydata.privatelink.model.RegionalAddresses;
import com.elementarydata.privatelink.net.AvailabilityZoneId;
import com.elementarydata.privatelink.net.Cidr;
import com.elementarydata.privatelink.net.Region;
import com.elementarydata.privatelink.observed.EstateFacts.FoundPeering;
import com.elementarydata.privatelink.observed.EstateFacts.FoundSubnet;
import com.elementarydata.privatelink.observed.EstateFacts.FoundVpc;
import com.elementarydata.privatelink.observed.EstateFacts.InRegion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The Regions of an estate that a fleet can adopt: one VPC each, peered with production.
 *
 * @param addresses what the ledger says of them
 * @param reasons why other VPCs with endpoints cannot be adopted, by the VPCs' ids
 */
record EstateRegions(SortedMap<Region, RegionalAddresses> addresses, SortedMap<String, String> reasons) {

    private static final Position NOWHERE = Position.ofFile("addresses.lock.yaml");

    static EstateRegions of(Estate estate) {
        EstateRegions regions = new EstateRegions(new TreeMap<>(), new TreeMap<>());
        estate.facts()
                .regions()
                .forEach((code, reading) ->
                        reading.value().ifPresent(found -> regions.add(Region.parse(code), found, estate)));
        return regions;
    }

    /** Of several VPCs the one with most endpoints. */
    private void add(Region region, InRegion found, Estate estate) {
        Map<String, Integer> endpoints = new HashMap<>();
        found.endpoints()
                .forEach(endpoint -> endpoints.merge(endpoint.endpoint().vpcId(), 1, Integer::sum));
        List<FoundVpc> used = found.vpcs().stream()
                .filter(vpc -> endpoints.containsKey(vpc.id()))
                .sorted(Comparator.comparingInt((FoundVpc vpc) -> -endpoints.getOrDefault(vpc.id(), 0))
                        .thenComparing(FoundVpc::id))
                .toList();
        for (FoundVpc vpc : used) {
            Optional<FoundPeering> peering = estate.peeringOf(vpc.id());
            if (vpc.id().equals(estate.facts().vpcId())) {
                reasons.put(vpc.id(), "it is production's own, and has no peering connection");
            } else if (peering.isEmpty()) {
                reasons.put(vpc.id(), "it has no peering connection with production");
            } else if (addresses.containsKey(region)) {
                reasons.put(vpc.id(), "%s has another VPC with more endpoints".formatted(region));
            } else {
                addresses.put(region, adopted(vpc, peering.get(), found));
            }
        }
    }

    private static RegionalAddresses adopted(FoundVpc vpc, FoundPeering peering, InRegion found) {
        SortedMap<AvailabilityZoneId, Located<Cidr>> cidrs = new TreeMap<>();
        SortedMap<AvailabilityZoneId, String> ids = new TreeMap<>();
        subnets(vpc, found).forEach(subnet -> {
            AvailabilityZoneId zone = AvailabilityZoneId.parse(subnet.zone());
            if (ids.putIfAbsent(zone, subnet.id()) == null) {
                cidrs.put(zone, new Located<>(Cidr.parse(subnet.cidr()), NOWHERE));
            }
        });
        AdoptedNetwork network =
                new AdoptedNetwork(new Located<>(vpc.id(), NOWHERE), peering.id(), ids, false, Optional.empty());
        return new RegionalAddresses(
                new Located<>(Cidr.parse(vpc.cidrs().get(0)), NOWHERE), Optional.of(network), cidrs, Optional.empty());
    }

    /** Those in the VPC's first block that endpoints are in come first. */
    private static List<FoundSubnet> subnets(FoundVpc vpc, InRegion found) {
        Map<String, Integer> uses = new HashMap<>();
        found.endpoints()
                .forEach(endpoint -> endpoint.endpoint().subnetIds().forEach(id -> uses.merge(id, 1, Integer::sum)));
        Cidr block = Cidr.parse(vpc.cidrs().get(0));
        List<FoundSubnet> subnets = new ArrayList<>(found.subnets());
        subnets.removeIf(subnet -> !subnet.vpcId().equals(vpc.id()) || !block.contains(Cidr.parse(subnet.cidr())));
        subnets.sort(Comparator.comparingInt((FoundSubnet subnet) -> -uses.getOrDefault(subnet.id(), 0))
                .thenComparing(FoundSubnet::id));
        return subnets;
    }

    Ledger ledger() {
        return new Ledger(NOWHERE.file(), addresses, Optional.empty());
    }

    /** Why a connection cannot be adopted; empty if it can. */
    Optional<String> obstacle(EstateConnection connection) {
        String vpc = connection.found().endpoint().vpcId();
        boolean adopted = Optional.ofNullable(addresses.get(Region.parse(connection.region())))
                .flatMap(RegionalAddresses::adopted)
                .filter(network -> network.vpcId().value().equals(vpc))
                .isPresent();
        return adopted
                ? Optional.empty()
                : Optional.of("%s: %s".formatted(vpc, reasons.getOrDefault(vpc, "it was not read")));
    }
}
