package com.elementarydata.privatelink.cli;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;

/** Says in a line what is wrong with how a verb was called, and in another what was meant and where the rest is explained. */
final class UsageMistake implements IParameterExceptionHandler {

    /** The whole usage is only for somebody who typed nothing that it could be about. */
    @Override
    public int handleParseException(ParameterException mistake, String[] arguments) {
        CommandLine verb = mistake.getCommandLine();
        PrintWriter err = verb.getErr();
        UsageWords words = UsageWords.of(mistake, List.of(arguments));
        err.println(words.wrong());
        if (arguments.length == 0) {
            verb.usage(err);
        } else {
            String more = "%s --help says more".formatted(verb.getCommandSpec().qualifiedName());
            err.println(words.remedy().map(remedy -> remedy + " " + more).orElse(more));
        }
        return ExitCode.USAGE;
    }
}
