package com.elementarydata.privatelink.model;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * AWS quotas that a fleet can run into: the one table of their codes and defaults.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html">Amazon VPC quotas</a>
 * @see <a href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DNSLimitations.html">Route 53 quotas</a>
 */
public enum Quota {
    /** VPCs in a Region. */
    VPCS_PER_REGION("vpc", "L-F678F1CE", 5, Integer.MAX_VALUE, ""),
    /** Interface endpoints in a regional VPC, together with those of Gateway Load Balancers. */
    ENDPOINTS_PER_VPC("vpc", "L-29B6F2EB", 50, Integer.MAX_VALUE, "endpointsPerVpc"),
    /** Active peering connections of the production VPC. */
    PEERING_CONNECTIONS_PER_VPC("vpc", "L-7E9ECCDB", 50, 125, "peeringConnectionsPerVpc"),
    /** IPv4 routes in a production route table; the default is that of June 2025. */
    ROUTES_PER_ROUTE_TABLE("vpc", "L-93826ACB", 500, 1000, "routesPerRouteTable"),
    /** Inbound rules of a security group. */
    RULES_PER_SECURITY_GROUP("vpc", "L-0EA8095F", 60, Integer.MAX_VALUE, "rulesPerSecurityGroup"),
    /** Hosted zones in the account. */
    HOSTED_ZONES_PER_ACCOUNT("route53", "L-4EA4796A", 500, Integer.MAX_VALUE, "hostedZonesPerAccount"),
    /** Resources in a stack, which AWS does not raise. */
    RESOURCES_PER_STACK("cloudformation", "", 500, 500, "resourcesPerStack");

    private static final int HEADROOM_PERCENT = 80;
    private static final int TWICE = 2;

    private final String service;
    private final String code;
    private final int usual;
    private final int most;
    private final String key;

    /**
     * A quota.
     *
     * @param service its service, as Service Quotas names it
     * @param code its code there; empty where it is not one that anyone asks for
     * @param usual AWS's default
     * @param most the highest value that AWS grants, where it says
     * @param key its key in {@code limits} of {@code network.yaml}; empty if it has none
     */
    Quota(String service, String code, int usual, int most, String key) {
        this.service = service;
        this.code = code;
        this.usual = usual;
        this.most = most;
        this.key = key;
    }

    public String service() {
        return service;
    }

    public String code() {
        return code;
    }

    public int usual() {
        return usual;
    }

    public Optional<String> key() {
        return Optional.of(key).filter(named -> !named.isEmpty());
    }

    /** What to ask AWS for where this much is used: room for as much again; nothing where AWS grants no more. */
    public OptionalLong toAskFor(long used) {
        return used < most ? OptionalLong.of(Math.min(TWICE * used, most)) : OptionalLong.empty();
    }

    /** Whether so much of a quota is used that it should be raised before it is used up. */
    public static boolean isNearlyUsed(long used, long quota) {
        return used * 100 >= quota * HEADROOM_PERCENT;
    }
}
