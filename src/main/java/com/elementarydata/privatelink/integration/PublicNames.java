package com.elementarydata.privatelink.integration;

import com.elementarydata.privatelink.net.DnsAnswer;
import com.elementarydata.privatelink.net.Region;
import java.util.Optional;

/** What public DNS is expected to answer for the names of an integration. */
@FunctionalInterface
public interface PublicNames {

    /**
     * {@return what is not as expected; empty if the answer is}
     *
     * @param answer what a resolver answers for one of its names
     * @param region the Region of the connection's service
     */
    Optional<Surprise> surprise(DnsAnswer answer, Region region);

    /**
     * What a person has to know before the name gets a private hosted zone.
     *
     * @param why what is not as expected, to follow the answer in a sentence
     * @param remedy what to do
     */
    record Surprise(String why, String remedy) {}

    /**
     * {@return the expectation of hosts that serve private connections alone: no public address}
     *
     * @param remedy what to do about one
     */
    static PublicNames none(String remedy) {
        return (answer, region) -> answer.isPublic()
                ? Optional.of(
                        new Surprise("it is for private connections alone, and should have no public address", remedy))
                : Optional.empty();
    }

    /** {@return the expectation of a customer's own hosts: no public address, which others may be using} */
    static PublicNames ofOwnHosts() {
        return (answer, region) -> answer.isPublic()
                ? Optional.of(new Surprise(
                        "once active, production reaches it only over this connection",
                        "make sure that the same service is behind the endpoint, on every port that production uses"))
                : Optional.empty();
    }
}
