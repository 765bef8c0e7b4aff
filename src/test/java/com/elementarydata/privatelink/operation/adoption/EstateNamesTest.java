package com.elementarydata.privatelink.operation.adoption;

import static com.elementarydata.privatelink.operation.adoption.HandMade.GIT;
import static com.elementarydata.privatelink.operation.adoption.HandMade.UNTAGGED;
import static com.elementarydata.privatelink.operation.adoption.HandMade.abroad;
import static com.elementarydata.privatelink.operation.adoption.HandMade.alias;
import static com.elementarydata.privatelink.operation.adoption.HandMade.dnsName;
import static com.elementarydata.privatelink.operation.adoption.HandMade.facts;
import static com.elementarydata.privatelink.operation.adoption.HandMade.git;
import static com.elementarydata.privatelink.operation.adoption.HandMade.zone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.elementarydata.privatelink.observed.EstateFacts.FoundZone;
import com.elementarydata.privatelink.observed.NameFacts.ZoneRecord;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where names lead, by whatever way. */
class EstateNamesTest {

    private static final String TARGET = dnsName(GIT);

    private static List<EstateName> names(FoundZone... zones) {
        return new EstateNames(facts(abroad(git(UNTAGGED)), zones)).all();
    }

    private static ZoneRecord[] chain(int names) {
        return IntStream.rangeClosed(1, names)
                .mapToObj(at -> alias(
                        "n%d.acme.example".formatted(at), at == names ? TARGET : "n%d.acme.example".formatted(at + 1)))
                .toArray(ZoneRecord[]::new);
    }

    @Test
    void a_name_leads_to_an_endpoint_by_its_own_name_or_by_its_address() {
        assertThat(names(
                        zone("b.example", alias("b.example", TARGET)),
                        zone("a.example", alias("a.example", "10.64.22.9"), alias("c.a.example", "203.0.113.7"))))
                .extracting(EstateName::hostname, EstateName::endpointIds, EstateName::nowhere, EstateName::answers)
                .containsExactly(
                        tuple("a.example", List.of(GIT), List.of(), true),
                        tuple("b.example", List.of(GIT), List.of(), true));
    }

    @Test
    void several_records_of_a_name_are_one_name_and_texts_are_none() {
        assertThat(names(zone(
                        "acme.example",
                        alias("acme.example", TARGET),
                        alias("acme.example", "203.0.113.7"),
                        new ZoneRecord("t.acme.example", "TXT", List.of(TARGET), Optional.empty()))))
                .extracting(EstateName::hostname)
                .containsExactly("acme.example");
    }

    @Test
    void a_name_is_followed_through_another_zone() {
        assertThat(names(
                        zone("acme.example", alias("git.acme.example", "git.partners.example")),
                        zone("partners.example", alias("*.partners.example", TARGET))))
                .extracting(EstateName::hostname, EstateName::endpointIds)
                .containsExactly(tuple("*.partners.example", List.of(GIT)), tuple("git.acme.example", List.of(GIT)));
    }

    @Test
    void nine_names_in_a_row_are_followed_and_a_loop_ends() {
        assertThat(names(zone("acme.example", chain(9))))
                .extracting(EstateName::hostname)
                .contains("n1.acme.example");
        assertThat(names(zone("acme.example", chain(10))))
                .extracting(EstateName::hostname)
                .doesNotContain("n1.acme.example")
                .contains("n2.acme.example");
        assertThat(names(zone(
                        "acme.example",
                        alias("a.acme.example", "b.acme.example"),
                        alias("b.acme.example", "a.acme.example"))))
                .isEmpty();
    }

    @Test
    void the_name_of_an_endpoint_that_is_gone_leads_nowhere() {
        String gone = "vpce-0a1b2c3d4e5f60799";

        assertThat(names(zone("acme.example", alias("git.acme.example", dnsName(gone)))))
                .extracting(EstateName::hostname, EstateName::endpointIds, EstateName::nowhere)
                .containsExactly(tuple("git.acme.example", List.of(), List.of(gone + "-x1")));
    }

    @ParameterizedTest
    @CsvSource({"git.acme.example, true", "*.git.acme.example, true", "acme.example, false", "*.acme.example, false"})
    void a_name_is_the_fleets_to_move_unless_its_zone_has_that_very_name(String hostname, boolean movable) {
        assertThat(names(zone("acme.example", alias(hostname, TARGET))))
                .singleElement()
                .returns(movable, EstateName::isMovable);
    }

    @Test
    void a_zone_with_a_longer_name_hides_the_record_of_a_wider_one() {
        assertThat(names(
                        zone("acme.example", alias("git.acme.example", TARGET)),
                        zone("git.acme.example", alias("git.acme.example", TARGET))))
                .extracting(name -> name.zone().name(), EstateName::answers)
                .containsExactly(tuple("acme.example", false), tuple("git.acme.example", true));
    }
}
