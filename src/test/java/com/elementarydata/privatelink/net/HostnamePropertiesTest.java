package com.elementarydata.privatelink.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.lists;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

class HostnamePropertiesTest {

    /** Names of few and similar labels, so that many are above, below or nearly below others. */
    private static Gen<Hostname> hostnames() {
        Gen<List<String>> labels = lists().of(arbitrary().pick("a", "b", "ab")).ofSizeBetween(1, 4);
        return arbitrary()
                .pick("", "*.")
                .zip(
                        labels,
                        arbitrary().pick("example", "b.example", "a-b.test"),
                        (wildcard, names, domain) ->
                                Hostname.parse("%s%s.%s".formatted(wildcard, String.join(".", names), domain)));
    }

    private static Gen<List<Hostname>> manyHostnames() {
        return lists().of(hostnames()).ofSizeBetween(0, 12);
    }

    @Test
    void every_name_is_at_or_below_exactly_one_of_its_zones() {
        qt().forAll(manyHostnames()).checkAssert(names -> {
            List<Hostname> zones = Hostname.zonesOf(names);
            assertThat(names)
                    .allSatisfy(name ->
                            assertThat(zones).filteredOn(name::isAtOrBelow).hasSize(1));
        });
    }

    @Test
    void zones_are_names_of_their_own_and_never_at_or_below_each_other() {
        qt().forAll(manyHostnames()).checkAssert(names -> {
            List<Hostname> zones = Hostname.zonesOf(names);
            assertThat(names).extracting(Hostname::withoutWildcard).containsAll(zones);
            assertThat(zones)
                    .isSorted()
                    .noneMatch(Hostname::isWildcard)
                    .allSatisfy(zone ->
                            assertThat(zones).filteredOn(zone::isAtOrBelow).containsExactly(zone));
            assertThat(Hostname.zonesOf(zones)).isEqualTo(zones);
        });
    }

    @Test
    void zones_do_not_depend_on_the_order_of_names() {
        qt().forAll(manyHostnames(), arbitrary().enumValues(Order.class)).checkAssert((names, order) -> {
            assertThat(Hostname.zonesOf(order.of(names))).isEqualTo(Hostname.zonesOf(names));
        });
    }

    private enum Order {
        BACKWARDS,
        SHUFFLED,
        TWICE;

        List<Hostname> of(List<Hostname> names) {
            List<Hostname> ordered = new ArrayList<>(names);
            switch (this) {
                case BACKWARDS -> Collections.reverse(ordered);
                case SHUFFLED -> Collections.shuffle(ordered, new Random(1));
                case TWICE -> ordered.addAll(names);
            }
            return ordered;
        }
    }

    @Test
    void a_name_is_below_another_where_the_other_is_itself_or_one_of_its_parents() {
        qt().forAll(hostnames(), hostnames()).checkAssert((name, other) -> {
            Hostname zone = other.withoutWildcard();
            boolean above =
                    name.withoutWildcard().equals(zone) || name.parents().anyMatch(zone::equals);
            assertThat(name.isAtOrBelow(other)).isEqualTo(above);
        });
    }

    @Test
    void parents_lose_a_label_each_down_to_two() {
        qt().forAll(hostnames()).checkAssert(name -> {
            List<String> parents = name.parents().map(Hostname::value).toList();
            String child = name.withoutWildcard().value();
            for (String parent : parents) {
                assertThat(child).matches("[^.]+\\." + parent.replace(".", "\\."));
                child = parent;
            }
            assertThat(child).matches("[^.]+\\.[^.]+");
        });
    }
}
