package com.elementarydata.privatelink.stack;

import com.elementarydata.privatelink.fleet.OutputNames;
import com.elementarydata.privatelink.fleet.PlannedStack;
import com.elementarydata.privatelink.fleet.StackNames;
import com.elementarydata.privatelink.net.Cidr;
import com.elementarydata.privatelink.net.Region;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.ec2.CfnRoute;
import software.constructs.Construct;

/** The routes from every production route table to every regional VPC. They are retained: all traffic uses them. */
final class ProductionStack extends Stack {

    ProductionStack(Construct scope, PlannedStack.OfProduction planned, StackProps props) {
        super(scope, planned.name(), props);
        planned.regionalCidrs()
                .forEach((region, cidr) -> planned.production()
                        .routeTableIds()
                        .forEach(routeTableId -> route(routeTableId, region, cidr)));
    }

    private void route(String routeTableId, Region region, Cidr cidr) {
        CfnRoute.Builder.create(this, "Route-%s-%s".formatted(routeTableId, region))
                .routeTableId(routeTableId)
                .destinationCidrBlock(cidr.toString())
                .vpcPeeringConnectionId(
                        StackOutput.read(StackNames.region(region), OutputNames.PEERING_CONNECTION_ID, region.code()))
                .build()
                .applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
    }
}
