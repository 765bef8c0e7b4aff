package com.elementarydata.privatelink.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.FleetCopy;
import com.elementarydata.privatelink.net.Region;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What shells offer, asked in real ones; {@code LauncherIT} says what {@code bin/privatelink} does of it. */
class CompletionTest {

    private static final int LONGEST_SECONDS = 120;

    @TempDir
    private Path folder;

    private Path fleet;

    @BeforeEach
    void print_the_script_beside_a_fleet_and_a_program() throws IOException {
        fleet = FleetCopy.in(Files.createDirectory(folder.resolve("repository")))
                .folder();
        Files.writeString(folder.resolve("script"), VerbRun.of("completion").out());
        Path program = Files.createDirectory(folder.resolve("bin")).resolve("privatelink");
        Files.writeString(program, """
                        #!/bin/sh
                        echo "$1" >>'%s'
                        [ "$1" = complete-values ] && shift && exec '%s' -XX:TieredStopAtLevel=1 -cp '%s' %s "$@"
                        """.formatted(
                        folder.resolve("asked"),
                        Path.of(System.getProperty("java.home"), "bin", "java"),
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        OfferedValues.class.getName()));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static String run(List<String> command, Path directory) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();
        return said;
    }

    /** What bash offers for the last word of a line. */
    private List<String> offered(String line) throws IOException, InterruptedException {
        String ask = """
                source '%s/script'
                # only at a prompt
                compopt() { :; }
                COMP_LINE=$0 COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
                _complete_privatelink
                printf '%%s\\n' "${COMPREPLY[@]}"
                """.formatted(folder);
        List<String> command = new ArrayList<>(List.of("bash", "-c", ask, line));
        command.addAll(List.of(
                line.replace("PROGRAM", folder.resolve("bin/privatelink").toString())
                        .split(" ", -1)));
        return run(command, Objects.requireNonNull(fleet.getParent()))
                .lines()
                .filter(offer -> !offer.isEmpty())
                .toList();
    }

    private boolean hasAsked() {
        return Files.exists(folder.resolve("asked"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PROGRAM plan b | birch",
                "PROGRAM plan acme bi | birch",
                "PROGRAM status --watch f | fir",
                "PROGRAM runbook --live el | elm-energy",
                "PROGRAM add snowflake d | dogwood",
                "PROGRAM diagnose acme/w | acme/warehouse",
                "PROGRAM diagnose fir | fir fir/postgres fir/postgres-cross-region",
                "PROGRAM adopt e | eu-central-1 eu-west-1 elm-energy",
                "PROGRAM add databricks fir --availability-zone-ids apse2 | apse2-az1 apse2-az3",
                "PROGRAM add databricks fir --availability-zone-ids apse2-az1,ap | apse2-az1,apse2-az3",
                "PROGRAM plan --stacks = stacks bi | birch",
                "PROGRAM plan --stacks=stacks bi | birch",
                "PROGRAM runbook --stacks stacks --live bi | birch",
            })
    void what_the_fleets_files_have_is_offered(String line, String offers) throws IOException, InterruptedException {
        assertThat(offered(line)).containsExactly(offers.split(" "));
        assertThat(hasAsked()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PROGRAM val | validate",
                "PROGRAM validate --js | --json",
                "PROGRAM policy provider acc | accept",
                "PROGRAM add snow | snowflake",
                "PROGRAM validate --format s | sarif",
                "PROGRAM add databricks acme --region eu-w | eu-west-1 eu-west-2 eu-west-3",
                "PROGRAM add databricks acme --dns p | prepared",
                "PROGRAM add service acme --connectivity c | cross-region",
                "PROGRAM provider check --integration lo | looker",
                "PROGRAM policy deploy --kind d | dns",
                "PROGRAM plan --l | --live",
            })
    void what_is_always_the_same_is_offered_without_starting_java(String line, String offers)
            throws IOException, InterruptedException {
        assertThat(offered(line)).contains(offers.split(" "));
        assertThat(hasAsked()).isFalse();
    }

    @Test
    void every_region_is_offered() throws IOException, InterruptedException {
        assertThat(offered("PROGRAM inventory --region "))
                .containsExactlyElementsOf(
                        Region.known().stream().map(Region::code).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PROGRAM plan --stacks nowhere ",
                "/nowhere/privatelink plan ",
                "PROGRAM runbook acme ",
                "PROGRAM diagnose nobody/",
                "PROGRAM diagnose ../",
                "PROGRAM add databricks acme --hostname ",
            })
    void nothing_is_offered_and_nothing_said_where_there_is_nothing(String line)
            throws IOException, InterruptedException {
        assertThat(offered(line)).isEmpty();
    }

    @Test
    void what_is_no_id_is_never_offered() throws IOException, InterruptedException {
        Path customers = fleet.resolve("customers");
        for (String name : List.of("$(touch boo)", "`touch boo`", "a b", "-x", "Acme", "birch;ls", "é", "x\ny", "*")) {
            Files.writeString(customers.resolve(name + ".yaml"), "id: x\n");
        }
        Files.writeString(customers.resolve("gum.yaml"), """
                id: gum
                connections:
                  - id: $(touch boo)
                  - id: "a b"
                  - id: fine
                  - id: "\\e[31mred"
                """);
        Files.writeString(customers.resolve("broken.yaml"), "id: [\n");
        Files.writeString(fleet.resolve("addresses.lock.yaml"), """
                regions:
                  $(touch boo): {subnets: {euw1-az1: 10.64.0.0/23}}
                  eu-west-1: {subnets: {$(touch boo): 10.64.0.0/23, euw1-az2: 10.64.2.0/23}}
                """);

        assertThat(offered("PROGRAM plan "))
                .containsExactly("acme", "birch", "broken", "cedar", "dogwood", "elm-energy", "fir", "gum");
        assertThat(offered("PROGRAM diagnose gum")).containsExactly("gum", "gum/fine");
        assertThat(offered("PROGRAM diagnose broken/")).isEmpty();
        assertThat(offered("PROGRAM adopt eu")).containsExactly("eu-west-1");
        assertThat(offered("PROGRAM add databricks gum --availability-zone-ids euw"))
                .containsExactly("euw1-az1", "euw1-az2");
        assertThat(Objects.requireNonNull(fleet.getParent())).isDirectoryNotContaining("glob:**/boo");
    }

    @Test
    void the_script_has_no_placeholder_left() throws IOException {
        assertThat(Files.readString(folder.resolve("script"))).doesNotContain("\"@", "=~ ${previousWord}");
    }

    /** At a prompt on a terminal of its own. */
    @Test
    void zsh_completes_too() throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/zsh")), "zsh is not installed");
        String type = """
                zmodload zsh/zpty
                zpty prompt zsh -f -i
                until_there() {
                  local said= part
                  repeat 400 {
                    zpty -rt prompt part 2>/dev/null && said+=$part
                    [[ $said == *$1* ]] && print -r -- "$1" && return
                    sleep 0.1
                  }
                  print -r -- "not there: $said"
                }
                zpty -w prompt "PS1= PATH=$1/bin:\\$PATH; source $1/script; echo rea''dy"
                until_there ready
                zpty -w -n prompt $'privatelink plan el\\t'
                until_there 'plan elm-energy'
                zpty -w -n prompt $'\\C-uprivatelink diagnose acme/w\\t'
                until_there 'diagnose acme/warehouse'
                zpty -w -n prompt $'\\C-uprivatelink validate --format gi\\t'
                until_there '--format github'
                zpty -d prompt
                """;

        assertThat(run(
                        List.of("zsh", "-f", "-c", type, "zsh", folder.toString()),
                        Objects.requireNonNull(fleet.getParent())))
                .isEqualTo("ready\nplan elm-energy\ndiagnose acme/warehouse\n--format github\n");
    }
}
