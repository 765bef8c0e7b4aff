package com.elementarydata.privatelink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which folder of Terraform's plugins the gate takes. */
class PluginsTest {

    private Path root;
    private Path plugin;

    private record Said(String out, String err) {}

    /** Not below a folder that everybody can write to. */
    @BeforeEach
    void makeOne() throws IOException {
        Files.createDirectories(Path.of("target"));
        root = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "plugins")
                .toRealPath();
        plugin = Files.createDirectories(root.resolve("opt/tf-plugins/hashicorp"))
                .resolve("aws");
        Files.writeString(plugin, "#!");
        for (Path path = plugin; !path.equals(root); path = path.getParent()) {
            permit(path, "rwxr-xr-x");
        }
    }

    @AfterEach
    void deleteIt() throws IOException {
        MoreFiles.deleteRecursively(root, RecursiveDeleteOption.ALLOW_INSECURE);
    }

    private static void permit(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    private static Said said(Path root) throws IOException {
        ProcessBuilder program = new ProcessBuilder(".ci/plugins", root.toString());
        program.environment().remove("TERRAFORM_PLUGINS");
        Process process = program.start();
        return new Said(
                new String(process.getInputStream().readAllBytes(), UTF_8),
                new String(process.getErrorStream().readAllBytes(), UTF_8));
    }

    @Test
    void is_one_that_only_its_owner_can_change() throws IOException {
        Said said = said(root);
        Assumptions.assumeFalse(isProjectChangeable(said), "others can change the project, or what it is in");

        assertThat(said).isEqualTo(new Said(root.resolve("opt/tf-plugins") + "\n", ""));
    }

    private boolean isProjectChangeable(Said said) {
        String changeable =
                said.err().substring(said.err().lastIndexOf(' ') + 1).strip();
        return !changeable.isEmpty() && root.getParent().startsWith(Path.of(changeable));
    }

    @ParameterizedTest
    @ValueSource(strings = {"opt", "opt/tf-plugins", "opt/tf-plugins/hashicorp", "opt/tf-plugins/hashicorp/aws"})
    void is_none_in_which_others_can_change_anything(String place) throws IOException {
        for (String permissions : new String[] {"rwxrwxr-x", "rwxr-xrwx"}) {
            permit(root.resolve(place), permissions);

            Said said = said(root);

            assertThat(said.out()).isEmpty();
            assertThat(said.err())
                    .startsWith("ignored %s, since others than this user and root can change "
                            .formatted(root.resolve("opt/tf-plugins")))
                    .hasLineCount(1);
        }
    }

    @Test
    void is_none_below_the_folder_of_temporary_files(@TempDir Path temporary) throws IOException {
        Path shared = Files.createDirectory(temporary.resolve("tmp"));
        permit(shared, "rwxrwxrwx");
        permit(Files.createDirectory(shared.resolve("tf-plugins")), "rwxr-xr-x");

        assertThat(said(temporary).out()).isEmpty();
    }
}
