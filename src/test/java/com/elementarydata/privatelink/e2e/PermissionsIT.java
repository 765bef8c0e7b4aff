package com.elementarydata.privatelink.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.FleetCopy;
import com.elementarydata.privatelink.aws.Permissions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Every call of a verb is in its policy, and nothing else is. */
@ExtendWith(EndToEnd.class)
class PermissionsIT {

    private static final String ADDITION =
            "github-enterprise-server dogwood --discover --hostname git.dogwood.example --aws-account-id 456789012345"
                    + " --service-name com.amazonaws.vpce.us-east-1.vpce-svc-0bb22cc33dd44ee55";

    private final ExampleWorld world;

    PermissionsIT(ExampleWorld world) {
        this.world = world;
    }

    @ParameterizedTest
    @CsvSource({
        "status, status",
        "plan, plan acme --live",
        "offboard, offboard acme --despite-names",
        "diagnose, diagnose acme",
        "runbook, runbook acme --live",
        "inventory, inventory",
    })
    void a_verb_asks_for_exactly_what_its_policy_allows(String verb, String line)
            throws IOException, InterruptedException {
        List<String> words = List.of(line.split(" "));
        CommandLine.Run run = CommandLine.of(world.deployed())
                .run(words.get(0), words.subList(1, words.size()).toArray(String[]::new));

        assertThat(run.exitCode()).as(run.err() + run.out()).isZero();
        RecordedCalls.of(world.deployed())
                .compare(verb, Permissions.actions(verb), PolicyReasons.NEVER_BY_VERBS.keySet());
    }

    @Test
    void the_policies_of_a_deployment_are_written_as_documented() throws IOException {
        Commands elementary = new Commands(world.deployed().clients(), Accounts.ELEMENTARY);
        elementary.run(Commands.below("Permissions", 0), Map.of());

        assertThat(List.of("deploy-policy.json", "cloudformation-policy.json"))
                .allSatisfy(name -> assertThat(JsonMapper.shared()
                                .readTree(Files.readString(elementary.folder().resolve(name)))
                                .path("Statement"))
                        .isNotEmpty());
    }

    /** To the example fleet without the connection to that service. */
    @Test
    void an_addition_asks_for_exactly_what_its_policy_allows(@TempDir Path root)
            throws IOException, InterruptedException {
        FleetCopy fleet = FleetCopy.in(root);
        fleet.delete("dogwood");
        CommandLine.Run run = new CommandLine(world.deployed().aws(), Accounts.ELEMENTARY, fleet.folder())
                .run("add", ADDITION.split(" "));

        assertThat(run.exitCode()).as(run.err() + run.out()).isZero();
        RecordedCalls.of(world.deployed())
                .compare("add", Permissions.actions("add"), PolicyReasons.NEVER_BY_VERBS.keySet());
    }
}
