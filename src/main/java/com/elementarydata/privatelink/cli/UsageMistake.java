package com.elementarydata.privatelink.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in a line what is wrong with how a verb was called, and where the rest is explained. */
final class UsageMistake implements IParameterExceptionHandler {

    /** The whole usage is only for somebody who typed nothing that it could be about. */
    @Override
    public int handleParseException(ParameterException mistake, String[] arguments) {
        CommandLine verb = mistake.getCommandLine();
        PrintWriter err = verb.getErr();
        err.println(mistake.getMessage());
        if (arguments.length == 0) {
            verb.usage(err);
        } else {
            UnmatchedArgumentException.printSuggestions(mistake, err);
            err.println("%s --help says more".formatted(verb.getCommandSpec().qualifiedName()));
        }
        return ExitCode.USAGE;
    }
}
