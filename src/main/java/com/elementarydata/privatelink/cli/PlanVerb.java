package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.cli.render.LiveReport;
import com.elementarydata.privatelink.cli.render.PlanMarkdown;
import com.elementarydata.privatelink.cli.render.PlanReport;
import com.elementarydata.privatelink.command.CdkCommands;
import com.elementarydata.privatelink.fleet.Fleet;
import com.elementarydata.privatelink.fleet.Plan;
import com.elementarydata.privatelink.model.Customer;
import com.elementarydata.privatelink.model.Refusal;
import com.elementarydata.privatelink.operation.deployment.CdkCli;
import com.elementarydata.privatelink.operation.deployment.LiveComparison;
import com.elementarydata.privatelink.operation.deployment.LivePlan;
import com.elementarydata.privatelink.operation.deployment.LivePreconditions;
import com.elementarydata.privatelink.operation.deployment.StackComparison;
import com.elementarydata.privatelink.operation.deployment.TemplateDiff;
import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what would be deployed, and with which commands. */
@Command(
        name = "plan",
        description = "Shows the stacks that would be deployed, in order, the connections that each is for, and"
                + " the commands that deploy them.",
        footer = {
            "",
            "Examples:",
            "  bin/privatelink plan",
            "  bin/privatelink plan acme beta",
            "  bin/privatelink plan acme --json",
            "  bin/privatelink plan --live --profile production",
            "  bin/privatelink plan --live --markdown > comment.md"
        })
final class PlanVerb implements Callable<Integer> {

    private static final String JSON = "--json";
    private static final String MARKDOWN = "--markdown";

    @Mixin
    private FleetOption fleetOption;

    @Parameters(
            paramLabel = "CUSTOMER",
            arity = "0..*",
            description = "The customers, by their ids. By default all of them.")
    private List<String> ids = List.of();

    @Mixin
    private AwsOption aws;

    @Option(
            names = "--live",
            description = "Also checks the preconditions of a deployment on AWS, and compares with what is deployed:"
                    + " which stacks are new, changed or the same, what becomes of each resource, and which stacks are"
                    + " left behind though no file asks for them. Says where new names point today. Synthesizes, and"
                    + " only reads AWS.")
    private boolean live;

    @Mixin
    private ResolverOption resolver;

    @Option(
            names = ExitCode.DETAILED,
            description =
                    "With --live: the exit code is 2 where a deployment would change something, 0 only where it would"
                            + " not, and 1 for wrong usage, as terraform plan has it.")
    private boolean detailed;

    @Option(names = JSON, description = "Prints stacks and commands as JSON.")
    private boolean json;

    @Option(names = MARKDOWN, description = "Prints the plan as GitHub's Markdown, for a comment on a pull request.")
    private boolean markdown;

    @Mixin
    private Console console;

    @Override
    public Integer call() throws IOException, InterruptedException {
        requireLive(resolver.isGiven(), "--resolver");
        requireLive(detailed, ExitCode.DETAILED);
        if (json && markdown) {
            throw console.wrong("%s cannot be combined with %s; remove one of them".formatted(MARKDOWN, JSON));
        }
        if (live) {
            cdk(console.err()::println);
        }
        ChosenCustomers chosen = new ChosenCustomers(fleetOption.read(), ids).required();
        Fleet fleet = chosen.fleet().fleet().orElseThrow();
        List<Customer> customers = chosen.customers();
        Plan plan = Plan.of(fleet.network(), fleet.ledger(), customers);
        PlanReport report = new PlanReport(plan, customers, CdkCommands.of(fleetOption.folder(), List.copyOf(ids)));
        if (!live) {
            show(report, Optional.empty());
            return ExitCode.FINE;
        }
        LiveReport found;
        try (Activity activity = new Activity(console.err())) {
            found = read(fleet, plan, customers, activity);
        }
        aws.showCalls(console.err());
        show(report, Optional.of(found));
        return exitCode(new LivePreconditions(found.preconditions()).isFine(), found.plan());
    }

    private LiveReport read(Fleet fleet, Plan plan, List<Customer> customers, Activity activity)
            throws IOException, InterruptedException {
        aws.access().requireOwn(fleet.network());
        activity.accept("reading from AWS what has to hold before a deployment");
        LivePreconditions preconditions =
                LivePreconditions.of(aws.access(), resolver.resolver(), fleet, customers, aws.profile());
        return new LiveReport(
                preconditions.findings(),
                preconditions.areRegionsEnabled() ? compare(fleet, plan, customers, activity) : Optional.empty());
    }

    private int exitCode(boolean fine, Optional<LivePlan> compared) {
        int code = ExitCode.of(
                fine && compared.filter(LivePlan::isFine).isPresent(),
                compared.filter(found -> !found.notRead().isEmpty()).isEmpty());
        boolean changes = detailed && compared.filter(LivePlan::hasChanges).isPresent();
        return code == ExitCode.FINE && changes ? ExitCode.CHANGES : code;
    }

    private void requireLive(boolean given, String option) {
        if (given && !live) {
            throw console.wrong("%s requires --live; add --live, or remove %s".formatted(option, option));
        }
    }

    /** What AWS has is compared with templates that are made only for this. */
    private Optional<LivePlan> compare(Fleet fleet, Plan plan, List<Customer> customers, Activity activity)
            throws IOException, InterruptedException {
        Path assembly = Files.createTempDirectory("privatelink-plan-");
        try {
            CdkCli cdk = cdk(activity::say);
            activity.accept("synthesizing the stacks");
            // the CDK CLI takes an app without stacks for a mistake
            if (!plan.stacks().isEmpty() && !(cdk.install() && cdk.synthesize(fleetOption.folder(), ids, assembly))) {
                throw Refusal.of("nothing was compared: the CDK CLI failed");
            }
            activity.accept("reading the stacks on AWS");
            StackComparison stacks =
                    new StackComparison(aws.access(), assembly, new TemplateDiff(cdk.project()), activity);
            return Optional.of(new LiveComparison(aws.access(), fleet, stacks, aws.profile())
                    .with(plan, customers, ids.isEmpty()));
        } finally {
            MoreFiles.deleteRecursively(assembly, RecursiveDeleteOption.ALLOW_INSECURE);
        }
    }

    private CdkCli cdk(Consumer<String> err) {
        return CdkCli.of(fleetOption.folder(), "plan --live", err);
    }

    private void show(PlanReport report, Optional<LiveReport> found) {
        if (markdown) {
            console.print(new PlanMarkdown(report, found).document());
        } else {
            console.print(json, () -> report.json(found), () -> report.lines(console.screen(), found));
        }
    }
}
