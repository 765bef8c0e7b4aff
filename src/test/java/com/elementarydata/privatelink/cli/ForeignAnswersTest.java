package com.elementarydata.privatelink.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not AWS and answers in its place ends a verb with exit code 3 and one line, and is no finding. */
class ForeignAnswersTest {

    private static final String SIGN_IN =
            "; sign in to the network, check HTTPS_PROXY and its credentials, and AWS_ENDPOINT_URL if it is set";
    private static final String NETWORK =
            "; check the network and HTTPS_PROXY, and AWS_ENDPOINT_URL or a profile's endpoint_url if it is set";
    private static final String IDENTITY =
            "<GetCallerIdentityResponse><GetCallerIdentityResult>%s</GetCallerIdentityResult></GetCallerIdentityResponse>";
    private static final Map<String, String> CREDENTIALS =
            Map.of("aws.accessKeyId", "LOCALAWS743289191656", "aws.secretAccessKey", "local");

    private record Run(int exitCode, String out, String err) {}

    @BeforeEach
    void take() {
        CREDENTIALS.forEach(System::setProperty);
    }

    @AfterEach
    void leave() {
        CREDENTIALS.keySet().forEach(System::clearProperty);
        System.clearProperty("aws.endpointUrl");
    }

    private static Run run(String endpoint, String... arguments) {
        System.setProperty("aws.endpointUrl", endpoint);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = Main.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Stream.concat(Stream.of(arguments), Stream.of("--stacks", "stacks"))
                        .toArray(String[]::new));
        return new Run(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static Run run(UnaryOperator<String> answer, String... arguments) throws IOException {
        try (OddServer server = new OddServer(answer)) {
            return run(server.endpoint(), arguments);
        }
    }

    private static String answer(String status, String type, String body) {
        return "HTTP/1.1 %s\r\nContent-Type: %s\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(status, type, body.length(), body);
    }

    private static void assertOneLine(Run run, String words) {
        assertThat(run.err()).isEqualTo("bin/privatelink diagnose failed: %s%n".formatted(words));
        assertThat(run.out()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(ExitCode.AWS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 OK              | text/html | <html><body>Sign in</body></html> | 127.0.0.1 answered with a web page, as a captive portal or a proxy does",
                "200 OK              | text/xml  | <html><body>Sign in</body></html> | 127.0.0.1 answered with a web page, as a captive portal or a proxy does",
                "200 OK              | text/xml  | ''                                | 127.0.0.1 gave an empty answer",
                "200 OK              | text/xml  | <GetCallerIdentityResponse><Get   | 127.0.0.1 gave no answer to GetCallerIdentity",
                "200 OK              | text/xml  | <DescribeVpcsResponse/>           | 127.0.0.1 gave no answer to GetCallerIdentity",
                "200 OK              | text/xml  | <GetCallerIdentityResponse/>      | an answer in eu-central-1 lacks what AWS always says",
                "200 OK              | text/plain | hello                            | 127.0.0.1 gave no answer to GetCallerIdentity",
                "200 OK              | application/json | {\"message\": \"hello\"}   | 127.0.0.1 gave no answer to GetCallerIdentity",
                "200 OK              | text/xml  | <GetCallerIdentityResponse><Hello/></GetCallerIdentityResponse> | 127.0.0.1 answered something else than was asked",
                "302 Found           | text/plain | ''                               | 127.0.0.1 leads elsewhere (HTTP 302), as a captive portal does",
                "403 Forbidden       | text/html | <html>Blocked</html>              | AWS's address answered HTTP 403 without a word of AWS's, as a proxy does",
                "403 Forbidden       | text/plain | Blocked                          | AWS's address answered HTTP 403 without a word of AWS's, as a proxy does",
                "404 Not Found       | text/plain | ''                               | AWS's address answered HTTP 404 without a word of AWS's, as a proxy does",
                "407 Proxy           | text/plain | ''                               | a proxy before 127.0.0.1 wants credentials (HTTP 407)",
                "503 Unavailable     | text/html | <html>Busy</html>                 | AWS's address answered HTTP 503 without a word of AWS's, as a proxy does",
            })
    void an_answer_of_somebody_else_is_none(String status, String type, String body, String words) throws Exception {
        assertOneLine(run(asked -> answer(status, type, body), "diagnose", "acme"), words + SIGN_IN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<Arn>arn</Arn>", "<Account/>", "<Account>you</Account>"})
    void an_identity_without_an_account_is_none(String members) throws Exception {
        assertOneLine(
                run(asked -> answer("200 OK", "text/xml", IDENTITY.formatted(members)), "diagnose", "acme"),
                "an answer in eu-central-1 lacks what AWS always says" + SIGN_IN);
    }

    @Test
    void a_cut_answer_was_not_reached() throws Exception {
        Run run = run(
                asked -> "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: 900\r\n\r\n<Get",
                "diagnose",
                "acme");

        assertOneLine(run, "AWS could not be reached: the answer was cut after 4 of 900 bytes" + NETWORK);
    }

    @Test
    void a_server_that_hangs_up_was_not_reached() throws Exception {
        assertOneLine(
                run(asked -> "", "diagnose", "acme"),
                "AWS could not be reached: Unexpected end of file from server" + NETWORK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"diagnose acme", "status", "plan --live", "offboard acme", "runbook acme --live"})
    void silence_ends_by_itself(String verb) throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        UnaryOperator<String> silent = asked -> {
            try {
                never.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return "";
        };

        Run run = run(silent, (verb + " --timeout 1").split(" "));

        assertThat(run.err())
                .endsWith("failed: AWS did not answer in time; check the network and the proxy, or wait longer with"
                        + " --timeout\n");
        assertThat(run.exitCode()).isEqualTo(ExitCode.AWS);
    }

    @ParameterizedTest
    @CsvSource({
        "http://nowhere.invalid, no address was found for nowhere.invalid",
        "http://127.0.0.1:1, Connection refused",
    })
    void an_endpoint_that_nobody_serves_was_not_reached(String endpoint, String why) {
        assertOneLine(run(endpoint, "diagnose", "acme"), "AWS could not be reached: " + why + NETWORK);
    }

    @Test
    void what_answers_only_some_questions_leaves_the_others_unknown() throws Exception {
        UnaryOperator<String> portal = asked -> asked.contains("Action=GetCallerIdentity")
                ? answer("200 OK", "text/xml", IDENTITY.formatted("<Account>743289191656</Account>"))
                : answer("200 OK", "text/html", "<html/>");

        Run run = run(portal, "diagnose", "acme");

        assertThat(run.out())
                .contains("answered with a web page", "No broken link was found")
                .doesNotContain("Nothing is broken", "null", "java");
        assertThat(run.err()).startsWith("not every link could be judged");
        assertThat(run.exitCode()).isEqualTo(ExitCode.AWS);
    }
}
