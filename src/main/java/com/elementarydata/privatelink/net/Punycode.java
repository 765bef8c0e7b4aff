package com.elementarydata.privatelink.net;

/**
 * The decoding of international labels, which the JDK's own leaves as they are where it cannot decode them.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3492#section-6.2">RFC 3492, 6.2</a>
 */
final class Punycode {

    private static final int BASE = 36;
    private static final int LEAST = 1;
    private static final int MOST = 26;
    private static final int SKEW = 38;
    private static final int DAMP = 700;
    private static final int FIRST_BIAS = 72;
    private static final int FIRST_LETTER = 0x80;

    private final String code;
    private final StringBuilder decoded = new StringBuilder();
    private int next;

    private Punycode(String code) {
        this.code = code;
    }

    /**
     * Whether there is a name for a label.
     *
     * @param code what is after {@code xn--}, in lower case
     */
    static boolean isOfName(String code) {
        return new Punycode(code).decode();
    }

    private boolean decode() {
        int delimiter = code.lastIndexOf('-');
        decoded.append(code, 0, Math.max(0, delimiter));
        next = delimiter > 0 ? delimiter + 1 : 0;
        long letter = FIRST_LETTER;
        int bias = FIRST_BIAS;
        long place = 0;
        int length = decoded.length();
        while (next < code.length()) {
            long before = place;
            place += number(bias);
            length++;
            bias = adapted(place - before, length, before == 0);
            letter += place / length;
            place %= length;
            if (next > code.length() || letter > Character.MAX_CODE_POINT || !isInNames((int) letter)) {
                return false;
            }
            decoded.insert(decoded.offsetByCodePoints(0, (int) place), Character.toChars((int) letter));
            place++;
        }
        return length > Math.max(0, delimiter);
    }

    /** The next number; past the end if there is none, or one that is too large for any letter. */
    private long number(int bias) {
        long number = 0;
        long weight = 1;
        for (int k = BASE; ; k += BASE) {
            int digit = next < code.length() ? digit(code.charAt(next)) : -1;
            next++;
            if (digit < 0 || number > Integer.MAX_VALUE) {
                next = code.length() + 1;
                return number;
            }
            number += digit * weight;
            int threshold = Math.min(Math.max(k - bias, LEAST), MOST);
            if (digit < threshold) {
                return number;
            }
            weight *= BASE - threshold;
        }
    }

    private static int digit(char character) {
        if (character >= 'a' && character <= 'z') {
            return character - 'a';
        }
        return character >= '0' && character <= '9' ? character - '0' + MOST : -1;
    }

    private static int adapted(long delta, int length, boolean first) {
        long left = first ? delta / DAMP : delta / 2;
        left += left / length;
        int k = 0;
        for (; left > (BASE - LEAST) * MOST / 2; k += BASE) {
            left /= BASE - LEAST;
        }
        return (int) (k + (BASE - LEAST + 1) * left / (left + SKEW));
    }

    private static boolean isInNames(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            // joiners are part of some scripts
            case Character.FORMAT -> letter == 0x200C || letter == 0x200D;
            default -> (letter & 0xFFFE) != 0xFFFE;
        };
    }
}
