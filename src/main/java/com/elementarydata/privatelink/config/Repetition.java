package com.elementarydata.privatelink.config;

import com.elementarydata.privatelink.model.Located;
import com.elementarydata.privatelink.model.ProblemCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rule that a list names each value once. */
final class Repetition {

    private Repetition() {}

    /** Reports duplicates, and keeps the first of each. */
    static <T> List<Located<T>> report(List<Located<T>> values, Problems problems) {
        Set<T> seen = new HashSet<>();
        List<Located<T>> first = new ArrayList<>();
        for (Located<T> value : values) {
            if (seen.add(value.value())) {
                first.add(value);
            } else {
                problems.report(
                        value.at(), ProblemCode.PL205, "duplicate \"%s\" in the list".formatted(value), "delete one");
            }
        }
        return first;
    }
}
