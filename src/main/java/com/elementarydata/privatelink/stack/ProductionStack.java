package com.elementarydata.privatelink.stack;

import com.elementarydata.privatelink.fleet.OutputNames;
import com.elementarydata.privatelink.fleet.PlannedStack;
import com.elementarydata.privatelink.fleet.StackNames;
import com.elementarydata.privatelink.model.AdoptedNetwork;
import com.elementarydata.privatelink.net.Cidr;
import com.elementarydata.privatelink.net.Region;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.ec2.CfnRoute;
import software.constructs.Construct;

/** The routes from every production route table to every regional VPC. They are retained: all traffic uses them. */
final class ProductionStack extends Stack {

    ProductionStack(Construct scope, PlannedStack.OfProduction planned, StackProps props) {
        super(scope, planned.name(), props);
        planned.regions().forEach((region, addresses) -> {
            String peering = addresses
                    .adopted()
                    .map(AdoptedNetwork::peeringConnectionId)
                    .orElseGet(() -> peering(region, planned.region()));
            Cidr cidr = addresses.cidr().value();
            planned.production().routeTableIds().forEach(table -> route(table, region, cidr, peering));
        });
    }

    private String peering(Region region, Region here) {
        String stack = StackNames.region(region);
        return region.equals(here)
                ? StackOutput.imported(stack, OutputNames.PEERING_CONNECTION_ID)
                : StackOutput.lookedUp(
                                this,
                                "PeeringConnection-" + region,
                                "The peering connection with the regional VPC in " + region,
                                new StackOutput.Of(region, stack, List.of(OutputNames.PEERING_CONNECTION_ID)),
                                Map.of())
                        .get(0);
    }

    private void route(String routeTableId, Region region, Cidr cidr, String peering) {
        CfnRoute.Builder.create(this, "Route-%s-%s".formatted(routeTableId, region))
                .routeTableId(routeTableId)
                .destinationCidrBlock(cidr.toString())
                .vpcPeeringConnectionId(peering)
                .build()
                .applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
    }
}
