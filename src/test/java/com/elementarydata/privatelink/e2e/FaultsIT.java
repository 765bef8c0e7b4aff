package com.elementarydata.privatelink.e2e;

import static com.elementarydata.privatelink.e2e.Offer.file;
import static com.elementarydata.privatelink.e2e.Offer.inIreland;
import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.net.Region;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

    private static final Offer CONTROL = inIreland("git", 1, "git.control.example");

    private final E2eFleet deployed;
    private final Map<String, Offer> offers = new HashMap<>();
    private final List<String> undisturbed;
    private int survived;

    FaultsIT(Figures figures) throws IOException, InterruptedException {
        Map<String, String> toCome = new HashMap<>(Map.of("control", file("control", CONTROL)));
        int service = 2;
        for (String customer : List.of("fails", "named", "read", "killed", "repeated")) {
            offers.put(customer, inIreland("git", service++, "git.%s.example".formatted(customer)));
            toCome.put(customer, file(customer, offers.get(customer)));
        }
        offers.put("abroad", inIreland("git", service++, "git.abroad.example").in("us-west-2", "usw2-az1"));
        offers.put("changed", inIreland("git", service, "git.changed.example"));
        toCome.put("abroad", file("abroad", offers.get("abroad")));
        deployed = figures.time(
                "deploy the fleet that meets faults",
                () -> E2eFleet.deployed("faults", toCome, Map.of("changed", file("changed", offers.get("changed")))));
        WorldState before = deployed.state();
        write("control", CONTROL);
        deployed.deploy();
        undisturbed = before.changesTo(deployed.state());
        assertThat(undisturbed).isNotEmpty();
    }

    @AfterAll
    void stop(Figures figures) throws IOException {
        figures.add("%d faults in Elementary's deployments survived".formatted(survived));
        deployed.close();
    }

    @AfterEach
    void no_fault_is_left() throws IOException {
        Files.deleteIfExists(deployed.faults());
    }

    private void write(String customer, Offer offer) throws IOException {
        deployed.files().write(customer, file(customer, offer));
    }

    private void meet(String... faults) throws IOException {
        Files.write(deployed.faults(), List.of(faults));
    }

    private StackStatus status(String region, String stack) {
        return deployed.view()
                .of(Accounts.ELEMENTARY, Region.parse(region))
                .stack(stack)
                .stackStatus();
    }

    /** What is there of the customer of control, with another customer's name. */
    private List<String> asIfUndisturbed(String customer, Stream<String> ofControl) {
        return ofControl
                .map(line -> line.replace("control", customer)
                        .replace(CONTROL.serviceId(), offers.get(customer).serviceId()))
                .sorted()
                .toList();
    }

    /** As docs/operations.md says. */
    private void unprotect(String region, String stack) throws IOException {
        assertThat(status(region, stack)).isEqualTo(StackStatus.ROLLBACK_COMPLETE);
        new Commands(deployed.clients(), Accounts.ELEMENTARY)
                .run(Commands.below("A first deployment that failed", 0), Map.of("region", region, "stack", stack));
    }

    private void converges(WorldState before, String customer) throws IOException, InterruptedException {
        deployed.deploy();
        WorldState after = deployed.state();
        assertThat(before.changesTo(after)).isEqualTo(asIfUndisturbed(customer, undisturbed.stream()));
        assertThat(after.moduloIds().stream().filter(fact -> fact.contains(customer)))
                .hasSizeGreaterThan(20)
                .containsExactlyElementsOf(
                        asIfUndisturbed(customer, after.moduloIds().stream().filter(fact -> fact.contains("control"))));
        survived++;
    }

    @Test
    void an_endpoint_fails_and_its_stack_is_tried_again() throws IOException, InterruptedException {
        WorldState before = deployed.state();
        write("fails", offers.get("fails"));
        meet("fail create PrivateLink-Customer-fails-eu-west-1/AWS::EC2::VPCEndpoint");
        Cdk.Run run = deployed.cdk().deploy(deployed.assembly()).failed();

        assertThat(run.said()).contains("PrivateLink-Customer-fails-eu-west-1", "Internal Failure");
        assertThat(before.changesTo(deployed.state()))
                .containsExactly("+ eu-west-1 stack PrivateLink-Customer-fails-eu-west-1");
        assertThat(deployed.cdk().deploy(deployed.assembly()).failed().said())
                .contains("cannot be deleted while TerminationProtection is enabled");
        unprotect("eu-west-1", "PrivateLink-Customer-fails-eu-west-1");
        converges(before, "fails");
    }

    @Test
    void a_record_fails_and_its_stack_is_tried_again() throws IOException, InterruptedException {
        WorldState before = deployed.state();
        write("named", offers.get("named"));
        meet("fail create PrivateLink-Dns-named/AWS::Route53::RecordSet");
        deployed.cdk().deploy(deployed.assembly()).failed();

        assertThat(deployed.view().zones(Accounts.ELEMENTARY).all())
                .noneMatch(zone -> zone.name().equals("git.named.example"));
        unprotect("eu-central-1", "PrivateLink-Dns-named");
        converges(before, "named");
    }

    @Test
    void a_read_is_throttled_and_the_stack_is_tried_again() throws IOException, InterruptedException {
        WorldState before = deployed.state();
        write("read", offers.get("read"));
        meet("throttle Fn::GetStackOutput");
        Cdk.Run run = deployed.cdk().deploy(deployed.assembly()).failed();

        assertThat(run.said()).contains("Rate exceeded");
        unprotect("eu-west-1", "PrivateLink-Customer-read-eu-west-1");
        converges(before, "read");
    }

    @Test
    void the_cli_is_throttled_and_asks_again_by_itself() throws IOException, InterruptedException {
        WorldState before = deployed.state();
        write("repeated", offers.get("repeated"));
        meet("throttle DescribeStacks 2", "throttle DescribeStackEvents", "throttle CreateStack");

        converges(before, "repeated");
        assertThat(deployed.faults()).isEmptyFile();
    }

    @Test
    void the_cli_is_killed_and_another_one_goes_on() throws IOException, InterruptedException {
        WorldState before = deployed.state();
        write("killed", offers.get("killed"));
        meet("hold create PrivateLink-Customer-killed-eu-west-1/AWS::EC2::VPCEndpoint");
        Cdk.Running running = deployed.cdk().startDeploying(deployed.assembly());
        Eventually.holds(() -> deployed.view().of(Accounts.ELEMENTARY, Accounts.MAPLE_REGION).stacks().stream()
                .anyMatch(stack -> stack.stackName().equals("PrivateLink-Customer-killed-eu-west-1")
                        && stack.stackStatus() == StackStatus.CREATE_IN_PROGRESS));
        running.process().descendants().forEach(ProcessHandle::destroyForcibly);
        running.process().destroyForcibly();
        assertThat(running.end().exitCode()).isNotZero();
        Files.delete(deployed.faults());

        converges(before, "killed");
    }

    @Test
    void an_update_fails_and_is_put_back_and_then_done() throws IOException, InterruptedException {
        WorldState before = deployed.state();
        write("changed", offers.get("changed").on(443, 8443));
        meet("fail update PrivateLink-Customer-changed-eu-west-1/AWS::EC2::SecurityGroup");
        deployed.cdk().deploy(deployed.assembly()).failed();

        assertThat(status("eu-west-1", "PrivateLink-Customer-changed-eu-west-1"))
                .isEqualTo(StackStatus.UPDATE_ROLLBACK_COMPLETE);
        assertThat(before.changesTo(deployed.state()))
                .containsExactly(
                        "~ eu-west-1 stack PrivateLink-Customer-changed-eu-west-1 status: CREATE_COMPLETE -> UPDATE_ROLLBACK_COMPLETE",
                        "~ eu-west-1 stack PrivateLink-Customer-changed-eu-west-1 updated");
        deployed.deploy();
        assertThat(before.changesTo(deployed.state()))
                .hasSize(2)
                .contains("~ eu-west-1 stack PrivateLink-Customer-changed-eu-west-1 updated")
                .anyMatch(change ->
                        change.startsWith("~ eu-west-1 group Customer-changed-eu-west-1/gitSecurityGroup in: "));
        survived++;
    }

    @Test
    void a_new_region_fails_twice_in_the_middle_and_ends_whole() throws IOException, InterruptedException {
        WorldState before = deployed.state();
        write("abroad", offers.get("abroad"));
        deployed.allocate();
        meet(
                "fail create PrivateLink-Region-us-west-2/AWS::EC2::VPCPeeringConnection",
                "fail create PrivateLink-Production/AWS::EC2::Route");
        deployed.cdk().deploy(deployed.assembly()).failed();
        assertThat(before.changesTo(deployed.state()))
                .containsExactly("+ us-west-2 stack PrivateLink-Region-us-west-2");
        unprotect("us-west-2", "PrivateLink-Region-us-west-2");
        deployed.cdk().deploy(deployed.assembly()).failed();
        assertThat(status("eu-central-1", "PrivateLink-Production")).isEqualTo(StackStatus.UPDATE_ROLLBACK_COMPLETE);
        deployed.deploy();

        List<String> changes = before.changesTo(deployed.state());
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
        survived++;
    }
}
