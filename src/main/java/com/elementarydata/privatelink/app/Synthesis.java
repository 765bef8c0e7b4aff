package com.elementarydata.privatelink.app;

import com.elementarydata.privatelink.fleet.Plan;
import com.elementarydata.privatelink.fleet.PlannedStack;
import com.elementarydata.privatelink.stack.FleetStacks;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

/** Synthesizes the stacks of a plan, and checks the templates for what the CDK does not know about their deployment. */
final class Synthesis {

    private static final String IGNORE_FILE = "cdk.out.gitignore";

    private final App app;

    Synthesis(App app) {
        this.app = app;
    }

    /**
     * An app with the context of the CDK CLI. What only an editor's tree of constructs shows, and where in Java a construct was
     * made, which jsii does not know, is left out: with thousands of stacks that is more than the templates.
     *
     * @param output where the assembly is written; by default where the CDK CLI wants it
     */
    static App app(@Nullable Path output) {
        return new App(AppProps.builder()
                .outdir(output == null ? null : output.toString())
                .treeMetadata(false)
                .stackTraces(false)
                .build());
    }

    /** Writes the assembly, and checks the template of each stack, in their order. */
    Map<String, TemplateCheck> run(Plan plan) throws IOException {
        FleetStacks.define(app, plan);
        Path directory = Path.of(app.synth().getDirectory());
        ignore(directory);
        boolean bootstrapped = FleetStacks.isBootstrapped(app);
        Map<String, TemplateCheck> checks = new LinkedHashMap<>();
        for (PlannedStack stack : plan.stacks()) {
            String file = stack.name() + ".template.json";
            String template = Files.readString(directory.resolve(file));
            checks.put(stack.name(), new TemplateCheck(file, template, bootstrapped));
        }
        return checks;
    }

    private static void ignore(Path directory) throws IOException {
        try (InputStream content =
                Objects.requireNonNull(Synthesis.class.getResourceAsStream(IGNORE_FILE), IGNORE_FILE)) {
            Files.copy(content, directory.resolve(".gitignore"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
