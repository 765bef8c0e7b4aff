package com.elementarydata.privatelink.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Taking assemblies apart, and putting them together again. */
class MadeAssemblyTest {

    private static final String MANIFEST = """
            {
              "version": "54.0.0",
              "artifacts": {
                "Shared.assets": {
                  "type": "cdk:asset-manifest",
                  "properties": {}
                },
                "Shared": {
                  "type": "aws:cloudformation:stack",
                  "dependencies": []
                },
                "Acme": {
                  "type": "aws:cloudformation:stack",
                  "dependencies": [
                    "Shared"
                  ]
                },
                "Birch-1": {
                  "type": "aws:cloudformation:stack",
                  "displayName": "größer \\" \\n"
                },
                "Birch-2": {
                  "type": "aws:cloudformation:stack"
                },
                "feature-flag-report": {
                  "type": "cdk:feature-flag-report",
                  "number": 1.5
                }
              },
              "minimumCliVersion": "2.1143.0"
            }""".stripIndent();

    @TempDir
    private Path temporary;

    private Path made;
    private Path output;

    @BeforeEach
    void write_an_assembly() throws IOException {
        made = Files.createDirectory(temporary.resolve("made"));
        output = temporary.resolve("cdk.out");
        write("manifest.json", MANIFEST);
        write("cdk.out", "{\"version\":\"54.0.0\"}");
        write(".gitignore", "*\n");
        write("validation-report.json", "{\"pluginReports\": []}");
        for (String stack : List.of("Shared", "Acme", "Birch-1", "Birch-2")) {
            write(stack + ".template.json", "{\"of\": \"" + stack + "\"}");
            write(stack + ".metadata.json", "{}");
        }
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(made.resolve(name), text);
    }

    private static Map<String, String> files(Path directory) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(directory)) {
            for (Path file : all.toList()) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return files;
    }

    private MadeAssembly assembly() throws IOException {
        return MadeAssembly.in(made);
    }

    private AssemblyPart shared() throws IOException {
        return assembly().shared(Set.of("Acme", "Birch-1", "Birch-2"), "about shared\n");
    }

    @Test
    void its_parts_make_the_same_again_to_the_byte() throws IOException {
        AssemblyWriter writer = new AssemblyWriter(output);
        writer.add(shared());
        writer.add(assembly().part(List.of("Acme"), ""));
        writer.add(assembly().part(List.of("Birch-1", "Birch-2"), "about birch\n"));

        assertThat(writer.end()).isEqualTo("about shared\nabout birch\n");
        assertThat(files(output)).isEqualTo(files(made));
        assertThat(assembly().canBeKept()).isTrue();
    }

    @Test
    void without_a_customer_nothing_of_it_is_left() throws IOException {
        AssemblyWriter writer = new AssemblyWriter(output);
        writer.add(shared());
        writer.add(assembly().part(List.of("Birch-1", "Birch-2"), ""));
        writer.end();

        assertThat(files(output).keySet()).noneMatch(name -> name.startsWith("Acme"));
        assertThat(files(output).get("manifest.json"))
                .isEqualTo(MANIFEST.replaceFirst("(?s)    \"Acme\".*?    },\n", ""));
    }

    @Test
    void what_validation_found_is_of_this_run_alone() throws IOException {
        write("validation-report.json", "{\"pluginReports\": [{\"pluginName\": \"x\"}]}");
        assertThat(assembly().canBeKept()).isFalse();

        Files.delete(made.resolve("validation-report.json"));
        assertThat(assembly().canBeKept()).isTrue();
    }

    @Test
    void a_manifest_that_is_written_in_another_way_is_not_kept() throws IOException {
        write("manifest.json", MANIFEST.replace("  ", " "));

        assertThat(assembly().canBeKept()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside", "/outside", "nested/file", "..", "."})
    void nothing_is_written_outside_of_the_assembly(String name) throws IOException {
        AssemblyWriter writer = new AssemblyWriter(output);

        assertThatThrownBy(() -> writer.add(new AssemblyPart("", Map.of(), Map.of(name, ""))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is no file of an assembly");
        assertThat(temporary.resolve("outside")).doesNotExist();
    }
}
