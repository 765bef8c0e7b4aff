package com.elementarydata.privatelink.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** What may have been meant by a mistyped word. */
public final class Suggestion {

    private static final int FARTHEST = 3;
    private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

    private Suggestion() {}

    /** A remedy: the nearest word, or all of them if none is near. */
    public static String among(Collection<String> words, String mistyped) {
        return nearest(words, mistyped)
                .map("did you mean \"%s\"?"::formatted)
                .orElseGet(() -> "choose from "
                        + String.join(", ", words.stream().sorted().toList()));
    }

    /** The nearest word, if one is near. */
    public static Optional<String> nearest(Collection<String> words, String mistyped) {
        return words.stream()
                .sorted()
                .min(Comparator.comparingInt(word -> distance(word, mistyped)))
                .filter(word -> distance(word, mistyped) <= Math.min(FARTHEST, word.length() / 2));
    }

    private static int distance(String word, String mistyped) {
        return DISTANCE.apply(word.toLowerCase(Locale.ROOT), mistyped.toLowerCase(Locale.ROOT));
    }
}
