package com.elementarydata.privatelink.diagnose;

import com.elementarydata.privatelink.diagnose.ProviderFacts.InboundRule;
import com.elementarydata.privatelink.net.Cidr;
import com.elementarydata.privatelink.net.InvalidValueException;

/** Whom a rule of a security group admits. */
record Admission(InboundRule rule) {

    boolean admits(String clientCidr, int port) {
        boolean onPort = rule.protocol().equals("-1")
                || (rule.protocol().equals("tcp") && rule.fromPort() <= port && port <= rule.toPort());
        return onPort && contains(clientCidr);
    }

    /** Groups and prefix lists are no addresses, and what they stand for is not the clients' here. */
    private boolean contains(String clientCidr) {
        try {
            return Cidr.parse(rule.source()).contains(Cidr.parse(clientCidr));
        } catch (InvalidValueException notAnAddress) {
            return false;
        }
    }
}
