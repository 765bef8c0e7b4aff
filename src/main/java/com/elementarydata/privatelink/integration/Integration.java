package com.elementarydata.privatelink.integration;

import com.elementarydata.privatelink.net.Hostname;
import com.elementarydata.privatelink.net.InvalidValueException;
import com.elementarydata.privatelink.net.Port;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What is behind a connection: all that the rest has to know of one kind of service. */
public final class Integration {

    private final Facts facts;

    Integration(Facts facts) {
        this.facts = facts;
    }

    static Facts named(String key, String title) {
        return new Facts(key, title);
    }

    /**
     * What it is called in files, options, tags and the names of its runbook.
     *
     * @return such as {@code github-enterprise-server}
     */
    public String key() {
        return facts.key;
    }

    /**
     * What people call it, as a heading has it.
     *
     * @return such as {@code GitHub Enterprise Server}
     */
    public String title() {
        return facts.title;
    }

    /**
     * What {@code add} connects to, and until when it is only prepared.
     *
     * @return words that begin with an article
     */
    public String summary() {
        return facts.summary;
    }

    /**
     * What a connection is called where nobody chose an id.
     *
     * @return such as {@code git}
     */
    public String usualId() {
        return facts.usualId;
    }

    /**
     * Who accepts a connection.
     *
     * @return by default the customer
     */
    public Acceptance acceptance() {
        return facts.acceptance;
    }

    /**
     * Whether the endpoint service is the customer's own, and serves that customer alone.
     *
     * @return whether; otherwise it is a vendor's, which serves many
     */
    public boolean isHostedByCustomer() {
        return facts.acceptance == Acceptance.CUSTOMER;
    }

    /**
     * The keys of its own, beside those that every connection has.
     *
     * @return first those that are required, in the order of a file
     */
    public List<Key> keys() {
        return Stream.concat(facts.required.stream(), facts.optional.stream()).toList();
    }

    /**
     * The keys that a connection must have.
     *
     * @return in the order of a file
     */
    public List<Key> requiredKeys() {
        return facts.required;
    }

    /**
     * Whether it has a key.
     *
     * @param key any key
     * @return whether a connection may have a key of that name
     */
    public boolean has(Key key) {
        return keys().stream().anyMatch(own -> own.name().equals(key.name()));
    }

    /**
     * The ports that clients connect to unless others are asked for.
     *
     * @return empty where they have to be asked for
     */
    public List<Port> ports() {
        return facts.ports;
    }

    /**
     * The ports that are never offered over a private connection, each with its use.
     *
     * @return by number, ascending
     */
    public Map<Integer, String> refusedPorts() {
        return facts.refusedPorts;
    }

    /**
     * Refuses a port that is not for users.
     *
     * @param port any port
     * @return the same port
     * @throws InvalidValueException if it is one of {@link #refusedPorts()}
     */
    public Port requireExposable(Port port) {
        String use = facts.refusedPorts.get(port.number());
        if (use != null) {
            throw new InvalidValueException(
                    "port %d is %s (%s)".formatted(port.number(), facts.refusedAs, use), facts.refusalRemedy);
        }
        return port;
    }

    /**
     * How a load balancer checks a target.
     *
     * @return empty for a TCP connection on the port of the traffic
     */
    public Optional<HealthProbe> healthProbe() {
        return facts.healthProbe;
    }

    /**
     * The domains of its vendor, in which many customers have names.
     *
     * @return sorted
     */
    public List<Hostname> sharedDomains() {
        return facts.sharedDomains;
    }

    /**
     * Whether a name in a shared domain is of a form that is given to a single customer.
     *
     * @param hostname any name
     * @return whether
     */
    public boolean isOfOneCustomer(Hostname hostname) {
        return facts.ofOneCustomer
                .map(form -> form.matcher(hostname.value()).matches())
                .orElse(false);
    }

    /**
     * Whether PrivateLink's cross-Region access reaches it.
     *
     * @return whether, if the provider offers its service to the Region
     */
    public boolean crossesRegions() {
        return facts.acrossRegions;
    }

    /**
     * Whether its names serve private connections alone; others may be in use over a public route.
     *
     * @return whether
     */
    public boolean hasOnlyPrivateNames() {
        return facts.onlyPrivateNames;
    }

    /**
     * Whether names that begin with {@code ocsp.} are those of certificate responders, which listen on port 80 alone,
     * where nothing else of it does.
     *
     * @return whether
     */
    public boolean hasCertificateResponders() {
        return facts.certificateResponders;
    }

    /**
     * What follows from the required keys.
     *
     * @return in Markdown, for the documentation
     */
    public String derived() {
        return facts.derived;
    }

    /**
     * Commands for the help of {@code add}, where the keys' own examples say too little.
     *
     * @return lines; by default none
     */
    public List<String> helpExamples() {
        return facts.helpExamples;
    }

    @Override
    public String toString() {
        return facts.key;
    }
}
