package com.elementarydata.privatelink.operation.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.config.HandoffDraft;
import com.elementarydata.privatelink.integration.Integrations;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.model.Json;
import com.elementarydata.privatelink.model.Words;
import com.elementarydata.privatelink.net.EndpointServiceName;
import com.elementarydata.privatelink.observed.ProviderFacts;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The customers' script judges as the code here does, in each shell that is there, without an AWS. */
@Tag("slow")
class ProviderScriptTest {

    private static final Path SCRIPT =
            Path.of("src/main/resources/com/elementarydata/privatelink/template/elementary-privatelink.sh");
    private static final String SERVICE = "com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0";
    private static final String NO_PORT = "there is nothing to hand off: none of the ports has a TCP listener\n";
    private static final List<List<String>> SHELLS = Stream.of(
                    List.of("sh"), List.of("dash"), List.of("bash"), List.of("busybox", "sh"))
            .filter(shell -> Stream.of(
                            System.getenv().getOrDefault("PATH", "/bin").split(File.pathSeparator, -1))
                    .anyMatch(folder -> Files.isExecutable(Path.of(folder, shell.get(0)))))
            .toList();

    @TempDir
    private Path folder;

    private record Run(int exitCode, String out, String err) {}

    private Run run(List<String> shell, String... words) throws IOException, InterruptedException {
        List<String> command = Stream.of(shell.stream(), Stream.of(SCRIPT.toString()), Stream.of(words))
                .flatMap(some -> some)
                .toList();
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile());
        builder.environment().merge("PATH", folder.toString(), (path, first) -> first + File.pathSeparator + path);
        Process process = builder.start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), out, Files.readString(err));
    }

    static Stream<ProviderFacts> broken() {
        return ProviderDiagnosisTest.broken().map(Arguments::get).map(of -> (ProviderFacts) of[0]);
    }

    static Stream<ProviderFacts> random() {
        return IntStream.range(0, 40).mapToObj(RandomProvider::of);
    }

    static Stream<ProviderFacts> all() {
        return Stream.concat(broken(), random());
    }

    @ParameterizedTest
    @MethodSource("all")
    void finds_what_a_check_finds_and_hands_off_the_same(ProviderFacts facts) throws IOException, InterruptedException {
        List<Integer> ports = List.of(443, 8443);
        List<Finding> findings = ProviderDiagnosis.of(facts, ports);
        CannedAws.write(facts, folder);
        List<String> shell = SHELLS.get(Math.floorMod(facts.hashCode(), SHELLS.size()));

        Run check = run(shell, "check", "--service-name", SERVICE, "--port", "8443,443");

        assertThat(check.out()).as(check.err()).isEqualTo(expected(findings));
        assertThat(check.exitCode()).isEqualTo(findings.stream().anyMatch(Finding::isBlamed) ? 1 : 0);
        String[] handoff = {
            "handoff",
            "--service-name",
            SERVICE,
            "--port",
            "443",
            "--port",
            "8443",
            "--integration",
            "service",
            "--hostname",
            "git.acme.example",
            "--hostname",
            "*.git.acme.example"
        };
        assertThat(run(shell, handoff))
                .isEqualTo(document(facts, ports)
                        .map(document -> new Run(0, document + "\n", ""))
                        .orElse(new Run(1, "", NO_PORT)));
    }

    private static Optional<String> document(ProviderFacts facts, List<Integer> ports) {
        return new HandoffDraft(
                        facts,
                        EndpointServiceName.parse(SERVICE),
                        Integrations.of("service").orElseThrow(),
                        List.of("git.acme.example", "*.git.acme.example"),
                        ports)
                .document()
                .map(Json::line);
    }

    private static String expected(List<Finding> findings) {
        return findings.stream()
                .map(finding -> "%s  %-7s  %s: %s%n%s"
                        .formatted(
                                finding.code(),
                                Words.of(finding.verdict()),
                                finding.title(),
                                finding.found(),
                                finding.remedy().isEmpty()
                                        ? ""
                                        : "                -> %s%n".formatted(whatToDo(finding))))
                .collect(Collectors.joining());
    }

    private static String whatToDo(Finding finding) {
        String commands = String.join("; ", finding.commands()).replace("bin/privatelink provider", "sh " + SCRIPT);
        return finding.commands().isEmpty() ? finding.remedy() : "%s: %s".formatted(finding.remedy(), commands);
    }

    @Test
    void is_judged_by_several_shells() {
        assertThat(SHELLS).hasSizeGreaterThan(1);
    }

    @Test
    void can_be_read_before_it_is_run() {
        assertThat(SCRIPT)
                .content()
                .satisfies(text -> assertThat(text.lines().count()).isLessThan(400));
    }

    @ParameterizedTest
    @CsvSource({
        "remove, usage",
        "check --service-name vpce-svc-0123456789abcdef0, --service-name: give the whole name",
        "check --service-name SERVICE --hostname git.acme.example, check knows no \"--hostname\"",
        "check --service-name SERVICE --integration snowflake, --integration: \"snowflake\" is not known",
        "check --service-name SERVICE --port 70000, --port: give numbers from 1 to 65535",
        "check --service-name SERVICE --port 0443, --port: give numbers from 1 to 65535",
        "check --service-name SERVICE --integration github-enterprise-server --port 8443, --port: port 8443 is never",
        "handoff --service-name SERVICE --integration service, give --integration and --hostname",
        "handoff --service-name SERVICE --integration service --hostname https://a.example, \"https://a.example\" is not",
        "handoff --service-name SERVICE --integration service --hostname GIT.acme.example, --hostname: give names",
        "accept --service-name SERVICE --port 443, accept knows no \"--port\"",
    })
    void fails_for_what_cannot_be_meant(String words, String reason) throws IOException, InterruptedException {
        CannedAws.write(RandomProvider.of(1), folder);

        Run run = run(List.of("sh"), words.replace("SERVICE", SERVICE).split(" ", -1));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(reason);
    }

    @Test
    void fails_where_aws_refuses_or_does_not_know_the_service() throws IOException, InterruptedException {
        answer("*) echo UnauthorizedOperation >&2; exit 254 ;;");
        assertThat(run(List.of("sh"), "check", "--service-name", SERVICE))
                .isEqualTo(new Run(3, "", "UnauthorizedOperation\ncheck: AWS refused, or could not be reached\n"));

        answer("*describe-vpc-endpoint-service-configurations* | *describe-availability-zones*) ;;");
        assertThat(run(List.of("sh"), "check", "--service-name", SERVICE))
                .isEqualTo(new Run(
                        1, "", SERVICE + " is not in this account; use the credentials of the account that owns it\n"));
    }

    @Test
    void fails_where_aws_accepts_no_endpoint_that_was_rejected() throws IOException, InterruptedException {
        String rejected = "*describe-vpc-endpoint-connections*)"
                + " printf 'connection\\tvpce-1\\t743289191656\\trejected\\n' ;; ";
        String[] words = {"accept", "--service-name", SERVICE, "--endpoint-id", "vpce-1", "--after-rejection"};

        answer(rejected + "*) echo '(IncorrectState) it was rejected' >&2; exit 254 ;;");
        Run refused = run(List.of("sh"), words);
        answer(rejected + "*) printf 'unsuccessful\\tit was rejected\\n' ;;");
        Run unsuccessful = run(List.of("sh"), words);

        assertThat(List.of(refused, unsuccessful)).allSatisfy(run -> {
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.out()).isEqualTo("accepting: vpce-1 of account 743289191656, rejected\n");
            assertThat(run.err())
                    .startsWith("AWS did not accept vpce-1 of vpce-svc-0123456789abcdef0: ")
                    .endsWith("it was rejected; Elementary adds a second connection\n");
        });
    }

    private void answer(String cases) throws IOException {
        Path program =
                Files.writeString(folder.resolve("aws"), "#!/bin/sh%ncase \"$*\" in%n%s%nesac%n".formatted(cases));
        assertThat(program.toFile().setExecutable(true)).isTrue();
    }
}
