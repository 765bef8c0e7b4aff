package com.elementarydata.privatelink.observed;

/** Which names are below which, wildcards and the root among them. */
public final class DomainNames {

    private static final String WILDCARD = "*.";

    private DomainNames() {}

    /** Whether the first label is a wildcard. */
    public static boolean isWildcard(String hostname) {
        return hostname.startsWith(WILDCARD);
    }

    /** The name, or what is behind its wildcard. */
    public static String base(String hostname) {
        return isWildcard(hostname) ? hostname.substring(WILDCARD.length()) : hostname;
    }

    /** Whether a name is at or below a domain; all are below {@code .}. */
    public static boolean covers(String domain, String name) {
        return domain.equals(".") || name.equals(domain) || name.endsWith("." + domain);
    }

    /** Whether a name is below another one, and not the same. */
    public static boolean isBelow(String lower, String upper) {
        return !lower.equals(upper) && covers(upper, lower);
    }

    /** Whether a zone or a rule of a domain can have a say in a hostname, or in what is behind its wildcard. */
    public static boolean concerns(String domain, String hostname) {
        return covers(domain, base(hostname)) || (isWildcard(hostname) && covers(base(hostname), domain));
    }
}
