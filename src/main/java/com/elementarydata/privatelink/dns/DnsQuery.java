package com.elementarydata.privatelink.dns;

import com.elementarydata.privatelink.net.DnsAnswer;
import com.elementarydata.privatelink.net.Hostname;
import com.google.common.net.HostAndPort;
import com.google.common.net.InetAddresses;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.DirContext;
import javax.naming.directory.InitialDirContext;

/**
 * Questions to a resolver, one after the other, with the DNS client of the JDK.
 *
 * @param server the resolver; empty for this machine's
 */
record DnsQuery(Optional<HostAndPort> server) {

    private static final String FACTORY = "com.sun.jndi.dns.DnsContextFactory";
    private static final String TIMEOUT_MILLIS = "1000";
    /** Each waits twice as long as the one before. */
    private static final String ATTEMPTS = "2";

    private static final int LONGEST_CHAIN = 16;
    private static final Pattern HOST = Pattern.compile("[a-z0-9_-]+(\\.[a-z0-9_-]+)*");

    /** What it answers for a name; empty if it does not answer. */
    Optional<DnsAnswer> ask(Hostname name) {
        List<String> aliases = new ArrayList<>();
        try {
            DirContext resolver = new InitialDirContext(environment());
            try {
                return Optional.of(new DnsAnswer(name, aliases, addresses(resolver, follow(resolver, name, aliases))));
            } catch (NameNotFoundException none) {
                return Optional.of(new DnsAnswer(name, aliases, List.of()));
            } finally {
                resolver.close();
            }
        } catch (NamingException unanswered) {
            return Optional.empty();
        }
    }

    private Properties environment() {
        Properties environment = new Properties();
        environment.put(Context.INITIAL_CONTEXT_FACTORY, FACTORY);
        environment.put(Context.PROVIDER_URL, "dns:" + server.map(DnsQuery::url).orElse(""));
        environment.put("com.sun.jndi.dns.timeout.initial", TIMEOUT_MILLIS);
        environment.put("com.sun.jndi.dns.timeout.retries", ATTEMPTS);
        return environment;
    }

    private static String url(HostAndPort server) {
        String host = server.getHost();
        boolean isIpv6 = host.contains(":") && InetAddresses.isInetAddress(host);
        return "//%s:%d".formatted(isIpv6 ? "[%s]".formatted(host) : host, server.getPort());
    }

    /**
     * The last name of the chain of aliases, which are added on the way. What an answer says is followed only if it has
     * the form of a host: JNDI would take {@code ldap://…} as an address to connect to.
     */
    private static String follow(DirContext resolver, Hostname name, List<String> aliases) throws NamingException {
        String last = name.value();
        List<String> next = records(resolver, last, "CNAME");
        while (!next.isEmpty() && aliases.size() < LONGEST_CHAIN) {
            aliases.add(next.get(0));
            if (!HOST.matcher(next.get(0)).matches()) {
                throw new NameNotFoundException("an alias of what is no host");
            }
            last = next.get(0);
            next = records(resolver, last, "CNAME");
        }
        return last;
    }

    private static List<String> addresses(DirContext resolver, String name) throws NamingException {
        return Stream.concat(records(resolver, name, "A").stream(), records(resolver, name, "AAAA").stream())
                .toList();
    }

    /** Attributes of names in DNS are texts, and none is made an object. */
    @SuppressWarnings("BanJNDI")
    private static List<String> records(DirContext resolver, String name, String type) throws NamingException {
        Attribute found = resolver.getAttributes(name, new String[] {type}).get(type);
        return found == null
                ? List.of()
                : Collections.list(found.getAll()).stream()
                        .map(value -> plain(value.toString()))
                        .toList();
    }

    private static String plain(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
