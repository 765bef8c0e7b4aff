package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.aws.AwsFailure;
import com.elementarydata.privatelink.cli.render.ProblemLine;
import com.elementarydata.privatelink.command.Program;
import com.elementarydata.privatelink.config.FileFailure;
import com.elementarydata.privatelink.dns.DnsResolver;
import com.elementarydata.privatelink.model.Identifier;
import com.elementarydata.privatelink.model.Printable;
import com.elementarydata.privatelink.model.Refusal;
import com.elementarydata.privatelink.net.EndpointServiceName;
import com.elementarydata.privatelink.net.InvalidValueException;
import com.elementarydata.privatelink.net.Region;
import java.io.PrintStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The command line: {@code bin/privatelink}, and the runnable jar of a release. */
@Command(
        name = Program.OF_PROJECT,
        description = "Private connections to customers' services over AWS PrivateLink.",
        mixinStandardHelpOptions = true,
        modelTransformer = Subcommands.class,
        footer = {
            "",
            "Use the CDK to synthesize, diff and deploy: npx cdk synth, npx cdk diff, npx cdk deploy.",
            "",
            "Exit codes: 0 success, 1 findings, 2 usage error, 3 AWS refused or was unreachable."
        })
public final class Main implements Runnable, StandardInput.Owner {

    private final StandardInput input;

    @Mixin
    @SuppressWarnings("UnusedVariable")
    private ColorOption color;

    @Spec
    private CommandSpec spec;

    Main() {
        this(StandardInput.ofTheProgram());
    }

    private Main(StandardInput input) {
        this.input = input;
    }

    /** Runs a verb. */
    public static void main(String[] arguments) {
        // numbers look the same in any locale
        Locale.setDefault(Locale.ROOT);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, err, arguments));
    }

    /**
     * Runs a verb.
     *
     * @param out where data is printed
     * @param err where problems and progress are printed
     * @param arguments the verb and its options
     * @return the exit code
     */
    public static int run(PrintStream out, PrintStream err, String... arguments) {
        return run(StandardInput.ofTheProgram(), out, err, arguments);
    }

    /** Runs a verb with another standard input. */
    public static int run(StandardInput input, PrintStream out, PrintStream err, String... arguments) {
        Colours colours = Colours.of(List.of(arguments), System.getenv());
        CommandLine commandLine = new CommandLine(new Main(input), new Subcommands.Factory(List.of(arguments)))
                .setOut(new VisibleLines(out, Printable::whole, colours.out()))
                .setErr(new VisibleLines(err, Printable::of, colours.err()))
                .setColorScheme(colours.ofUsage())
                .setUsageHelpWidth(Terminal.widthOfUsage())
                .setCaseInsensitiveEnumValuesAllowed(true)
                // a file of arguments would be read without an end to it
                .setExpandAtFiles(false)
                .registerConverter(Path.class, Main::path)
                .registerConverter(URI.class, Main::address)
                .registerConverter(Region.class, text -> parsed(text, Region::parse))
                .registerConverter(Identifier.class, text -> parsed(text, Identifier::parse))
                .registerConverter(EndpointServiceName.class, text -> parsed(text, EndpointServiceName::parse))
                .registerConverter(DnsResolver.class, text -> parsed(text, DnsResolver::at));
        commandLine.getCommandSpec().version(version());
        new ProgramName(Program.name()).callIn(commandLine);
        commandLine.setParameterExceptionHandler(new UsageMistake());
        commandLine.setExecutionExceptionHandler((failure, verb, parsed) -> fail(failure, verb));
        int exitCode = ExitCode.ofProgram(commandLine.execute(arguments), List.of(arguments));
        return isWritten(commandLine, out, err) ? exitCode : Math.max(exitCode, ExitCode.FINDINGS);
    }

    /** Streams of the JDK never say by themselves that they lost something. */
    private static boolean isWritten(CommandLine program, PrintStream out, PrintStream err) {
        program.getOut().flush();
        program.getErr().flush();
        if (!out.checkError()) {
            return !err.checkError();
        }
        err.println(
                "%s: the output could not be written to its end; free space on the disk, or keep its reader open, and run it again"
                        .formatted(program.getCommandName()));
        return false;
    }

    private static Path path(String text) {
        if (text.isBlank()) {
            throw new TypeConversionException("the path is empty, as of a variable that is not set; name one");
        }
        try {
            // so that no command that is printed takes it for an option
            return text.startsWith("-") ? Path.of(".", text) : Path.of(text);
        } catch (InvalidPathException wrong) {
            throw new TypeConversionException("%s is no path".formatted(text));
        }
    }

    private static URI address(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException wrong) {
            throw new TypeConversionException("\"%s\" is not an address; give one such as https://…".formatted(text));
        }
    }

    /** Says what is wrong with a value in the words of its type. */
    private static <T> T parsed(String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (InvalidValueException wrong) {
            throw new TypeConversionException(String.valueOf(wrong.getMessage()));
        }
    }

    private static int fail(Exception failure, CommandLine verb) {
        if (failure instanceof Refusal refusal) {
            Ansi colours = VisibleLines.coloursOf(verb.getErr());
            refusal.lines().forEach(line -> verb.getErr().println(ProblemLine.of(line, colours)));
            return ExitCode.of(refusal.kind());
        }
        Optional<AwsFailure> ofAws = AwsFailure.of(failure);
        String words = ofAws.map(AwsFailure::words)
                .or(() -> FileFailure.line(failure))
                .orElseGet(() -> String.valueOf(failure.getMessage()));
        verb.getErr().println("%s failed: %s".formatted(verb.getCommandSpec().qualifiedName(), words));
        return ofAws.isPresent() ? ExitCode.AWS : ExitCode.FINDINGS;
    }

    @Override
    public StandardInput input() {
        return input;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name a verb");
    }

    /** The version of the jar. */
    private static String version() {
        return "privatelink-cdk " + Program.version().orElse("(not from a jar)");
    }
}
