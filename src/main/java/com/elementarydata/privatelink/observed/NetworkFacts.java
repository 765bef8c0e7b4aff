package com.elementarydata.privatelink.observed;

import java.util.List;
import java.util.Optional;

/**
 * The VPCs of a Region that packets pass, and what is in them.
 *
 * @param vpcs the VPCs
 * @param subnets their subnets
 * @param routeTables their route tables
 * @param networkAcls their network ACLs
 * @param peerings the peering connections that production takes part in
 * @param endpoints the interface endpoints that stacks hand out
 * @param securityGroups the security groups of those endpoints
 */
public record NetworkFacts(
        Reading<List<Vpc>> vpcs,
        Reading<List<Subnet>> subnets,
        Reading<List<RouteTable>> routeTables,
        Reading<List<NetworkAcl>> networkAcls,
        Reading<List<Peering>> peerings,
        Reading<List<Endpoint>> endpoints,
        Reading<List<SecurityGroup>> securityGroups) {

    /** One of the VPCs. */
    public Optional<Vpc> vpc(String id) {
        return vpcs.get().stream().filter(vpc -> vpc.id().equals(id)).findFirst();
    }

    /** One of the endpoints. */
    public Optional<Endpoint> endpoint(String id) {
        return endpoints.get().stream()
                .filter(found -> found.endpoint().id().equals(id))
                .findFirst();
    }

    /**
     * A VPC.
     *
     * @param id {@code vpc-…}
     * @param cidrs all of its IPv4 blocks
     */
    public record Vpc(String id, List<String> cidrs) {}

    /**
     * A subnet.
     *
     * @param id {@code subnet-…}
     * @param vpcId its VPC
     * @param cidr its IPv4 block
     * @param zone its AZ ID
     */
    public record Subnet(String id, String vpcId, String cidr, String zone) {}

    /**
     * A route table.
     *
     * @param id {@code rtb-…}
     * @param vpcId its VPC
     * @param main whether subnets without a table of their own have this one
     * @param subnetIds the subnets that have it expressly
     * @param routes its IPv4 routes; of a prefix list, one for each of its blocks
     * @param unread routes by prefix lists whose blocks could not be read, and why
     */
    public record RouteTable(
            String id, String vpcId, boolean main, List<String> subnetIds, List<Route> routes, List<String> unread) {}

    /**
     * A route.
     *
     * @param destination an IPv4 block
     * @param target {@code pcx-…}, {@code nat-…}, {@code local} and so on
     * @param active whether it is no blackhole
     * @param prefixListId {@code pl-…} where the block is one of a prefix list
     */
    public record Route(String destination, String target, boolean active, Optional<String> prefixListId) {

        private static final List<String> APPLIANCES = List.of("eni-", "i-", "vpce-");

        /** Whether it passes packets to something that may forward them anywhere. */
        public boolean isToAppliance() {
            return active && APPLIANCES.stream().anyMatch(target::startsWith);
        }
    }

    /**
     * A network ACL.
     *
     * @param id {@code acl-…}
     * @param subnetIds the subnets that have it
     * @param entries its IPv4 entries
     */
    public record NetworkAcl(String id, List<String> subnetIds, List<Entry> entries) {}

    /**
     * An entry of a network ACL.
     *
     * @param number the lowest that matches decides
     * @param egress whether it is about what leaves the subnet
     * @param allow whether it allows, or denies
     * @param protocol {@code 6} is TCP, {@code -1} all
     * @param cidr the other side
     * @param fromPort the first destination port
     * @param toPort the last destination port
     */
    public record Entry(
            int number, boolean egress, boolean allow, String protocol, String cidr, int fromPort, int toPort) {}

    /**
     * A peering connection.
     *
     * @param id {@code pcx-…}
     * @param status {@code active}, {@code pending-acceptance}, {@code deleted} and so on
     * @param requesterVpcId the VPC that asked
     * @param accepterVpcId the VPC that was asked
     */
    public record Peering(String id, String status, String requesterVpcId, String accepterVpcId) {

        /** Whether it connects two VPCs, whichever asked. */
        public boolean connects(String one, String other) {
            return (requesterVpcId.equals(one) && accepterVpcId.equals(other))
                    || (requesterVpcId.equals(other) && accepterVpcId.equals(one));
        }

        /** Whether packets pass. */
        public boolean isActive() {
            return status.equals("active");
        }

        /** Whether packets will pass once the accepter accepts. */
        public boolean isToBeAccepted() {
            return status.equals("pending-acceptance");
        }

        /** Whether AWS is still at work. */
        public boolean isBeingMade() {
            return status.equals("initiating-request") || status.equals("provisioning");
        }
    }

    /**
     * An interface endpoint and where it is reached.
     *
     * @param endpoint what EC2 says of it
     * @param addresses the private addresses of its network interfaces
     */
    public record Endpoint(DeployedEndpoint endpoint, Reading<List<String>> addresses) {}

    /**
     * A security group.
     *
     * @param id {@code sg-…}
     * @param inbound what it admits, one source each
     */
    public record SecurityGroup(String id, List<GroupRule> inbound) {}
}
