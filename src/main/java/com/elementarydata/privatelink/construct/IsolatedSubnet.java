package com.elementarydata.privatelink.construct;

import static com.elementarydata.privatelink.construct.Retention.retained;

import java.util.List;
import software.amazon.awscdk.services.ec2.CfnRoute;
import software.amazon.awscdk.services.ec2.CfnRouteTable;
import software.amazon.awscdk.services.ec2.CfnSubnet;
import software.amazon.awscdk.services.ec2.CfnSubnetRouteTableAssociation;
import software.amazon.awscdk.services.ec2.CfnVPC;
import software.amazon.awscdk.services.ec2.CfnVPCPeeringConnection;
import software.constructs.Construct;

/**
 * The subnet of one Availability Zone, whose only routes are those back to the clients. Its construct id is the AZ ID,
 * so that zones added later don't change it.
 */
final class IsolatedSubnet extends Construct {

    private final CfnSubnet subnet;
    private final CfnRouteTable routeTable;

    IsolatedSubnet(
            Construct scope,
            String availabilityZoneId,
            String cidr,
            CfnVPC vpc,
            List<String> clientCidrs,
            CfnVPCPeeringConnection peeringConnection) {
        super(scope, availabilityZoneId);
        subnet = retained(CfnSubnet.Builder.create(this, "Resource")
                .vpcId(vpc.getAttrVpcId())
                .availabilityZoneId(availabilityZoneId)
                .cidrBlock(cidr)
                .mapPublicIpOnLaunch(false)
                .tags(NameTag.of(this))
                .build());
        routeTable = retained(CfnRouteTable.Builder.create(this, "RouteTable")
                .vpcId(vpc.getAttrVpcId())
                .tags(NameTag.of(this))
                .build());
        retained(CfnSubnetRouteTableAssociation.Builder.create(this, "RouteTableAssociation")
                .subnetId(subnet.getAttrSubnetId())
                .routeTableId(routeTable.getAttrRouteTableId())
                .build());
        for (int i = 0; i < clientCidrs.size(); i++) {
            retained(CfnRoute.Builder.create(this, routeId(clientCidrs.get(i), i))
                    .routeTableId(routeTable.getAttrRouteTableId())
                    .destinationCidrBlock(clientCidrs.get(i))
                    .vpcPeeringConnectionId(peeringConnection.getAttrId())
                    .build());
        }
    }

    /** An id can't be made from a token, so the position in the list is used. */
    private static String routeId(String clientCidr, int place) {
        return Refusals.isToken(clientCidr) ? "RouteToClient" + place : "RouteTo" + clientCidr.replace('/', '-');
    }

    String subnetId() {
        return subnet.getAttrSubnetId();
    }

    String availabilityZone() {
        return subnet.getAttrAvailabilityZone();
    }

    String routeTableId() {
        return routeTable.getAttrRouteTableId();
    }
}
