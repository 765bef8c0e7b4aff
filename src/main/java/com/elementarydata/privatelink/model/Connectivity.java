package com.elementarydata.privatelink.model;

/** How a service's Region is reached. */
public enum Connectivity {
    /** The endpoint is in the service's Region, whose regional VPC is peered with the production VPC. */
    PEERED,
    /** The endpoint is in the production Region and reaches the service with PrivateLink's cross-Region access. */
    CROSS_REGION;

    /** The connectivity of a key in a customer's file; {@link #PEERED} for any other text. */
    public static Connectivity of(String key) {
        return key.equals(CROSS_REGION.toString()) ? CROSS_REGION : PEERED;
    }

    @Override
    public String toString() {
        return Words.of(this);
    }
}
