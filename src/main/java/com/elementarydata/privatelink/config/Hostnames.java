package com.elementarydata.privatelink.config;

import com.elementarydata.privatelink.net.Hostname;
import com.elementarydata.privatelink.net.InvalidValueException;
import com.google.common.net.InternetDomainName;

/** The rule that a hostname belongs to one owner, by the list of public suffixes. */
final class Hostnames {

    private static final String REMEDY = "give the full name of the service";

    private Hostnames() {}

    /** Reads a hostname, and refuses one whose zone would hide more names than the service's. */
    static Hostname parse(String text) {
        Hostname hostname = Hostname.parse(text);
        String zone = hostname.withoutWildcard().value();
        if (!InternetDomainName.isValid(zone)) {
            return hostname;
        }
        InternetDomainName domain = InternetDomainName.from(zone);
        if (domain.isPublicSuffix()) {
            throw new InvalidValueException(
                    "\"%s\" is a public suffix, and the names below it belong to others".formatted(text), REMEDY);
        }
        if (domain.isTopDomainUnderRegistrySuffix()) {
            throw new InvalidValueException(
                    "\"%s\" is a whole registered domain, and would hide every name below it".formatted(text), REMEDY);
        }
        return hostname;
    }
}
