package com.elementarydata.privatelink.fleet;

import com.elementarydata.privatelink.model.AdoptedEndpoint;
import com.elementarydata.privatelink.model.AdoptedNetwork;
import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.model.Identifier;
import com.elementarydata.privatelink.model.ImportedEndpoint;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The resources of AWS's that a stack takes over.
 *
 * @param byLogicalId what identifies each
 */
public record ImportedResources(SortedMap<String, Identity> byLogicalId) {

    private static final String ID = "Id";

    /**
     * What identifies a resource of AWS's in a resource mapping file.
     *
     * @param property the property of its type that does
     * @param value its value; empty of a hosted zone, whose id no file of the fleet says
     */
    public record Identity(String property, String value) {}

    /** Copies. */
    public ImportedResources {
        byLogicalId = Collections.unmodifiableSortedMap(new TreeMap<>(byLogicalId));
    }

    /** Those of a planned stack. */
    public static ImportedResources of(PlannedStack planned) {
        SortedMap<String, Identity> resources = new TreeMap<>();
        if (planned instanceof PlannedStack.OfRegion region) {
            region.addresses().adopted().ifPresent(network -> add(network, resources));
        } else if (planned instanceof PlannedStack.OfCustomer customer) {
            customer.connections().forEach(connection -> add(connection, resources));
        } else if (planned instanceof PlannedStack.OfDns dns) {
            dns.importedZones().forEach(apex -> resources.put(LogicalIds.hostedZone(apex), new Identity(ID, "")));
        }
        return new ImportedResources(resources);
    }

    /** Whether a planned stack has nothing else, so that an import is all that it needs. */
    public static boolean areAllOf(PlannedStack planned) {
        if (planned instanceof PlannedStack.OfRegion region) {
            return region.addresses().isAdopted();
        }
        if (planned instanceof PlannedStack.OfCustomer customer) {
            return customer.connections().stream()
                    .allMatch(connection -> connection.endpoint().isPresent());
        }
        return planned instanceof PlannedStack.OfDns dns && dns.active().isEmpty();
    }

    private static void add(AdoptedNetwork network, SortedMap<String, Identity> resources) {
        resources.put(LogicalIds.VPC, new Identity("VpcId", network.vpcId().value()));
        network.subnetIds().forEach((zone, id) -> resources.put(LogicalIds.subnet(zone), new Identity("SubnetId", id)));
        network.importedRouteTables()
                .orElse(List.of())
                .forEach(id -> resources.put(LogicalIds.routeTable(id), new Identity("RouteTableId", id)));
        resources.put(LogicalIds.PEERING_CONNECTION, new Identity(ID, network.peeringConnectionId()));
    }

    private static void add(Connection connection, SortedMap<String, Identity> resources) {
        Identifier id = connection.id().value();
        connection.endpoint().ifPresent(endpoint -> {
            resources.put(
                    LogicalIds.endpoint(id), new Identity(ID, endpoint.id().value()));
            connection
                    .endpoint()
                    .flatMap(AdoptedEndpoint::imported)
                    .flatMap(ImportedEndpoint::group)
                    .ifPresent(group -> resources.put(LogicalIds.securityGroup(id), new Identity(ID, group.id())));
        });
    }
}
