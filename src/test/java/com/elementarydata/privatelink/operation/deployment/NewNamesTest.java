package com.elementarydata.privatelink.operation.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.cli.render.LiveReport;
import com.elementarydata.privatelink.cli.render.Screen;
import com.elementarydata.privatelink.config.FleetFolder;
import com.elementarydata.privatelink.dns.DnsResolver;
import com.elementarydata.privatelink.dns.TinyDns;
import com.elementarydata.privatelink.fleet.CheckedFleet;
import com.elementarydata.privatelink.model.Customer;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.model.Verdict;
import com.elementarydata.privatelink.net.Hostname;
import com.elementarydata.privatelink.operation.diagnosis.BrokenWorlds;
import com.elementarydata.privatelink.operation.diagnosis.PathBundle;
import com.elementarydata.privatelink.operation.diagnosis.RecordedWorld;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewNamesTest {

    private static final String ZONES = "/facts/names/zones";
    private static final String ORDERS = "orders.acme.example";
    private static final String GIT = "git.acme.example";

    @TempDir
    private Path folder;

    /** Of the customer acme in a world that has all of its zones, but for what is changed. */
    private NewNames newNames(RecordedWorld.Change... changes) throws Exception {
        RecordedWorld world = RecordedWorld.of("", BrokenWorlds.GIT, "", changes);
        List<Customer> customers =
                CheckedFleet.of(FleetFolder.read(Path.of("stacks"))).customers(List.of("acme"));
        return NewNames.of(customers, PathBundle.read(world.write(folder)).facts());
    }

    @Test
    void a_name_is_new_unless_its_zone_exists_and_so_is_one_that_is_only_prepared() throws Exception {
        assertThat(newNames().names().keySet()).containsExactly(Hostname.parse(ORDERS));
    }

    @Test
    void a_name_that_others_look_after_is_never_new() throws Exception {
        List<Customer> customers = CheckedFleet.of(FleetFolder.read(Path.of("src/test/cases/adopted-vpc/stacks")))
                .customers(List.of("oak"));
        RecordedWorld nothing = RecordedWorld.of("", BrokenWorlds.GIT, "", RecordedWorld.refuse(ZONES));

        assertThat(NewNames.of(customers, PathBundle.read(nothing.write(folder)).facts())
                        .names()
                        .keySet())
                .extracting(Hostname::value)
                .containsExactly("git.oak.example", "orders.oak.example");
    }

    @Test
    void every_name_is_new_without_zones_and_where_they_cannot_be_read() throws Exception {
        NewNames unread = newNames(RecordedWorld.refuse(ZONES));

        assertThat(unread.names().keySet()).contains(Hostname.parse(GIT), Hostname.parse(ORDERS));
        assertThat(newNames(RecordedWorld.set(ZONES + "/value", "[]")).names()).isEqualTo(unread.names());
    }

    @Test
    void a_zone_above_does_not_make_a_name_known() throws Exception {
        NewNames names = newNames(
                RecordedWorld.set(
                        ZONES + "/value",
                        "[{\"id\": \"Z1\", \"name\": \"acme.example\", \"owner\": \"743289191656\", \"records\": {\"value\": [], \"refusal\": null}}]"));

        assertThat(names.names().keySet()).contains(Hostname.parse(GIT), Hostname.parse(ORDERS));
    }

    @Test
    void what_is_expected_is_listed_and_what_is_not_is_a_warning_that_prevents_nothing() throws Exception {
        try (TinyDns dns = new TinyDns().with(GIT, "203.0.113.7").silentAbout(ORDERS)) {
            List<Finding> findings =
                    newNames(RecordedWorld.set(ZONES + "/value", "[]")).askedOf(DnsResolver.at(dns.address()));

            assertThat(findings).extracting(Finding::code).containsOnly("PD208");
            assertThat(findings)
                    .extracting(Finding::verdict)
                    .contains(Verdict.PASSED, Verdict.WARNING)
                    .endsWith(Verdict.UNKNOWN);
            LivePreconditions preconditions = new LivePreconditions(findings);
            assertThat(preconditions.isFine()).isTrue();
            assertThat(new LiveReport(findings, Optional.empty()).lines(Screen.plain(80)))
                    .containsSubsequence(
                            "  PD208 new names: warning",
                            "    git.acme.example points to 203.0.113.7 today, as %s answers;".formatted(dns.address()),
                            "  PD208 new names: unknown",
                            "New names:")
                    .anyMatch(line -> line.startsWith("  acmeorg-acme.privatelink.snowflakecomputing.com does not "))
                    .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        }
    }
}
