package com.elementarydata.privatelink.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.HostileTexts;
import com.elementarydata.privatelink.cli.MarkdownDocument;
import com.elementarydata.privatelink.command.CdkCommands;
import com.elementarydata.privatelink.config.FleetFolder;
import com.elementarydata.privatelink.fleet.CheckedFleet;
import com.elementarydata.privatelink.fleet.Fleet;
import com.elementarydata.privatelink.fleet.Plan;
import com.elementarydata.privatelink.fleet.PlannedStack;
import com.elementarydata.privatelink.model.Check;
import com.elementarydata.privatelink.model.Customer;
import com.elementarydata.privatelink.net.Region;
import com.elementarydata.privatelink.operation.deployment.LivePlan;
import com.elementarydata.privatelink.operation.deployment.LivePlan.Change;
import com.elementarydata.privatelink.operation.deployment.ResourceChange;
import com.elementarydata.privatelink.operation.deployment.ResourceChange.Action;
import com.elementarydata.privatelink.operation.deployment.SectionChange;
import com.elementarydata.privatelink.operation.deployment.StackChanges;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.junit.jupiter.api.Test;

/** What is printed of a plan that was compared, on 80 columns and as Markdown. */
class ChangeReportTest {

    private static final String ENDPOINT = "AWS::EC2::VPCEndpoint";
    private static final String CUSTOMER = "PrivateLink-Customer-fir-eu-west-1";
    private static final Region IRELAND = Region.parse("eu-west-1");

    private static ResourceChange change(Action action, String type, String id, String... properties) {
        return new ResourceChange(id, Optional.empty(), type, action, List.of(properties), List.of(), List.of());
    }

    private static StackChanges changes(ResourceChange... resources) {
        return new StackChanges(List.of(resources), List.of());
    }

    /** Something of each kind. */
    private static LivePlan plan() {
        Map<String, Change> stacks = new LinkedHashMap<>();
        stacks.put("PrivateLink-Region-ap-southeast-2", Change.SAME);
        stacks.put("PrivateLink-Region-eu-central-1", Change.SAME);
        stacks.put("PrivateLink-Region-eu-west-1", Change.CHANGED);
        stacks.put("PrivateLink-Region-us-east-1", Change.SAME);
        stacks.put("PrivateLink-Region-us-west-2", Change.NOT_READ);
        stacks.put("PrivateLink-Production", Change.SAME);
        stacks.put("PrivateLink-Customer-fir-eu-central-1", Change.NEW);
        stacks.put(CUSTOMER, Change.CHANGED);
        stacks.put("PrivateLink-Dns-fir", Change.CHANGED);
        ResourceChange replaced = new ResourceChange(
                "postgres983CB5CF",
                Optional.of(CUSTOMER + "/postgres/Resource"),
                ENDPOINT,
                Action.REPLACED,
                List.of("ServiceName", "Tags"),
                List.of("DependsOn"),
                List.of("ServiceName"));
        return new LivePlan(
                stacks,
                Map.of(
                        "PrivateLink-Region-eu-west-1",
                        changes(
                                change(Action.CHANGED, "AWS::EC2::VPC", "Vpc", "Tags"),
                                change(Action.RETAINED, "AWS::EC2::Subnet", "Euw1Az3"),
                                change(Action.REMOVED, "AWS::EC2::Route", "RouteToClients")),
                        "PrivateLink-Customer-fir-eu-central-1",
                        changes(
                                change(Action.ADDED, ENDPOINT, "a"),
                                change(Action.ADDED, ENDPOINT, "b"),
                                change(Action.ADDED, "AWS::EC2::SecurityGroup", "c")),
                        CUSTOMER,
                        new StackChanges(
                                List.of(replaced, change(Action.REMOVED, ENDPOINT, "git983CB5CF")),
                                List.of(
                                        new SectionChange("Outputs", "GitEndpointId", Action.REMOVED),
                                        new SectionChange("Description", "", Action.CHANGED))),
                        "PrivateLink-Dns-fir",
                        changes(change(
                                Action.CHANGED,
                                "AWS::Route53::RecordSet",
                                "PostgresFirExampleAlias0A1B2C3D",
                                "AliasTarget.DNSName",
                                "AliasTarget.HostedZoneId"))),
                List.of(),
                List.of(new LivePlan.LeftBehind("PrivateLink-Dns-gone", Region.parse("eu-central-1"))),
                List.of("us-west-2: denied by a service control policy; nothing of it was read"));
    }

    private static PlanReport report() {
        CheckedFleet checked = CheckedFleet.of(FleetFolder.read(Path.of("stacks")));
        Fleet fleet = checked.fleet().orElseThrow();
        List<Customer> customers = checked.customers(List.of("fir"));
        return new PlanReport(
                Plan.of(fleet.network(), fleet.ledger(), customers),
                customers,
                CdkCommands.of(Path.of("stacks"), List.of("fir")));
    }

    private static LiveReport live(LivePlan plan) {
        return new LiveReport(
                List.of(
                        new Check("PD101", "credentials").passed("account 743289191656"),
                        new Check("PD401", "endpoint service").passed("fir/postgres: visible"),
                        new Check("PD401", "endpoint service")
                                .failed(
                                        "fir/x: it is not visible | to *anybody*",
                                        "ask its owner to allow the principal")
                                .typing("aws ec2 describe-vpc-endpoint-services --region eu-west-1 --service-names"
                                        + " com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef1")),
                Optional.of(plan));
    }

    @Test
    void a_plan_fits_80_columns_and_its_commands_go_on_below() {
        List<String> lines = report().lines(Screen.plain(80), Optional.of(live(plan())));
        int below = lines.indexOf("2 of 3 preconditions are met on AWS");

        assertThat(String.join("\n", lines.subList(below, lines.size())) + "\n").isEqualTo("""
                2 of 3 preconditions are met on AWS
                +-------+------------------+----------------+
                | CODE  | PRECONDITION     | RESULT         |
                +-------+------------------+----------------+
                | PD101 | credentials      | ok             |
                | PD401 | endpoint service | 1 FAILED, 1 ok |
                +-------+------------------+----------------+
                  PD401 endpoint service: FAILED
                    fir/x: it is not visible | to *anybody*
                    ask its owner to allow the principal
                    aws ec2 describe-vpc-endpoint-services --region eu-west-1 \\
                       --service-names com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef1

                These endpoints are cut off. A replaced one carries no traffic until its
                provider accepts the new endpoint; a removed one is gone for good. To move
                without a break, add a second connection first (docs/operations.md, Moving a
                connection):

                  postgres of PrivateLink-Customer-fir-eu-west-1: replaced
                  git983CB5CF of PrivateLink-Customer-fir-eu-west-1: removed

                On AWS 1 new, 3 changed, 4 same, 1 not-read, 1 left-behind:

                  changed      PrivateLink-Region-eu-west-1
                    - AWS::EC2::Route RouteToClients
                    - AWS::EC2::Subnet Euw1Az3, which stays on AWS
                    ~ AWS::EC2::VPC Vpc: Tags
                  not-read     PrivateLink-Region-us-west-2
                  new          PrivateLink-Customer-fir-eu-central-1
                    1 AWS::EC2::SecurityGroup, 2 AWS::EC2::VPCEndpoint
                  changed      PrivateLink-Customer-fir-eu-west-1
                    REPLACED: AWS::EC2::VPCEndpoint postgres, for ServiceName; also changed:
                      Tags, DependsOn
                    - REMOVED: AWS::EC2::VPCEndpoint git983CB5CF
                    - Outputs GitEndpointId
                    ~ Description
                  changed      PrivateLink-Dns-fir
                    ~ AWS::Route53::RecordSet PostgresFirExampleAlias0A1B2C3D:
                      AliasTarget.DNSName, AliasTarget.HostedZoneId
                  left-behind  PrivateLink-Dns-gone in eu-central-1
                  us-west-2: denied by a service control policy; nothing of it was read
                """);
        assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void markdown_has_the_same_for_a_pull_request() {
        assertThat(new PlanMarkdown(report(), Optional.of(live(plan()))).document())
                .isEqualTo("""
                ## PrivateLink plan

                | Stack | Region | Connections | On AWS |
                | --- | --- | --- | --- |
                | PrivateLink-Region-eu-west-1 | eu-west-1 | (of all) | changed |
                | PrivateLink-Region-us-west-2 | us-west-2 | (of all) | not-read |
                | PrivateLink-Customer-fir-eu-central-1 | eu-central-1 | fir/postgres-cross-region | new |
                | PrivateLink-Customer-fir-eu-west-1 | eu-west-1 | fir/postgres | changed |
                | PrivateLink-Dns-fir | eu-central-1 | fir/postgres | changed |

                On AWS 1 new, 3 changed, 4 same, 1 not-read, 1 left-behind.

                > [!CAUTION]
                > These endpoints are cut off. A replaced one carries no traffic until its provider accepts the \
                new endpoint; a removed one is gone for good. To move without a break, add a second connection \
                first (docs/operations.md, Moving a connection):
                >
                > - postgres of PrivateLink-Customer-fir-eu-west-1: replaced
                > - git983CB5CF of PrivateLink-Customer-fir-eu-west-1: removed

                - left-behind: PrivateLink-Dns-gone in eu-central-1
                - us-west-2: denied by a service control policy; nothing of it was read

                <details><summary>changed: PrivateLink-Region-eu-west-1 (1 removed, 1 retained, 1 changed)</summary>

                - **removed**: `AWS::EC2::Route` `RouteToClients`
                - retained: `AWS::EC2::Subnet` `Euw1Az3`
                - changed: `AWS::EC2::VPC` `Vpc`: `Tags`

                </details>

                <details><summary>new: PrivateLink-Customer-fir-eu-central-1 (3 added)</summary>

                - 1 AWS::EC2::SecurityGroup, 2 AWS::EC2::VPCEndpoint

                </details>

                <details><summary>changed: PrivateLink-Customer-fir-eu-west-1 (1 replaced, 1 removed)</summary>

                - **REPLACED**: `AWS::EC2::VPCEndpoint` `postgres`, for ServiceName; also changed: Tags, DependsOn
                - **removed**: `AWS::EC2::VPCEndpoint` `git983CB5CF`
                - removed: Outputs GitEndpointId
                - changed: Description

                </details>

                <details><summary>changed: PrivateLink-Dns-fir (1 changed)</summary>

                - changed: `AWS::Route53::RecordSet` `PostgresFirExampleAlias0A1B2C3D`: `AliasTarget.DNSName`, \
                `AliasTarget.HostedZoneId`

                </details>

                ### Preconditions

                2 of 3 preconditions are met on AWS.

                | Code | Precondition | Result |
                | --- | --- | --- |
                | PD101 | credentials | ok |
                | PD401 | endpoint service | 1 FAILED, 1 ok |

                **PD401 endpoint service: FAILED** fir/x: it is not visible \\| to \\*anybody\\*; ask its owner to \
                allow the principal

                ```sh
                aws ec2 describe-vpc-endpoint-services --region eu-west-1 --service-names \
                com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef1
                ```

                ### Commands

                To see what would change, and to deploy it in this order:

                ```sh
                npx cdk diff -c customers=fir
                npx cdk deploy --all -c customers=fir --outputs-file outputs.json
                ```

                Or the endpoints first, and the names once the providers have accepted:

                ```sh
                npx cdk deploy PrivateLink-Customer-fir-eu-central-1 PrivateLink-Customer-fir-eu-west-1 -c \
                customers=fir --outputs-file outputs.json
                npx cdk deploy PrivateLink-Dns-fir -c customers=fir
                ```

                fir/postgres-cross-region: prepared, so no DNS yet. Once it is accepted, set dns: active in \
                stacks/customers/fir.yaml, and dns: prepared on fir/postgres, whose names it takes over; then:

                ```sh
                npx cdk diff PrivateLink-Dns-fir -c customers=fir
                npx cdk deploy PrivateLink-Dns-fir -c customers=fir
                ```
                """);
    }

    @Test
    void markdown_without_aws_has_stacks_and_commands() {
        String document = new PlanMarkdown(report(), Optional.empty()).document();

        assertThat(document)
                .startsWith("""
                        ## PrivateLink plan

                        | Stack | Region | Connections |
                        | --- | --- | --- |
                        | PrivateLink-Region-ap-southeast-2 | ap-southeast-2 | (of all) |
                        """)
                .contains("| PrivateLink-Dns-fir | eu-central-1 | fir/postgres |\n")
                .doesNotContain("Preconditions", "On AWS", "<details>");
        assertThat(MarkdownDocument.of(document).nodes(FencedCodeBlock.class))
                .extracting(FencedCodeBlock::getInfo)
                .hasSize(3)
                .containsOnly("sh");
    }

    @Test
    void foreign_text_in_markdown_stays_what_it_is() {
        LivePlan hostile = new LivePlan(
                Map.of(CUSTOMER, Change.CHANGED),
                Map.of(
                        CUSTOMER,
                        new StackChanges(
                                List.of(new ResourceChange(
                                        HostileTexts.NASTY,
                                        Optional.of("Stack/" + HostileTexts.NASTY),
                                        ENDPOINT,
                                        Action.REPLACED,
                                        List.of(HostileTexts.NASTY),
                                        List.of(),
                                        List.of(HostileTexts.NASTY))),
                                List.of(new SectionChange("Outputs", HostileTexts.NASTY, Action.ADDED)))),
                List.of(new LivePlan.Obstacle(CUSTOMER, IRELAND, HostileTexts.NASTY, List.of("aws one"))),
                List.of(new LivePlan.LeftBehind(HostileTexts.NASTY, IRELAND)),
                List.of(HostileTexts.NASTY));
        String document = String.join("\n", new ChangeMarkdown(hostile).lines());

        assertThat(document.lines().filter(line -> line.startsWith("<")))
                .containsExactly(
                        "<details><summary>changed: %s (1 replaced)</summary>".formatted(CUSTOMER), "</details>");
        assertThat(MarkdownDocument.of(document).nodes())
                .noneMatch(node -> node instanceof Link
                        || node instanceof Image
                        || node instanceof HtmlInline
                        || node instanceof Emphasis
                        || node instanceof FencedCodeBlock);
    }

    @Test
    void two_hundred_customers_that_stay_the_same_are_one_line() {
        Map<String, Change> stacks = new LinkedHashMap<>();
        IntStream.range(0, 200)
                .forEach(i -> stacks.put("PrivateLink-Customer-c%d-eu-west-1".formatted(i), Change.SAME));

        assertThat(new ChangeReport(new LivePlan(stacks, Map.of(), List.of(), List.of(), List.of()))
                        .lines(Screen.plain(80)))
                .containsExactly("", "On AWS 200 same.");
    }

    @Test
    void two_hundred_new_customers_are_two_lines_each() {
        Map<String, Change> stacks = new LinkedHashMap<>();
        Map<String, StackChanges> changes = new LinkedHashMap<>();
        IntStream.range(0, 200)
                .mapToObj("PrivateLink-Customer-c%d-eu-west-1"::formatted)
                .forEach(stack -> {
                    stacks.put(stack, Change.NEW);
                    changes.put(
                            stack,
                            changes(
                                    change(Action.ADDED, ENDPOINT, "a"),
                                    change(Action.ADDED, "AWS::EC2::SecurityGroup", "b")));
                });

        assertThat(new ChangeReport(new LivePlan(stacks, changes, List.of(), List.of(), List.of()))
                        .lines(Screen.plain(80)))
                .hasSize(3 + 2 * 200)
                .contains("    1 AWS::EC2::SecurityGroup, 1 AWS::EC2::VPCEndpoint");
    }

    @Test
    void a_plan_is_for_stacks_in_the_order_of_their_deployment() {
        assertThat(report().plan().stacks())
                .extracting(PlannedStack::name)
                .containsExactlyElementsOf(plan().stacks().keySet());
    }
}
