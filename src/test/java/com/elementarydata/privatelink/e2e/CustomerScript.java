package com.elementarydata.privatelink.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.demo.LocalAws;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.model.Verdict;
import com.elementarydata.privatelink.model.Words;
import com.elementarydata.privatelink.net.AccountId;
import com.elementarydata.privatelink.net.EndpointServiceName;
import com.elementarydata.privatelink.template.ProviderScript;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * {@code elementary-privatelink.sh} with the stand-in for the AWS CLI, as an account of a local AWS.
 *
 * @param aws the local AWS
 * @param account whose credentials it has
 * @param service the endpoint service
 */
record CustomerScript(LocalAws aws, AccountId account, EndpointServiceName service) {

    private static final Pattern FINDING = Pattern.compile("(?m)^(PV\\d+)  (\\w+) +[a-z -]+: (.*)$");

    /** What a run came to. */
    record Run(int exitCode, String out, String err) {

        /** Code, verdict and what was found. */
        List<String> findings() {
            return FINDING.matcher(out)
                    .results()
                    .map(found -> "%s %s %s".formatted(found.group(1), found.group(2), found.group(3)))
                    .toList();
        }
    }

    Run run(String command, List<String> options) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("script-");
        Path script = Files.writeString(folder.resolve(ProviderScript.FILE), ProviderScript.text());
        List<String> words =
                new ArrayList<>(List.of("sh", script.toString(), command, "--service-name", service.toString()));
        words.addAll(options);
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(words).redirectError(err.toFile());
        aws.lead(builder, account);
        String standIn = Path.of("local-aws/bin").toAbsolutePath().toString();
        builder.environment().merge("PATH", standIn, (path, first) -> first + File.pathSeparator + path);
        Process process = builder.start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), out, Files.readString(err));
    }

    /** Holds it to what a check here finds in the same world. */
    void finds(List<Finding> findings, List<Integer> ports) throws IOException, InterruptedException {
        String some = ports.stream().map(String::valueOf).collect(Collectors.joining(","));

        Run run = run("check", List.of("--port", some));

        assertThat(run.findings())
                .as(run.err())
                .containsExactlyElementsOf(findings.stream()
                        .map(finding ->
                                "%s %s %s".formatted(finding.code(), Words.of(finding.verdict()), finding.found()))
                        .toList());
        assertThat(run.exitCode())
                .isEqualTo(findings.stream().anyMatch(finding -> finding.verdict() == Verdict.FAILED) ? 1 : 0);
    }
}
