package com.elementarydata.privatelink.net;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Adjacent TCP ports, which one rule of a security group admits.
 *
 * @param first the lowest
 * @param last the highest, maybe the same
 */
public record PortRange(int first, int last) {

    /**
     * Merges ports that are adjacent, and no others.
     *
     * @param ports any ports
     * @return the ranges, in the order in which the first port of each was given
     */
    public static List<PortRange> merge(Collection<Integer> ports) {
        Map<Integer, Integer> positions = new HashMap<>();
        ports.forEach(port -> positions.putIfAbsent(port, positions.size()));
        List<PortRange> ranges = new ArrayList<>();
        for (int port : new TreeSet<>(ports)) {
            int end = ranges.size() - 1;
            if (end >= 0 && ranges.get(end).last == port - 1) {
                ranges.set(end, new PortRange(ranges.get(end).first, port));
            } else {
                ranges.add(new PortRange(port, port));
            }
        }
        ranges.sort(Comparator.comparingInt(range -> range.position(positions)));
        return List.copyOf(ranges);
    }

    /** As in {@code 443} or {@code 80-81}. */
    @Override
    public String toString() {
        return first == last ? String.valueOf(first) : first + "-" + last;
    }

    private int position(Map<Integer, Integer> positions) {
        return IntStream.rangeClosed(first, last).map(positions::get).min().orElseThrow();
    }
}
