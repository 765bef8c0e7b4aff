package com.elementarydata.privatelink.judge;

import com.elementarydata.privatelink.observed.GroupRule;
import com.elementarydata.privatelink.observed.Traffic;
import com.elementarydata.privatelink.observed.Traffic.Block;
import com.elementarydata.privatelink.observed.Traffic.Bounds;
import java.util.Collection;
import java.util.List;

/**
 * Whom security groups admit, whichever side they are on: several rules may admit a block together.
 *
 * @param rules the inbound rules of all groups
 */
public record Admission(List<GroupRule> rules) {

    /** The same for only the rules about some ports. */
    public Admission on(Collection<Integer> ports) {
        return new Admission(rules.stream()
                .filter(rule -> ports.stream().anyMatch(rule::isFor))
                .toList());
    }

    /** Whether every address of a block may connect to a port. */
    public boolean admits(String client, int port) {
        List<Bounds> bounds = rules.stream()
                .flatMap(rule ->
                        rule.block().stream().map(block -> new Bounds(block, rule.firstPort(), rule.lastPort())))
                .toList();
        return Traffic.to(client, port)
                .packets(bounds)
                .allMatch(packet -> bounds.stream().anyMatch(one -> one.hold(packet)));
    }

    /** Whether a prefix list, whose contents are not read, may admit more. */
    public boolean dependsOnPrefixList() {
        return rules.stream().anyMatch(GroupRule::isOfPrefixList);
    }

    /** Whether what has another security group is admitted, whichever addresses that has. */
    public boolean dependsOnGroup() {
        return rules.stream().anyMatch(GroupRule::isOfGroup);
    }

    /** The sources that are not within a block of the clients. */
    public List<String> others(Collection<String> clients) {
        List<Block> blocks = clients.stream().map(Block::of).toList();
        return rules.stream()
                .filter(rule -> rule.block()
                        .filter(block -> blocks.stream()
                                .anyMatch(client -> client.contains(block.first()) && client.contains(block.last())))
                        .isEmpty())
                .map(GroupRule::source)
                .distinct()
                .toList();
    }
}
