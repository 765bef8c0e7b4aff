package com.elementarydata.privatelink.fleet;

import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.model.Customer;
import com.elementarydata.privatelink.model.Located;
import com.elementarydata.privatelink.model.Position;
import com.elementarydata.privatelink.net.Hostname;
import java.util.stream.Stream;

/** A hostname of a connection, and its customer. */
record ConnectionHostname(Customer customer, Connection connection, Located<Hostname> hostname) {

    static Stream<ConnectionHostname> ofAll(Fleet fleet) {
        return fleet.connections()
                .flatMap(owned -> owned.connection().address().hostnames().stream()
                        .map(hostname -> new ConnectionHostname(owned.customer(), owned.connection(), hostname)));
    }

    Hostname name() {
        return hostname.value();
    }

    Position at() {
        return hostname.at();
    }

    boolean isOfSameConnectionAs(ConnectionHostname other) {
        return connection.id().equals(other.connection.id());
    }

    boolean isOfSameCustomerAs(ConnectionHostname other) {
        return customer.file().equals(other.customer.file());
    }
}
