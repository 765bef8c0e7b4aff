package com.elementarydata.privatelink.net;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An AWS Region, by its code such as {@code eu-central-1}. AWS opens Regions faster than versions of this are released, so
 * only the form is required; {@link KnownRegions} judges the rest.
 *
 * @param code the code, in lower case
 * @see <a href="https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html">AWS Regions</a>
 */
public record Region(String code) implements Comparable<Region> {

    private static final Set<String> KNOWN = Set.of("""
            af-south-1 ap-east-1 ap-east-2 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-south-2 \
            ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-6 ap-southeast-7 \
            ca-central-1 ca-west-1 cn-north-1 cn-northwest-1 eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-south-2 \
            eu-west-1 eu-west-2 eu-west-3 il-central-1 me-central-1 me-south-1 mx-central-1 sa-east-1 us-east-1 \
            us-east-2 us-gov-east-1 us-gov-west-1 us-west-1 us-west-2""".split(" "));

    private static final Pattern FORM =
            Pattern.compile("[a-z]{2}(-gov)?-(central|north|south|(north|south)?(east|west))-[1-9]");

    private static final Map<String, String> SHORT_WORDS = Map.of(
            "gov", "g",
            "north", "n",
            "south", "s",
            "east", "e",
            "west", "w",
            "central", "c",
            "northeast", "ne",
            "northwest", "nw",
            "southeast", "se",
            "southwest", "sw");

    /** Asked for with each zone. */
    private static final Map<String, String> SHORT_FORMS = new ConcurrentHashMap<>();

    /**
     * Refuses anything but the code of a Region, known or new.
     *
     * @param code the code, in lower case
     */
    public Region {
        if (!FORM.matcher(code).matches()) {
            throw unknown(code, "give a Region code such as eu-central-1", "");
        }
    }

    /**
     * Reads the code of a Region.
     *
     * @param text the code, in lower case
     * @return the Region
     * @throws InvalidValueException if no Region can have that code
     */
    public static Region parse(String text) {
        return new Region(text);
    }

    /**
     * {@return the Region of a code; empty if no Region can have it}
     *
     * @param text any text
     */
    public static Optional<Region> find(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new Region(text)) : Optional.empty();
    }

    /** The refusal of a code, with what to do, or what to do if no other was meant. */
    static InvalidValueException unknown(String code, String remedy, String otherwise) {
        return new InvalidValueException(
                "\"%s\" is not a known AWS Region".formatted(code),
                MeantRegion.of(code, KNOWN)
                        .map(meant -> "did you mean %s?%s".formatted(meant, otherwise))
                        .orElse(remedy));
    }

    /** {@return all Regions that this version knows, sorted by their codes} */
    public static List<Region> known() {
        return KNOWN.stream().sorted().map(Region::new).toList();
    }

    /** {@return whether this version knows it} */
    public boolean isKnown() {
        return KNOWN.contains(code);
    }

    /**
     * {@return the partition that the Region is part of: {@code aws}, {@code aws-us-gov} or {@code aws-cn}} Private
     * connections cannot leave a partition. It follows from how the code begins, as in the partitions of AWS's SDKs.
     */
    public String partition() {
        if (code.startsWith("us-gov-")) {
            return "aws-us-gov";
        }
        return code.startsWith("cn-") ? "aws-cn" : "aws";
    }

    /** {@return the short form that Availability Zone ids of the Region begin with, as in {@code apse3}} */
    public String shortForm() {
        return SHORT_FORMS.computeIfAbsent(code, Region::shortened);
    }

    private static String shortened(String code) {
        return Arrays.stream(code.split("-"))
                .map(word -> SHORT_WORDS.getOrDefault(word, word))
                .collect(Collectors.joining());
    }

    @Override
    public int compareTo(Region other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
