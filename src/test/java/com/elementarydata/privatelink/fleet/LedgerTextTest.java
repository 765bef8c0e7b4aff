package com.elementarydata.privatelink.fleet;

import static com.elementarydata.privatelink.fleet.Fleets.connection;
import static com.elementarydata.privatelink.fleet.Fleets.customers;
import static com.elementarydata.privatelink.fleet.Fleets.emptyLedger;
import static com.elementarydata.privatelink.fleet.Fleets.network;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.config.FleetFolder;
import com.elementarydata.privatelink.config.LedgerFile;
import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.model.FleetFiles;
import com.elementarydata.privatelink.model.Ledger;
import com.elementarydata.privatelink.model.RegionalAddresses;
import com.elementarydata.privatelink.net.AvailabilityZoneId;
import com.elementarydata.privatelink.net.Region;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTextTest {

    private static final Connection OREGON = connection("one", "us-west-2", List.of(1, 2));
    private static final Connection IRELAND = connection("two", "eu-west-1", List.of(1));

    @TempDir
    private Path folder;

    private static Ledger allocate(Ledger before, Connection... connections) {
        return Allocation.of(new Fleet(network(), before, customers(List.of(connections))))
                .ledger();
    }

    private static String text(Ledger ledger) {
        return LedgerFile.textOf(ledger);
    }

    private static SortedMap<String, String> addresses(Ledger ledger) {
        SortedMap<String, String> addresses = new TreeMap<>();
        for (Map.Entry<Region, RegionalAddresses> region : ledger.regions().entrySet()) {
            addresses.put(region.getKey().code(), region.getValue().cidr().toString());
            for (AvailabilityZoneId zone : region.getValue().subnets().keySet()) {
                addresses.put(
                        zone.value(), region.getValue().subnets().get(zone).toString());
            }
        }
        return addresses;
    }

    @Test
    void names_what_was_allocated_and_what_comes_next() {
        assertThat(text(allocate(emptyLedger(), OREGON, IRELAND))).endsWith("""
                next: {after: [eu-west-1 10.64.0.0/20, us-west-2 10.64.16.0/20], cidr: 10.64.32.0/20}
                regions:
                  eu-west-1:
                    cidr: 10.64.0.0/20
                    next: {after: [euw1-az1 10.64.0.0/23], cidr: 10.64.2.0/23}
                    subnets:
                      euw1-az1: 10.64.0.0/23
                  us-west-2:
                    cidr: 10.64.16.0/20
                    next: {after: [usw2-az1 10.64.16.0/23, usw2-az2 10.64.18.0/23], cidr: 10.64.20.0/23}
                    subnets:
                      usw2-az1: 10.64.16.0/23
                      usw2-az2: 10.64.18.0/23
                """);
    }

    @Test
    void says_where_nothing_comes_next() {
        Ledger full = Fleets.ledger(
                "us-west-2", "10.64.0.0/20", Map.of("usw2-az1", "10.64.0.0/21", "usw2-az2", "10.64.8.0/21"));

        Ledger remembering = Allocation.of(new Fleet(network("10.64.0.0/20"), full, customers(List.of())))
                .ledger();

        assertThat(text(remembering))
                .contains("\nnext: {after: [us-west-2 10.64.0.0/20], cidr: none}\n")
                .contains("\n    next: {after: [usw2-az1 10.64.0.0/21, usw2-az2 10.64.8.0/21], cidr: none}\n");
    }

    @Test
    void reads_back_as_it_was_written() throws IOException {
        Ledger ledger = allocate(
                allocate(emptyLedger(), OREGON),
                IRELAND,
                connection("three", "ap-southeast-3", List.of(10, 9)),
                connection("four", "us-gov-west-1", List.of(2)));
        Files.writeString(folder.resolve("addresses.lock.yaml"), text(ledger));

        FleetFiles read = FleetFolder.read(folder);

        assertThat(read.problems()).noneMatch(problem -> problem.at().file().endsWith(Fleets.LEDGER));
        assertThat(addresses(read.ledger())).isEqualTo(addresses(ledger)).isNotEmpty();
        assertThat(text(read.ledger())).isEqualTo(text(ledger));
    }

    @Test
    void conflicts_in_git_where_two_branches_allocate_different_regions() throws Exception {
        Ledger base = allocate(emptyLedger(), OREGON);

        assertThat(mergesCleanly(
                        base, allocate(base, IRELAND), allocate(base, connection("a", "sa-east-1", List.of(1)))))
                .isFalse();
    }

    @Test
    void conflicts_in_git_where_two_branches_allocate_different_zones_of_a_region() throws Exception {
        Ledger base = allocate(emptyLedger(), OREGON, IRELAND);

        assertThat(mergesCleanly(
                        base,
                        allocate(base, connection("a", "us-west-2", List.of(3))),
                        allocate(base, connection("b", "us-west-2", List.of(4)))))
                .isFalse();
    }

    @Test
    void conflicts_in_git_where_one_branch_allocates_more_than_the_other() throws Exception {
        Ledger base = allocate(emptyLedger(), OREGON);

        assertThat(mergesCleanly(
                        base,
                        allocate(base, connection("a", "us-west-2", List.of(3, 4))),
                        allocate(base, connection("b", "us-west-2", List.of(4)))))
                .isFalse();
    }

    @Test
    void conflicts_in_git_where_two_branches_write_the_first_ledger() throws Exception {
        assertThat(mergesCleanly(
                        allocate(emptyLedger()), allocate(emptyLedger(), OREGON), allocate(emptyLedger(), IRELAND)))
                .isFalse();
    }

    @Test
    void merges_in_git_where_two_branches_allocate_the_same() throws Exception {
        Ledger base = allocate(emptyLedger(), OREGON);

        assertThat(mergesCleanly(base, allocate(base, IRELAND), allocate(base, IRELAND)))
                .isTrue();
        assertThat(Files.readString(folder.resolve(Fleets.LEDGER))).isEqualTo(text(allocate(base, IRELAND)));
    }

    @Test
    void merges_in_git_where_two_branches_allocate_zones_of_different_regions() throws Exception {
        Ledger base = allocate(emptyLedger(), OREGON, IRELAND, connection("a", "sa-east-1", List.of(1)));
        Connection inOregon = connection("b", "us-west-2", List.of(3));
        Connection inIreland = connection("c", "eu-west-1", List.of(2));

        assertThat(mergesCleanly(base, allocate(base, inOregon), allocate(base, inIreland)))
                .isTrue();
        assertThat(Files.readString(folder.resolve(Fleets.LEDGER)))
                .isEqualTo(text(allocate(base, inOregon, inIreland)));
    }

    /** Whether git merges two branches that write ledgers, both from the same one. */
    private boolean mergesCleanly(Ledger base, Ledger ours, Ledger theirs) throws Exception {
        git("init", "--quiet", "--initial-branch=ours");
        commit(base);
        git("branch", "theirs");
        commit(ours);
        git("checkout", "--quiet", "theirs");
        commit(theirs);
        return run("merge", "--quiet", "--no-edit", "ours") == 0;
    }

    private void commit(Ledger ledger) throws Exception {
        Files.writeString(folder.resolve(Fleets.LEDGER), text(ledger));
        git("add", "--all");
        git("commit", "--quiet", "--allow-empty", "--message=ledger");
    }

    private void git(String... arguments) throws Exception {
        assertThat(run(arguments)).as(String.join(" ", arguments)).isZero();
    }

    private int run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git", "-c", "user.name=test", "-c", "user.email=test@example"));
        command.addAll(List.of(arguments));
        ProcessBuilder git =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        git.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        git.environment()
                .put("GIT_CONFIG_GLOBAL", folder.resolve("no-gitconfig").toString());
        git.environment().put("GIT_CONFIG_NOSYSTEM", "1");
        Process process = git.start();
        assertThat(new String(process.getInputStream().readAllBytes(), UTF_8)).isNotNull();
        return process.waitFor();
    }
}
