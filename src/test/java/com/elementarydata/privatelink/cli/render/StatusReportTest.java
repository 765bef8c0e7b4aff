package com.elementarydata.privatelink.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.command.CdkCommands;
import com.elementarydata.privatelink.integration.Databricks;
import com.elementarydata.privatelink.integration.Snowflake;
import com.elementarydata.privatelink.judge.ConnectionState;
import com.elementarydata.privatelink.model.Check;
import com.elementarydata.privatelink.model.Checks;
import com.elementarydata.privatelink.operation.status.ConnectionSituation;
import com.elementarydata.privatelink.operation.status.StatusCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StatusReportTest {

    private static final Instant NOW = ConnectionSituation.CREATED.plus(Duration.ofHours(80));
    private static final String CUSTOMER_STACK = "PrivateLink-Customer-acme-eu-west-1";

    private static ConnectionSituation fine() {
        return new ConnectionSituation();
    }

    private static StatusReport report(ConnectionSituation... situations) {
        return new StatusReport(
                Stream.of(situations).map(ConnectionSituation::status).toList(),
                CdkCommands.of(Path.of("stacks"), List.of()),
                Optional.of("production"));
    }

    @Test
    void a_connection_is_a_line_and_what_is_to_be_done_stands_below() {
        assertThat(String.join(
                        "\n",
                        report(fine(), fine().endpoint("pendingAcceptance")).lines(NOW, 120)))
                .isEqualTo("""
                        +------------+----------+------------------------+-------------------+-------+--------+----------+
                        | CONNECTION | STACKS   | ENDPOINT               | STATE             | SINCE | DNS    | TURN     |
                        +------------+----------+------------------------+-------------------+-------+--------+----------+
                        | acme/git   | complete | vpce-0123456789abcdef0 | available         | 3 d   | active | nobody   |
                        | acme/git   | complete | vpce-0123456789abcdef0 | pendingAcceptance | 3 d   | active | customer |
                        +------------+----------+------------------------+-------------------+-------+--------+----------+
                        2 connections: 1 available, 1 pending-acceptance

                        acme/git (customer):
                          have the customer accept it, with its own credentials
                            bin/privatelink provider accept --service-name com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef1 \\
                               --endpoint-id vpce-0123456789abcdef0""");
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 70, 80, 100, 120, 200})
    void the_table_fits_the_line(int width) {
        List<String> table = report(fine().endpoint("pendingAcceptance")).lines(NOW, width).stream()
                .takeWhile(line -> line.matches("[+|].*"))
                .toList();

        assertThat(table).hasSize(5).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(width));
    }

    @ParameterizedTest
    @CsvSource({"PT0S,0 min", "PT59M,59 min", "PT1H,1 h", "PT47H,1 d", "P12D,12 d", "PT-5M,0 min"})
    void an_age_has_one_unit(String age, String text) {
        assertThat(new StatusTable(List.of(), NOW, Screen.plain(80), Map.of()).age(NOW.minus(Duration.parse(age))))
                .isEqualTo(text);
    }

    static Stream<Arguments> steps() {
        String move = "add a second connection in its place, and move to it (docs/operations.md, Moving a connection)";
        return Stream.of(
                Arguments.of(
                        fine().without(CUSTOMER_STACK).withoutEndpoint(),
                        "deploy it",
                        "npx cdk deploy PrivateLink-Customer-acme-eu-west-1 -c customers=acme --outputs-file outputs.json"),
                Arguments.of(
                        fine().zonesThere(),
                        "deploy its names",
                        "npx cdk deploy PrivateLink-Dns-acme -c customers=acme"),
                Arguments.of(
                        fine().prepared(),
                        "set \"dns: active\" in stacks/customers/acme.yaml, and deploy",
                        "npx cdk deploy PrivateLink-Dns-acme -c customers=acme"),
                Arguments.of(
                        fine().prepared().beside("git.acme.example"),
                        "to move its names here, set \"dns: active\" on it and"
                                + " \"dns: prepared\" on the other connection in stacks/customers/acme.yaml, and deploy",
                        "npx cdk deploy PrivateLink-Dns-acme -c customers=acme"),
                Arguments.of(
                        fine().zones("euw1-az3"),
                        "its file has changed; see what a deployment would change",
                        "npx cdk diff PrivateLink-Customer-acme-eu-west-1 -c customers=acme"),
                Arguments.of(
                        fine().prepared().zonesThere("git.acme.example"),
                        "withdraw its names (docs/operations.md, Rolling back)",
                        ""),
                Arguments.of(
                        fine().of(Databricks.INTEGRATION).endpoint("pendingAcceptance"),
                        "have the customer register vpce-0123456789abcdef0 in its Databricks account console",
                        ""),
                Arguments.of(
                        fine().of(Snowflake.INTEGRATION).endpoint("pendingAcceptance"),
                        "ask Snowflake's support to accept vpce-0123456789abcdef0; privatelink runbook has the text for the case",
                        ""),
                Arguments.of(
                        fine().endpoint("rejected"),
                        "ask the customer why, and to accept vpce-0123456789abcdef0 after all, with its own credentials;"
                                + " if AWS refuses that, Elementary adds a second connection",
                        "bin/privatelink provider accept --service-name"
                                + " com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef1"
                                + " --endpoint-id vpce-0123456789abcdef0"),
                Arguments.of(
                        fine().of(Snowflake.INTEGRATION).endpoint("rejected"),
                        "ask Snowflake's support why, and to accept vpce-0123456789abcdef0 after all;"
                                + " if AWS refuses that, Elementary adds a second connection",
                        ""),
                Arguments.of(
                        fine().endpoint("failed"),
                        "ServiceError: no room; " + move + "; if that fails too, open a case with AWS Support",
                        ""),
                Arguments.of(fine().endpoint("expired"), "it was not accepted in time; " + move, ""),
                Arguments.of(fine().endpoint(""), move, ""),
                Arguments.of(fine().endpoint("pending"), "wait until AWS has set the endpoint up", ""),
                Arguments.of(fine().endpoint("partial"), "EC2 says \"partial\"; wait, then check again", ""),
                Arguments.of(
                        fine().stack(CUSTOMER_STACK, "UPDATE_IN_PROGRESS"), "wait until CloudFormation is done", ""),
                Arguments.of(
                        fine().stack(CUSTOMER_STACK, "ROLLBACK_COMPLETE").withoutEndpoint(),
                        "its events say why; disable termination protection on the empty stack, then redeploy",
                        "aws cloudformation update-termination-protection --no-enable-termination-protection --region"
                                + " eu-west-1 --stack-name PrivateLink-Customer-acme-eu-west-1 --profile production"),
                Arguments.of(
                        fine().stack(CUSTOMER_STACK, "ROLLBACK_FAILED").withoutEndpoint(),
                        "some of it may exist; its events say what failed: fix that, delete the stack, then deploy"
                                + " (docs/operations.md, A first deployment that failed)",
                        "aws cloudformation describe-stack-events --region eu-west-1 --stack-name"
                                + " PrivateLink-Customer-acme-eu-west-1 --profile production"));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void every_turn_has_its_step(ConnectionSituation situation, String what, String command) {
        JsonNode next = json(report(situation)).path("next");

        assertThat(next.path("what").asString()).isEqualTo(what);
        assertThat(next.path("command").asString("")).isEqualTo(command);
    }

    @Test
    void an_empty_stack_loses_its_protection_before_it_is_deployed_again() {
        StatusReport failed =
                report(fine().stack(CUSTOMER_STACK, "ROLLBACK_COMPLETE").withoutEndpoint());
        String deploy = "npx cdk deploy PrivateLink-Customer-acme-eu-west-1 -c customers=acme";

        assertThat(json(failed).path("next").path("then").valueStream().map(JsonNode::asString))
                .containsExactly(deploy);
        assertThat(failed.lines(NOW, 120)).last().isEqualTo("    " + deploy);
    }

    @Test
    void programs_are_told_everything() {
        JsonNode connection = json(report(fine().called("vpce-9.example")));

        assertThat(connection.path("customer").asString()).isEqualTo("acme");
        assertThat(connection.path("connection").asString()).isEqualTo("acme/git");
        assertThat(connection.path("state").asString()).isEqualTo("available");
        assertThat(connection.path("broken").asBoolean()).isTrue();
        assertThat(connection.path("turn").asString()).isEqualTo("elementary");
        assertThat(connection.path("since").asString()).isEqualTo("2026-11-20T10:00:00Z");
        assertThat(connection.path("stacks").path(CUSTOMER_STACK).asString()).isEqualTo("CREATE_COMPLETE");
        assertThat(connection.path("findings").path(0).path("code").asString()).isEqualTo("dns-name-stale");
        assertThat(connection.has("next")).isFalse();
    }

    @Test
    void every_word_is_explained() throws IOException {
        String document = Files.readString(Path.of("docs/operations.md"));

        assertThat(Stream.concat(
                        Stream.of(ConnectionState.values()).map(ConnectionState::toString),
                        Checks.of(StatusCheck.class).map(Check::code)))
                .allSatisfy(word -> assertThat(document).contains("`%s`".formatted(word)));
    }

    private static JsonNode json(StatusReport report) {
        return JsonMapper.shared().readTree(report.json()).path("connections").path(0);
    }
}
