package com.elementarydata.privatelink.net;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.ipv4.IPv4Address;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A block of IPv4 addresses in CIDR notation, such as {@code 10.0.1.0/24}, in its strict form: four decimal octets
 * without leading zeros, the prefix length written out, no host bits set.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4632">RFC 4632</a>
 */
public final class Cidr implements Comparable<Cidr> {

    private static final Pattern FORM =
            Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}(/(0|[1-9][0-9]?))?");
    private static final Pattern PLACEHOLDER = Pattern.compile("((?:[0-9]{1,3}\\.){3})[xX*]");
    private static final Pattern LEADING_ZERO = Pattern.compile("(?<![0-9])0+(?=[0-9])");
    private static final int LONGEST_PREFIX = 32;
    private static final List<Cidr> PRIVATE = Stream.of(
                    "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10")
            .map(Cidr::parse)
            .toList();

    /** Never a host's in a network: "this network", loopback, link-local, multicast and what is reserved. */
    private static final List<Cidr> SPECIAL = Stream.of("0.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "224.0.0.0/3")
            .map(Cidr::parse)
            .toList();

    private final IPv4Address block;

    private Cidr(IPv4Address block) {
        this.block = block;
    }

    /**
     * Reads a block.
     *
     * @param text the block in its strict form
     * @return the block
     * @throws InvalidValueException if it is anything else; the remedy has the corrected form if there is one
     */
    public static Cidr parse(String text) {
        return read(text)
                .filter(address -> address.isPrefixed() && address.isPrefixBlock())
                .map(Cidr::new)
                .orElseThrow(() -> new InvalidValueException(
                        "\"%s\" is not an IPv4 CIDR block in strict form".formatted(text), remedy(text)));
    }

    /**
     * Reads a single address.
     *
     * @param text four decimal octets without leading zeros, without a prefix length
     * @return the block of that one address, a {@code /32}
     * @throws InvalidValueException if it is anything else
     */
    public static Cidr ofAddress(String text) {
        return read(text)
                .filter(address -> !address.isPrefixed())
                .map(address -> new Cidr(address.setPrefixLength(LONGEST_PREFIX)))
                .orElseThrow(() -> new InvalidValueException(
                        "\"%s\" is not an IPv4 address".formatted(text), "give four decimal numbers, as in 10.1.2.3"));
    }

    /** Only what looks like a block reaches the library, which accepts much else as addresses and fails on some. */
    private static Optional<IPv4Address> read(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new IPAddressString(text).toAddress().toIPv4());
        } catch (AddressStringException tooLarge) {
            return Optional.empty();
        }
    }

    private static String remedy(String text) {
        String decimal = LEADING_ZERO.matcher(text.strip()).replaceAll("");
        var placeholder = PLACEHOLDER.matcher(decimal);
        Optional<IPv4Address> meant = read(placeholder.matches() ? placeholder.group(1) + "0/24" : decimal);
        if (meant.isEmpty()) {
            return text.contains(":") ? "only IPv4 is supported, as in 10.0.1.0/24" : "write it as in 10.0.1.0/24";
        }
        IPv4Address address = meant.get();
        if (!address.isPrefixed()) {
            return "append the prefix length, as in %s/32 for this one address".formatted(address.toCanonicalString());
        }
        return "write %s".formatted(new Cidr(address.toPrefixBlock()));
    }

    /** {@return the prefix length, 0 to 32} */
    public int prefixLength() {
        return block.getPrefixLength();
    }

    /**
     * {@return whether every address of another block is in this one}
     *
     * @param other any block
     */
    public boolean contains(Cidr other) {
        return block.contains(other.block);
    }

    /**
     * {@return whether two blocks have an address in common}
     *
     * @param other any block
     */
    public boolean overlaps(Cidr other) {
        return contains(other) || other.contains(this);
    }

    /**
     * {@return whether all addresses are private ones (RFC 1918) or shared ones (RFC 6598)} Those are the ones that a
     * network load balancer accepts as targets outside its own VPC.
     *
     * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-target-groups.html">Target
     *     groups for Network Load Balancers</a>
     */
    public boolean isPrivate() {
        return PRIVATE.stream().anyMatch(reserved -> reserved.contains(this));
    }

    /**
     * {@return whether it has addresses that no VPC can have}
     *
     * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry/iana-ipv4-special-registry.xhtml">IANA IPv4
     *     Special-Purpose Address Registry</a>
     */
    public boolean isSpecial() {
        return SPECIAL.stream().anyMatch(this::overlaps);
    }

    /**
     * {@return the blocks with a longer prefix that this one divides into, in order, computed lazily}
     *
     * @param prefixLength the blocks' prefix length, from this block's own to 32
     */
    public Stream<Cidr> subnets(int prefixLength) {
        return block.setPrefixLength(prefixLength, false).prefixBlockStream().map(Cidr::new);
    }

    @Override
    public int compareTo(Cidr other) {
        int byAddress = block.getLower().compareTo(other.block.getLower());
        return byAddress != 0 ? byAddress : Integer.compare(prefixLength(), other.prefixLength());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cidr cidr && toString().equals(cidr.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    @Override
    public String toString() {
        return block.toCanonicalString();
    }
}
