package com.elementarydata.privatelink.operation.status;

import com.elementarydata.privatelink.model.Check;

/** What may be wrong with a connection besides its state. The codes are contract. */
public enum StatusCheck implements Check {
    /** A stack's last deployment failed. */
    STACK_FAILED("stack-failed", "stacks"),
    /** A stack that the endpoint needs no longer exists. */
    STACK_MISSING("stack-missing", "stacks"),
    /** The endpoint has another DNS name than the one that the DNS stack was given. */
    DNS_NAME_STALE("dns-name-stale", "DNS name");

    private final String code;
    private final String title;

    StatusCheck(String code, String title) {
        this.code = code;
        this.title = title;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String title() {
        return title;
    }
}
