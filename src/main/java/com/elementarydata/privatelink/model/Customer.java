package com.elementarydata.privatelink.model;

import java.util.Comparator;
import java.util.List;

/**
 * A customer and its connections.
 *
 * @param id the customer's id, which is its file's name
 * @param connections its connections, sorted by id
 */
public record Customer(Located<Identifier> id, List<Connection> connections) {

    /** Sorts, so that the order in a file never matters. */
    public Customer {
        connections = connections.stream()
                .sorted(Comparator.comparing(connection -> connection.id().value()))
                .toList();
    }

    /** The file that the customer is written in. */
    public String file() {
        return id.at().file();
    }
}
