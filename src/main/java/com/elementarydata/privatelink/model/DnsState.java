package com.elementarydata.privatelink.model;

import java.util.stream.Stream;

/** Whether a connection's hostnames resolve to its endpoint. */
public enum DnsState {
    /** Its hostnames have zones and records. */
    ACTIVE,
    /** Everything but the zones and records exists, until a person switches when the connection is accepted. */
    PREPARED,
    /** Its hostnames resolve by zones and records that others own: they are watched, and never changed. */
    EXTERNAL,
    /** Its hostnames resolve by zones that its customer's stack took over, and by their records, which are watched. */
    IMPORTED;

    /** The state of a key in a customer's file; {@link #ACTIVE} for any other text. */
    public static DnsState of(String key) {
        return Stream.of(values())
                .filter(state -> state.toString().equals(key))
                .findFirst()
                .orElse(ACTIVE);
    }

    @Override
    public String toString() {
        return Words.of(this);
    }
}
