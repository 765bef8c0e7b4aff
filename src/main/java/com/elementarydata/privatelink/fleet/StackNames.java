package com.elementarydata.privatelink.fleet;

import com.elementarydata.privatelink.model.Identifier;
import com.elementarydata.privatelink.net.Region;

/** The names of Elementary's stacks. They are contract: CloudFormation identifies a stack by nothing else. */
public final class StackNames {

    /** The routes of the production VPC. */
    public static final String PRODUCTION = "PrivateLink-Production";

    private static final String CUSTOMER = "PrivateLink-Customer-";
    private static final String DNS = "PrivateLink-Dns-";
    private static final String REGION = "PrivateLink-Region-";

    private StackNames() {}

    /** Whether a stack may be one of a fleet. */
    public static boolean isOurs(String name) {
        return name.equals(PRODUCTION) || name.startsWith(REGION) || name.startsWith(CUSTOMER) || name.startsWith(DNS);
    }

    /** The regional VPC of a Region. */
    public static String region(Region region) {
        return REGION + region;
    }

    /** The endpoints of a customer in a Region. */
    public static String customer(Identifier customer, Region region) {
        return CUSTOMER + "%s-%s".formatted(customer, region);
    }

    /** The hosted zones of a customer. */
    public static String dns(Identifier customer) {
        return DNS + customer;
    }
}
