package com.elementarydata.privatelink.net;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Characters that look like those of plain names and are others, as a Cyrillic {@code \u0430} does. */
public final class Lookalike {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}\\p{Pd}\u2212_]+");

    /** Cyrillic, Greek, Armenian and Latin letters, and dashes; below each what it looks like. */
    private static final String OTHERS = ""
            + "\u0430\u0435\u043E\u0440\u0441\u0443\u0445\u0455\u0456\u0458\u04BB\u0501\u051B\u051D\u043A\u043C"
            + "\u0410\u0412\u0415\u041A\u041C\u041D\u041E\u0420\u0421\u0422\u0423\u0425\u0405\u0406\u0408"
            + "\u03B1\u03B9\u03BA\u03BD\u03BF\u03C1\u03C5\u03C7\u0585\u0578\u057D\u0570\u0581\u0566"
            + "\u0391\u0392\u0395\u0396\u0397\u0399\u039A\u039C\u039D\u039F\u03A1\u03A4\u03A5\u03A7"
            + "\u0131\u0261\u0251\u2010\u2011\u2012\u2013\u2014\u2212";

    private static final String PLAIN =
            "" + "aeopcyxsijhdqwkm" + "ABEKMHOPCTYXSIJ" + "aikvopuxonuhgq" + "ABEZHIKMNOPTYX" + "iga------";

    private Lookalike() {}

    /**
     * Says which character is another one than it seems, before what to do about it.
     *
     * @param what what is wrong, with the value in it
     * @param remedy what to do
     * @return the remedy alone if there is no such character, or if it says so already
     */
    public static String explained(String what, String remedy) {
        return in(what).filter(words -> !remedy.contains(words))
                .map(words -> words + "; " + remedy)
                .orElse(remedy);
    }

    /** The first such character, in words. A word of another script is no such case. */
    static Optional<String> in(String text) {
        return WORD.matcher(text)
                .results()
                .map(MatchResult::group)
                .flatMap(word -> first(word).stream())
                .findFirst();
    }

    private static Optional<String> first(String word) {
        int[] others = word.codePoints().filter(character -> character > 0x7F).toArray();
        boolean mixed = word.chars().anyMatch(character -> character <= 0x7F && Character.isLetter(character));
        for (int other : others) {
            String plain = plain(other);
            if (!plain.isEmpty() && (mixed || allArePlain(others))) {
                return Optional.of("\"%s\" is U+%04X %s, not %s\"%s\""
                        .formatted(
                                Character.toString(other),
                                other,
                                Character.getName(other),
                                Character.isLetter(plain.charAt(0)) ? "the Latin " : "",
                                plain));
            }
        }
        return Optional.empty();
    }

    private static boolean allArePlain(int[] characters) {
        for (int character : characters) {
            if (plain(character).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** What a character looks like; empty if that is itself. */
    private static String plain(int character) {
        int listed = OTHERS.indexOf(character);
        if (listed >= 0) {
            return PLAIN.substring(listed, listed + 1);
        }
        String folded = Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKC);
        return folded.matches("[A-Za-z0-9-]") ? folded : "";
    }
}
