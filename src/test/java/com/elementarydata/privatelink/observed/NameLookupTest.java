package com.elementarydata.privatelink.observed;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.observed.NameFacts.ResolverRule;
import com.elementarydata.privatelink.observed.NameFacts.Zone;
import com.elementarydata.privatelink.observed.NameFacts.ZoneRecord;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which zone, rule and record answers for a name where several could. */
class NameLookupTest {

    private static Zone zone(String name, ZoneRecord... records) {
        return new Zone("Z-" + name, name, "123456789012", Reading.of(List.of(records)));
    }

    private static NameLookup zones(String... names) {
        return new NameLookup(Stream.of(names).map(NameLookupTest::zone).toList());
    }

    private static ResolverRule rule(String domain, String type) {
        return new ResolverRule("rslvr-rr-" + domain, domain, type);
    }

    private static ZoneRecord record(String name, String type) {
        return new ZoneRecord(name, type, List.of(), Optional.empty());
    }

    @Test
    void the_zone_with_the_longest_name_answers_wherever_it_is_listed() {
        assertThat(zones("acme.example", "git.acme.example", "example").winner("git.acme.example"))
                .map(Zone::name)
                .hasValue("git.acme.example");
        assertThat(zones("example", "acme.example").winner("git.acme.example"))
                .map(Zone::name)
                .hasValue("acme.example");
        assertThat(zones("birch.example").winner("git.acme.example")).isEmpty();
    }

    @Test
    void a_zone_below_hides_names_of_a_wildcard_and_no_others() {
        NameLookup lookup = zones("acme.example", "git.acme.example", "birch.example");

        assertThat(lookup.within("*.acme.example", List.of("acme.example")))
                .map(Zone::name)
                .hasValue("git.acme.example");
        assertThat(lookup.within("*.acme.example", List.of("git.acme.example"))).isEmpty();
        assertThat(lookup.within("acme.example", List.of())).isEmpty();
    }

    @Test
    void the_longest_of_several_rules_is_taken_and_the_one_for_everything_last() {
        List<ResolverRule> rules =
                List.of(rule("acme.example", "FORWARD"), rule("git.acme.example", "FORWARD"), rule(".", "FORWARD"));

        assertThat(NameLookup.taker(rules, "git.acme.example", "acme.example"))
                .map(ResolverRule::domain)
                .hasValue("git.acme.example");
        assertThat(NameLookup.taker(rules, "db.acme.example", "acme.example"))
                .map(ResolverRule::domain)
                .hasValue("acme.example");
        assertThat(NameLookup.taker(rules, "db.acme.example", "db.acme.example"))
                .isEmpty();
        assertThat(NameLookup.taker(List.of(rule("ab", "FORWARD"), rule(".", "FORWARD")), "x.ab", "ab"))
                .map(ResolverRule::domain)
                .hasValue("ab");
    }

    @Test
    void a_rule_for_another_name_takes_nothing_however_long_it_is() {
        assertThat(NameLookup.taker(
                        List.of(rule("a-long-name.birch.example", "FORWARD")), "git.acme.example", "acme.example"))
                .isEmpty();
    }

    @Test
    void a_rule_below_takes_names_of_a_wildcard_and_not_the_name_above_it() {
        List<ResolverRule> rules = List.of(rule("git.acme.example", "FORWARD"));

        assertThat(NameLookup.taker(rules, "*.acme.example", "acme.example")).hasValue(rules.get(0));
        assertThat(NameLookup.taker(rules, "acme.example", "acme.example")).isEmpty();
    }

    @Test
    void a_system_rule_leaves_the_name_to_the_zones() {
        assertThat(NameLookup.taker(
                        List.of(rule("acme.example", "FORWARD"), rule("git.acme.example", "SYSTEM")),
                        "git.acme.example",
                        "acme.example"))
                .isEmpty();
    }

    @Test
    void a_delegation_takes_names_at_and_below_it_and_no_others() {
        Zone zone = zone(
                "acme.example",
                record("acme.example", "NS"),
                record("git.acme.example", "A"),
                record("cloud.acme.example", "NS"));

        assertThat(NameLookup.delegation(zone, "db.cloud.acme.example"))
                .map(ZoneRecord::name)
                .hasValue("cloud.acme.example");
        assertThat(NameLookup.delegation(zone, "*.cloud.acme.example"))
                .map(ZoneRecord::name)
                .hasValue("cloud.acme.example");
        assertThat(NameLookup.delegation(zone, "git.acme.example")).isEmpty();
    }

    @Test
    void a_record_of_the_name_itself_answers_before_a_wildcard() {
        Zone zone = zone("acme.example", record("*.acme.example", "A"), record("git.acme.example", "TXT"));

        assertThat(NameLookup.records(zone, "git.acme.example"))
                .extracting(ZoneRecord::type)
                .containsExactly("TXT");
        assertThat(NameLookup.records(zone, "db.acme.example"))
                .extracting(ZoneRecord::name)
                .containsExactly("*.acme.example");
    }

    @Test
    void what_is_below_a_name_hides_the_wildcard_above() {
        Zone zone = zone("acme.example", record("*.acme.example", "A"), record("a.git.acme.example", "A"));

        assertThat(NameLookup.records(zone, "git.acme.example")).isEmpty();
        assertThat(NameLookup.records(zone, "b.git.acme.example")).isEmpty();
    }

    @Test
    void a_zone_without_records_answers_with_nothing() {
        assertThat(NameLookup.records(zone("acme.example"), "git.acme.example")).isEmpty();
    }

    @Test
    void a_text_says_nothing_of_addresses() {
        assertThat(record("git.acme.example", "A").isOfAddresses()).isTrue();
        assertThat(record("git.acme.example", "AAAA").isOfAddresses()).isTrue();
        assertThat(record("git.acme.example", "CNAME").isOfAddresses()).isTrue();
        assertThat(record("git.acme.example", "TXT").isOfAddresses()).isFalse();
    }
}
