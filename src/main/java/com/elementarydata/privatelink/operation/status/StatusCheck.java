package com.elementarydata.privatelink.operation.status;

import com.elementarydata.privatelink.model.Check;

/** What may be wrong with a connection besides its state. The codes are contract. */
public final class StatusCheck {
    /** Its Region could not be read. */
    public static final Check NOT_READ = new Check("not-read", "Region");
    /** A stack's last deployment failed. */
    public static final Check STACK_FAILED = new Check("stack-failed", "stacks");
    /** A stack that the endpoint needs no longer exists. */
    public static final Check STACK_MISSING = new Check("stack-missing", "stacks");
    /** The endpoint has another DNS name than the one that the DNS stack was given. */
    public static final Check DNS_NAME_STALE = new Check("dns-name-stale", "DNS name");

    /** A name leads to what is no connection of the customer's. */
    public static final Check NAMES_ELSEWHERE = new Check("names-elsewhere", "names");
    /** Where a name leads could not be read. */
    public static final Check NAMES_NOT_READ = new Check("names-not-read", "names");

    private StatusCheck() {}
}
