package com.elementarydata.privatelink.observed;

/**
 * What a security group admits, from one source.
 *
 * @param protocol {@code tcp}, or {@code -1} for all
 * @param fromPort the first port
 * @param toPort the last port
 * @param source an IPv4 or IPv6 block, or the id of a group or prefix list
 */
public record InboundRule(String protocol, int fromPort, int toPort, String source) {

    private static final int LAST_PORT = 65_535;

    /** Whether it admits TCP on a port. */
    public boolean isFor(int port) {
        return firstPort() <= port && port <= lastPort();
    }

    /** Whether it admits a prefix list, whose blocks were not read. */
    public boolean isOfPrefixList() {
        return source.startsWith("pl-");
    }

    /** Whether it admits what has another security group. */
    public boolean isOfGroup() {
        return source.startsWith("sg-");
    }

    /** The first TCP port that it admits; beyond the last where it admits none. */
    public int firstPort() {
        return isForAll() ? 0 : protocol.equals("tcp") ? fromPort : LAST_PORT + 1;
    }

    /** The last TCP port that it admits; below the first where it admits none. */
    public int lastPort() {
        return isForAll() ? LAST_PORT : protocol.equals("tcp") ? toPort : -1;
    }

    private boolean isForAll() {
        return protocol.equals("-1");
    }
}
