package com.elementarydata.privatelink;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.config.FleetFolder;
import com.elementarydata.privatelink.integration.Integration;
import com.elementarydata.privatelink.integration.Integrations;
import com.elementarydata.privatelink.integration.Key;
import com.elementarydata.privatelink.model.FleetFiles;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmeTest {

    private static List<String> blocks(String language) throws IOException {
        Pattern block = Pattern.compile("```%s\\n(.*?)```".formatted(language), Pattern.DOTALL);
        return block.matcher(Files.readString(Path.of("README.md")))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    @Test
    void shows_every_construct_in_under_fifteen_lines_of_java() throws IOException {
        assertThat(blocks("java")).allSatisfy(code -> assertThat(code.lines()).hasSizeLessThan(15));
        assertThat(String.join("", blocks("java")))
                .contains(
                        "CustomerEndpointService.Builder",
                        "RegionalPrivateLinkVpc.Builder",
                        "InterfaceEndpointForService.Builder",
                        "EndpointHostedZones.Builder");
    }

    @Test
    void shows_java_that_compiles(@TempDir Path classes) throws IOException {
        String body = String.join("", blocks("java"));
        String unit = """
                import com.elementarydata.privatelink.construct.*;
                import java.util.List;
                import software.amazon.awscdk.Stack;
                import software.amazon.awscdk.services.ec2.IVpc;
                import software.amazon.awscdk.services.elasticloadbalancingv2.targets.*;

                class Readme {
                    void show(Stack stack, IVpc vpc, IVpc productionVpc) {
                        %s
                    }
                }
                """.formatted(body);
        StringWriter messages = new StringWriter();
        boolean compiled = ToolProvider.getSystemJavaCompiler()
                .getTask(
                        messages,
                        null,
                        null,
                        List.of(
                                "-d",
                                classes.toString(),
                                "-classpath",
                                System.getProperty("java.class.path"),
                                "-proc:none"),
                        null,
                        List.of(source(unit)))
                .call();
        assertThat(compiled).as(messages.toString()).isTrue();
    }

    private static JavaFileObject source(String text) {
        return new SimpleJavaFileObject(URI.create("string:///Readme.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    @Test
    void shows_a_customers_file_that_is_right(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("customers"));
        Files.copy(Path.of("stacks/network.yaml"), folder.resolve("network.yaml"));
        Files.writeString(folder.resolve("customers/acme.yaml"), blocks("yaml").get(0));

        FleetFiles files = FleetFolder.read(folder);

        assertThat(files.problems()).isEmpty();
        assertThat(files.customers()).hasSize(1);
    }

    @Test
    void has_a_row_for_each_integration() throws IOException {
        Path readme = Path.of("README.md");
        String text = Files.readString(readme);
        Matcher table = Pattern.compile(
                        "(?<=\\| `integration` \\| Asked \\| Derived \\|\n\\| --- \\| --- \\| --- \\|\n)(\\|.*\n)+")
                .matcher(text);
        String rows = Integrations.ALL.stream().map(ReadmeTest::row).collect(Collectors.joining());

        assertThat(table.find()).isTrue();
        if (Boolean.getBoolean("golden.rewrite")) {
            Files.writeString(readme, table.replaceFirst(Matcher.quoteReplacement(rows)));
            return;
        }
        assertThat(table.group()).isEqualTo(rows);
    }

    private static String row(Integration integration) {
        String asked = integration.requiredKeys().stream()
                .map(key -> key.form() == Key.Form.PASTED
                        ? "`%s`: %s, pasted whole"
                                .formatted(
                                        key.name(),
                                        key.option().orElseThrow().meaning().replaceAll("SELECT \\S+", "`$0`"))
                        : "`%s`".formatted(key.name()))
                .collect(Collectors.joining(", "));
        return "| `%s` | %s | %s |\n".formatted(integration, asked, integration.derived());
    }

    @Test
    void speaks_only_of_files_that_exist() throws IOException {
        Stream<String> links = Pattern.compile("]\\((?!http)([^)]+)\\)")
                .matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(match -> match.group(1));
        assertThat(links.collect(Collectors.toSet()))
                .allSatisfy(link -> assertThat(Path.of(link)).exists());
    }
}
