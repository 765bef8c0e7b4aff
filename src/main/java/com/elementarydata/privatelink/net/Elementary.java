package com.elementarydata.privatelink.net;

import java.util.List;

/** What Elementary's side of a connection is known by: the defaults of the constructs, and what a provider is checked against. */
public final class Elementary {

    /** The AWS account that asks for connections. */
    public static final String ACCOUNT_ID = "743289191656";

    /**
     * The production subnets that connections come from: the only addresses that any security group on the way admits.
     */
    public static final List<String> CLIENT_CIDRS = List.of("10.0.1.0/24", "10.0.2.0/24", "10.0.3.0/24");

    private Elementary() {}
}
