package com.elementarydata.privatelink.demo;

import com.elementarydata.privatelink.command.Program;
import com.elementarydata.privatelink.config.ConnectionText;
import com.elementarydata.privatelink.config.FleetFolder;
import com.elementarydata.privatelink.config.HandoffDocument;
import com.elementarydata.privatelink.config.LedgerFile;
import com.elementarydata.privatelink.config.WholeFiles;
import com.elementarydata.privatelink.fleet.Allocation;
import com.elementarydata.privatelink.fleet.CheckedFleet;
import com.elementarydata.privatelink.fleet.Fleet;
import com.elementarydata.privatelink.fleet.StackNames;
import com.elementarydata.privatelink.model.DnsState;
import com.elementarydata.privatelink.model.Handoff;
import com.elementarydata.privatelink.model.Identifier;
import com.elementarydata.privatelink.model.Refusal;
import com.elementarydata.privatelink.net.AccountId;
import com.elementarydata.privatelink.net.Region;
import com.elementarydata.privatelink.operation.deployment.CdkCli;
import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Both sides of a fleet's connections, deployed to a local AWS: a customer offers its GitHub Enterprise Server and hands
 * off, its file goes into a copy of the fleet, Elementary deploys, the providers accept.
 *
 * @param out where to show it
 * @param steps how long each step took
 * @param cdk deploys
 * @param aws where to
 * @param work a folder for what is written
 * @param listeners makes who hears what the CDK CLI says of a deployment
 */
public record DemoDeployment(
        PrintWriter out, Steps steps, CdkCli cdk, LocalAws aws, Path work, Supplier<? extends Listener> listeners) {

    /** Hears what the CDK CLI says, a line each. */
    public interface Listener extends Consumer<String>, AutoCloseable {
        @Override
        void close();
    }

    private static final String CUSTOMER = "maple";
    private static final String CONNECTION = "git";
    private static final AccountId CUSTOMER_ACCOUNT = AccountId.parse("678901234567");
    private static final Region CUSTOMER_REGION = Region.parse("eu-west-1");
    private static final String CUSTOMER_APP =
            "bin/run-java examples/src/main/java/example/GitHubEnterpriseServerApp.java";
    private static final String CUSTOMER_STACK = "GitHubEnterpriseServer";
    private static final List<String> ALL = List.of("--all");

    /** Refuses where the examples are not, in place of failing halfway. */
    public static void requireExamples() {
        if (!Files.exists(Program.home().resolve("examples"))) {
            throw Refusal.of("demo deploys this project's examples: run %s demo in a clone of privatelink-cdk"
                    .formatted(Program.OF_PROJECT));
        }
    }

    /** The folder that a demo works in: new each time, with a copy of the fleet. */
    public static Path newFolder(Path fleet) throws IOException {
        Path folder = Program.home().resolve("target/demo");
        if (Files.exists(folder)) {
            MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
        }
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.walk(fleet)) {
            for (Path file : files.toList()) {
                Files.copy(
                        file,
                        folder.resolve("stacks").resolve(fleet.relativize(file).toString()));
            }
        }
        return folder;
    }

    /** The copy of the fleet. */
    Path fleet() {
        return work.resolve("stacks");
    }

    /**
     * Deploys everything.
     *
     * @return the connections, or nothing if a deployment failed
     */
    public Optional<DemoConnections> run() throws IOException, InterruptedException {
        say("The customer %s, account %s, deploys its app in %s:"
                .formatted(CUSTOMER, CUSTOMER_ACCOUNT, CUSTOMER_REGION));
        CdkCli.Deployment provider = new CdkCli.Deployment(
                CUSTOMER_APP, work.resolve("customer"), ALL, as(CUSTOMER_ACCOUNT, CUSTOMER_REGION));
        if (!deploy("customer's stack", provider)) {
            return Optional.empty();
        }
        Handoff handoff =
                handoff(json(provider).path(CUSTOMER_STACK).path("Handoff").asString());
        Fleet fleet = add(handoff, DnsState.PREPARED);
        out.println("Elementary, account %s, writes customers/%s.yaml and deploys:"
                .formatted(fleet.network().account(), CUSTOMER));
        CdkCli.Deployment consumer = elementary(fleet, ALL);
        if (!synthesize() || !deploy("Elementary's stacks", consumer)) {
            return Optional.empty();
        }
        DemoConnections connections = new DemoConnections(out, aws, fleet, json(consumer));
        say("The providers accept:");
        steps.time("accept", connections::accept);
        say("Elementary switches on the name of %s:".formatted(CUSTOMER));
        add(handoff, DnsState.ACTIVE);
        boolean active = synthesize()
                && deploy("%s's names".formatted(CUSTOMER), elementary(fleet, List.of(StackNames.dns(id()))));
        return active ? Optional.of(connections) : Optional.empty();
    }

    private void say(String next) {
        out.println();
        out.println(next);
    }

    private Handoff handoff(String document) throws IOException {
        out.println("and hands off:");
        out.println("  " + document);
        out.println();
        return HandoffDocument.read("Handoff", document.getBytes(StandardCharsets.UTF_8))
                .handoff()
                .orElseThrow(() -> new IOException("the customer's Handoff output is wrong: " + document));
    }

    private static Identifier id() {
        return Identifier.parse(CUSTOMER);
    }

    /** Writes the customer's file, and the addresses of what it needs. */
    private Fleet add(Handoff handoff, DnsState dns) throws IOException {
        Files.writeString(
                fleet().resolve("customers/%s.yaml".formatted(CUSTOMER)),
                ConnectionText.of(CONNECTION, handoff, dns).customer(CUSTOMER));
        Fleet fleet = CheckedFleet.of(FleetFolder.read(fleet())).fleet().orElseThrow();
        WholeFiles.write(
                FleetFolder.ledgerIn(fleet()),
                LedgerFile.textOf(Allocation.of(fleet).ledger()));
        return fleet;
    }

    private boolean synthesize() throws IOException, InterruptedException {
        return steps.time("synthesize", () -> cdk.synthesize(fleet(), List.of(), assembly()));
    }

    private Path assembly() {
        return work.resolve("cdk.out");
    }

    private CdkCli.Deployment elementary(Fleet fleet, List<String> stacks) {
        return new CdkCli.Deployment(
                assembly().toString(),
                work.resolve("elementary"),
                stacks,
                as(fleet.network().account(), fleet.network().production().region()));
    }

    private boolean deploy(String name, CdkCli.Deployment deployment) throws IOException, InterruptedException {
        Files.createDirectories(deployment.output());
        return steps.time("deploy " + name, () -> {
            try (Listener listener = listeners.get()) {
                return cdk.deploy(deployment, listener);
            }
        });
    }

    private Consumer<ProcessBuilder> as(AccountId account, Region region) {
        return program -> {
            aws.lead(program, account);
            program.environment().put("AWS_REGION", region.code());
        };
    }

    private static JsonNode json(CdkCli.Deployment deployment) {
        return JsonMapper.builder().build().readTree(deployment.outputs().toFile());
    }
}
