package com.elementarydata.privatelink.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.cli.render.Screen;
import com.elementarydata.privatelink.cli.render.Tone;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Help.Ansi;

/** What every verb shows people, in terminals of some widths, with colours and without. */
class ScreensTest {

    private static final String COLUMNS = "privatelink.columns";

    /** What these print is a document, a script or a file, the same for every terminal; or a line of what was done. */
    private static final Set<String> DOCUMENTS = Set.of(
            "runbook",
            "cache clear",
            "completion",
            "policy",
            "policy deploy",
            "provider template",
            "provider terraform",
            "provider script",
            "provider accept");

    /** What is copied whole: one word, a command, the document to hand off, lines to write in a file; a path that was written. */
    private static final Predicate<String> WHOLE = Pattern.compile(
                    "[│├└─ ]*(\\S+|(# +)?(npx|aws|git|cat|bin/privatelink) .*|\\{.*)|# {4,}.*|wrote \\S+")
            .asMatchPredicate();

    @TempDir
    private Path folder;

    @AfterEach
    void forget_the_width() {
        System.clearProperty(COLUMNS);
    }

    private Map<String, List<String>> screens(int width, Ansi colours) throws IOException {
        System.setProperty(COLUMNS, String.valueOf(width));
        return new Screens(folder, new Screen(width, colours)).all();
    }

    @Test
    void every_verb_is_looked_at() throws IOException {
        Map<String, List<String>> screens = screens(80, Ansi.OFF);

        assertThat(screens)
                .allSatisfy((verb, lines) -> assertThat(lines).as(verb).isNotEmpty());
        assertThat(HelpTest.verbs()
                        .map(verb -> verb.startsWith("add ") ? "add" : verb)
                        .distinct())
                .filteredOn(verb -> !DOCUMENTS.contains(verb) && !verb.startsWith("policy "))
                .containsExactlyInAnyOrderElementsOf(screens.keySet());
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 120, 200})
    void no_line_is_wider_than_the_terminal_but_what_is_copied_whole(int width) throws IOException {
        Map<String, List<String>> wide = new TreeMap<>();
        screens(width, Ansi.OFF)
                .forEach((verb, lines) -> wide.put(
                        verb,
                        lines.stream()
                                .filter(line -> line.length() > width && !WHOLE.test(line))
                                .toList()));

        assertThat(wide.values()).as("%s", wide).allMatch(List::isEmpty);
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 80, 120, 200})
    void usage_is_as_wide_as_the_terminal(int width) {
        System.setProperty(COLUMNS, String.valueOf(width));
        List<String> wide = new ArrayList<>();
        Stream.concat(Stream.of(""), HelpTest.verbs()).forEach(verb -> {
            String[] words = (verb + " --help").strip().split(" ");
            VerbRun.of(words)
                    .out()
                    .lines()
                    .filter(line -> line.length() > width)
                    .forEach(wide::add);
        });

        assertThat(wide).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 120, 200})
    void colours_change_nothing_else(int width) throws IOException {
        Map<String, List<String>> coloured = screens(width, Ansi.ON);

        coloured.replaceAll((verb, lines) -> lines.stream()
                .map(line -> Tone.TONED.matcher(line).replaceAll("${text}"))
                .toList());
        assertThat(without(coloured, "init", "add")).isEqualTo(without(screens(width, Ansi.OFF), "init", "add"));
    }

    /** These name folders, others each time. */
    private static Map<String, List<String>> without(Map<String, List<String>> screens, String... verbs) {
        Map<String, List<String>> others = new TreeMap<>(screens);
        List.of(verbs).forEach(others::remove);
        return others;
    }

    @Test
    void all_that_judge_do_it_in_the_same_colours() throws IOException {
        Map<String, List<String>> screens = screens(120, Ansi.ON);

        assertThat(screens.get("diagnose")).anyMatch(line -> line.contains("\u001b[32mok     \u001b[0m"));
        assertThat(screens.get("plan"))
                .anyMatch(line -> line.contains("| \u001b[32mok\u001b[0m "))
                .anyMatch(line -> line.contains("  \u001b[1m\u001b[31mgit of Stack-changed: replaced\u001b[0m"))
                .anyMatch(line -> line.contains("  \u001b[33mchanged     \u001b[0m Stack-changed"));
        assertThat(screens.get("provider check"))
                .anyMatch(line -> line.contains("| \u001b[32mpassed\u001b[0m "))
                .anyMatch(line -> line.contains("| \u001b[1m\u001b[31mfailed\u001b[0m "));
        assertThat(screens.get("status"))
                .anyMatch(line -> line.contains("| \u001b[32mavailable\u001b[0m "))
                .anyMatch(line -> line.contains("| \u001b[33mpendingAcceptance\u001b[0m "))
                .anyMatch(line -> line.contains("| \u001b[1m\u001b[31mrejected\u001b[0m "));
    }
}
