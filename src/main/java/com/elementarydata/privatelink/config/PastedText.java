package com.elementarydata.privatelink.config;

import com.elementarydata.privatelink.model.Position;
import com.elementarydata.privatelink.model.ProblemCode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.text.StringEscapeUtils;

/**
 * Text that came through other programs: a terminal, a spreadsheet, a mail, a chat.
 *
 * @param text its characters, with straight quotes and plain spaces
 * @param place the position of each character in what was given; one for all where they are not the given ones
 */
record PastedText(String text, IntFunction<Position> place) {

    private static final Map<String, Charset> BYTE_ORDER_MARKS =
            Map.of("\u00FF\u00FE", StandardCharsets.UTF_16LE, "\u00FE\u00FF", StandardCharsets.UTF_16BE);
    private static final Pattern QUOTE_MARK = Pattern.compile("(?m)^(> ?)+");
    private static final Pattern HTML_QUOTE = Pattern.compile("&(quot|#34|#x22|apos|#39|#x27);");
    private static final Pattern DOUBLE_QUOTES = Pattern.compile("[\u201C-\u201F\u00AB\u00BB\u2033\uFF02]");
    private static final Pattern SINGLE_QUOTES = Pattern.compile("[\u2018-\u201B\u2032\uFF07]");
    private static final Pattern SPACES = Pattern.compile("[\u00A0\u2000-\u200B\u202F\u2060\uFEFF]");

    /**
     * Decodes UTF-8, and UTF-16 with its mark, as Windows PowerShell writes it. Secrets are reported and masked.
     *
     * @param file the name that positions have
     */
    static PastedText decode(String file, byte[] content, Problems problems) {
        FileText decoded = Secrets.blotOut(decode(file, content), problems);
        return new PastedText(straightened(decoded.text()), decoded::position);
    }

    private static FileText decode(String file, byte[] content) {
        if (content.length < 2) {
            return FileText.decode(file, content);
        }
        String mark = new String(content, 0, 2, StandardCharsets.ISO_8859_1);
        Optional<Charset> utf16 = Optional.ofNullable(BYTE_ORDER_MARKS.get(mark));
        return FileText.decode(
                file,
                utf16.map(charset ->
                                new String(content, 2, content.length - 2, charset).getBytes(StandardCharsets.UTF_8))
                        .orElse(content));
    }

    /** Each character stays where it is. */
    private static String straightened(String text) {
        String quoted = DOUBLE_QUOTES.matcher(text).replaceAll("\"");
        return SPACES.matcher(SINGLE_QUOTES.matcher(quoted).replaceAll("'")).replaceAll(" ");
    }

    /** A part of the text. */
    PastedText part(int begin, int end) {
        return new PastedText(text.substring(begin, end), index -> place.apply(begin + index));
    }

    /** What the text says in other characters; all of it is where the text begins. */
    PastedText rewritten(String other) {
        Position begin = place.apply(0);
        return new PastedText(other, index -> begin);
    }

    /** The text, and what it says if it is quoted in a mail, escaped HTML, a table, or the lines of a spreadsheet. */
    Stream<PastedText> readings() {
        Stream<String> unquoted = Stream.of(QUOTE_MARK.matcher(text).replaceAll(""));
        Stream<String> unescaped = HTML_QUOTE.matcher(text).find()
                ? Stream.of(StringEscapeUtils.unescapeHtml4(text).replace("&apos;", "'"))
                : Stream.empty();
        Stream<String> others = Stream.concat(unquoted, unescaped).filter(other -> !other.equals(text));
        return Stream.concat(Stream.of(this), others.map(this::rewritten))
                .flatMap(reading -> Stream.concat(
                        Stream.of(reading),
                        PastedTable.contentsOf(reading.text()).map(reading::rewritten)));
    }

    /** The position of a place in the text, which is counted as in a file. */
    Position placeOf(Position within) {
        String[] lines = text.split("(?<=\n)|(?<=\r)(?!\n)", -1);
        int index = 0;
        for (int line = 0; line < within.line() - 1; line++) {
            index += lines[line].length();
        }
        return place.apply(text.offsetByCodePoints(index, within.column() - 1));
    }

    /** Refuses the text at one of its characters. */
    Refused refused(int index, ProblemCode code, String what, String remedy) {
        return new Refused(place.apply(Math.min(index, text.length())), code, what, remedy);
    }
}
