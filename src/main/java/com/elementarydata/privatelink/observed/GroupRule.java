package com.elementarydata.privatelink.observed;

import com.elementarydata.privatelink.observed.Traffic.Block;
import java.util.Optional;

/**
 * What a security group allows, with one peer.
 *
 * @param protocol {@code tcp}, or {@code -1} for all
 * @param fromPort the first port
 * @param toPort the last port
 * @param source an IPv4 or IPv6 block, or the id of a group or prefix list; of an outbound rule the destination
 */
public record GroupRule(String protocol, int fromPort, int toPort, String source) {

    private static final int LAST_PORT = 65_535;

    /** Whether it allows TCP on a port. */
    public boolean isFor(int port) {
        return firstPort() <= port && port <= lastPort();
    }

    /** Its addresses; absent of groups, prefix lists and IPv6 blocks. */
    public Optional<Block> block() {
        return Block.ofIpv4(source);
    }

    /** Whether it is about a prefix list, whose blocks were not read. */
    public boolean isOfPrefixList() {
        return source.startsWith("pl-");
    }

    /** Whether it is about what has another security group. */
    public boolean isOfGroup() {
        return source.startsWith("sg-");
    }

    /** The first TCP port that it allows; beyond the last where it allows none. */
    public int firstPort() {
        return isForAll() ? 0 : protocol.equals("tcp") ? fromPort : LAST_PORT + 1;
    }

    /** The last TCP port that it allows; below the first where it allows none. */
    public int lastPort() {
        return isForAll() ? LAST_PORT : protocol.equals("tcp") ? toPort : -1;
    }

    private boolean isForAll() {
        return protocol.equals("-1");
    }
}
