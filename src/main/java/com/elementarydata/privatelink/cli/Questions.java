package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.model.Printable;
import com.elementarydata.privatelink.model.Refusal;
import com.elementarydata.privatelink.net.InvalidValueException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;

/** Asks a person at a terminal; elsewhere it does not ask. */
final class Questions {

    private final BufferedReader answers;
    private final boolean terminal;
    private final PrintWriter err;

    Questions(StandardInput input, PrintWriter err) {
        answers = new BufferedReader(new InputStreamReader(input.stream(), StandardCharsets.UTF_8));
        terminal = input.terminal();
        this.err = err;
    }

    /**
     * Asks until the answer is valid.
     *
     * @param what what to ask for
     * @param check throws for an invalid answer
     * @return empty if there is no answer
     */
    Optional<String> ask(String what, Consumer<String> check) {
        for (Optional<String> answer = line(what); answer.isPresent(); answer = line(what)) {
            try {
                check.accept(answer.get());
                return answer;
            } catch (InvalidValueException refused) {
                err.println("%s; %s".formatted(refused.what(), refused.remedy()));
            } catch (Refusal refused) {
                refused.lines().forEach(err::println);
            }
        }
        return Optional.empty();
    }

    private Optional<String> line(String what) {
        if (!terminal) {
            return Optional.empty();
        }
        err.print(Printable.of(what) + ": ");
        err.flush();
        try {
            return Optional.ofNullable(answers.readLine()).map(String::strip);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
