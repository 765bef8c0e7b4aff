package com.elementarydata.privatelink.net;

import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An AZ ID such as {@code usw2-az1}: the id of an Availability Zone, the same in every AWS account, unlike
 * {@code us-west-2a}, which each account maps to zones differently.
 *
 * @param value the AZ ID, in lower case
 * @see <a href="https://docs.aws.amazon.com/ram/latest/userguide/working-with-az-ids.html">AZ IDs</a>
 */
public record AvailabilityZoneId(String value) implements Comparable<AvailabilityZoneId> {

    private static final Pattern FORM = Pattern.compile("[a-z]{2,6}[0-9]-az[1-9][0-9]?");
    private static final Pattern NAME = Pattern.compile("[a-z]{2}(-[a-z]+){1,3}-[0-9][a-z]");

    private static final Set<String> KNOWN =
            Region.known().stream().map(Region::shortForm).collect(Collectors.toUnmodifiableSet());
    private static final int USUAL = 3;
    private static final Map<String, Integer> MORE_THAN_USUAL =
            Map.of("use1", 6, "usw2", 4, "apne1", 4, "apne2", 4, "cac1", 4, "cnn1", 4);

    private static final Comparator<AvailabilityZoneId> ORDER =
            Comparator.comparing(AvailabilityZoneId::shortForm).thenComparingInt(AvailabilityZoneId::number);

    /**
     * Refuses anything but an AZ ID.
     *
     * @param value the AZ ID, in lower case
     */
    public AvailabilityZoneId {
        require(value, "usw2");
    }

    private static void require(String value, String shortForm) {
        if (!FORM.matcher(value).matches()) {
            String example = "such as %s-az1".formatted(shortForm);
            throw new InvalidValueException(
                    "\"%s\" is not an AZ ID".formatted(value),
                    NAME.matcher(value).matches()
                            ? "zone names differ from account to account, so give the AZ ID, " + example
                            : "give an AZ ID " + example);
        }
    }

    /**
     * Reads an AZ ID.
     *
     * @param text the AZ ID, in lower case
     * @return the AZ ID
     * @throws InvalidValueException if it is anything else, such as a zone's name
     */
    public static AvailabilityZoneId parse(String text) {
        return new AvailabilityZoneId(text);
    }

    /**
     * Reads an AZ ID where those of one Region are expected. Whether it is in that Region is not checked.
     *
     * @param text the AZ ID, in lower case
     * @param expected the Region that the example of a refusal is of
     * @return the AZ ID
     * @throws InvalidValueException if it is anything else, such as a zone's name
     */
    public static AvailabilityZoneId parse(String text, Region expected) {
        require(text, expected.shortForm());
        return new AvailabilityZoneId(text);
    }

    /**
     * {@return whether the zone belongs to a Region}
     *
     * @param region any Region
     */
    public boolean isIn(Region region) {
        return shortForm().equals(region.shortForm());
    }

    /** {@return the zone's number within its Region, 1 to 99} */
    public int number() {
        return Integer.parseInt(value.substring(value.indexOf("-az") + 3));
    }

    /**
     * {@return whether AWS's documentation lists a zone with that number, or a higher one, for the Region; also for a Region
     * that it does not list} It lists none with a higher number than 3 but for these, on 2026-11-28.
     *
     * @see <a href="https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html">AWS
     *     Availability Zones</a>
     */
    public boolean isListed() {
        return !KNOWN.contains(shortForm()) || number() <= MORE_THAN_USUAL.getOrDefault(shortForm(), USUAL);
    }

    /** {@return the zone in PascalCase, the form used in names of CloudFormation outputs, such as {@code Usw2Az1}} */
    public String toPascalCase() {
        return Character.toUpperCase(value.charAt(0)) + shortForm().substring(1) + "Az" + number();
    }

    /** {@return the short form of the zone's Region, as in {@code usw2}} */
    public String shortForm() {
        return value.substring(0, value.indexOf('-'));
    }

    /** Sorts by Region and then by the zone's number. */
    @Override
    public int compareTo(AvailabilityZoneId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return value;
    }
}
