package com.elementarydata.privatelink.command;

import com.elementarydata.privatelink.model.Printable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Text in a shell: words of a command, each of which it takes as one, and comments. It is one visible line, whatever is in it. */
public final class Quoted {

    /** A first "=" is not among them, since zsh replaces such a word. */
    private static final String PLAIN = "[A-Za-z0-9_.:/,-][A-Za-z0-9_.:/,=-]*";

    private static final String OPTION = "-";
    private static final String NEW_LINE = "\n";

    /** The third of the characters that a shell begins with there: what it substitutes loses the new lines at its end. */
    private static final String LAST_NEW_LINE = "${IFS#??}";

    private Quoted() {}

    /** A word, in quotes where it needs them; what cannot be seen is written as {@code printf} has it. */
    public static String of(String word) {
        if (word.matches(PLAIN)) {
            return word;
        }
        return Printable.whole(word).equals(word) ? "'%s'".formatted(word.replace("'", "'\\''")) : printed(word);
    }

    private static String printed(String word) {
        String text = word;
        String end = "";
        while (text.endsWith(NEW_LINE)) {
            text = text.substring(0, text.length() - 1);
            end += LAST_NEW_LINE;
        }
        StringBuilder format = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            String character = String.valueOf((char) octet);
            boolean plain = character.matches(PLAIN) && !(format.isEmpty() && character.equals(OPTION));
            format.append(plain ? character : "\\%03o".formatted(octet & 0xFF));
        }
        return "\"$(printf '%s')%s\"".formatted(format, end);
    }

    /** A comment. */
    public static String comment(String text) {
        return "# " + Printable.of(text);
    }

    /** A command of some words. */
    public static String command(String... words) {
        return Stream.of(words).map(Quoted::of).collect(Collectors.joining(" "));
    }

    /** A command as it is typed, with a word for each {@code %s} of it. */
    static String line(String command, List<String> words) {
        return command.formatted(words.stream().map(Quoted::of).toArray());
    }
}
