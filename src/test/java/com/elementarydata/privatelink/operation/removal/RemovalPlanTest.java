package com.elementarydata.privatelink.operation.removal;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.net.Region;
import com.elementarydata.privatelink.observed.DeployedEndpoint;
import com.elementarydata.privatelink.observed.DeployedStack;
import com.elementarydata.privatelink.observed.EndpointTraffic;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RemovalPlanTest {

    private static final Region IRELAND = Region.parse("eu-west-1");
    private static final DeployedStack STACK = new DeployedStack(
            "PrivateLink-Customer-acme-eu-west-1",
            "UPDATE_COMPLETE",
            Optional.empty(),
            Instant.EPOCH,
            true,
            "NOT_CHECKED",
            new TreeMap<>(Map.of("GitEndpointId", "vpce-2", "GitDnsName", "vpce-2.example")));

    private static DeployedEndpoint endpoint(String id, String state, String group) {
        return new DeployedEndpoint(
                id, "service", state, Instant.EPOCH, "vpc-1", List.of(), List.of(group), List.of(), Optional.empty());
    }

    private static List<String> commands(DeployedEndpoint... there) {
        StackEndpoints made = StackEndpoints.of(STACK, List.of(there));
        RemovalPlan plan = new RemovalPlan(
                "acme",
                IRELAND,
                Optional.empty(),
                new TreeMap<>(Map.of(IRELAND, made)),
                List.of(),
                Optional.empty(),
                Optional.of("ours"),
                List.of());
        return plan.steps().stream().flatMap(step -> step.commands().stream()).toList();
    }

    @Test
    void an_endpoint_that_was_kept_goes_before_the_stack_whose_security_group_it_holds_on_to() {
        assertThat(commands(
                        endpoint("vpce-1", "available", "sg-1"),
                        endpoint("vpce-2", "available", "sg-1"),
                        endpoint("vpce-3", "available", "sg-of-another-stack"),
                        endpoint("vpce-4", "Deleted", "sg-1")))
                .hasSize(4)
                .startsWith("aws ec2 delete-vpc-endpoints --region eu-west-1 --vpc-endpoint-ids vpce-1 --profile ours");
    }

    @Test
    void a_stack_whose_endpoints_all_are_its_own_is_deleted_as_it_is() {
        assertThat(commands(endpoint("vpce-2", "available", "sg-1")))
                .hasSize(3)
                .allMatch(command -> command.startsWith("aws cloudformation "));
    }

    @Test
    void the_traffic_of_an_endpoint_that_was_kept_counts() {
        StackEndpoints made = StackEndpoints.of(
                STACK, List.of(endpoint("vpce-1", "available", "sg-1"), endpoint("vpce-2", "available", "sg-1")));

        assertThat(made.all().map(DeployedEndpoint::id)).containsExactly("vpce-2", "vpce-1");
    }

    private static RemovalPlan whole(List<String> notRead) {
        DeployedStack names = new DeployedStack(
                "PrivateLink-Dns-acme",
                "CREATE_COMPLETE",
                Optional.empty(),
                Instant.EPOCH,
                true,
                "NOT_CHECKED",
                new TreeMap<>());
        return new RemovalPlan(
                "acme",
                Region.parse("eu-central-1"),
                Optional.of(names),
                new TreeMap<>(Map.of(
                        IRELAND,
                        StackEndpoints.of(
                                STACK,
                                List.of(
                                        endpoint("vpce-1", "available", "sg-1"),
                                        endpoint("vpce-2", "available", "sg-1"))))),
                List.of("vpce-0a"),
                Optional.of("customers/acme.yaml"),
                Optional.empty(),
                notRead);
    }

    @Test
    void the_names_go_first_and_the_file_last() {
        assertThat(whole(List.of()).steps())
                .extracting(RemovalPlan.Step::what)
                .containsExactly(
                        "the names",
                        "replaced endpoints left behind in eu-west-1",
                        "the endpoints in eu-west-1",
                        "the file, with a commit");
        assertThat(whole(List.of()).steps().get(0).commands())
                .containsExactly(
                        "aws cloudformation update-termination-protection --no-enable-termination-protection"
                                + " --region eu-central-1 --stack-name PrivateLink-Dns-acme",
                        "aws cloudformation delete-stack --region eu-central-1 --stack-name PrivateLink-Dns-acme",
                        "aws cloudformation wait stack-delete-complete --region eu-central-1 --stack-name"
                                + " PrivateLink-Dns-acme");
    }

    @Test
    void the_file_stays_while_a_region_was_not_read() {
        assertThat(whole(List.of("eu-west-1 is denied")).steps())
                .extracting(RemovalPlan.Step::what)
                .doesNotContain("the file, with a commit");
    }

    @Test
    void a_stack_that_is_being_deleted_is_only_waited_for() {
        DeployedStack leaving = new DeployedStack(
                STACK.name(),
                "DELETE_IN_PROGRESS",
                Optional.empty(),
                Instant.EPOCH,
                false,
                "NOT_CHECKED",
                new TreeMap<>());
        RemovalPlan plan = new RemovalPlan(
                "acme",
                IRELAND,
                Optional.of(leaving),
                new TreeMap<>(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of());

        assertThat(plan.steps())
                .singleElement()
                .satisfies(step -> assertThat(step.commands())
                        .containsExactly(
                                "aws cloudformation wait stack-delete-complete --region eu-west-1 --stack-name "
                                        + STACK.name()));
    }

    @Test
    void the_stacks_are_those_of_the_names_and_of_the_endpoints() {
        assertThat(whole(List.of()).stacks())
                .containsExactly(
                        new RemovalPlan.Stack("PrivateLink-Dns-acme", Region.parse("eu-central-1")),
                        new RemovalPlan.Stack(STACK.name(), IRELAND));
    }

    @Test
    void a_plan_is_empty_where_nothing_is_found_and_complete_where_all_was_read() {
        RemovalPlan nothing = new RemovalPlan(
                "acme",
                IRELAND,
                Optional.empty(),
                new TreeMap<>(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of());

        assertThat(nothing.isEmpty()).isTrue();
        assertThat(nothing.notes(List.of())).isEmpty();
        assertThat(whole(List.of()).isEmpty()).isFalse();
        assertThat(whole(List.of()).isComplete()).isTrue();
        assertThat(whole(List.of("eu-west-1 is denied")).isComplete()).isFalse();
    }

    @Test
    void what_is_not_known_and_what_stays_is_noted_before_the_first_command() {
        assertThat(whole(List.of("eu-west-1 is denied"))
                        .notes(List.of(
                                new EndpointTraffic("vpce-1", true, 0, 0), new EndpointTraffic("vpce-2", false, 0, 0))))
                .containsExactly(
                        "eu-west-1 is denied: if acme has stacks there, these commands are not all, so keep its file",
                        "whether vpce-2 is still used is unknown: AWS has no metrics where PrivateLink crosses Regions",
                        "vpce-0a existed before the fleet, and stays: delete it where it was made",
                        "until customers/acme.yaml is deleted, a deployment brings back what it says: deploy nothing of"
                                + " acme meanwhile, or delete the file first if others deploy",
                        "bin/privatelink offboard acme says afterwards whether anything is left");
    }
}
