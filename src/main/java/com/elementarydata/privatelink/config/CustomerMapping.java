package com.elementarydata.privatelink.config;

import com.elementarydata.privatelink.config.YamlNode.Mapping;
import com.elementarydata.privatelink.config.YamlNode.Sequence;
import com.elementarydata.privatelink.model.Identifier;
import com.elementarydata.privatelink.model.Located;
import com.elementarydata.privatelink.model.Problem;
import com.elementarydata.privatelink.model.ProblemCode;
import com.elementarydata.privatelink.model.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whose endpoints, services and hostnames are, as a person writes it: {@code acme: [vpce-…, git.acme.example]}.
 *
 * @param customers the customers by what is theirs
 */
public record CustomerMapping(Map<String, Identifier> customers) {

    private static final String FORM = "write a list of endpoints, services and hostnames for each customer,"
            + " as in acme: [vpce-0123456789abcdef0, git.acme.example]";

    /** Nothing is known. */
    public static CustomerMapping none() {
        return new CustomerMapping(Map.of());
    }

    /** Reads a file. */
    public static CustomerMapping read(Path file) {
        try {
            byte[] content = GivenFile.read(file)
                    .orElseThrow(() -> Refusal.of("%s is larger than %s; %s".formatted(file, GivenFile.LARGEST, FORM)));
            Problems problems = new Problems();
            Map<String, Identifier> customers = new HashMap<>();
            YamlReader.read(file.toString(), content, problems)
                    .ifPresent(mapping -> read(mapping, customers, problems));
            List<Problem> found = problems.sorted();
            if (!found.isEmpty()) {
                throw Refusal.of(found);
            }
            return new CustomerMapping(customers);
        } catch (IOException unreadable) {
            throw Refusal.of("%s can't be read: %s; %s"
                    .formatted(file, FileFailure.of(unreadable).why(), FORM));
        }
    }

    private static void read(Mapping mapping, Map<String, Identifier> customers, Problems problems) {
        for (Located<String> key : mapping.keys()) {
            Optional<Located<Identifier>> customer = problems.parse(key, ProblemCode.PL201, Identifier::parse);
            mapping.get(key.value())
                    .filter(value -> !(value instanceof Sequence))
                    .ifPresent(value -> problems.report(
                            value.at(),
                            ProblemCode.PL113,
                            "expected a list, found %s".formatted(value.describe()),
                            FORM));
            customer.ifPresent(id -> mapping.texts(key.value()).forEach(thing -> {
                Identifier other = customers.putIfAbsent(thing.value(), id.value());
                if (other != null) {
                    problems.report(
                            thing.at(),
                            ProblemCode.PL205,
                            "\"%s\" is already of \"%s\"".formatted(thing, other),
                            "delete one");
                }
            }));
        }
    }

    /** The customer of the first of some things that is named. */
    public Optional<Identifier> of(Stream<String> things) {
        return things.flatMap(thing -> Optional.ofNullable(customers.get(thing)).stream())
                .findFirst();
    }
}
