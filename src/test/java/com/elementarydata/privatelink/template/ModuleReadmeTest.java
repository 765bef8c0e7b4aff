package com.elementarydata.privatelink.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is beside the module's code; {@code -Dgolden.rewrite=true} writes the README's tables anew. */
class ModuleReadmeTest {

    private static final Path MODULE = Path.of("src/main/resources/com/elementarydata/privatelink/template/terraform");

    private static Map<String, String> filesOfTheFolder() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(MODULE).filter(Files::isRegularFile)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                files.put(MODULE.relativize(path).toString().replace('\\', '/'), Files.readString(path));
            }
        }
        return files;
    }

    @Test
    void the_readme_lists_the_inputs_and_outputs_that_there_are() throws IOException {
        Path readme = MODULE.resolve("README.md");
        String expected = new ModuleReadme(filesOfTheFolder()).text();
        if (Boolean.getBoolean("golden.rewrite")) {
            Files.writeString(readme, expected);
        }

        assertThat(readme).content().isEqualTo(expected);
        assertThat(expected).contains("| hostnames | The names", "| handoff | All that", "| aws | >= 5.100, < 7.0 |");
    }

    @Test
    void every_file_of_the_folder_is_handed_out_in_alphabetical_order() throws IOException {
        assertThat(TerraformModule.files().keySet())
                .containsExactlyElementsOf(filesOfTheFolder().keySet());
    }

    @Test
    void the_licence_is_that_of_the_project() {
        assertThat(Path.of("LICENSE"))
                .content()
                .isEqualTo(TerraformModule.files().get("LICENSE"));
    }
}
