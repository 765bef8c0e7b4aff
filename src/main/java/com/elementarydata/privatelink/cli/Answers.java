package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.command.Quoted;
import com.elementarydata.privatelink.model.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Values given as options, and those that a person is asked for because they were not. */
final class Answers {

    private final Questions questions;
    private final List<String> missing = new ArrayList<>();
    private final List<String> typed = new ArrayList<>();

    Answers(Questions questions) {
        this.questions = questions;
    }

    /**
     * A required value.
     *
     * @param option the option that gives it
     * @param given what was given; empty if nothing was
     * @param meaning what it is, with an example
     * @param check throws for an invalid answer; options are checked with the whole connection
     * @return empty if it is missing
     */
    List<String> need(String option, List<String> given, String meaning, Consumer<String> check) {
        if (!given.isEmpty()) {
            return given;
        }
        Optional<String> answer = paste(option, meaning, check);
        answer.ifPresent(text -> typed.addAll(List.of(option, text)));
        return answer.stream().toList();
    }

    /** A required line of the file that an option names. */
    Optional<String> paste(String option, String meaning, Consumer<String> check) {
        Optional<String> answer = questions.ask(meaning, check);
        if (answer.isEmpty()) {
            missing.add("%s is missing: %s".formatted(option, meaning));
        }
        return answer;
    }

    /** Required values, at least one. */
    List<String> needSome(String option, List<String> given, String meaning, Consumer<String> check) {
        return need(option, given, meaning, answer -> split(answer).forEach(check)).stream()
                .flatMap(Answers::split)
                .toList();
    }

    /** Values that nobody needs to give. */
    List<String> maybe(String meaning, Consumer<String> check) {
        return questions
                .ask(
                        meaning,
                        answer ->
                                split(answer).filter(value -> !answer.isEmpty()).forEach(check))
                .filter(answer -> !answer.isEmpty())
                .map(answer -> split(answer).toList())
                .orElse(List.of());
    }

    /** What was answered, as options, so that nobody has to type it again; empty if nothing was. */
    Optional<String> asOptions() {
        return Optional.of(typed)
                .filter(words -> !words.isEmpty())
                .map(words -> Quoted.command(words.toArray(String[]::new)));
    }

    /** Whether nothing is missing yet. */
    boolean isComplete() {
        return missing.isEmpty();
    }

    /** Refuses if anything is missing, and reports all of it at once. */
    void requireAll() {
        if (!missing.isEmpty()) {
            throw new Refusal(Refusal.Kind.USAGE, missing);
        }
    }

    private static Stream<String> split(String values) {
        return Arrays.stream(values.split(",", -1)).map(String::strip);
    }
}
