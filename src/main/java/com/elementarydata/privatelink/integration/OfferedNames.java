package com.elementarydata.privatelink.integration;

import com.elementarydata.privatelink.net.Elementary;
import com.elementarydata.privatelink.net.Hostname;
import com.elementarydata.privatelink.net.InvalidValueException;
import com.elementarydata.privatelink.net.PublicSuffixes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * The names of a service that a customer hosts: the one judge of what the customer's construct takes, and of what
 * Elementary takes in a handoff document and a customer's file.
 */
public final class OfferedNames {

    /** Domains in which many customers have names, and that production may need for others. Reviewed 2026-11-22. */
    public static final List<Hostname> SHARED_DOMAINS = Stream.concat(
                    Integrations.ALL.stream().flatMap(integration -> integration.sharedDomains().stream()),
                    Stream.of(
                                    "amazonaws.com",
                                    "amazonaws.com.cn",
                                    "aws.amazon.com",
                                    "cluster.local",
                                    "compute.internal",
                                    "ec2.internal",
                                    "googleapis.com",
                                    "in-addr.arpa",
                                    "ip6.arpa",
                                    "microsoftonline.com",
                                    "okta.com",
                                    "slack.com",
                                    "windows.net")
                            .map(Hostname::parse))
            .toList();

    /** Elementary's own domain, which no customer has a name of. */
    public static final Hostname ELEMENTARYS_DOMAIN = Hostname.parse(Elementary.DOMAIN);

    private static final String REMEDY = "give the full name of the service";

    private OfferedNames() {}

    /**
     * Reads a name, which belongs to one owner: its zone must hide no more than the service.
     *
     * @param text the hostname of a server, maybe with a wildcard
     * @return the hostname
     * @throws InvalidValueException if it is anything else, a public suffix, or a whole registered domain
     * @see <a href="https://publicsuffix.org/">Public Suffix List</a>
     */
    public static Hostname parse(String text) {
        Hostname hostname = Hostname.parseServer(text);
        String zone = hostname.withoutWildcard().value();
        if (PublicSuffixes.contain(zone)) {
            throw new InvalidValueException(
                    "\"%s\" is a public suffix, and the names below it belong to others".formatted(text), REMEDY);
        }
        if (PublicSuffixes.areRightAbove(zone)) {
            throw new InvalidValueException(
                    "\"%s\" is a whole registered domain, and would hide every name below it".formatted(text), REMEDY);
        }
        return hostname;
    }

    /**
     * {@return whether a wildcard is given without the name that it is below} Its zone answers for that name too, and
     * would hide it.
     *
     * @param name one of the names
     * @param all the names
     */
    public static boolean lacksBase(Hostname name, Collection<Hostname> all) {
        return !all.contains(name.withoutWildcard());
    }

    /**
     * {@return what is wrong with a wildcard that lacks its base}
     *
     * @param name the wildcard
     */
    public static InvalidValueException lackingBase(Hostname name) {
        return new InvalidValueException(
                "\"%s\" alone would hide \"%s\"".formatted(name, name.withoutWildcard()), "give both");
    }

    /**
     * {@return whether all names are one host's, with the names below it where those can be its own, or the integration
     * has any number of hosts}
     *
     * @param integration what is behind the service
     * @param all the names
     */
    public static boolean fit(Integration integration, Collection<Hostname> all) {
        if (!integration.has(Keys.HOSTNAME)) {
            return true;
        }
        var oneHost = all.stream().map(Hostname::withoutWildcard).distinct().count() == 1;
        return oneHost && (all.stream().noneMatch(Hostname::isWildcard) || integration.has(Keys.SUBDOMAIN_ISOLATION));
    }

    /**
     * {@return what is wrong with the names of a service, taken together}
     *
     * @param integration what is behind the service
     * @param all the names, at least one
     */
    public static List<InvalidValueException> problems(Integration integration, Collection<Hostname> all) {
        List<InvalidValueException> problems = new ArrayList<>();
        all.stream().filter(name -> lacksBase(name, all)).forEach(name -> problems.add(lackingBase(name)));
        if (!fit(integration, all)) {
            problems.add(new InvalidValueException(
                    "%s has one host, but the hostnames are %s".formatted(integration.title(), all),
                    integration.has(Keys.SUBDOMAIN_ISOLATION)
                            ? "give it, and with subdomain isolation the names below it, as in *.git.acme.example"
                            : "give it"));
        }
        return problems;
    }

    /**
     * {@return what Elementary's clients would no longer find because of the names}
     *
     * @param all the names
     */
    public static List<InvalidValueException> hidden(Collection<Hostname> all) {
        return all.stream()
                .flatMap(name -> Stream.concat(
                                hiddenBy(name, SHARED_DOMAINS), hiddenBy(name, List.of(ELEMENTARYS_DOMAIN)))
                        .map(domain -> new InvalidValueException(
                                "\"%s\" would hide names of \"%s\" from Elementary's clients".formatted(name, domain),
                                "give the name of the service in a domain of your own")))
                .toList();
    }

    /**
     * {@return the domains that a name is at, below or above, so that it would hide names of theirs}
     *
     * @param name any name
     * @param domains names of others
     */
    public static Stream<Hostname> hiddenBy(Hostname name, Collection<Hostname> domains) {
        return domains.stream().filter(domain -> name.isAtOrBelow(domain) || domain.isAtOrBelow(name));
    }
}
