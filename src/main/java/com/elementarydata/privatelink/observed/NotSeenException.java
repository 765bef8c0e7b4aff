package com.elementarydata.privatelink.observed;

/** Ends a check that cannot see what it judges. */
public final class NotSeenException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NotSeenException(String why) {
        super(why, null, false, false);
    }

    public String why() {
        return String.valueOf(getMessage());
    }
}
