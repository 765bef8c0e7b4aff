package com.elementarydata.privatelink.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The archives of classes that programs start faster with: when one is made, and that none changes what is said. */
class ArchiveIT {

    private static final String MAIN = "com.elementarydata.privatelink.cli.Main";

    @TempDir
    private Path folder;

    private Path clone;
    private final Map<String, String> environment = new HashMap<>(Map.of("CI", ""));

    @BeforeEach
    void copy() throws Exception {
        assertThat(said(Path.of(""), "bin/build")).isEmpty();
        clone = Files.createDirectories(folder.resolve("a place/clone"));
        assertThat(said(Path.of(""), """
                cp -Rp bin stacks pom.xml "$1" && mkdir "$1/target"
                cp -p target/classpath target/privatelink-cdk-cli.jar "$1/target"
                ln -s "$PWD/target/libraries" "$1/target"
                """)).isEmpty();
    }

    private String said(Path from, String script) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", script, "bash", String.valueOf(clone))
                .directory(from.toAbsolutePath().toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private String started(String... words) throws IOException, InterruptedException {
        return said(clone, "bin/run-java %s".formatted(String.join(" ", words)));
    }

    /** A Java that says of each start whether it makes an archive, uses one, or neither. */
    private void giveJava(String version) throws IOException {
        Path home = folder.resolve("java");
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"%s\"\n".formatted(version));
        Path java = Files.writeString(home.resolve("bin/java"), """
                #!/bin/bash
                how=plain
                for word; do
                  case $word in
                    -XX:ArchiveClassesAtExit=* | -XX:AOTCacheOutput=*)
                      how=making
                      echo classes >"${word#*=}" ;;
                    -XX:SharedArchiveFile=* | -XX:AOTCache=*) how="with ${word%%=*}" ;;
                  esac
                done
                echo "$how" | tee -a "$STARTS"
                """);
        assertThat(java.toFile().setExecutable(true)).isTrue();
        environment.putAll(Map.of(
                "JAVA_HOME", home.toString(), "STARTS", folder.resolve("starts").toString()));
    }

    private List<String> starts() throws IOException {
        return Files.readAllLines(folder.resolve("starts"));
    }

    @ParameterizedTest
    @CsvSource({"17.0.15, with -XX:SharedArchiveFile", "25.0.3, with -XX:AOTCache"})
    void is_made_before_the_first_start_with_a_java_and_used_then(String version, String with) throws Exception {
        giveJava(version);

        assertThat(started(MAIN)).isEqualTo(with + "\n");
        assertThat(started(MAIN)).isEqualTo(with + "\n");
        assertThat(starts()).containsExactly("making", with, with);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "touch \"$1/target/privatelink-cdk-cli.jar\"",
                "echo 'JAVA_VERSION=\"17.0.16\"' >\"$JAVA_HOME/release\"",
                "of=$(ls \"$1\"/target/archives/*.of); sed -i s/clone/other/ \"$of\"; touch -r \"$1\"/target/*.jar \"$of\""
            })
    void is_made_again_for_another_jar_java_or_place(String change) throws Exception {
        giveJava("17.0.15");
        started(MAIN);

        said(folder, change);
        started(MAIN);

        assertThat(starts())
                .containsExactly("making", "with -XX:SharedArchiveFile", "making", "with -XX:SharedArchiveFile");
    }

    @Test
    void is_neither_made_nor_used_where_it_is_switched_off() throws Exception {
        giveJava("17.0.15");
        started(MAIN);
        environment.put("PRIVATELINK_ARCHIVE", "off");

        assertThat(started(MAIN)).isEqualTo("plain\n");
    }

    @Test
    void is_not_made_in_a_pipeline_nor_while_a_shell_completes_nor_for_other_programs() throws Exception {
        giveJava("17.0.15");

        assertThat(started("com.elementarydata.privatelink.cli.OfferedValues")).isEqualTo("plain\n");
        assertThat(started("Example.java", MAIN)).isEqualTo("plain\n");
        environment.put("CI", "true");
        assertThat(started(MAIN)).isEqualTo("plain\n");
    }

    @Test
    void is_not_tried_again_where_java_can_make_none() throws Exception {
        giveJava("17.0.15");
        said(folder, "sed -i 's/echo classes.*;;/;;/' java/bin/java");

        assertThat(started(MAIN)).isEqualTo("plain\n");
        assertThat(started(MAIN)).isEqualTo("plain\n");
        assertThat(starts()).containsExactly("making", "plain", "plain");
    }

    @Test
    void of_a_distribution_is_in_the_cache_of_the_user_if_there_is_one() throws Exception {
        giveJava("17.0.15");
        said(clone, "rm pom.xml && mv target lib && cp -R stacks lib/example");
        environment.putAll(Map.of("XDG_CACHE_HOME", "", "HOME", ""));
        assertThat(started(MAIN)).isEqualTo("plain\n");
        environment.put("HOME", "/dev/null");
        assertThat(started(MAIN)).isEqualTo("plain\n");

        environment.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        assertThat(started(MAIN)).isEqualTo("with -XX:SharedArchiveFile\n");
        try (Stream<Path> made = Files.list(folder.resolve("cache/privatelink-cdk/archives"))) {
            assertThat(made).hasSize(2);
        }
    }

    /** With a real Java, which may die of a file that it trusts. */
    @Test
    void changes_nothing_that_is_said_not_even_a_foreign_damaged_or_unfinished_one() throws Exception {
        String[] validate = {MAIN, "validate", "--stacks", "stacks"};
        environment.put("PRIVATELINK_ARCHIVE", "off");
        String plain = started(validate);
        environment.remove("PRIVATELINK_ARCHIVE");

        assertThat(plain).contains("0 problems");
        assertThat(started(validate)).isEqualTo(plain);
        assertThat(said(clone, "find target/archives -size +1000k | wc -l")).contains("1");
        for (String damage : List.of(
                "head -c 1000000 \"$a\" >half; cat half >\"$a\"",
                "head -c 100000 /dev/zero | dd of=\"$a\" conv=notrunc status=none",
                "echo foreign >\"$a\"; { echo 8; sed 1d \"$a.of\"; } >of; cat of >\"$a.of\"; touch -r target/*.jar \"$a.of\"",
                "rm \"$a\" && mkdir \"$a\"")) {
            said(clone, "chmod -R u+w target/archives; of=$(ls target/archives/*.of); a=${of%.of}; " + damage);
            assertThat(started(validate)).as(damage).isEqualTo(plain);
        }
    }
}
