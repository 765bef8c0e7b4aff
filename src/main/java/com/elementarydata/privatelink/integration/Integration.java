package com.elementarydata.privatelink.integration;

import com.elementarydata.privatelink.net.Hostname;
import com.elementarydata.privatelink.net.InvalidValueException;
import com.elementarydata.privatelink.net.Port;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is behind a connection: all that the rest has to know of one kind of service.
 *
 * @param key what it is called in files, options, tags and the name of its runbook, as in {@code github-enterprise-server}
 * @param title what people call it, as in {@code GitHub Enterprise Server}
 * @param summary what {@code add} connects to, and until when it is only prepared; begins with an article
 * @param usualId what a connection is called where nobody chose an id, as in {@code git}
 * @param acceptance who accepts a connection
 * @param requiredKeys the keys of its own that a connection must have, in the order of a file
 * @param optionalKeys the keys of its own that a connection may have
 * @param ports the ports that clients connect to unless others are asked for; none where they have to be asked for
 * @param refusedPorts the ports that are never offered over a private connection, ascending, each with its use
 * @param refusedAs what all of those are; begins with an article
 * @param refusalRemedy what to do instead
 * @param healthProbe how a load balancer checks a target; absent for a TCP connection on the port of the traffic
 * @param sharedDomains the domains of its vendor, in which many customers have names; sorted
 * @param namesOfOneCustomer the form of names in a shared domain that are given to a single customer
 * @param crossesRegions whether PrivateLink's cross-Region access reaches it, if the provider offers that
 * @param hasOnlyPrivateNames whether its names serve private connections alone; others may be in use over a public route
 * @param hasCertificateResponders whether names that begin with {@code ocsp.} are those of certificate responders, which
 *     listen on port 80 alone, where nothing else of it does
 * @param derived what follows from the required keys, in Markdown
 * @param helpExamples commands for the help of {@code add}, where the keys' own examples say too little
 */
public record Integration(
        String key,
        String title,
        String summary,
        String usualId,
        Acceptance acceptance,
        List<Key> requiredKeys,
        List<Key> optionalKeys,
        List<Port> ports,
        Map<Integer, String> refusedPorts,
        String refusedAs,
        String refusalRemedy,
        Optional<HealthProbe> healthProbe,
        List<Hostname> sharedDomains,
        Optional<Pattern> namesOfOneCustomer,
        boolean crossesRegions,
        boolean hasOnlyPrivateNames,
        boolean hasCertificateResponders,
        String derived,
        List<String> helpExamples) {

    /**
     * Whether the endpoint service is the customer's own, and serves that customer alone.
     *
     * @return whether; otherwise it is a vendor's, which serves many
     */
    public boolean isHostedByCustomer() {
        return acceptance == Acceptance.CUSTOMER;
    }

    /**
     * The keys of its own, beside those that every connection has.
     *
     * @return first those that are required, in the order of a file
     */
    public List<Key> keys() {
        return Stream.concat(requiredKeys.stream(), optionalKeys.stream()).toList();
    }

    /**
     * Whether it has a key.
     *
     * @param wanted any key
     * @return whether a connection may have a key of that name
     */
    public boolean has(Key wanted) {
        return keys().stream().anyMatch(own -> own.name().equals(wanted.name()));
    }

    /**
     * Refuses a port that is not for users.
     *
     * @param port any port
     * @return the same port
     * @throws InvalidValueException if it is one of {@link #refusedPorts()}
     */
    public Port requireExposable(Port port) {
        String use = refusedPorts.get(port.number());
        if (use != null) {
            throw new InvalidValueException(
                    "port %d is %s (%s)".formatted(port.number(), refusedAs, use), refusalRemedy);
        }
        return port;
    }

    /**
     * Whether a name in a shared domain is of a form that is given to a single customer.
     *
     * @param hostname any name
     * @return whether
     */
    public boolean isOfOneCustomer(Hostname hostname) {
        return namesOfOneCustomer
                .filter(form -> form.matcher(hostname.value()).matches())
                .isPresent();
    }

    @Override
    public String toString() {
        return key;
    }
}
