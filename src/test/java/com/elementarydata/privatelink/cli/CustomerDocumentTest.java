package com.elementarydata.privatelink.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.template.ProviderTemplate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What customers are told to type works. */
class CustomerDocumentTest {

    private static List<String> commands(String program) throws IOException {
        return Pattern.compile("```\\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("docs/customer/README.md")))
                .results()
                .flatMap((MatchResult block) ->
                        block.group(1).replaceAll("\\\\\\n\\s*", "").lines())
                .filter(line -> line.startsWith(program))
                .toList();
    }

    /** Those that need AWS are run by CustomerDocumentIT. */
    @Test
    void every_command_of_ours_that_needs_no_aws_runs(@TempDir Path folder) throws IOException {
        List<String> all = commands("bin/privatelink ");
        List<String> commands = all.stream()
                .filter(command -> !command.contains("<service-name>"))
                .toList();
        assertThat(commands).hasSize(5);
        assertThat(all).hasSize(7);
        for (String command : commands) {
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            PrintStream out = new PrintStream(said, true, UTF_8);
            String[] arguments = command.replace("--output ", "--output " + folder + "/")
                    .replaceFirst("bin/privatelink ", "")
                    .split(" +", -1);

            assertThat(Main.run(out, out, arguments)).as(command + said).isZero();
        }
        assertThat(folder.resolve("elementary.template.yaml")).exists();
        assertThat(folder.resolve("modules/elementary/main.tf")).exists();
    }

    @Test
    void the_command_of_awss_own_gives_every_parameter_that_has_no_default() throws IOException {
        String command = commands("aws cloudformation create-stack").get(0);
        Map<String, String> given = new LinkedHashMap<>();
        Pattern.compile("ParameterKey=(\\w+),ParameterValue=(\"[^\"]*\"|[^\\s']*)")
                .matcher(command)
                .results()
                .forEach(found -> given.put(found.group(1), found.group(2).replace("\"", "")));
        JsonNode parameters = ProviderTemplate.json().get("Parameters");

        Stream<String> needed = parameters.properties().stream()
                .filter(parameter -> !parameter.getValue().has("Default"))
                .map(Map.Entry::getKey);
        assertThat(given.keySet()).containsAll(needed.toList());
        assertThat(given)
                .allSatisfy((name, value) -> assertThat(Stream.of(value.split(",", -1)))
                        .allMatch(item -> item.matches(
                                parameters.get(name).path("AllowedPattern").asString(".*"))));
    }
}
