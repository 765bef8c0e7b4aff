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
import software.amazon.awscdk.App;
import software.amazon.awscdk.cxapi.CloudAssembly;

/** Synthesizes an app, and checks the templates for what the CDK does not know about their deployment. */
final class Synthesis {

    private static final String IGNORE_FILE = "cdk.out.gitignore";

    private final App app;
    private final PrintStream messages;

    Synthesis(App app, PrintStream messages) {
        this.app = app;
        this.messages = messages;
    }

    /** Writes the templates, and returns whether they can be deployed. */
    boolean run() {
        try {
            CloudAssembly assembly = app.synth();
            ignore(Path.of(assembly.getDirectory()));
            boolean bootstrapped = FleetStacks.isBootstrapped(app);
            List<TemplateCheck> checks = assembly.getStacks().stream()
                    .map(stack -> check(Path.of(stack.getTemplateFullPath()), bootstrapped))
                    .toList();
            List<String> errors =
                    checks.stream().flatMap(check -> check.errors().stream()).toList();
            checks.stream().flatMap(check -> check.warnings().stream()).forEach(messages::println);
            errors.forEach(messages::println);
            return errors.isEmpty();
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

    private static TemplateCheck check(Path template, boolean bootstrapped) {
        try {
            return new TemplateCheck(template.getFileName().toString(), Files.readString(template), bootstrapped);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
