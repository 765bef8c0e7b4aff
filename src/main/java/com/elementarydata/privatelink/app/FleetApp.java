package com.elementarydata.privatelink.app;

import com.elementarydata.privatelink.assembly.AppContext;
import com.elementarydata.privatelink.assembly.AssemblyCache;
import com.elementarydata.privatelink.assembly.SynthesisInputs;
import com.elementarydata.privatelink.fleet.Plan;
import com.elementarydata.privatelink.model.Printable;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.App;

/**
 * The CDK app: reads the fleet folder, and defines its stacks if nothing is wrong with it. {@code -c stacks=DIR} names
 * another folder; {@code -c customers=acme,beta} selects only these customers' stacks and those that all share.
 */
public final class FleetApp {

    private static final String OUTPUT = "CDK_OUTDIR";

    private FleetApp() {}

    /** Runs the app as the CDK CLI does: its context in the environment, its messages on standard error. */
    public static void main(String[] arguments) {
        // numbers look the same in any locale
        Locale.setDefault(Locale.ROOT);
        PrintStream messages = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(isFor(arguments, messages) && synthesizes(messages) ? 0 : 1);
    }

    /** Another version could define other stacks than those that were reviewed. */
    private static boolean isFor(String[] versions, PrintStream messages) {
        String own = FleetApp.class.getPackage().getImplementationVersion();
        if (versions.length == 0 || versions[0].equals(own)) {
            return true;
        }
        messages.println(Printable.of(
                "cdk.json is for privatelink-cdk %s, and this is %s; install %1$s, or run privatelink init --upgrade, and review what npx cdk diff says"
                        .formatted(versions[0], own)));
        return false;
    }

    /** Shows a stack trace only with {@code cdk --debug}. */
    private static boolean synthesizes(PrintStream messages) {
        try {
            return run(System.getenv(), messages);
        } catch (IOException | RuntimeException failure) {
            if ("true".equals(System.getenv("CDK_DEBUG"))) {
                failure.printStackTrace(messages);
            }
            messages.println("synthesis failed: "
                    + String.valueOf(failure.getMessage()).lines().findFirst().orElse("")
                    + "; run cdk with --debug to see where");
            return false;
        }
    }

    private static boolean run(Map<String, String> environment, PrintStream messages) throws IOException {
        AppContext context = AppContext.of(environment);
        AskedFleet asked = new AskedFleet(context::text);
        Optional<AssemblyCache> cache = AssemblyCache.of(environment).filter(any -> asked.isCached());
        String output = environment.getOrDefault(OUTPUT, "");
        if (cache.isEmpty() || output.isEmpty() || asked.mistake().isPresent()) {
            return run(Synthesis.app(null), asked, messages);
        }
        SynthesisInputs inputs =
                new SynthesisInputs(asked.folder(), context, environment, System.getProperty("java.class.path"));
        return new CachedSynthesis(cache.get(), inputs, asked, Path.of(output)).run(messages);
    }

    /**
     * Defines and synthesizes the stacks.
     *
     * @param app an app with the context of the command line
     * @param messages where problems are printed, one per line
     * @return whether the stacks were synthesized; otherwise nothing was
     */
    public static boolean run(App app, PrintStream messages) throws IOException {
        return run(
                app,
                new AskedFleet(key ->
                        Optional.ofNullable(app.getNode().tryGetContext(key)).map(Object::toString)),
                messages);
    }

    static boolean run(App app, AskedFleet asked, PrintStream messages) throws IOException {
        Optional<String> mistake = asked.mistake();
        if (mistake.isPresent()) {
            messages.println(mistake.get());
            messages.println("nothing was synthesized");
            return false;
        }
        Optional<Plan> plan = asked.plan(messages);
        if (plan.isEmpty()) {
            return false;
        }
        Collection<TemplateCheck> checks = new Synthesis(app).run(plan.get()).values();
        List<String> errors =
                checks.stream().flatMap(check -> check.errors().stream()).toList();
        checks.stream().flatMap(check -> check.warnings().stream()).forEach(messages::println);
        errors.forEach(messages::println);
        return errors.isEmpty();
    }
}
