package com.elementarydata.privatelink.stack;

import com.elementarydata.privatelink.construct.RegionalPrivateLinkVpc;
import com.elementarydata.privatelink.fleet.OutputNames;
import com.elementarydata.privatelink.fleet.PlannedStack;
import com.elementarydata.privatelink.model.Production;
import com.elementarydata.privatelink.net.AvailabilityZoneId;
import com.elementarydata.privatelink.net.Cidr;
import java.util.Collection;
import java.util.Objects;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/** The regional VPC of one Region. */
final class RegionStack extends Stack {

    RegionStack(Construct scope, PlannedStack.OfRegion planned, StackProps props) {
        super(scope, planned.name(), props);
        Production production = planned.production();
        var builder = RegionalPrivateLinkVpc.Builder.create(this, "Network")
                .cidr(planned.addresses().cidr().value().toString())
                .peerVpcId(production.vpcId())
                .peerRegion(production.region().code())
                .clientCidrs(
                        production.clientCidrs().stream().map(Cidr::toString).toList());
        planned.addresses()
                .subnets()
                .forEach((zone, cidr) ->
                        builder.subnet(zone.value(), cidr.value().toString()));
        handOut(builder.build(), planned.addresses().subnets().keySet());
    }

    private void handOut(RegionalPrivateLinkVpc network, Collection<AvailabilityZoneId> zones) {
        StackOutput.export(this, OutputNames.VPC_ID, network.getVpc().getVpcId(), "The regional VPC");
        StackOutput.export(
                this,
                OutputNames.PEERING_CONNECTION_ID,
                network.getPeeringConnectionId(),
                "The peering connection with the production VPC");
        zones.forEach(zone -> StackOutput.export(
                this,
                OutputNames.subnetId(zone),
                Objects.requireNonNull(network.getSubnets().get(zone.value())).getSubnetId(),
                "The subnet in " + zone));
    }
}
