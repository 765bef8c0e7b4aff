package com.elementarydata.privatelink.config;

import com.elementarydata.privatelink.model.Position;
import com.elementarydata.privatelink.model.ProblemCode;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a file, and the position of each of its characters.
 *
 * @param file the path that positions name
 * @param text its characters, without a byte order mark
 */
record FileText(String file, String text) {

    static final int LARGEST = 64 * 1024;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Decodes a file, unless it is too large or not UTF-8. */
    static FileText decode(String file, byte[] content) {
        if (content.length > LARGEST) {
            throw new Refused(
                    Position.ofFile(file),
                    ProblemCode.PL104,
                    "the file is larger than 64 KiB",
                    "a fleet file is a few lines; check what was pasted into it");
        }
        CharBuffer characters = CharBuffer.allocate(content.length);
        boolean utf8 = !StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(content), characters, true)
                .isError();
        String decoded = characters.flip().toString();
        if (!utf8) {
            throw new Refused(
                    new FileText(file, decoded).position(decoded.length()),
                    ProblemCode.PL102,
                    "this is not valid UTF-8",
                    "save it as UTF-8");
        }
        return new FileText(file, decoded.startsWith(BYTE_ORDER_MARK) ? decoded.substring(1) : decoded);
    }

    /** Whether it has nothing but the characters of a keyboard, so that none is hidden. */
    boolean isPlain() {
        return text.chars().allMatch(c -> (c >= ' ' && c <= '~') || c == '\n' || c == '\r' || c == '\t');
    }

    /** Refuses the file where it has a form that is not allowed. */
    void refuse(Pattern form, String what, String remedy) {
        Matcher matcher = form.matcher(text);
        if (matcher.find()) {
            throw new Refused(position(matcher.start()), ProblemCode.PL102, what, remedy);
        }
    }

    /** The position of a character; lines end as in YAML, with LF, CR or both. */
    Position position(int index) {
        int line = (int) text.substring(0, index).lines().count();
        boolean atStart = index == 0 || "\r\n".indexOf(text.charAt(index - 1)) >= 0;
        int lineStart = Math.max(text.lastIndexOf('\n', index - 1), text.lastIndexOf('\r', index - 1)) + 1;
        return new Position(file, atStart ? line + 1 : line, text.codePointCount(lineStart, index) + 1);
    }
}
