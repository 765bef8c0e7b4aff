package com.elementarydata.privatelink.stack;

import com.elementarydata.privatelink.fleet.LogicalIds;
import com.elementarydata.privatelink.fleet.PlannedStack;
import com.elementarydata.privatelink.model.AdoptedNetwork;
import com.elementarydata.privatelink.model.Located;
import com.elementarydata.privatelink.model.Production;
import com.elementarydata.privatelink.model.RegionalAddresses;
import com.elementarydata.privatelink.net.AvailabilityZoneId;
import com.elementarydata.privatelink.net.Cidr;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.ec2.CfnRouteTable;
import software.amazon.awscdk.services.ec2.CfnSubnet;
import software.amazon.awscdk.services.ec2.CfnVPC;
import software.amazon.awscdk.services.ec2.CfnVPCPeeringConnection;
import software.constructs.Construct;

/**
 * A regional VPC that existed before the fleet, taken over with its subnets, route tables and peering.
 *
 * <p>It has nothing but these, so that an import is all that it needs. A deployment in place of an import fails at the
 * subnets, whose addresses are taken; everything else waits for them, so that nothing is made.
 */
final class ImportedRegionStack extends Stack {

    ImportedRegionStack(Construct scope, PlannedStack.OfRegion planned, StackProps props) {
        super(scope, planned.name(), props);
        RegionalAddresses addresses = planned.addresses();
        AdoptedNetwork network = addresses.adopted().orElseThrow();
        String vpcId = network.vpcId().value();
        List<CfnSubnet> subnets = network.subnetIds().keySet().stream()
                .map(zone -> subnet(
                        vpcId, zone, Objects.requireNonNull(addresses.subnets().get(zone))))
                .toList();
        CfnVPC vpc = CfnVPC.Builder.create(this, LogicalIds.VPC)
                .cidrBlock(addresses.cidr().toString())
                .build();
        Stream.of(
                        Stream.of(Imports.of(vpc, LogicalIds.VPC), peering(vpcId, planned.production())),
                        network.importedRouteTables().orElseThrow().stream().map(id -> routeTable(vpcId, id)))
                .flatMap(resources -> resources)
                .forEach(resource -> subnets.forEach(resource::addResourceDependency));
    }

    private CfnSubnet subnet(String vpcId, AvailabilityZoneId zone, Located<Cidr> cidr) {
        String name = LogicalIds.subnet(zone);
        CfnSubnet subnet = CfnSubnet.Builder.create(this, name)
                .vpcId(vpcId)
                .availabilityZoneId(zone.value())
                .cidrBlock(cidr.toString())
                .build();
        return Imports.of(subnet, name);
    }

    private CfnResource peering(String vpcId, Production production) {
        CfnVPCPeeringConnection peering = CfnVPCPeeringConnection.Builder.create(this, LogicalIds.PEERING_CONNECTION)
                .vpcId(vpcId)
                .peerVpcId(production.vpcId())
                .peerRegion(production.region().code())
                .build();
        return Imports.of(peering, LogicalIds.PEERING_CONNECTION);
    }

    private CfnResource routeTable(String vpcId, String id) {
        String name = LogicalIds.routeTable(id);
        return Imports.of(CfnRouteTable.Builder.create(this, name).vpcId(vpcId).build(), name);
    }
}
