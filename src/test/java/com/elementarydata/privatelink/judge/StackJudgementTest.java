package com.elementarydata.privatelink.judge;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.command.CdkCommands;
import com.elementarydata.privatelink.model.Check;
import com.elementarydata.privatelink.observed.DeployedStack;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

class StackJudgementTest {

    private static final String UNPROTECT = "aws cloudformation update-termination-protection"
            + " --no-enable-termination-protection --region eu-west-1 --stack-name S --profile p";
    private static final Check STACK = new Check("stack", "stack");
    private static final String EVENTS =
            "aws cloudformation describe-stack-events --region eu-west-1 --stack-name S --profile p";

    private static StackJudgement of(String status, boolean isProtected) {
        DeployedStack deployed = new DeployedStack(
                "S", status, Optional.empty(), Instant.EPOCH, isProtected, "NOT_CHECKED", new TreeMap<>());
        return new StackJudgement(new ExpectedStack("S", "eu-west-1", List.of(), Optional.of(deployed)));
    }

    private static List<String> first(String status) {
        return of(status, true).beforeDeployment(Optional.of("p"));
    }

    static Stream<String> mayHoldResources() {
        return StackStatus.knownValues().stream()
                .filter(status -> status != StackStatus.ROLLBACK_COMPLETE)
                .map(StackStatus::toString);
    }

    @Test
    void an_empty_stack_loses_its_protection_and_the_cli_replaces_it() {
        assertThat(first("ROLLBACK_COMPLETE")).containsExactly(UNPROTECT);
        assertThat(of("ROLLBACK_COMPLETE", true).commands(CdkCommands.ofUnknownFolder(), Optional.of("p")))
                .containsExactly(UNPROTECT, "npx cdk deploy S");
        assertThat(of("ROLLBACK_COMPLETE", true).finding(STACK).remedy()).contains("disable termination protection");
    }

    @Test
    void an_empty_stack_without_protection_needs_only_a_deployment() {
        StackJudgement judgement = of("ROLLBACK_COMPLETE", false);

        assertThat(judgement.beforeDeployment(Optional.empty())).isEmpty();
        assertThat(judgement.commands(CdkCommands.ofUnknownFolder(), Optional.empty()))
                .containsExactly("npx cdk deploy S");
        assertThat(judgement.finding(STACK).remedy()).doesNotContain("protection");
    }

    @ParameterizedTest
    @MethodSource("mayHoldResources")
    void a_stack_that_may_hold_resources_is_never_cleared(String status) {
        List<String> all = of(status, true).commands(CdkCommands.ofUnknownFolder(), Optional.of("p"));

        assertThat(Stream.concat(first(status).stream(), all.stream()))
                .noneMatch(command -> command.contains("termination-protection") || command.contains("delete"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ROLLBACK_FAILED", "CREATE_FAILED", "DELETE_FAILED"})
    void a_stack_that_failed_halfway_is_looked_at_first(String status) {
        assertThat(first(status)).containsExactly(EVENTS);
        assertThat(of(status, true).commands(CdkCommands.ofUnknownFolder(), Optional.of("p")))
                .containsExactly(EVENTS);
    }

    @Test
    void what_an_abandoned_change_set_left_is_no_stack_yet_and_the_cli_creates_it() {
        StackJudgement judgement = of("REVIEW_IN_PROGRESS", false);

        assertThat(judgement.stack().deployed()).isEmpty();
        assertThat(judgement.beforeDeployment(Optional.empty())).isEmpty();
        assertThat(judgement.commands(CdkCommands.ofUnknownFolder(), Optional.empty()))
                .containsExactly("npx cdk deploy S");
    }
}
