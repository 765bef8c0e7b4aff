package com.elementarydata.privatelink.model;

/**
 * AWS quotas that a fleet can run into: the defaults, or what {@code network.yaml} says was granted.
 *
 * @param endpointsPerVpc interface endpoints in a regional VPC, 50 by default
 * @param peeringConnectionsPerVpc active peering connections of the production VPC, 50 by default, 125 at most
 * @param routesPerRouteTable routes in a production route table, 500 by default (since June 2025)
 * @param hostedZonesPerAccount hosted zones in the account, 500 by default
 * @param resourcesPerStack resources in a stack, 500, which AWS does not raise
 * @param rulesPerSecurityGroup inbound rules of a security group, 60 by default
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html">Amazon VPC quotas</a>
 * @see <a href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DNSLimitations.html">Route 53 quotas</a>
 */
public record Limits(
        int endpointsPerVpc,
        int peeringConnectionsPerVpc,
        int routesPerRouteTable,
        int hostedZonesPerAccount,
        int resourcesPerStack,
        int rulesPerSecurityGroup) {

    /** The default quotas. */
    public static final Limits DEFAULT = new Limits(50, 50, 500, 500, 500, 60);
}
