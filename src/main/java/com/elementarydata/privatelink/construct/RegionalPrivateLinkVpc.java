package com.elementarydata.privatelink.construct;

import static com.elementarydata.privatelink.construct.Retention.retained;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.interfaces.ec2.IVPCPeeringConnectionRef;
import software.amazon.awscdk.services.ec2.CfnVPC;
import software.amazon.awscdk.services.ec2.CfnVPCPeeringConnection;
import software.amazon.awscdk.services.ec2.ISubnet;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.Subnet;
import software.amazon.awscdk.services.ec2.SubnetAttributes;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.ec2.VpcAttributes;
import software.constructs.Construct;

/**
 * A VPC for the interface endpoints of one Region and nothing else: one isolated subnet per Availability Zone, a
 * peering connection to the VPC that the clients are in, and routes back to them. It has no internet gateway and no
 * NAT, so nothing in it reaches the internet.
 *
 * <p>The VPC, its subnets, route tables, routes and the peering connection are retained when the stack is deleted:
 * every connection of the Region depends on them.
 *
 * <p>The other half of the path, the routes from the clients' subnets to this VPC, belongs in a stack of the peer's
 * Region, since a stack deploys to one Region only.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/peering/what-is-vpc-peering.html">VPC peering</a>
 */
public final class RegionalPrivateLinkVpc extends Construct {

    private final IVpc vpc;
    private final Map<String, ISubnet> subnets;
    private final CfnVPCPeeringConnection peeringConnection;

    /**
     * Defines the VPC.
     *
     * @param scope the parent
     * @param id the construct's id, unique in its parent
     * @param props what to define
     */
    public RegionalPrivateLinkVpc(Construct scope, String id, RegionalPrivateLinkVpcProps props) {
        super(scope, id);
        props.requireZonesIn(Stack.of(this).getRegion());
        CfnVPC resource = retained(CfnVPC.Builder.create(this, "Resource")
                .cidrBlock(props.cidr)
                .enableDnsSupport(true)
                .enableDnsHostnames(true)
                .tags(NameTag.of(this))
                .build());

        peeringConnection = peer(resource, props);

        Map<String, IsolatedSubnet> zones = new LinkedHashMap<>();
        props.subnets.forEach((zone, cidr) ->
                zones.put(zone, new IsolatedSubnet(this, zone, cidr, resource, props.clientCidrs, peeringConnection)));

        vpc = handOut(resource, props.cidr, zones.values());
        subnets = handOut(zones);
        VpcFlowLog.define(this, vpc, props);
    }

    private CfnVPCPeeringConnection peer(CfnVPC requester, RegionalPrivateLinkVpcProps props) {
        return retained(CfnVPCPeeringConnection.Builder.create(this, "PeeringConnection")
                .vpcId(requester.getAttrVpcId())
                .peerVpcId(props.peerVpcId)
                .peerRegion(props.peerRegion)
                .peerOwnerId(props.peerOwnerId)
                .peerRoleArn(props.peerRoleArn)
                .tags(NameTag.of(this))
                .build());
    }

    private IVpc handOut(CfnVPC resource, String cidr, Collection<IsolatedSubnet> zones) {
        return Vpc.fromVpcAttributes(
                this,
                "Vpc",
                VpcAttributes.builder()
                        .vpcId(resource.getAttrVpcId())
                        .vpcCidrBlock(cidr)
                        .availabilityZones(zones.stream()
                                .map(IsolatedSubnet::availabilityZone)
                                .toList())
                        .isolatedSubnetIds(
                                zones.stream().map(IsolatedSubnet::subnetId).toList())
                        .isolatedSubnetRouteTableIds(
                                zones.stream().map(IsolatedSubnet::routeTableId).toList())
                        .build());
    }

    private Map<String, ISubnet> handOut(Map<String, IsolatedSubnet> zones) {
        Map<String, ISubnet> byZone = new LinkedHashMap<>();
        zones.forEach((zone, subnet) -> byZone.put(
                zone,
                Subnet.fromSubnetAttributes(
                        subnet,
                        "Subnet",
                        SubnetAttributes.builder()
                                .subnetId(subnet.subnetId())
                                .availabilityZone(subnet.availabilityZone())
                                .routeTableId(subnet.routeTableId())
                                .build())));
        return Collections.unmodifiableMap(byZone);
    }

    /** {@return the VPC, with its isolated subnets} */
    public IVpc getVpc() {
        return vpc;
    }

    /** {@return the isolated subnets by AZ ID, sorted} */
    public Map<String, ISubnet> getSubnets() {
        return subnets;
    }

    /**
     * {@return a selection of subnets for an endpoint}
     *
     * @param availabilityZoneIds AZ IDs that the VPC has a subnet in
     * @throws IllegalArgumentException if the VPC has no subnet in one of them
     */
    public SubnetSelection selectSubnets(String... availabilityZoneIds) {
        return SubnetSelection.builder()
                .subnets(Arrays.stream(availabilityZoneIds).map(this::subnet).toList())
                .build();
    }

    private ISubnet subnet(String availabilityZoneId) {
        ISubnet subnet = subnets.get(availabilityZoneId);
        if (subnet == null) {
            throw new IllegalArgumentException("%s has no subnet in \"%s\"; choose from %s"
                    .formatted(getNode().getPath(), availabilityZoneId, subnets.keySet()));
        }
        return subnet;
    }

    /** {@return the peering connection, of which this VPC is the requester} */
    public IVPCPeeringConnectionRef getPeeringConnection() {
        return peeringConnection;
    }

    /** {@return the id of the peering connection: {@code pcx-…}, as a token} */
    public String getPeeringConnectionId() {
        return peeringConnection.getAttrId();
    }

    /** The builder. */
    public static final class Builder {
        private Builder() {}

        /**
         * {@return a builder whose {@code build()} defines a {@link RegionalPrivateLinkVpc}}
         *
         * @param scope the parent
         * @param id the construct's id, unique in its parent
         */
        public static RegionalPrivateLinkVpcProps.Builder<RegionalPrivateLinkVpc> create(Construct scope, String id) {
            return new RegionalPrivateLinkVpcProps.Builder<>(props -> new RegionalPrivateLinkVpc(scope, id, props));
        }
    }
}
