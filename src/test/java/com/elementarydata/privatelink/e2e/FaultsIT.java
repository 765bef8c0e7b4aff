package com.elementarydata.privatelink.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/** Deployments that fail in the middle: what they leave, and that the next one ends as if nothing had happened. */
@ExtendWith(EndToEnd.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsIT {

    private final FaultyFleet fleet;

    FaultsIT(Figures figures) throws IOException, InterruptedException {
        fleet = figures.time("deploy the fleet that meets faults", FaultyFleet::deploy);
    }

    @AfterAll
    void stop(Figures figures) throws IOException {
        figures.add("%d faults in Elementary's deployments survived".formatted(fleet.survived()));
        fleet.close();
    }

    @AfterEach
    void no_fault_is_left() throws IOException {
        Files.deleteIfExists(fleet.deployed().faults());
    }

    @Test
    void an_endpoint_fails_and_its_stack_is_tried_again() throws IOException, InterruptedException {
        fleet.write("fails");
        fleet.meet("fail create PrivateLink-Customer-fails-eu-west-1/AWS::EC2::VPCEndpoint");
        Cdk.Run run = fleet.deployAndFail();

        assertThat(run.said()).contains("PrivateLink-Customer-fails-eu-west-1", "Internal Failure");
        assertThat(fleet.changes()).containsExactly("+ eu-west-1 stack PrivateLink-Customer-fails-eu-west-1");
        assertThat(fleet.deployAndFail().said()).contains("cannot be deleted while TerminationProtection is enabled");
        fleet.unprotect("eu-west-1", "PrivateLink-Customer-fails-eu-west-1");
        fleet.converges("fails");
    }

    @Test
    void a_record_fails_and_its_stack_is_tried_again() throws IOException, InterruptedException {
        fleet.write("named");
        fleet.meet("fail create PrivateLink-Dns-named/AWS::Route53::RecordSet");
        fleet.deployAndFail();

        assertThat(fleet.deployed().view().zones(Accounts.ELEMENTARY).all())
                .noneMatch(zone -> zone.name().equals("git.named.example"));
        fleet.unprotect("eu-central-1", "PrivateLink-Dns-named");
        fleet.converges("named");
    }

    @Test
    void a_read_is_throttled_and_the_stack_is_tried_again() throws IOException, InterruptedException {
        fleet.write("read");
        fleet.meet("throttle Fn::GetStackOutput");
        Cdk.Run run = fleet.deployAndFail();

        assertThat(run.said()).contains("Rate exceeded");
        fleet.unprotect("eu-central-1", "PrivateLink-Dns-read");
        fleet.converges("read");
    }

    @Test
    void the_cli_is_throttled_and_asks_again_by_itself() throws IOException, InterruptedException {
        fleet.write("repeated");
        fleet.meet(
                "throttle DescribeStacks 2",
                "throttle DescribeStackEvents",
                "throttle CreateChangeSet",
                "throttle ExecuteChangeSet");

        fleet.converges("repeated");
        assertThat(fleet.deployed().faults()).isEmptyFile();
    }

    @Test
    void the_cli_is_killed_and_another_one_goes_on() throws IOException, InterruptedException {
        fleet.write("killed");
        fleet.meet("hold create PrivateLink-Customer-killed-eu-west-1/AWS::EC2::VPCEndpoint");
        Cdk.Running running =
                fleet.deployed().cdk().startDeploying(fleet.deployed().assembly());
        Eventually.holds(() -> fleet.deployed().view().of(Accounts.ELEMENTARY, Accounts.MAPLE_REGION).stacks().stream()
                .anyMatch(stack -> stack.stackName().equals("PrivateLink-Customer-killed-eu-west-1")
                        && stack.stackStatus() == StackStatus.CREATE_IN_PROGRESS));
        running.process().descendants().forEach(ProcessHandle::destroyForcibly);
        running.process().destroyForcibly();
        assertThat(running.end().exitCode()).isNotZero();
        Files.delete(fleet.deployed().faults());

        fleet.converges("killed");
    }

    @Test
    void an_update_fails_and_is_put_back_and_then_done() throws IOException, InterruptedException {
        fleet.write("changed", fleet.offer("changed").on(443, 8443));
        fleet.meet("fail update PrivateLink-Customer-changed-eu-west-1/AWS::EC2::SecurityGroup");
        fleet.deployAndFail();

        assertThat(fleet.status("eu-west-1", "PrivateLink-Customer-changed-eu-west-1"))
                .isEqualTo(StackStatus.UPDATE_ROLLBACK_COMPLETE);
        assertThat(fleet.changes())
                .containsExactly(
                        "~ eu-west-1 stack PrivateLink-Customer-changed-eu-west-1 status: CREATE_COMPLETE -> UPDATE_ROLLBACK_COMPLETE",
                        "~ eu-west-1 stack PrivateLink-Customer-changed-eu-west-1 updated");
        fleet.deployed().deploy();
        assertThat(fleet.changes())
                .hasSize(2)
                .contains("~ eu-west-1 stack PrivateLink-Customer-changed-eu-west-1 updated")
                .anyMatch(change ->
                        change.startsWith("~ eu-west-1 group Customer-changed-eu-west-1/gitSecurityGroup in: "));
        fleet.survives();
    }

    @Test
    void a_new_region_fails_twice_in_the_middle_and_ends_whole() throws IOException, InterruptedException {
        fleet.write("abroad");
        fleet.deployed().allocate();
        fleet.meet(
                "fail create PrivateLink-Region-us-west-2/AWS::EC2::VPCPeeringConnection",
                "fail create PrivateLink-Production/AWS::EC2::Route");
        fleet.deployAndFail();
        assertThat(fleet.changes()).containsExactly("+ us-west-2 stack PrivateLink-Region-us-west-2");
        fleet.unprotect("us-west-2", "PrivateLink-Region-us-west-2");
        fleet.deployAndFail();
        assertThat(fleet.status("eu-central-1", "PrivateLink-Production"))
                .isEqualTo(StackStatus.UPDATE_ROLLBACK_COMPLETE);
        fleet.deployed().deploy();

        List<String> changes = fleet.changes();
        assertThat(changes).noneMatch(change -> change.startsWith("-"));
        assertThat(changes)
                .filteredOn(change -> change.contains(" eu-central-1 route "))
                .hasSize(3);
        assertThat(changes).filteredOn(change -> change.contains(" vpc ")).hasSize(1);
        assertThat(changes)
                .filteredOn(change -> change.contains(" us-west-2 peering "))
                .hasSize(1);
        assertThat(changes)
                .filteredOn(change -> change.contains(" stack "))
                .containsExactly(
                        "+ eu-central-1 stack PrivateLink-Dns-abroad",
                        "+ us-west-2 stack PrivateLink-Customer-abroad-us-west-2",
                        "+ us-west-2 stack PrivateLink-Region-us-west-2",
                        "~ eu-central-1 stack PrivateLink-Production updated");
        fleet.survives();
    }
}
