package com.elementarydata.privatelink.diagnose;

/** Ends a check that cannot see what it judges. */
final class NotSeenException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotSeenException(String why) {
        super(why, null, false, false);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
