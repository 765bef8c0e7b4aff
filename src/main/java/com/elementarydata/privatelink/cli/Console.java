package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.cli.render.Screen;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What every verb has: {@code --help}, and where it reads and prints. */
@Command(mixinStandardHelpOptions = true)
final class Console {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec verb;

    /** Where people answer. */
    StandardInput input() {
        return StandardInput.of(verb);
    }

    /** Where data is printed. */
    PrintWriter out() {
        return verb.commandLine().getOut();
    }

    /** Where problems and progress are printed. */
    PrintWriter err() {
        return verb.commandLine().getErr();
    }

    /** What reports on standard output are drawn for. */
    Screen screen() {
        return new Screen(Terminal.width(), VisibleLines.coloursOf(out()));
    }

    /** What lines on standard error are drawn for. */
    Ansi coloursOfErr() {
        return VisibleLines.coloursOf(err());
    }

    /** Prints a whole document, whose last line ends already. */
    void print(String document) {
        out().print(document);
        out().flush();
    }

    /** Prints a report, for programs or for people. */
    void print(boolean json, Supplier<String> document, Supplier<List<String>> lines) {
        if (json) {
            print(document.get() + "\n");
        } else {
            lines.get().forEach(out()::println);
        }
    }

    /** Refuses how the verb was called. */
    ParameterException wrong(String what) {
        return new ParameterException(verb.commandLine(), what);
    }
}
