package com.elementarydata.privatelink.operation.adoption;

import com.elementarydata.privatelink.fleet.Fleet;
import com.elementarydata.privatelink.fleet.PlannedStack;
import com.elementarydata.privatelink.fleet.StackNames;
import com.elementarydata.privatelink.model.AdoptedNetwork;
import com.elementarydata.privatelink.model.Refusal;
import com.elementarydata.privatelink.model.RegionalAddresses;
import com.elementarydata.privatelink.net.Region;
import com.elementarydata.privatelink.observed.EstateFacts;
import com.elementarydata.privatelink.observed.EstateFacts.FoundPeering;
import com.elementarydata.privatelink.observed.EstateFacts.FoundSubnet;
import com.elementarydata.privatelink.observed.EstateFacts.FoundVpc;
import com.elementarydata.privatelink.observed.EstateFacts.InRegion;
import com.elementarydata.privatelink.observed.NetworkFacts.RouteTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How a Region's stack takes over the VPC that existed.
 *
 * @param fleet as it is written
 * @param region the Region, which is adopted
 */
public record RegionAdoption(Fleet fleet, Region region) {

    /** Refuses a Region that nothing can be taken over in. */
    public RegionAdoption {
        RegionalAddresses addresses = fleet.ledger().regions().get(region);
        if (addresses == null) {
            throw Refusal.of(
                    "%s has no VPC in %s".formatted(region, fleet.ledger().file()));
        }
        if (!addresses.isAdopted()) {
            throw Refusal.of("the fleet itself made the VPC in %s, so there is nothing to take over".formatted(region));
        }
    }

    private RegionalAddresses addresses() {
        return Objects.requireNonNull(fleet.ledger().regions().get(region));
    }

    private AdoptedNetwork network() {
        return addresses().adopted().orElseThrow();
    }

    /** Compares the ledger with what AWS has. */
    public Adoption with(EstateFacts facts) {
        InRegion found = facts.in(region.code()).orElseGet(InRegion::empty);
        String vpcId = network().vpcId().value();
        Ownership ownership = Ownership.of(StackNames.region(region));
        requireVpc(found, ownership);
        requireSubnets(found, ownership);
        requirePeering(found, ownership);
        List<String> tables = network()
                .importedRouteTables()
                .orElseGet(() -> found.routeTables().stream()
                        .filter(table -> table.vpcId().equals(vpcId))
                        .map(RouteTable::id)
                        .sorted()
                        .toList());
        return new Adoption(
                region.code(),
                List.copyOf(ownership.obstacles()),
                notes(ownership),
                network().isImported()
                        ? List.of()
                        : List.of(new Adoption.Change(
                                "%s, below %s".formatted(fleet.ledger().file(), region),
                                List.of("imported: true", "routeTableIds: " + tables))),
                List.of(StackImport.of(new PlannedStack.OfRegion(
                        region, imported(tables), fleet.network().production()))));
    }

    private static List<String> notes(Ownership ownership) {
        List<String> notes = new ArrayList<>(ownership.notes());
        notes.add("routes and associations of route tables stay as they are, outside of the stack");
        return List.copyOf(notes);
    }

    private RegionalAddresses imported(List<String> tables) {
        AdoptedNetwork taken = new AdoptedNetwork(
                network().vpcId(),
                network().peeringConnectionId(),
                network().subnetIds(),
                network().routed(),
                Optional.of(tables));
        return new RegionalAddresses(
                addresses().cidr(),
                Optional.of(taken),
                addresses().subnets(),
                addresses().next());
    }

    private void requireVpc(InRegion found, Ownership ownership) {
        String id = network().vpcId().value();
        String cidr = addresses().cidr().toString();
        Optional<FoundVpc> vpc =
                found.vpcs().stream().filter(one -> one.id().equals(id)).findFirst();
        vpc.ifPresent(one -> ownership.check(id, one.tags()));
        if (vpc.filter(one -> one.cidrs().get(0).equals(cidr)).isEmpty()) {
            ownership
                    .obstacles()
                    .add("AWS has no %s with %s in %s; correct %s"
                            .formatted(id, cidr, region, fleet.ledger().file()));
        }
    }

    private void requireSubnets(InRegion found, Ownership ownership) {
        network().subnetIds().forEach((zone, id) -> {
            FoundSubnet written = new FoundSubnet(
                    id,
                    network().vpcId().value(),
                    String.valueOf(addresses().subnets().get(zone)),
                    zone.value());
            if (!found.subnets().contains(written)) {
                ownership
                        .obstacles()
                        .add("AWS has no %s with %s in %s; correct %s"
                                .formatted(
                                        id, written.cidr(), zone, fleet.ledger().file()));
            }
        });
    }

    private void requirePeering(InRegion found, Ownership ownership) {
        String id = network().peeringConnectionId();
        String vpcId = network().vpcId().value();
        Optional<FoundPeering> peering = found.peerings().stream()
                .filter(one -> one.id().equals(id) && one.peerVpcId().equals(vpcId))
                .findFirst();
        peering.ifPresentOrElse(
                one -> ownership.check(id, one.tags()),
                () -> ownership
                        .obstacles()
                        .add("AWS has no %s between %s and production; correct %s"
                                .formatted(id, vpcId, fleet.ledger().file())));
    }
}
