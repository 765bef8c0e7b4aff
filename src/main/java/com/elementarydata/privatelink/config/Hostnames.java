package com.elementarydata.privatelink.config;

import com.elementarydata.privatelink.net.Hostname;
import com.elementarydata.privatelink.net.InvalidValueException;
import com.google.common.net.InternetDomainName;

/** The rule that a hostname is somebody's, which the list of public suffixes tells. */
final class Hostnames {

    private Hostnames() {}

    /** Reads a hostname, and refuses one whose zone would take everybody's names below a public suffix. */
    static Hostname parse(String text) {
        Hostname hostname = Hostname.parse(text);
        String zone = hostname.withoutWildcard().value();
        if (InternetDomainName.isValid(zone) && InternetDomainName.from(zone).isPublicSuffix()) {
            throw new InvalidValueException(
                    "\"%s\" is a public suffix, below which names are other people's".formatted(text),
                    "give the full name of the service");
        }
        return hostname;
    }
}
