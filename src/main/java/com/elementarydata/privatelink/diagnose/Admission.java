package com.elementarydata.privatelink.diagnose;

import com.elementarydata.privatelink.diagnose.ProviderFacts.InboundRule;
import com.elementarydata.privatelink.net.Cidr;
import com.elementarydata.privatelink.net.Elementary;
import com.elementarydata.privatelink.net.InvalidValueException;
import java.util.Optional;

/** Whom a rule of a security group admits. */
record Admission(InboundRule rule) {

    boolean admits(String clientCidr, int port) {
        return isFor(port)
                && block().filter(block -> block.contains(Cidr.parse(clientCidr)))
                        .isPresent();
    }

    boolean isFor(int port) {
        return rule.protocol().equals("-1")
                || (rule.protocol().equals("tcp") && rule.fromPort() <= port && port <= rule.toPort());
    }

    boolean isOfClientsAlone() {
        return block().filter(block -> Elementary.CLIENT_CIDRS.stream()
                        .anyMatch(client -> Cidr.parse(client).contains(block)))
                .isPresent();
    }

    boolean isOfPrefixList() {
        return rule.source().startsWith("pl-");
    }

    /** Groups, prefix lists and IPv6 are no IPv4 block. */
    private Optional<Cidr> block() {
        try {
            return Optional.of(Cidr.parse(rule.source()));
        } catch (InvalidValueException other) {
            return Optional.empty();
        }
    }
}
