package com.elementarydata.privatelink.net;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which Region somebody meant who wrote its place, as AWS's console names it, or mistyped its code.
 *
 * @see <a href="https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html">AWS Regions</a>
 */
final class MeantRegion {

    private static final Map<String, String> PLACES = Arrays.stream("""
            bahrain me-south-1, beijing cn-north-1, calgary ca-west-1, california us-west-1, canada central ca-central-1,
            cape town af-south-1, frankfurt eu-central-1, hong kong ap-east-1, hyderabad ap-south-2, ireland eu-west-1,
            jakarta ap-southeast-3, london eu-west-2, malaysia ap-southeast-5, melbourne ap-southeast-4,
            mexico mx-central-1, milan eu-south-1, mumbai ap-south-1, new zealand ap-southeast-6, ningxia cn-northwest-1,
            ohio us-east-2, oregon us-west-2, osaka ap-northeast-3, paris eu-west-3, são paulo sa-east-1,
            sao paulo sa-east-1, seoul ap-northeast-2, singapore ap-southeast-1, spain eu-south-2, stockholm eu-north-1,
            sydney ap-southeast-2, taipei ap-east-2, tel aviv il-central-1, thailand ap-southeast-7, tokyo ap-northeast-1,
            uae me-central-1, virginia us-east-1, zurich eu-central-2""".split(","))
            .map(String::strip)
            .collect(Collectors.toUnmodifiableMap(
                    line -> line.substring(0, line.lastIndexOf(' ')),
                    line -> line.substring(line.lastIndexOf(' ') + 1)));

    /** A Region's code with the letter of a zone. */
    private static final Pattern ZONE = Pattern.compile("(.*-[0-9])[a-z]");

    /** So many letters may be too many or missing; their order does not matter. */
    private static final int LETTERS = 2;

    private MeantRegion() {}

    /** Its code; empty where it cannot be told. */
    static Optional<String> of(String text, Set<String> codes) {
        String written = ZONE.matcher(text.strip().toLowerCase(Locale.ROOT)).replaceAll("$1");
        return PLACES.keySet().stream()
                .filter(written::contains)
                .findFirst()
                .map(PLACES::get)
                .or(() -> codes.stream()
                        .filter(code -> digits(code).equals(digits(written)))
                        .filter(code -> difference(code, written) <= LETTERS)
                        .min(Comparator.comparingInt((String code) -> difference(code, written))
                                .thenComparing(code -> !written.startsWith(code.substring(0, 2)))
                                .thenComparing(Comparator.naturalOrder())));
    }

    /** Another number is another Region. */
    private static String digits(String text) {
        return text.replaceAll("[^0-9]", "");
    }

    private static int difference(String one, String other) {
        Map<Integer, Integer> letters = new HashMap<>();
        one.chars().filter(Character::isLetter).forEach(letter -> letters.merge(letter, 1, Integer::sum));
        other.chars().filter(Character::isLetter).forEach(letter -> letters.merge(letter, -1, Integer::sum));
        return letters.values().stream().mapToInt(Math::abs).sum();
    }
}
