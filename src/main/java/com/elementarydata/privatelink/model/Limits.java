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
 * @see Quota
 */
public record Limits(
        int endpointsPerVpc,
        int peeringConnectionsPerVpc,
        int routesPerRouteTable,
        int hostedZonesPerAccount,
        int resourcesPerStack,
        int rulesPerSecurityGroup) {

    /** The default quotas. */
    public static final Limits DEFAULT = new Limits(
            Quota.ENDPOINTS_PER_VPC.usual(),
            Quota.PEERING_CONNECTIONS_PER_VPC.usual(),
            Quota.ROUTES_PER_ROUTE_TABLE.usual(),
            Quota.HOSTED_ZONES_PER_ACCOUNT.usual(),
            Quota.RESOURCES_PER_STACK.usual(),
            Quota.RULES_PER_SECURITY_GROUP.usual());

    /** What applies as far as the files know. */
    public int of(Quota quota) {
        return switch (quota) {
            case VPCS_PER_REGION -> quota.usual();
            case ENDPOINTS_PER_VPC -> endpointsPerVpc;
            case PEERING_CONNECTIONS_PER_VPC -> peeringConnectionsPerVpc;
            case ROUTES_PER_ROUTE_TABLE -> routesPerRouteTable;
            case HOSTED_ZONES_PER_ACCOUNT -> hostedZonesPerAccount;
            case RESOURCES_PER_STACK -> resourcesPerStack;
            case RULES_PER_SECURITY_GROUP -> rulesPerSecurityGroup;
        };
    }
}
