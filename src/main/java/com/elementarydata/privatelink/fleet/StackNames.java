package com.elementarydata.privatelink.fleet;

import com.elementarydata.privatelink.model.Identifier;
import com.elementarydata.privatelink.net.Region;

/** The names of Elementary's stacks. They are contract: CloudFormation knows a stack by nothing else. */
public final class StackNames {

    /** The routes of the production VPC. */
    public static final String PRODUCTION = "PrivateLink-Production";

    private StackNames() {}

    /** The regional VPC of a Region. */
    public static String region(Region region) {
        return "PrivateLink-Region-" + region;
    }

    /** The endpoints of a customer in a Region. */
    public static String customer(Identifier customer, Region region) {
        return "PrivateLink-Customer-%s-%s".formatted(customer, region);
    }

    /** The hosted zones of a customer. */
    public static String dns(Identifier customer) {
        return "PrivateLink-Dns-" + customer;
    }
}
