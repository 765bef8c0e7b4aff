package com.elementarydata.privatelink.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.model.Customer;
import com.elementarydata.privatelink.model.Problem;
import com.elementarydata.privatelink.net.Hostname;
import java.util.List;
import java.util.Optional;

/** The text of {@code acme.yaml} as it is read, with the fleet's usual ground. */
record CustomerText(Optional<Customer> customer, List<String> problems) {

    static CustomerText of(String text) {
        Problems problems = new Problems();
        Optional<Customer> customer = YamlReader.read("acme.yaml", text.getBytes(UTF_8), problems)
                .flatMap(file -> CustomerFile.read("acme.yaml", file, Optional.empty(), problems));
        return new CustomerText(
                customer, problems.sorted().stream().map(Problem::toString).toList());
    }

    /** One connection, from its keys in lines of their own. */
    static CustomerText ofConnection(String keys) {
        return of("id: acme\nconnections:\n  - id: one\n" + keys.strip().indent(4));
    }

    /** The only connection, in whose file nothing is wrong. */
    Connection connection() {
        if (!problems.isEmpty()) {
            throw new AssertionError(String.join("\n", problems));
        }
        return customer.orElseThrow().connections().get(0);
    }

    List<String> hostnames() {
        return connection().address().hostnames().stream()
                .map(hostname -> hostname.value())
                .map(Hostname::toString)
                .toList();
    }
}
