package com.elementarydata.privatelink.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.elementarydata.privatelink.FleetCopy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code bin/privatelink} in the shells and places that people start it from. */
class LauncherIT {

    private static final Path PROJECT = Path.of("").toAbsolutePath();

    @TempDir
    private Path folder;

    private record Run(int exitCode, String said) {}

    private Run run(Path from, Map<String, String> environment, String script, String... words)
            throws IOException, InterruptedException {
        List<String> command = Stream.concat(Stream.of("bash", "-c", script, "bash"), Arrays.stream(words))
                .toList();
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(from.toFile()).redirectErrorStream(true);
        environment.forEach((name, value) -> {
            if (value.isEmpty()) {
                builder.environment().remove(name);
            } else {
                builder.environment().put(name, value);
            }
        });
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), said);
    }

    private static void assertFine(Run run) {
        assertThat(run.exitCode()).as(run.said()).isZero();
        assertThat(run.said()).contains("0 problems");
    }

    @BeforeEach
    void build() throws IOException, InterruptedException {
        assertThat(run(PROJECT, Map.of(), "bin/build").exitCode()).isZero();
    }

    /** In a clone whose sources are newer than what was built: a build at the tab key would take a minute. */
    @Test
    void completes_values_in_a_shell_and_builds_nothing_for_it() throws Exception {
        Run run = run(PROJECT, Map.of("PLACE", folder.toString()), """
                cp -R bin stacks pom.xml "$PLACE" && mkdir "$PLACE/target"
                ln -s "$PWD"/target/{classpath,libraries,privatelink-cdk-cli.jar} "$PLACE/target"
                source <(bin/privatelink completion)
                compopt() { :; }
                cd "$PLACE"
                COMP_WORDS=(bin/privatelink diagnose acme/w) COMP_CWORD=2
                _complete_privatelink
                echo "${COMPREPLY[*]}"
                ls target
                """);

        assertThat(run).isEqualTo(new Run(0, "acme/warehouse\nclasspath\nlibraries\nprivatelink-cdk-cli.jar\n"));
    }

    @Test
    void works_where_a_search_path_of_cd_leads_elsewhere() throws Exception {
        Files.createDirectories(folder.resolve("bin"));

        assertFine(run(PROJECT, Map.of("CDPATH", folder + ":."), "bin/privatelink validate"));
    }

    @Test
    void works_through_links_to_it() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("privatelink"), PROJECT.resolve("bin/privatelink"));
        Files.createSymbolicLink(folder.resolve("again"), link.getFileName());

        assertFine(run(
                folder,
                Map.of(),
                "./again validate --stacks \"$1\"",
                PROJECT.resolve("stacks").toString()));
    }

    @Test
    void works_on_the_fleet_that_the_user_is_in_and_never_on_the_example_by_surprise() throws Exception {
        Path fleet = folder.resolve("mine/fleet");
        FleetCopy.copy(Path.of("stacks"), fleet);
        Path link = Files.createSymbolicLink(folder.resolve("privatelink"), PROJECT.resolve("bin/privatelink"));
        String validate = "\"$1\" validate";

        for (Path here : List.of(fleet, fleet.resolve("customers"))) {
            Run run = run(here, Map.of(), validate, link.toString());
            assertFine(run);
            assertThat(run.said()).startsWith("fleet folder: %s\n".formatted(fleet.toRealPath()));
        }
        // a temporary folder may be below this project
        Path nowhere = Path.of("/");
        Run refused = run(nowhere, Map.of(), validate, link.toString());
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.said())
                .isEqualTo(
                        "no fleet: neither network.yaml nor stacks/network.yaml is in / or above; name the fleet folder"
                                + " with --stacks or PRIVATELINK_STACKS, or begin one: %s init DIR\n"
                                        .formatted(PROJECT.resolve("bin/privatelink")));
        assertFine(run(nowhere, Map.of("PRIVATELINK_STACKS", fleet.toString()), validate, link.toString()));
    }

    @Test
    void works_without_a_home_and_without_a_locale() throws Exception {
        assertFine(
                run(PROJECT, Map.of("HOME", "", "LANG", "", "LC_ALL", "", "LC_CTYPE", ""), "bin/privatelink validate"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"with space", "it's", "\"quoted\"", "füür", "東京", "a:b", "new\nline", "$(exit 1)", "-n"})
    void works_in_a_folder_of_any_name(String name) throws Exception {
        Path place = Files.createDirectories(folder.resolve(name).resolve("clone"));
        Run copied = run(
                PROJECT,
                Map.of(),
                "cp -Rp bin pom.xml cdk.json package.json package-lock.json cdk.out.gitignore docs stacks \"$1\" && mkdir -p \"$1/src\" \"$1/target\""
                        + " && cp -Rp src/main \"$1/src\""
                        + " && cp -p target/.built target/classpath target/privatelink-cdk-cli.jar \"$1/target\""
                        + " && ln -s \"$PWD/target/libraries\" \"$1/target\"",
                place.toString());
        assertThat(copied.exitCode()).as(copied.said()).isZero();

        assertFine(run(place, Map.of("LANG", "", "LC_ALL", "C", "LC_CTYPE", ""), "bin/privatelink validate"));
        assertFine(run(
                folder,
                Map.of("LC_ALL", "POSIX"),
                "\"$1\" validate --stacks \"$2\"",
                place + "/bin/privatelink",
                place + "/stacks"));
    }

    @Test
    void builds_again_where_a_library_is_gone() throws Exception {
        Path place = Files.createDirectories(folder.resolve("clone/target"));
        Files.createFile(place.resolve(".built"));
        Files.writeString(place.resolve("classpath"), folder.resolve("gone.jar").toString());
        Files.createDirectories(folder.resolve("clone/bin"));
        for (String part : List.of("build", "utf-8")) {
            Files.copy(
                    PROJECT.resolve("bin").resolve(part),
                    folder.resolve("clone/bin").resolve(part));
        }
        Files.createDirectories(folder.resolve("path"));
        Path mvn = Files.writeString(folder.resolve("path/mvn"), "#!/bin/sh\necho built here\n");
        assertThat(mvn.toFile().setExecutable(true)).isTrue();

        Run run = run(
                folder.resolve("clone"),
                Map.of("PATH", folder.resolve("path") + ":" + System.getenv("PATH")),
                "mkdir -p src/main stacks docs; touch pom.xml cdk.json package.json package-lock.json cdk.out.gitignore stacks/a.schema.json docs/problems.md; touch target/.built; bin/build");

        assertThat(run.said()).contains("built here");
    }

    /** Where the tests run as root, who may write anywhere. */
    @Test
    void works_for_a_user_who_may_only_read_it_and_says_when_it_has_to_be_built() throws Exception {
        assumeThat(run(folder, Map.of(), "su nobody -s /bin/sh -c true").exitCode())
                .isZero();
        Path place = Files.createDirectories(folder.resolve("clone"));
        Run copied = run(
                PROJECT,
                Map.of(),
                "cp -Rp bin pom.xml cdk.json package.json package-lock.json cdk.out.gitignore docs stacks \"$1\" && mkdir -p \"$1/src\" \"$1/target\""
                        + " && cp -Rp src/main \"$1/src\""
                        + " && cp -Rpl target/.built target/classpath target/privatelink-cdk-cli.jar target/libraries"
                        + " \"$1/target\" && chmod -R a+rX,a-w \"$1\" && chmod a+x \"$2\"",
                place.toString(),
                folder.toString());
        assertThat(copied.exitCode()).as(copied.said()).isZero();
        String asNobody = "su nobody -s /bin/bash -c \"'$1/bin/privatelink' validate --stacks '$1/stacks'\"";

        assertFine(run(Path.of("/"), Map.of("HOME", ""), asNobody, place.toString()));

        Run older = run(
                Path.of("/"),
                Map.of("HOME", ""),
                "chmod u+w \"$1/pom.xml\"; touch -d '+1 minute' \"$1/pom.xml\"; " + asNobody,
                place.toString());
        assertThat(older.exitCode()).isEqualTo(1);
        assertThat(older.said())
                .isEqualTo(
                        "%s is not built, or older than its sources, and this user may not write there; have its owner"
                                        .formatted(place.toRealPath())
                                + " run bin/build\n");
    }
}
