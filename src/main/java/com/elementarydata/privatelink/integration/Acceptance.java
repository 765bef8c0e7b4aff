package com.elementarydata.privatelink.integration;

/** Who accepts a connection, and how. */
public enum Acceptance {
    /** The customer, whose endpoint service it is, with its own AWS credentials. */
    CUSTOMER,
    /** The vendor, by itself, as soon as the customer has registered the endpoint with it. */
    REGISTRATION,
    /** The vendor's support, asked in a case. */
    VENDOR_SUPPORT
}
