package com.elementarydata.privatelink.config;

import com.elementarydata.privatelink.model.Located;
import com.elementarydata.privatelink.model.Position;
import com.elementarydata.privatelink.model.Problem;
import com.elementarydata.privatelink.model.ProblemCode;
import com.elementarydata.privatelink.net.InvalidValueException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The problems found so far in one file. */
final class Problems {

    private final List<Problem> found = new ArrayList<>();
    private final Set<Position> places = new HashSet<>();

    void report(Position at, ProblemCode code, String what, String remedy) {
        found.add(new Problem(at, code, what, remedy));
        places.add(at);
    }

    /** Turns text into a type; what the type refuses becomes a problem where the text stands. */
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

    /** Whether a problem was reported at the place of a value or of anything in it. */
    boolean anyWithin(YamlNode node) {
        return node.places().anyMatch(places::contains);
    }

    List<Problem> sorted() {
        return found.stream().distinct().sorted().toList();
    }
}
