package com.elementarydata.privatelink.integration;

/** Who accepts a connection, and how. */
public enum Acceptance {
    /** The customer, who owns the endpoint service, with its own AWS credentials. */
    CUSTOMER,
    /** The vendor, by itself, as soon as the customer has registered the endpoint with it. */
    REGISTRATION,
    /** The vendor's support, in a support case. */
    VENDOR_SUPPORT
}
