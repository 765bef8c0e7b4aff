package com.elementarydata.privatelink.observed;

import com.elementarydata.privatelink.net.Cidr;
import com.elementarydata.privatelink.net.InvalidValueException;
import com.google.common.net.InetAddresses;
import java.net.InetAddress;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Packets between a side and a block of addresses, to a range of ports.
 *
 * @param addresses the other side
 * @param firstPort the first port
 * @param lastPort the last port
 */
public record Traffic(Block addresses, int firstPort, int lastPort) {

    public static Traffic to(String cidr, int port) {
        return new Traffic(Block.of(cidr), port, port);
    }

    /** One packet. */
    public record Packet(long address, int port) {}

    /** Rules about some addresses and ports. */
    public record Bounds(Block addresses, int firstPort, int lastPort) {

        public boolean hold(Packet packet) {
            return addresses.contains(packet.address()) && firstPort <= packet.port() && packet.port() <= lastPort;
        }
    }

    /** Addresses as numbers. */
    public record Block(long first, long last) {

        public static Block of(String cidr) {
            Cidr block = Cidr.parse(cidr);
            InetAddress start = InetAddresses.forString(block.toString().replaceAll("/.*", ""));
            long first = Integer.toUnsignedLong(InetAddresses.coerceToInteger(start));
            return new Block(first, first + (1L << (32 - block.prefixLength())) - 1);
        }

        /** What is written otherwise than an IPv4 block is none. */
        public static Optional<Block> ofIpv4(String text) {
            try {
                return Optional.of(of(text));
            } catch (InvalidValueException other) {
                return Optional.empty();
            }
        }

        public boolean contains(long address) {
            return first <= address && address <= last;
        }
    }

    /**
     * Packets that stand for all others: what rules say changes nowhere but at their bounds.
     *
     * @param bounds of all rules
     */
    public Stream<Packet> packets(List<Bounds> bounds) {
        NavigableSet<Long> starts = new TreeSet<>(List.of(addresses.first()));
        NavigableSet<Integer> ports = new TreeSet<>(List.of(firstPort));
        for (Bounds bound : bounds) {
            Stream.of(bound.addresses().first(), bound.addresses().last() + 1)
                    .filter(addresses::contains)
                    .forEach(starts::add);
            Stream.of(bound.firstPort(), bound.lastPort() + 1)
                    .filter(port -> firstPort <= port && port <= lastPort)
                    .forEach(ports::add);
        }
        return starts.stream().flatMap(start -> ports.stream().map(port -> new Packet(start, port)));
    }
}
