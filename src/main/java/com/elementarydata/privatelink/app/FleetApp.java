package com.elementarydata.privatelink.app;

import com.elementarydata.privatelink.assembly.AppContext;
import com.elementarydata.privatelink.config.FleetFolder;
import com.elementarydata.privatelink.fleet.CheckedFleet;
import com.elementarydata.privatelink.fleet.Plan;
import com.elementarydata.privatelink.model.Printable;
import com.elementarydata.privatelink.model.Problem;
import com.elementarydata.privatelink.stack.FleetStacks;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.App;

/**
 * The CDK app: reads the fleet folder, and defines its stacks if nothing is wrong with it. {@code -c stacks=DIR} names
 * another folder; {@code -c customers=acme,beta} selects only these customers' stacks and those that all share.
 */
public final class FleetApp {

    private static final String CUSTOMERS = "customers";

    private final App app;
    private final PrintStream messages;

    private FleetApp(App app, PrintStream messages) {
        this.app = app;
        this.messages = messages;
    }

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
            Optional<CachedSynthesis> cached = CachedSynthesis.of(System.getenv());
            return cached.isPresent() ? cached.get().run(FleetApp::run, messages) : run(new App(), messages);
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

    /**
     * Defines and synthesizes the stacks.
     *
     * @param app an app with the context of the command line
     * @param messages where problems are printed, one per line
     * @return whether the stacks were synthesized; otherwise nothing was
     */
    public static boolean run(App app, PrintStream messages) {
        FleetApp fleetApp = new FleetApp(app, messages);
        return fleetApp.define() && new Synthesis(app, messages).run();
    }

    private boolean define() {
        Set<String> customers = customers();
        Optional<String> mistake = mistake(customers);
        if (mistake.isPresent()) {
            messages.println(mistake.get());
            messages.println("nothing was synthesized");
            return false;
        }
        CheckedFleet fleet =
                CheckedFleet.of(FleetFolder.read(Path.of(context(AppContext.FOLDER, AppContext.DEFAULT_FOLDER))));
        List<Problem> errors = fleet.errorsFor(customers);
        Set<String> unknown = fleet.unknown(customers);
        unknown.forEach(id ->
                messages.println(Printable.of("-c customers: no customer file is named after \"%s\"; choose from %s"
                        .formatted(id, String.join(", ", fleet.customerFiles().keySet())))));
        if (!unknown.isEmpty() || !errors.isEmpty()) {
            errors.forEach(messages::println);
            messages.println("nothing was synthesized");
            return false;
        }
        warn(fleet);
        fleet.fleet()
                .ifPresent(whole ->
                        FleetStacks.define(app, Plan.of(whole.network(), whole.ledger(), fleet.customers(customers))));
        return true;
    }

    private Optional<String> mistake(Set<String> customers) {
        if (!CachedSynthesis.SWITCHES.contains(context(AppContext.CACHE, "on"))) {
            return Optional.of("-c cache: choose from on and off");
        }
        return customers.isEmpty() && app.getNode().tryGetContext(CUSTOMERS) != null
                ? Optional.of("-c customers: this names no customer; leave it out for all of them")
                : Optional.empty();
    }

    private void warn(CheckedFleet fleet) {
        fleet.warnings().forEach(messages::println);
        if (!fleet.errors().isEmpty()) {
            messages.println("warning: files of other customers have problems; those customers are left out");
            fleet.errors().forEach(messages::println);
        }
    }

    private Set<String> customers() {
        return Arrays.stream(context(CUSTOMERS, "").split(","))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String context(String key, String absent) {
        @Nullable Object value = app.getNode().tryGetContext(key);
        return value == null || value.toString().isBlank() ? absent : value.toString();
    }
}
