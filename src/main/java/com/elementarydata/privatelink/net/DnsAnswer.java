package com.elementarydata.privatelink.net;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a DNS resolver answers for a name.
 *
 * @param name the name that was asked for; a wildcard as it is written
 * @param aliases the names that it is an alias of ({@code CNAME}), each of the one before it; none if it is no alias
 * @param addresses IPv4 and IPv6 addresses; none if the name does not resolve
 */
public record DnsAnswer(Hostname name, List<String> aliases, List<String> addresses) {

    private static final IPAddress SHARED = new IPAddressString("100.64.0.0/10").getAddress();

    /**
     * Copies and sorts the addresses.
     *
     * @param name the name that was asked for
     * @param aliases the names that it is an alias of
     * @param addresses its addresses
     */
    public DnsAnswer {
        aliases = List.copyOf(aliases);
        addresses = addresses.stream().sorted().toList();
    }

    /** {@return whether the name has an address} */
    public boolean resolves() {
        return !addresses.isEmpty();
    }

    /** {@return whether one of its addresses can be reached over the public internet} */
    public boolean isPublic() {
        return addresses.stream().anyMatch(DnsAnswer::isPublic);
    }

    private static boolean isPublic(String text) {
        IPAddress address = new IPAddressString(text).getAddress();
        return address != null
                && !address.isLocal()
                && !address.isLoopback()
                && !address.isAnyLocal()
                && !SHARED.contains(address);
    }

    /** {@return the names and addresses that it points to, in the order of the answer} */
    public String target() {
        return Stream.concat(aliases.stream(), addresses.stream()).collect(Collectors.joining(", "));
    }
}
