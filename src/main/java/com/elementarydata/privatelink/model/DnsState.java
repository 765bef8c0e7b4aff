package com.elementarydata.privatelink.model;

/** Whether a connection's hostnames resolve to its endpoint. */
public enum DnsState {
    /** Its hostnames have zones and records. */
    ACTIVE,
    /** Everything but the zones and records exists, until a person switches when the connection is accepted. */
    PREPARED;

    /** The state of a key in a customer's file; {@link #ACTIVE} for any other text. */
    public static DnsState of(String key) {
        return key.equals(PREPARED.toString()) ? PREPARED : ACTIVE;
    }

    @Override
    public String toString() {
        return Words.of(this);
    }
}
