package com.elementarydata.privatelink.model;

/** Whether a connection's hostnames resolve to its endpoint. */
public enum DnsState {
    /** Its hostnames have zones and records. */
    ACTIVE("active"),
    /** Everything but the zones and records exists, until a person switches when the connection is accepted. */
    PREPARED("prepared");

    private final String key;

    DnsState(String key) {
        this.key = key;
    }

    /** The state of a key in a customer's file; {@link #ACTIVE} for any other text. */
    public static DnsState of(String key) {
        return key.equals(PREPARED.key) ? PREPARED : ACTIVE;
    }

    @Override
    public String toString() {
        return key;
    }
}
