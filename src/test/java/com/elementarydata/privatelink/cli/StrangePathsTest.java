package com.elementarydata.privatelink.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What stands in a fleet folder and is no file of it is refused, and never read. */
@Timeout(60)
class StrangePathsTest {

    private static final String CUSTOMERS = "stacks/customers/";

    @TempDir
    private Path temporary;

    private Path fleet;
    private Path customers;

    @BeforeEach
    void write_the_small_fleet() throws IOException {
        fleet = temporary.resolve("stacks");
        new MalformedCase("", "", List.of(), List.of()).writeTo(fleet);
        customers = fleet.resolve("customers");
    }

    private List<String> problems() {
        MalformedFilesTest.Run run = MalformedFilesTest.run("validate", fleet);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out() + run.err()).doesNotContain("Exception", "\tat ", " failed: ", "outside-only");
        return run.problems(fleet);
    }

    private static void link(Path link, Path target) throws IOException {
        try {
            Files.createSymbolicLink(link, target);
        } catch (UnsupportedOperationException noLinksHere) {
            Assumptions.abort("no symbolic links on this file system");
        }
    }

    @Test
    void fails_on_a_link_out_of_the_folder() throws IOException {
        Path outside = Files.writeString(temporary.resolve("outside.yaml"), "id: outside-only\n");
        link(customers.resolve("cedar.yaml"), outside);

        assertThat(problems())
                .containsExactly(CUSTOMERS
                        + "cedar.yaml:1:1: PL403 this is not a file of the fleet folder; put the file itself here");
    }

    @Test
    void fails_on_a_link_to_a_file_that_does_not_exist() throws IOException {
        link(customers.resolve("cedar.yaml"), temporary.resolve("nowhere.yaml"));

        assertThat(problems()).singleElement().asString().startsWith(CUSTOMERS + "cedar.yaml:1:1: PL101 ");
    }

    @Test
    void fails_on_a_link_to_itself() throws IOException {
        link(customers.resolve("cedar.yaml"), customers.resolve("cedar.yaml"));

        assertThat(problems()).singleElement().asString().startsWith(CUSTOMERS + "cedar.yaml:1:1: PL101 ");
    }

    @Test
    void fails_on_a_link_to_a_device() throws IOException {
        Path endless = Path.of("/dev/zero");
        Assumptions.assumeTrue(Files.exists(endless));
        link(customers.resolve("cedar.yaml"), endless);

        assertThat(problems()).singleElement().asString().startsWith(CUSTOMERS + "cedar.yaml:1:1: PL403 ");
    }

    @Test
    void fails_on_a_link_to_another_customers_file() throws IOException {
        link(customers.resolve("cedar.yaml"), customers.resolve("birch.yaml"));

        assertThat(problems()).anyMatch(line -> line.startsWith(CUSTOMERS + "cedar.yaml:1:5: PL201 "));
    }

    @Test
    void fails_on_a_network_file_that_is_a_link_out_of_the_folder() throws IOException {
        Path outside = temporary.resolve("network.yaml");
        Files.move(fleet.resolve("network.yaml"), outside);
        link(fleet.resolve("network.yaml"), outside);

        assertThat(problems()).singleElement().asString().startsWith("stacks/network.yaml:1:1: PL403 ");
    }

    @Test
    void writes_a_ledger_that_is_a_link_where_it_leads() throws IOException {
        Path ledger = fleet.resolve("addresses.lock.yaml");
        String text = Files.readString(ledger);
        Path target = Files.move(ledger, fleet.resolve("ledger-of-all.yaml"));
        link(ledger, fleet.relativize(target));
        Path acme = customers.resolve("acme.yaml");
        Files.writeString(acme, Files.readString(acme).replace("euw1-az2", "euw1-az3"));

        assertThat(MalformedFilesTest.run("allocate", fleet).exitCode()).isZero();

        assertThat(ledger).isSymbolicLink();
        assertThat(Files.readString(target)).contains("euw1-az3: ").isNotEqualTo(text);
        try (Stream<Path> left = Files.list(fleet)) {
            assertThat(left).noneMatch(file -> file.toString().endsWith(".new"));
        }
    }

    @Test
    void fails_on_a_ledger_that_is_a_link_to_nowhere_and_fills_nothing_there() throws IOException {
        Path outside = temporary.resolve("nowhere.yaml");
        Path ledger = fleet.resolve("addresses.lock.yaml");
        Files.delete(ledger);
        link(ledger, outside);

        assertThat(problems()).singleElement().asString().contains("addresses.lock.yaml:1:1: PL101 ");
        assertThat(MalformedFilesTest.run("allocate", fleet).exitCode()).isEqualTo(1);
        assertThat(outside).doesNotExist();
        assertThat(ledger).isSymbolicLink();
    }

    @Test
    void fails_on_a_pipe_without_waiting_for_it() throws IOException, InterruptedException {
        makePipe(customers.resolve("cedar.yaml"));

        assertThat(problems()).singleElement().asString().startsWith(CUSTOMERS + "cedar.yaml:1:1: PL403 ");
    }

    private static void makePipe(Path pipe) throws InterruptedException {
        try {
            Process made = new ProcessBuilder("mkfifo", pipe.toString()).start();
            Assumptions.assumeTrue(made.waitFor(10, TimeUnit.SECONDS) && made.exitValue() == 0);
        } catch (IOException absent) {
            Assumptions.abort("no mkfifo here");
        }
    }

    @Test
    void fails_on_a_folder_that_is_named_like_a_file() throws IOException {
        Files.createDirectory(customers.resolve("cedar.yaml"));

        assertThat(problems())
                .containsExactly(
                        CUSTOMERS + "cedar.yaml:1:1: PL101 this is not a customer file; rename it to <id>.yaml,"
                                + " or move it out of the folder");
    }

    @Test
    void fails_on_a_file_of_another_kind() throws IOException {
        Files.writeString(customers.resolve("cedar.yml"), "id: cedar\n");

        assertThat(problems()).singleElement().asString().startsWith(CUSTOMERS + "cedar.yml:1:1: PL101 ");
    }

    @Test
    void fails_on_names_that_differ_by_case_alone() throws IOException {
        Files.copy(customers.resolve("birch.yaml"), customers.resolve("Birch.yaml"));
        Assumptions.assumeTrue(MalformedFilesTest.content(fleet).containsKey("customers/Birch.yaml"));

        assertThat(problems())
                .contains(
                        CUSTOMERS
                                + "birch.yaml:1:1: PL310 the names of this file and Birch.yaml differ only by case; delete one");
    }

    @Test
    void fails_on_a_name_of_200_characters() throws IOException {
        String id = "a".repeat(200);
        Files.writeString(
                customers.resolve(id + ".yaml"),
                Files.readString(customers.resolve("birch.yaml")).replace("id: birch", "id: " + id));

        assertThat(problems()).anyMatch(line -> line.startsWith(CUSTOMERS + id + ".yaml:1:5: PL201 "));
    }

    @Test
    void fails_on_a_name_that_would_act_on_a_terminal_without_acting_on_it() throws IOException {
        Files.writeString(customers.resolve("cedar\u001b[31m\n.yaml"), "id: cedar\n");

        assertThat(problems())
                .allMatch(line -> line.startsWith(CUSTOMERS))
                .anyMatch(line -> line.startsWith(CUSTOMERS + "cedar\\u001b[31m\\u000a.yaml:1:"));
    }

    @Test
    void fails_on_a_file_that_must_not_be_read() throws IOException {
        Path file = customers.resolve("birch.yaml");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        Assumptions.assumeFalse(Files.isReadable(file), "root reads everything");

        assertThat(problems())
                .containsExactly(CUSTOMERS + "birch.yaml:1:1: PL101 the file can't be read: this user is not permitted"
                        + " to; change the permissions of it or its folder, or name another");
    }

    @Test
    void fails_on_a_customers_folder_that_is_a_file() throws IOException {
        Files.delete(customers.resolve("acme.yaml"));
        Files.delete(customers.resolve("birch.yaml"));
        Files.delete(customers);
        Files.writeString(customers, "x");

        assertThat(problems()).singleElement().asString().startsWith("stacks/customers:1:1: PL101 ");
    }
}
