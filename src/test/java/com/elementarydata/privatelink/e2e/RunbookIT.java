package com.elementarydata.privatelink.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.fleet.Fleet.CustomerConnection;
import com.elementarydata.privatelink.fleet.OutputNames;
import com.elementarydata.privatelink.fleet.StackNames;
import com.elementarydata.privatelink.net.AccountId;
import com.elementarydata.privatelink.net.Region;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.json.JsonMapper;

/** What customers are sent of what is deployed. */
@ExtendWith(EndToEnd.class)
class RunbookIT {

    @TempDir
    private Path folder;

    private record Run(int exitCode, String said) {}

    private static Run run(ExampleWorld world, AccountId account, String... command)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        world.deployed().aws().lead(builder, account);
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), said);
    }

    private static Run verb(ExampleWorld world, AccountId account, String... arguments)
            throws IOException, InterruptedException {
        String stacks = world.deployed().files().folder().toString();
        return run(
                world,
                account,
                Stream.of(Stream.of("bin/privatelink"), Stream.of(arguments), Stream.of("--stacks", stacks))
                        .flatMap(words -> words)
                        .toArray(String[]::new));
    }

    private static String endpointId(ExampleWorld world, CustomerConnection owned) {
        Region region = owned.connection()
                .endpointRegion(world.deployed().fleet().network().production());
        return world.deployed()
                .view()
                .of(Accounts.ELEMENTARY, region)
                .output(
                        StackNames.customer(owned.customer().id().value(), region),
                        OutputNames.endpointId(owned.connection().id().value()));
    }

    @Test
    void names_every_endpoint_of_acme_and_ticks_off_what_is_accepted_and_has_names(ExampleWorld world)
            throws IOException, InterruptedException {
        Run run = verb(world, Accounts.ELEMENTARY, "runbook", "acme", "--live", "--verbose");

        assertThat(run.exitCode()).as(run.said()).isZero();
        assertThat(run.said().lines().filter(line -> line.matches("[a-z0-9]+:[A-Z][A-Za-z]+ [0-9]+")))
                .isNotEmpty()
                .allMatch(line -> line.matches("[a-z0-9]+:(Describe|Get|List).*"));
        assertThat(run.said()).doesNotContain("after deployment");
        world.deployed()
                .fleet()
                .connections()
                .filter(owned -> owned.customer().id().toString().equals("acme"))
                .forEach(owned -> {
                    int start = run.said().indexOf("\n## %s: ".formatted(owned.name()));
                    int end = run.said().indexOf("\n## ", start + 1);
                    String section =
                            run.said().substring(start, end < 0 ? run.said().length() : end);
                    assertThat(section)
                            .contains("- [x] The endpoint, in ", "`%s`".formatted(endpointId(world, owned)))
                            .contains("- [x] The endpoint is accepted and available. Its state is `available`.")
                            .contains(owned.connection().isActive() ? "- [x] For Elementary" : "- [ ] For Elementary");
                });
    }

    @Test
    void fails_for_credentials_of_another_account(ExampleWorld world) throws IOException, InterruptedException {
        Run run = verb(world, Accounts.MAPLE, "runbook", "acme", "--live");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.said())
                .startsWith("the AWS credentials are for account \"678901234567\", and ")
                .endsWith(" says \"743289191656\"; name a profile of that account with --profile\n")
                .hasLineCount(1);
    }

    @Test
    void is_explained_by_the_document_of_diagnosis(ExampleWorld world) throws IOException {
        Commands commands = new Commands(world.deployed().clients(), Accounts.ELEMENTARY);

        assertThat(commands.run(Commands.in("docs/diagnosis.md", "Diagnosis", 0), Map.of()))
                .contains("PD206", "acme/git");
    }

    @Test
    @ResourceLock("cdk.out")
    void is_filled_from_the_outputs_of_the_very_command_that_plan_prints(ExampleWorld world)
            throws IOException, InterruptedException {
        Path outputs = folder.resolve("outputs.json");
        List<String> printed = JsonMapper.shared()
                .readTree(verb(world, Accounts.ELEMENTARY, "plan", "birch", "--json")
                        .said())
                .path("commands")
                .valueStream()
                .map(command -> command.asString().replace("outputs.json", outputs.toString()))
                .toList();
        Commands commands = new Commands(world.deployed().clients(), Accounts.ELEMENTARY);

        commands.run(printed, Map.of());
        Run runbook = verb(world, Accounts.ELEMENTARY, "runbook", "birch", "--outputs", outputs.toString());

        assertThat(commands.ran()).containsExactly(PrintedCommand.DIFF, PrintedCommand.DEPLOY);
        assertThat(runbook.exitCode()).as(runbook.said()).isZero();
        CustomerConnection birch = world.deployed()
                .fleet()
                .connections()
                .filter(owned -> owned.customer().id().toString().equals("birch"))
                .findFirst()
                .orElseThrow();
        assertThat(runbook.said()).contains("VPC endpoint ID: `%s`".formatted(endpointId(world, birch)));
    }
}
