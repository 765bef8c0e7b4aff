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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code README.md}, and the documents that begin where it ends. */
class ReadmeTest {

    private static final Path README = Path.of("README.md");
    private static final Path CONSTRUCTS = Path.of("docs/constructs.md");
    private static final Path FILES = Path.of("docs/fleet-files.md");

    private static List<String> blocks(Path document, String language) throws IOException {
        Pattern block = Pattern.compile("```%s\\n(.*?)```".formatted(language), Pattern.DOTALL);
        return block.matcher(Files.readString(document))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    static Stream<Path> documents() throws IOException {
        try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
            List<Path> written = docs.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
            return Stream.concat(Stream.of(README, Path.of("CONTRIBUTING.md")), written.stream());
        }
    }

    @Test
    void shows_every_construct_in_under_fifteen_lines_of_java() throws IOException {
        List<String> blocks = blocks(CONSTRUCTS, "java");
        assertThat(blocks).allSatisfy(code -> assertThat(code.lines()).hasSizeLessThan(15));
        assertThat(String.join("", blocks))
                .contains(
                        "CustomerEndpointService.Builder",
                        "RegionalPrivateLinkVpc.Builder",
                        "InterfaceEndpointForService.Builder",
                        "EndpointHostedZones.Builder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/constructs.md"})
    void shows_java_that_compiles(String document, @TempDir Path classes) throws IOException {
        String body = String.join("", blocks(Path.of(document), "java"));
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

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/fleet-files.md"})
    void shows_a_customers_file_that_is_right(String document, @TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("customers"));
        Files.copy(Path.of("stacks/network.yaml"), folder.resolve("network.yaml"));
        Files.writeString(
                folder.resolve("customers/acme.yaml"),
                blocks(Path.of(document), "yaml").get(0));

        FleetFiles files = FleetFolder.read(folder);

        assertThat(files.problems()).isEmpty();
        assertThat(files.customers()).hasSize(1);
    }

    @Test
    void has_a_row_for_each_integration() throws IOException {
        String text = Files.readString(FILES);
        Matcher table = Pattern.compile(
                        "(?<=\\| `integration` \\| Asked \\| Derived \\|\n\\| --- \\| --- \\| --- \\|\n)(\\|.*\n)+")
                .matcher(text);
        String rows = Integrations.ALL.stream().map(ReadmeTest::row).collect(Collectors.joining());

        assertThat(table.find()).isTrue();
        if (Boolean.getBoolean("golden.rewrite")) {
            Files.writeString(FILES, table.replaceFirst(Matcher.quoteReplacement(rows)));
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

    @ParameterizedTest
    @MethodSource("documents")
    void speaks_only_of_files_that_exist(Path document) throws IOException {
        Stream<String> links = Pattern.compile("]\\((?!http)([^)]+)\\)")
                .matcher(Files.readString(document))
                .results()
                .map(match -> match.group(1));
        assertThat(links.collect(Collectors.toSet()))
                .allSatisfy(link -> assertThat(document.resolveSibling(link.replaceFirst("(?<=.)#.*", "")))
                        .exists());
    }

    /** Every page of {@code docs} is reached from the front page, if only by way of another. */
    @Test
    void leads_to_every_document() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path document : documents().toList()) {
            all.append(Files.readString(document));
        }
        Path docs = Path.of("docs");
        assertThat(documents().filter(document -> document.startsWith(docs)))
                .allSatisfy(document -> assertThat(all).contains(docs.relativize(document) + ")"));
    }
}
