package com.elementarydata.privatelink.integration;

import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * What people are told of an integration that is nothing but a row of {@code presets.txt}.
 *
 * @param certificate what its certificate has to be, as Markdown
 * @param signIn what Elementary needs to log in, as Markdown
 * @param note what its targets are, and how they are checked, as Markdown
 * @param sources where the row's facts are from
 */
public record Preset(String certificate, String signIn, String note, List<Source> sources) {

    /**
     * Where a fact is from.
     *
     * @param fact the key of the row that it supports, such as {@code ports}
     * @param certainty whether the vendor says so
     * @param page a page that says so, or that shows what was observed
     */
    public record Source(String fact, Certainty certainty, URI page) {

        static Source parse(String line) {
            List<String> words = List.of(line.split(" ", 3));
            return new Source(
                    words.get(0),
                    words.get(1).equals("documented") ? Certainty.DOCUMENTED : Certainty.OBSERVED,
                    URI.create(words.get(2)));
        }
    }

    /** How certain a fact is. */
    public enum Certainty {
        /** The vendor's documentation says so. */
        DOCUMENTED,
        /** The software does so, or it is usual, and no page of the vendor's says it. */
        OBSERVED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
