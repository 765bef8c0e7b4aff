package com.elementarydata.privatelink.config;

import com.elementarydata.privatelink.config.YamlNode.Mapping;
import com.elementarydata.privatelink.model.Located;
import com.elementarydata.privatelink.model.Position;
import com.elementarydata.privatelink.model.Problem;
import com.elementarydata.privatelink.model.ProblemCode;
import com.elementarydata.privatelink.net.InvalidValueException;
import com.elementarydata.privatelink.net.Lookalike;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The problems found so far in one file. */
final class Problems {

    private final List<Problem> found = new ArrayList<>();
    private final Set<Position> places = new HashSet<>();

    void report(Position at, ProblemCode code, String what, String remedy) {
        report(new Problem(at, code, what, Lookalike.explained(what, remedy)));
    }

    void report(Problem problem) {
        found.add(problem);
        places.add(problem.at());
    }

    /** Turns text into a type; what the type refuses becomes a problem at the text's place. */
    <T> Optional<Located<T>> parse(Located<String> text, ProblemCode code, Function<String, T> parser) {
        try {
            return Optional.of(text.map(parser));
        } catch (InvalidValueException refused) {
            report(text.at(), code, refused.what(), refused.remedy());
            return Optional.empty();
        }
    }

    <T> List<Located<T>> parseAll(List<Located<String>> texts, ProblemCode code, Function<String, T> parser) {
        return texts.stream()
                .flatMap(text -> parse(text, code, parser).stream())
                .toList();
    }

    /** The value of a key as a type; empty if it is absent, or if the type refuses it. */
    <T> Optional<Located<T>> value(Mapping mapping, String key, ProblemCode code, Function<String, T> parser) {
        return mapping.text(key).flatMap(text -> parse(text, code, parser));
    }

    /** The values in the list of a key, each of them once. */
    <T> List<Located<T>> values(Mapping mapping, String key, ProblemCode code, Function<String, T> parser) {
        return once(parseAll(mapping.texts(key), code, parser));
    }

    /** Reports duplicates, and keeps the first of each. */
    <T> List<Located<T>> once(List<Located<T>> values) {
        Map<T, Located<T>> first = new LinkedHashMap<>();
        values.forEach(value -> {
            if (first.putIfAbsent(value.value(), value) != null) {
                report(value.at(), ProblemCode.PL205, "duplicate \"%s\" in the list".formatted(value), "delete one");
            }
        });
        return List.copyOf(first.values());
    }

    /** Whether a problem was reported at the place of a value or of anything in it. */
    boolean anyWithin(YamlNode node) {
        return node.places().anyMatch(this::anyAt);
    }

    /** Whether a problem was reported at a place. */
    boolean anyAt(Position place) {
        return places.contains(place);
    }

    /** Whether a problem was reported in a line. */
    boolean anyInLine(int line) {
        return found.stream().anyMatch(problem -> problem.at().line() == line);
    }

    /** Every problem; for a value that would be interpreted only that one, since the intended value is not known. */
    List<Problem> sorted() {
        Set<Position> interpreted = found.stream()
                .filter(problem -> problem.code() == ProblemCode.PL401)
                .map(Problem::at)
                .collect(Collectors.toSet());
        return found.stream()
                .filter(problem -> problem.code() == ProblemCode.PL401 || !interpreted.contains(problem.at()))
                .distinct()
                .sorted()
                .toList();
    }
}
