package com.elementarydata.privatelink.observed;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was tried from within the production VPC, by hostname.
 *
 * @param answers the addresses that exact hostnames resolve to; none where they do not
 * @param connects by {@code hostname:port}: {@link #CONNECTED}, or what went wrong
 * @param handshakes by {@code hostname:port}: {@link #TRUSTED} where the certificate is for the name, or what went wrong
 */
public record HereFacts(
        SortedMap<String, List<String>> answers,
        SortedMap<String, String> connects,
        SortedMap<String, String> handshakes) {

    /** What an attempt came to that went well. */
    public static final String CONNECTED = "connected";

    /** What a handshake came to that went well. */
    public static final String TRUSTED = "trusted";

    /** Copies. */
    public HereFacts {
        answers = Collections.unmodifiableSortedMap(new TreeMap<>(answers));
        connects = Collections.unmodifiableSortedMap(new TreeMap<>(connects));
        handshakes = Collections.unmodifiableSortedMap(new TreeMap<>(handshakes));
    }
}
