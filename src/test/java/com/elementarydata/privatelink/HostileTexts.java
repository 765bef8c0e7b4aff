package com.elementarydata.privatelink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Texts that something between a file and a reader would interpret, and how shells read what became of them. */
public final class HostileTexts {

    /** Short ones, each for some kind of place. */
    private static final List<String> SHORT = List.of(
            "two\nlines",
            "ends\n\n",
            "carriage\rreturn",
            "a\ttab",
            "it's \"quoted\" `id` \\ and \\\\",
            "$(touch pwned) ${HOME} $HOME `touch pwned`",
            "; touch pwned & touch pwned | touch pwned",
            "\u001b[31mred\u001b[0m \u001b]0;title\u0007 \u009b1m",
            "\u202Etxt.exe\u202C \u2066x\u2069 \u200F",
            "zero\u200B\u200C\u200D\u2060\uFEFFwidth \u115F\u3164\uFE0F\u2800\u034F",
            "next\u0085line\u2028line\u2029paragraph",
            "<script>alert(1)</script> <!-- --> &amp; <a@b.example>",
            "a | b || c",
            "--> # *bold* _under_ **x** ~~y~~ [l](http://x.example) ![i](x) ```fence",
            "%s %n %d {{name}} {{{name}}} @|red x|@ #{Token[1]}",
            "--option -x",
            "=ls ~root !! *",
            "\uD83D\uDE00 \u00FC \u043F\u043E\u0447\u0442\u0430");

    /** All of them in one. */
    public static final String NASTY = String.join(" ", SHORT);

    /** Too long to be read. */
    public static final String LONG = "long".repeat(15_000);

    public static final List<String> ALL = Stream.concat(SHORT.stream(), Stream.of(NASTY, LONG, "a b ".repeat(15_000)))
            .toList();

    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\u034F\u115F\u2800\u3164\uFE0F&&[^\\n]]");

    private HostileTexts() {}

    /** The characters in it that nobody sees, as numbers; lines are seen. */
    public static List<String> unseen(String text) {
        return UNSEEN.matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct()
                .map(character -> "U+%04X".formatted(character.codePointAt(0)))
                .toList();
    }

    /** The words that a shell takes a command for. */
    public static List<String> wordsOf(String command) throws IOException, InterruptedException {
        String said = saidBySh("words() { for word; do printf '%s\\0' \"$word\"; done; }\nwords " + command + "\n");
        return List.of(said.split("\0"));
    }

    /** What a script prints, which must not complain of anything. */
    public static String saidBySh(String script) throws IOException, InterruptedException {
        // a file, since a pipe in and a pipe out can wait for each other
        Path file = Files.writeString(Files.createTempFile("script", ".sh"), script);
        Process sh = new ProcessBuilder("sh", file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(sh.getInputStream().readAllBytes(), UTF_8);
        assertThat(sh.waitFor()).as(said).isZero();
        Files.delete(file);
        return said;
    }
}
