package com.elementarydata.privatelink.e2e;

import com.google.errorprone.annotations.FormatMethod;
import java.util.Optional;

/**
 * Whether a packet arrives.
 *
 * @param brokenAt the first hop that it does not pass; empty if it arrives
 * @param words what is wrong there
 */
record Verdict(Optional<Hop> brokenAt, String words) {

    static final Verdict PASSES = new Verdict(Optional.empty(), "passes");

    /** Ends a walk. */
    static final class Broken extends Exception {
        private static final long serialVersionUID = 1;
        private final Hop hop;

        Broken(Hop hop, String words) {
            super(words);
            this.hop = hop;
        }

        Verdict verdict() {
            return new Verdict(Optional.of(hop), String.valueOf(getMessage()));
        }
    }

    @FormatMethod
    static void require(boolean holds, Hop hop, String words, Object... values) throws Broken {
        if (!holds) {
            throw new Broken(hop, words.formatted(values));
        }
    }
}
