package com.elementarydata.privatelink.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The names below which others register their own: those of registries such as {@code co.uk}, and private ones such as
 * {@code github.io}.
 *
 * @see <a href="https://publicsuffix.org/list/">Public Suffix List</a>
 */
public final class PublicSuffixes {

    private static final String RESOURCE = "public-suffixes.txt";
    private static final String PRIVATE = "// private";
    private static final String COMMENT = "//";
    private static final Set<String> ALL;
    private static final Set<String> OF_REGISTRIES;

    static {
        List<String> lines = lines();
        ALL = rules(lines);
        OF_REGISTRIES = rules(lines.subList(0, lines.indexOf(PRIVATE)));
    }

    private PublicSuffixes() {}

    private static List<String> lines() {
        try (InputStream list = PublicSuffixes.class.getResourceAsStream(RESOURCE)) {
            return new String(Objects.requireNonNull(list).readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Set<String> rules(Collection<String> lines) {
        return lines.stream().filter(line -> !line.startsWith(COMMENT)).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * {@return whether names below this one belong to others}
     *
     * @param name a hostname in canonical form, without a wildcard
     */
    public static boolean contain(String name) {
        return labelsBeforeSuffix(name, ALL) == 0;
    }

    /**
     * {@return whether this is a whole domain, as a registry sells it}
     *
     * @param name a hostname in canonical form, without a wildcard
     */
    public static boolean areRightAbove(String name) {
        return labelsBeforeSuffix(name, OF_REGISTRIES) == 1;
    }

    /** How many labels are before the longest suffix that a rule is about; below zero if there is none. */
    private static int labelsBeforeSuffix(String name, Set<String> rules) {
        String rest = name;
        for (int before = 0; !rest.isEmpty(); before++) {
            String above = rest.contains(".") ? rest.substring(rest.indexOf('.') + 1) : "";
            if (rules.contains("!" + rest)) {
                return before + 1;
            }
            if (rules.contains(rest) || rules.contains("*." + above)) {
                return before;
            }
            rest = above;
        }
        return -1;
    }
}
