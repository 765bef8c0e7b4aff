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
 * A kind of service: everything that the rest of the code needs to know about it.
 *
 * @param key what it is called in files, options, tags and the name of its runbook, as in
 *     {@code github-enterprise-server}
 * @param title what people call it, as in {@code GitHub Enterprise Server}
 * @param summary what {@code add} connects to, and how long it stays prepared; begins with an article
 * @param usualId the default id of a connection, as in {@code git}
 * @param acceptance who accepts a connection
 * @param requiredKeys its own required keys, in the order of a file
 * @param optionalKeys its own optional keys
 * @param ports the default ports that clients connect to; empty if they must be given
 * @param refusedPorts the ports that are never offered over a private connection, ascending, each with its use
 * @param refusedAs what those ports are; begins with an article
 * @param refusalRemedy what to do instead
 * @param healthProbe how a load balancer checks a target; absent for a TCP connection on the traffic port
 * @param tcpIdleTimeout after how many seconds of silence the customer's load balancer cuts a connection, by default
 * @param preset what people are told of it, if it is a row of {@code presets.txt}
 * @param sharedDomains the vendor's domains, in which many customers have names; sorted
 * @param namesOfOneCustomer the form of names in a shared domain that belong to a single customer
 * @param crossesRegions whether PrivateLink's cross-Region access works with it, if the service provider enables it
 * @param publicNames what public DNS is expected to answer for its names
 * @param hasCertificateResponders whether names that begin with {@code ocsp.} are OCSP responders, which are the only
 *     hosts that listen on port 80, and listen on nothing else
 * @param derived what follows from the required keys, in Markdown
 * @param helpExamples commands for the help of {@code add}, if the keys' own examples are not enough
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
        int tcpIdleTimeout,
        Optional<Preset> preset,
        List<Hostname> sharedDomains,
        Optional<Pattern> namesOfOneCustomer,
        boolean crossesRegions,
        PublicNames publicNames,
        boolean hasCertificateResponders,
        String derived,
        List<String> helpExamples) {

    /**
     * {@return whether the endpoint service is the customer's own and serves only that customer; otherwise it is a
     * vendor's, which serves many}
     */
    public boolean isHostedByCustomer() {
        return acceptance == Acceptance.CUSTOMER;
    }

    /** {@return its own keys, besides those that every connection has: the required first, in the order of a file} */
    public List<Key> keys() {
        return Stream.concat(requiredKeys.stream(), optionalKeys.stream()).toList();
    }

    /**
     * {@return whether a connection may have a key of that name}
     *
     * @param wanted any key
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
     * {@return whether a name in a shared domain has a form that belongs to a single customer}
     *
     * @param hostname any name
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
