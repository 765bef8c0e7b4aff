package com.elementarydata.privatelink.net;

import java.util.List;

/**
 * Elementary's side of a connection: whom {@code CustomerEndpointService.forElementary} admits, and what a service provider
 * is checked against. No construct takes these by default.
 */
public final class Elementary {

    /** Its domain: no customer may have a name at, below or above it. */
    public static final String DOMAIN = "elementary-data.com";

    /** The AWS account that requests connections. */
    public static final String ACCOUNT_ID = "743289191656";

    /** The partition of that account, which no private connection leaves. */
    public static final String PARTITION = "aws";

    /**
     * The production subnets that connections come from: the only addresses that any security group on the path admits.
     */
    public static final List<String> CLIENT_CIDRS = List.of("10.0.1.0/24", "10.0.2.0/24", "10.0.3.0/24");

    private Elementary() {}
}
