package com.elementarydata.privatelink.net;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An AWS Region that this version knows, by its code such as {@code eu-central-1}.
 *
 * @see <a href="https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html">AWS Regions</a>
 */
public final class Region implements Comparable<Region> {

    private static final Map<String, Region> KNOWN = Stream.of(
                    in("aws", "af-south-1 ap-east-1 ap-east-2 ap-northeast-1 ap-northeast-2 ap-northeast-3"),
                    in("aws", "ap-south-1 ap-south-2 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4"),
                    in("aws", "ap-southeast-5 ap-southeast-6 ap-southeast-7 ca-central-1 ca-west-1 eu-central-1"),
                    in("aws", "eu-central-2 eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-2 eu-west-3"),
                    in("aws", "il-central-1 me-central-1 me-south-1 mx-central-1 sa-east-1 us-east-1 us-east-2"),
                    in("aws", "us-west-1 us-west-2"),
                    in("aws-us-gov", "us-gov-east-1 us-gov-west-1"),
                    in("aws-cn", "cn-north-1 cn-northwest-1"))
            .flatMap(Function.identity())
            .collect(Collectors.toUnmodifiableMap(Region::code, Function.identity()));

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

    private final String code;
    private final String partition;

    private Region(String code, String partition) {
        this.code = code;
        this.partition = partition;
    }

    private static Stream<Region> in(String partition, String codes) {
        return Arrays.stream(codes.split(" ")).map(code -> new Region(code, partition));
    }

    /**
     * Reads the code of a Region.
     *
     * @param text the code, in lower case
     * @return the Region
     * @throws InvalidValueException if no Region with that code is known
     */
    public static Region parse(String text) {
        Region region = KNOWN.get(text);
        if (region == null) {
            throw new InvalidValueException(
                    "\"%s\" is not a known AWS Region".formatted(text), "give a Region code such as eu-central-1");
        }
        return region;
    }

    /**
     * All Regions that are known.
     *
     * @return the Regions, sorted by their codes
     */
    public static List<Region> known() {
        return KNOWN.values().stream().sorted().toList();
    }

    /**
     * The code, as in {@code ap-southeast-3}.
     *
     * @return the code
     */
    public String code() {
        return code;
    }

    /**
     * The partition that the Region is part of: {@code aws}, {@code aws-us-gov} or {@code aws-cn}. Private connections
     * cannot leave a partition.
     *
     * @return the partition
     */
    public String partition() {
        return partition;
    }

    /**
     * The short form that Availability Zone ids of the Region begin with, as in {@code apse3}.
     *
     * @return the short form
     */
    public String shortForm() {
        return Arrays.stream(code.split("-"))
                .map(word -> SHORT_WORDS.getOrDefault(word, word))
                .collect(Collectors.joining());
    }

    @Override
    public int compareTo(Region other) {
        return code.compareTo(other.code);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Region region && code.equals(region.code);
    }

    @Override
    public int hashCode() {
        return code.hashCode();
    }

    @Override
    public String toString() {
        return code;
    }
}
