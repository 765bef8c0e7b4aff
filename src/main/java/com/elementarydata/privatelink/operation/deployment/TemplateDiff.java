package com.elementarydata.privatelink.operation.deployment;

import com.elementarydata.privatelink.command.Program;
import com.elementarydata.privatelink.model.Json;
import com.elementarydata.privatelink.model.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * CDK's own comparison of templates, the one of {@code cdk diff}, which knows for each property of each type whether a change
 * of it replaces the resource. It is JavaScript, and pinned where the CDK CLI is.
 *
 * @param project the folder of {@code cdk.json}, in whose {@code node_modules} it is
 */
public record TemplateDiff(Path project) {

    private static final String PACKAGE = "@aws-cdk/cloudformation-diff";
    private static final String SCRIPT = "template-diff.js";
    private static final Pattern ERROR = Pattern.compile("[A-Za-z]*Error\\b");

    /**
     * What a deployment changes in each of some stacks, compared by one process; none is started for no stacks.
     *
     * @param templates by the names of stacks
     */
    SortedMap<String, StackChanges> of(SortedMap<String, TemplatePair> templates) throws InterruptedException {
        if (templates.isEmpty()) {
            return new TreeMap<>();
        }
        try {
            return JsonMapper.shared().readValue(answer(Json.line(templates)), new TypeReference<>() {});
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private String answer(String question) throws IOException, InterruptedException {
        Path said = Files.createTempFile("privatelink-diff-", ".log");
        try {
            Process node = new ProcessBuilder(List.of("node", "--input-type=commonjs", "--eval", script()))
                    .directory(project.toAbsolutePath().toFile())
                    .redirectError(said.toFile())
                    .start();
            try (OutputStream input = node.getOutputStream()) {
                input.write(question.getBytes(StandardCharsets.UTF_8));
            } catch (IOException ended) {
                // why it did not read everything is in what it said
            }
            String answer = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (node.waitFor() != 0) {
                throw refusal(Files.readString(said));
            }
            return answer;
        } finally {
            Files.delete(said);
        }
    }

    private Refusal refusal(String said) {
        if (said.contains("Cannot find module '%s'".formatted(PACKAGE))) {
            return Refusal.of("nothing was compared: %s does not pin %s; type %s init --upgrade there, and npm ci"
                    .formatted(project.resolve("package-lock.json"), PACKAGE, Program.name()));
        }
        String why = said.lines()
                .filter(line -> ERROR.matcher(line).lookingAt())
                .findFirst()
                .orElse("it does not say why");
        return Refusal.of("nothing was compared: %s failed: %s".formatted(PACKAGE, why));
    }

    private static String script() throws IOException {
        try (InputStream script = Objects.requireNonNull(TemplateDiff.class.getResourceAsStream(SCRIPT), SCRIPT)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
