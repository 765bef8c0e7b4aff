package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.config.KnownIds;
import com.elementarydata.privatelink.model.Words;
import com.elementarydata.privatelink.net.Region;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Kinds of values that a shell offers from the files of a fleet, and what a verb's help calls them. */
enum ValueKind {
    /** A customer's id. */
    CUSTOMERS {
        @Override
        Stream<String> values(KnownIds ids, String word) {
            return ids.customers().stream();
        }
    },
    /** A customer's id, or {@code customer/connection}: of one customer, once it is clear which. */
    CONNECTIONS {
        @Override
        Stream<String> values(KnownIds ids, String word) {
            int slash = word.indexOf('/');
            List<String> customers = slash >= 0
                    ? List.of(word.substring(0, slash))
                    : ids.customers().stream()
                            .filter(customer -> customer.startsWith(word))
                            .toList();
            Stream<String> connections = customers.size() == 1
                    ? ids.connections(customers.get(0)).stream().map((customers.get(0) + "/")::concat)
                    : Stream.empty();
            return slash >= 0 ? connections : Stream.concat(customers.stream(), connections);
        }
    },
    /** A Region that has addresses, or a customer's id. */
    REGIONS_AND_CUSTOMERS {
        @Override
        Stream<String> values(KnownIds ids, String word) {
            return Stream.concat(ids.regions().stream(), ids.customers().stream());
        }
    },
    /** AZ IDs that have addresses, joined by commas. */
    ZONES {
        @Override
        Stream<String> values(KnownIds ids, String word) {
            String before = word.substring(0, word.lastIndexOf(',') + 1);
            List<String> given = List.of(before.split(","));
            return ids.zones().stream().filter(zone -> !given.contains(zone)).map(before::concat);
        }
    };

    /** All that the files have, of which a word is the beginning or not. */
    abstract Stream<String> values(KnownIds ids, String word);

    /** What is offered for an argument: words, or one that stands for the kind; nothing where help calls it otherwise. */
    static List<String> candidates(ArgSpec argument) {
        if (argument instanceof OptionSpec option && option.longestName().equals(AddConnectionVerb.ZONES)) {
            return List.of(ZONES.placeholder());
        }
        return switch (argument.paramLabel()) {
            case "REGION" -> Region.known().stream().map(Region::code).toList();
            case "CUSTOMER", "<customer>" -> List.of(CUSTOMERS.placeholder());
            case "CUSTOMER[/CONNECTION]" -> List.of(CONNECTIONS.placeholder());
            case "REGION|CUSTOMER" -> List.of(REGIONS_AND_CUSTOMERS.placeholder());
            default -> List.of();
        };
    }

    /** No value begins like it. */
    String placeholder() {
        return "@" + this;
    }

    @Override
    public String toString() {
        return Words.of(this);
    }
}
