package com.elementarydata.privatelink.app;

import com.elementarydata.privatelink.stack.FleetStacks;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awscdk.App;

/** Synthesizes an app, and judges the templates by what CDK does not know of their deployment. */
final class Synthesis {

    /**
     * What CloudFormation takes inline.
     *
     * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html">CloudFormation
     *     quotas</a>
     */
    private static final long LARGEST_INLINE = 51_200;

    private static final int MANY_STACK_OUTPUTS = 20;
    private static final Pattern STACK_OUTPUT = Pattern.compile("\"Fn::GetStackOutput\"");
    private static final String IGNORE_FILE = "cdk.out.gitignore";

    private final App app;
    private final PrintStream messages;

    Synthesis(App app, PrintStream messages) {
        this.app = app;
        this.messages = messages;
    }

    /** Writes the templates; says whether they can be deployed. */
    boolean run() {
        try {
            Path directory = Path.of(app.synth().getDirectory());
            ignore(directory);
            boolean bootstrapped = app.getNode().tryGetContext(FleetStacks.BOOTSTRAPPED) != null;
            return templates(directory).stream()
                    .filter(template -> !check(template, bootstrapped))
                    .toList()
                    .isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void ignore(Path directory) throws IOException {
        try (InputStream content =
                Objects.requireNonNull(Synthesis.class.getResourceAsStream(IGNORE_FILE), IGNORE_FILE)) {
            Files.copy(content, directory.resolve(".gitignore"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static List<Path> templates(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".template.json"))
                    .sorted()
                    .toList();
        }
    }

    private boolean check(Path template, boolean bootstrapped) {
        try {
            String name = template.getFileName().toString();
            long reads =
                    STACK_OUTPUT.matcher(Files.readString(template)).results().count();
            if (reads > MANY_STACK_OUTPUTS) {
                messages.printf(
                        "warning: %s reads outputs of other stacks in %d places, each with a call that AWS throttles;"
                                + " deploy it with --concurrency 1%n",
                        name, reads);
            }
            boolean tooLarge = !bootstrapped && Files.size(template) > LARGEST_INLINE;
            if (tooLarge) {
                messages.printf(
                        "%s has %d bytes, and CloudFormation takes at most %d inline; run cdk bootstrap in its Region,"
                                + " and synthesize and deploy with -c %s=true%n",
                        name, Files.size(template), LARGEST_INLINE, FleetStacks.BOOTSTRAPPED);
            }
            return !tooLarge;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
