package com.elementarydata.privatelink.judge;

import com.elementarydata.privatelink.observed.GroupRule;
import com.elementarydata.privatelink.observed.Traffic.Block;
import java.util.List;
import java.util.Optional;

/**
 * Where security groups let a load balancer connect to.
 *
 * @param rules the outbound rules of all groups
 */
public record Egress(List<GroupRule> rules) {

    /** What is known about a target. */
    public enum Answer {
        /** A rule lets the load balancer connect to it. */
        ALLOWED,
        /** Only a rule may whose addresses are not read: for a group, a prefix list, or IPv6. */
        UNCERTAIN,
        /** No rule does. */
        REFUSED
    }

    /**
     * Whether a target is allowed; the addresses of instances and load balancers are not read, so that a rule for any is
     * taken for theirs.
     *
     * @param target an address, an instance or a load balancer
     * @param port its TCP port
     */
    public Answer to(String target, int port) {
        Optional<Block> address = Block.ofIpv4(target + "/32");
        boolean isUnread = target.startsWith("i-") || target.startsWith("arn:");
        List<GroupRule> about = rules.stream().filter(rule -> rule.isFor(port)).toList();
        if (about.stream()
                .flatMap(rule -> rule.block().stream())
                .anyMatch(
                        block -> address.map(one -> block.contains(one.first())).orElse(isUnread))) {
            return Answer.ALLOWED;
        }
        return about.stream()
                        .filter(rule -> rule.block().isEmpty())
                        .anyMatch(rule -> address.isEmpty() || !rule.source().contains(":"))
                ? Answer.UNCERTAIN
                : Answer.REFUSED;
    }
}
