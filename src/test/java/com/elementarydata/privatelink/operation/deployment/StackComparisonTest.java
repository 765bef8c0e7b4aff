package com.elementarydata.privatelink.operation.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.aws.AwsAccess;
import com.elementarydata.privatelink.cli.AwsStub;
import com.elementarydata.privatelink.config.FleetFolder;
import com.elementarydata.privatelink.fleet.CheckedFleet;
import com.elementarydata.privatelink.fleet.Fleet;
import com.elementarydata.privatelink.fleet.Plan;
import com.elementarydata.privatelink.fleet.PlannedStack;
import com.elementarydata.privatelink.judge.ExpectedStack;
import com.elementarydata.privatelink.net.AccountId;
import com.elementarydata.privatelink.observed.DeployedStack;
import com.elementarydata.privatelink.operation.deployment.LivePlan.Change;
import com.elementarydata.privatelink.operation.deployment.StackComparison.Asked;
import com.elementarydata.privatelink.operation.deployment.StackComparison.Compared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How one stack of the example fleet differs, whatever AWS says of it. */
class StackComparisonTest {

    private static final String STACK = "PrivateLink-Customer-acme-eu-west-1";
    private static final Path TEMPLATES = Path.of("src/test/cases/example/expected");
    /** Where nothing can be compared. */
    private static final Path NOWHERE = Path.of("no such folder");

    private final List<String> said = new ArrayList<>();
    private AwsStub aws;

    @BeforeEach
    void start() throws IOException {
        aws = new AwsStub("743289191656");
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    private static String template() throws IOException {
        return Files.readString(TEMPLATES.resolve(STACK + ".template.json"));
    }

    private void deployed(String template) {
        aws.answer("GetTemplate", """
                <GetTemplateResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><GetTemplateResult>
                <TemplateBody><![CDATA[%s]]></TemplateBody></GetTemplateResult></GetTemplateResponse>
                """.formatted(template));
    }

    private static PlannedStack planned() {
        CheckedFleet checked = CheckedFleet.of(FleetFolder.read(Path.of("stacks")));
        Fleet fleet = checked.fleet().orElseThrow();
        return Plan.of(fleet.network(), fleet.ledger(), checked.customers(List.of("acme"))).stacks().stream()
                .filter(stack -> stack.name().equals(STACK))
                .findFirst()
                .orElseThrow();
    }

    private static ExpectedStack found(String status) {
        Optional<DeployedStack> stack = status.isEmpty()
                ? Optional.empty()
                : Optional.of(new DeployedStack(
                        STACK, status, Optional.empty(), Instant.EPOCH, true, "NOT_CHECKED", new TreeMap<>()));
        return new ExpectedStack(STACK, "eu-west-1", List.of(), stack);
    }

    private Compared compare(Path project, Optional<ExpectedStack> found) throws Exception {
        AwsAccess access = AwsAccess.local(aws.endpoint(), AccountId.parse("743289191656"));
        return Objects.requireNonNull(new StackComparison(access, TEMPLATES, new TemplateDiff(project), said::add)
                .of(new TreeMap<>(Map.of(STACK, new Asked(planned(), found))))
                .get(STACK));
    }

    @Test
    void another_service_name_is_a_change_that_replaces_the_endpoint() throws Exception {
        deployed(template().replace("vpce-svc-0123456789abcdef1", "vpce-svc-0fedcba9876543210"));

        Compared compared = compare(Path.of(""), Optional.of(found("UPDATE_COMPLETE")));

        assertThat(compared.change()).isEqualTo(Change.CHANGED);
        assertThat(compared.changes().orElseThrow().resources())
                .singleElement()
                .returns(ResourceChange.Action.REPLACED, ResourceChange::action)
                .returns("AWS::EC2::VPCEndpoint", ResourceChange::type);
    }

    @Test
    void a_stack_that_is_not_there_is_new_with_all_of_its_resources() throws Exception {
        Compared compared = compare(Path.of(""), Optional.of(found("")));

        assertThat(compared.change()).isEqualTo(Change.NEW);
        assertThat(compared.changes().orElseThrow().resources())
                .hasSize(2)
                .allMatch(resource -> resource.action() == ResourceChange.Action.ADDED);
    }

    @Test
    void the_same_template_is_not_given_to_cdk() throws Exception {
        deployed(template());

        assertThat(compare(NOWHERE, Optional.of(found("CREATE_COMPLETE"))))
                .isEqualTo(new Compared(Change.SAME, Optional.empty()));
    }

    @Test
    void another_description_alone_is_the_same_since_no_deployment_would_change_it() throws Exception {
        deployed(template().replace("Interface endpoints of a customer", "Endpoints of a customer"));

        assertThat(compare(Path.of(""), Optional.of(found("CREATE_COMPLETE"))))
                .isEqualTo(new Compared(Change.SAME, Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({"UPDATE_IN_PROGRESS, IN_PROGRESS", "ROLLBACK_COMPLETE, FAILED", "UPDATE_ROLLBACK_FAILED, FAILED"})
    void what_is_not_settled_on_aws_is_not_compared(String status, Change change) throws Exception {
        assertThat(compare(NOWHERE, Optional.of(found(status)))).isEqualTo(new Compared(change, Optional.empty()));
    }

    @Test
    void what_was_not_read_is_not_compared() throws Exception {
        assertThat(compare(NOWHERE, Optional.empty())).isEqualTo(new Compared(Change.NOT_READ, Optional.empty()));
    }

    @Test
    void it_says_what_it_is_doing() throws Exception {
        compare(NOWHERE, Optional.empty());

        assertThat(said).containsExactly("reading the templates of deployed stacks", "comparing templates");
    }
}
