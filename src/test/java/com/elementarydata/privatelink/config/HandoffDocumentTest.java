package com.elementarydata.privatelink.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.integration.GitHubEnterpriseServer;
import com.elementarydata.privatelink.model.Handoff;
import com.elementarydata.privatelink.model.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HandoffDocumentTest {

    private static final String DOCUMENT = """
            {"version": 1,
             "integration": "github-enterprise-server",
             "region": "eu-west-1",
             "awsAccountId": "111122223333",
             "serviceName": "com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0",
             "hostnames": ["git.acme.example"],
             "ports": [443],
             "availabilityZoneIds": ["euw1-az1", "euw1-az2"]}
            """;

    /** What an output holds once CloudFormation has resolved it. */
    private static String resolve(JsonNode value) {
        Map<String, String> references = Map.of("AWS::Region", "eu-west-1", "AWS::AccountId", "111122223333");
        if (value.isString()) {
            return value.asString();
        }
        if (value.has("Ref")) {
            return references.getOrDefault(value.get("Ref").asString(), "vpce-svc-0123456789abcdef0");
        }
        JsonNode join = value.get("Fn::Join");
        return join.get(1)
                .valueStream()
                .map(HandoffDocumentTest::resolve)
                .collect(Collectors.joining(join.get(0).asString()));
    }

    private static HandoffDocument read(String text) {
        return HandoffDocument.read("handoff.json", text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> problems(String text) {
        return read(text).problems().stream().map(Problem::toString).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"github-enterprise-server-on-instances", "database-by-ip", "behind-an-application-load-balancer"
            })
    void is_what_customer_endpoint_service_puts_out(String form) {
        JsonNode template = JsonMapper.builder()
                .build()
                .readTree(
                        Path.of("src/test/constructs", form + ".template.json").toFile());

        HandoffDocument document = read(resolve(template.at("/Outputs/Handoff/Value")));

        assertThat(document.problems()).isEmpty();
        assertThat(document.handoff().orElseThrow().awsAccountId()).hasToString("111122223333");
        assertThat(document.handoff().orElseThrow().address().serviceName())
                .hasToString("com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0");
    }

    @Test
    void has_everything_that_a_connection_needs() {
        Handoff handoff = read(DOCUMENT).handoff().orElseThrow();

        assertThat(handoff.integration()).isEqualTo(GitHubEnterpriseServer.INTEGRATION);
        assertThat(handoff.address().hostnames()).extracting(Object::toString).containsExactly("git.acme.example");
        assertThat(handoff.address().ports()).extracting(Object::toString).containsExactly("443");
        assertThat(handoff.availabilityZoneIds()).hasSize(2);
    }

    private static final String ONE_LINE = DOCUMENT.replaceAll("\\s+", "");
    private static final String ESCAPED = ONE_LINE.replace("\"", "\\\"");

    static Stream<String> whatPeopleHave() {
        return Stream.of(
                DOCUMENT,
                "\uFEFF" + DOCUMENT,
                "  \"%s\"\n".formatted(ESCAPED),
                "'%s'".formatted(ONE_LINE),
                DOCUMENT.replace('"', '\''),
                // aws cloudformation describe-stacks, and its output as text and as a table
                "[{\"OutputKey\":\"ServiceName\",\"OutputValue\":\"x\"},{\"OutputKey\":\"Handoff\",\"OutputValue\":\"%s\"}]"
                        .formatted(ESCAPED),
                "{\"Stacks\":[{\"StackName\":\"s\",\"Outputs\":[{\"OutputValue\":\"%s\"}]}]}".formatted(ESCAPED),
                "OUTPUTS\tHandoff\t%s\nOUTPUTS\tRegion\teu-west-1\n".formatted(ONE_LINE),
                "||  Handoff  |  %s  ||\n".formatted(ONE_LINE),
                // cdk deploy --outputs-file
                "{\"OrdersStack\":{\"ServiceName\":\"x\",\"Handoff\":\"%s\"}}".formatted(ESCAPED),
                // terraform output, -json and -raw
                "handoff = \"%s\"\nservice_name = \"x\"\n".formatted(ESCAPED),
                "elementary = {\n  \"handoff\" = \"%s\"\n}\n".formatted(ESCAPED),
                "{\"handoff\":{\"sensitive\":false,\"type\":\"string\",\"value\":\"%s\"}}".formatted(ESCAPED),
                "handoff = <<EOT\n%sEOT\n".formatted(DOCUMENT),
                // provider check --json
                "{\"findings\":[{\"code\":\"PV101\"}],\"handoff\":%s}".formatted(DOCUMENT),
                // a mail or a chat
                "Hi,\n\n```json\n%s```\n\nBest, {Ann}\n".formatted(DOCUMENT),
                DOCUMENT.replace("\"version\"", "\u201Cversion\u201D").replace("\"region\"", "\u201Eregion\u201C"),
                DOCUMENT.replace("\"", "&quot;"),
                DOCUMENT.replace(" ", "\u00A0"),
                "> " + DOCUMENT.replace("\n", "\n> ").replaceAll("> $", ""));
    }

    @ParameterizedTest
    @MethodSource("whatPeopleHave")
    void is_found_in_what_people_have_of_it(String text) {
        assertThat(problems(text)).isEmpty();
        assertThat(read(text).handoff().orElseThrow().hostnames()).hasToString("[git.acme.example]");
    }

    @Test
    void is_found_as_windows_powershell_saves_it() {
        byte[] saved = ("\uFEFF" + DOCUMENT).getBytes(StandardCharsets.UTF_16LE);

        assertThat(HandoffDocument.read("handoff.json", saved).problems()).isEmpty();
    }

    @Test
    void fails_at_its_place_in_what_people_have_of_it() {
        assertThat(problems("Hi!\n```\n" + DOCUMENT.replace("[443]", "[8443]")))
                .singleElement()
                .asString()
                .startsWith("handoff.json:9:12: PL209 port 8443 is an administrative port");
        assertThat(problems("{\"a\":\"%s\"}".formatted(ESCAPED.replace("[443]", "[8443]"))))
                .singleElement()
                .asString()
                .startsWith("handoff.json:1:6: PL209");
    }

    @Test
    void fails_where_there_is_none_or_more_than_one() {
        String other = ONE_LINE.replace("git.acme", "git.birch");

        assertThat(problems("[{\"OutputKey\":\"ServiceId\",\"OutputValue\":\"vpce-svc-1\"}]"))
                .containsExactly("handoff.json:1:1: PL102 there is no handoff document in it; give the value of the"
                        + " output Handoff, as describe-stacks or terraform output prints it");
        assertThat(problems("")).singleElement().asString().contains("there is no handoff document in it");
        assertThat(problems(ONE_LINE + "\n" + other))
                .containsExactly("handoff.json:2:1: PL102 a second handoff document begins here; give one of the two");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"version\": 1 | \"version\": 2 | handoff.json:1:13: PL116",
                "\"region\": | \"regoin\": | handoff.json:3:2: PL111 unknown key \"regoin\"; did you mean \"region\"?",
                "eu-west-1\", | us-east-1\", | handoff.json:5:17: PL208",
                "\"111122223333\" | 111122223333 | handoff.json:4:18: PL113",
                "[443] | [8443] | handoff.json:7:12: PL209 port 8443 is an administrative port",
                "euw1-az1 | use1-az1 | handoff.json:8:26: PL204 the zone \"use1-az1\" is not in eu-west-1",
                "git.acme | Git.acme | handoff.json:6:16: PL210",
                "github-enterprise-server | snowflake | handoff.json:2:17: PL114",
            })
    void fails_with_the_place_and_the_remedy(String right, String wrong, String problem) {
        assertThat(problems(DOCUMENT.replaceFirst(right.replace("[", "\\["), wrong)))
                .anySatisfy(line -> assertThat(line).startsWith(problem));
        assertThat(read(DOCUMENT.replaceFirst(right.replace("[", "\\["), wrong)).handoff())
                .isEmpty();
    }
}
