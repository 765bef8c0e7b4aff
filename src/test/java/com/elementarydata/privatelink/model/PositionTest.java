package com.elementarydata.privatelink.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PositionTest {

    @Test
    void comes_in_the_order_of_files_lines_and_columns() {
        List<Position> sorted = List.of(
                Position.ofFile("a.yaml"),
                new Position("a.yaml", 2, 9),
                new Position("a.yaml", 10, 2),
                new Position("a.yaml", 10, 11),
                Position.ofFile("b.yaml"));

        assertThat(sorted.stream().sorted((one, other) -> other.compareTo(one)).sorted())
                .isEqualTo(sorted);
        assertThat(sorted.get(1)).isLessThan(sorted.get(2)).hasToString("a.yaml:2:9");
    }
}
