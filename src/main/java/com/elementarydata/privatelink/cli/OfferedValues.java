package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.config.KnownIds;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a shell offers for a value that is being typed. The script of {@link CompletionVerb} asks {@code bin/privatelink},
 * which starts this alone: no person waits until all verbs are made.
 */
public final class OfferedValues {

    /** The word that {@code bin/privatelink} knows it by, which is no verb. */
    static final String NAME = "complete-values";

    private static final String HOME = "~/";
    private static final int WORDS_BEFORE_LINE = 2;

    private OfferedValues() {}

    /**
     * Prints the values, one a line.
     *
     * @param arguments the kind of value, what is typed of it, and the words of the whole line, in which {@code --stacks}
     *     names the fleet folder
     */
    public static void main(String[] arguments) {
        List<String> words = List.of(arguments);
        if (words.size() >= WORDS_BEFORE_LINE) {
            of(words.get(0), words.get(1), words.subList(WORDS_BEFORE_LINE, words.size()))
                    .forEach(System.out::println);
        }
    }

    private static Stream<String> of(String kind, String word, List<String> line) {
        return Arrays.stream(ValueKind.values())
                .filter(known -> known.toString().equals(kind))
                .flatMap(known -> stacks(line).or(FleetOption::findable).map(KnownIds::new).stream()
                        .flatMap(ids -> known.values(ids, word)))
                .filter(value -> value.startsWith(word));
    }

    /** Shells give words as they are typed: bash an option with an equals sign as three, a home folder as a tilde. */
    private static Optional<Path> stacks(List<String> line) {
        List<String> words = line.stream()
                .flatMap(word -> Stream.of(word.split("=", 2)))
                .filter(word -> !word.isEmpty())
                .toList();
        return IntStream.range(1, words.size())
                .filter(at -> words.get(at - 1).equals(FleetOption.NAME))
                .mapToObj(words::get)
                .map(text -> text.startsWith(HOME) ? System.getProperty("user.home") + text.substring(1) : text)
                .map(Path::of)
                .findFirst();
    }
}
