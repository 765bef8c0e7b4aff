package com.elementarydata.privatelink.config;

import com.elementarydata.privatelink.model.Located;
import com.elementarydata.privatelink.model.ProblemCode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rule that a list names each value once. */
final class Repetition {

    private Repetition() {}

    static void report(List<? extends Located<?>> values, Problems problems) {
        Set<Object> seen = new HashSet<>();
        values.stream()
                .filter(value -> !seen.add(value.value()))
                .forEach(value -> problems.report(
                        value.at(),
                        ProblemCode.PL205,
                        "\"%s\" stands in the list a second time".formatted(value),
                        "name it once"));
    }
}
