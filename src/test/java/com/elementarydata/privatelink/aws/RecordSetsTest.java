package com.elementarydata.privatelink.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.elementarydata.privatelink.observed.NameFacts.ZoneRecord;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** What Route 53's record sets come to for some names. */
class RecordSetsTest {

    private static final List<String> NAMES = List.of("git.acme.example");

    private static ResourceRecordSet set(
            String name, String type, Consumer<ResourceRecordSet.Builder> more, String... values) {
        ResourceRecordSet.Builder set = ResourceRecordSet.builder()
                .name(name)
                .type(type)
                .resourceRecords(Stream.of(values)
                        .map(value -> ResourceRecord.builder().value(value).build())
                        .toList());
        more.accept(set);
        return set.build();
    }

    private static ResourceRecordSet set(String name, String type, String... values) {
        return set(name, type, more -> {}, values);
    }

    private static List<ZoneRecord> about(ResourceRecordSet... sets) {
        return RecordSets.about(NAMES, List.of(sets));
    }

    @Test
    void records_at_above_and_below_a_name_are_about_it_and_no_others() {
        assertThat(about(
                        set("acme.example.", "SOA", "ns-1.example."),
                        set("acme.example.", "NS", "ns-1.example."),
                        set("git.acme.example.", "A", "10.1.2.3"),
                        set("\\052.acme.example.", "A", "10.1.2.4"),
                        set("a.git.acme.example.", "TXT", "text"),
                        set("db.acme.example.", "A", "10.1.2.5")))
                .extracting(ZoneRecord::name, ZoneRecord::type, ZoneRecord::targets)
                .containsExactly(
                        tuple("acme.example", "NS", List.of("ns-1.example")),
                        tuple("git.acme.example", "A", List.of("10.1.2.3")),
                        tuple("*.acme.example", "A", List.of("10.1.2.4")),
                        tuple("a.git.acme.example", "TXT", List.of()));
    }

    @Test
    void an_alias_leads_to_its_target() {
        assertThat(about(set(
                        "git.acme.example.",
                        "A",
                        more -> more.aliasTarget(target -> target.dnsName("VPCE-1.vpce.amazonaws.com.")))))
                .extracting(ZoneRecord::targets, ZoneRecord::routing)
                .containsExactly(tuple(List.of("vpce-1.vpce.amazonaws.com"), Optional.empty()));
    }

    private static ResourceRecordSet weighted(String name, String type, long weight, String value) {
        return set(name, type, more -> more.weight(weight).setIdentifier("w" + weight), value);
    }

    @Test
    void a_branch_without_weight_is_silent_only_beside_one_with_some_of_its_name_and_type() {
        assertThat(about(
                        weighted("git.acme.example.", "A", 0, "10.1.2.3"),
                        weighted("git.acme.example.", "A", 1, "10.1.2.4")))
                .extracting(ZoneRecord::targets)
                .containsExactly(List.of("10.1.2.4"));
        assertThat(about(
                        weighted("git.acme.example.", "A", 0, "10.1.2.3"),
                        weighted("git.acme.example.", "A", 0, "10.1.2.4"),
                        weighted("git.acme.example.", "AAAA", 1, "2001:db8::1"),
                        weighted("acme.example.", "A", 1, "10.1.2.5")))
                .hasSize(4);
    }

    static Stream<Arguments> policies() {
        return Stream.of(
                policy("weighted", more -> more.weight(1L)),
                policy("latency", more -> more.region("eu-west-1")),
                policy("failover", more -> more.failover("PRIMARY")),
                policy("geolocation", more -> more.geoLocation(location -> location.continentCode("EU"))),
                policy("geoproximity", more -> more.geoProximityLocation(location -> location.bias(1))),
                policy("IP-based", more -> more.cidrRoutingConfig(config -> config.locationName("*"))),
                policy("multivalue", more -> more.multiValueAnswer(true)));
    }

    private static Arguments policy(String name, Consumer<ResourceRecordSet.Builder> more) {
        return Arguments.of(name, more);
    }

    @ParameterizedTest
    @MethodSource("policies")
    void a_branch_is_named_after_its_policy(String name, Consumer<ResourceRecordSet.Builder> more) {
        assertThat(about(set("git.acme.example.", "A", more.andThen(set -> set.setIdentifier("blue")), "10.1.2.3")))
                .extracting(ZoneRecord::routing)
                .containsExactly(Optional.of(name + " (blue)"));
    }

    @Test
    void the_root_stays_a_dot() {
        assertThat(RecordSets.plain(".")).isEqualTo(".");
        assertThat(RecordSets.plain("\\052.Acme.Example.")).isEqualTo("*.acme.example");
        assertThat(RecordSets.plain("acme.example")).isEqualTo("acme.example");
    }
}
