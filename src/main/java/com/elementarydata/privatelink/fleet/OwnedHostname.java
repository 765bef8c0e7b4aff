package com.elementarydata.privatelink.fleet;

import com.elementarydata.privatelink.integration.OfferedNames;
import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.model.Customer;
import com.elementarydata.privatelink.model.Located;
import com.elementarydata.privatelink.model.Position;
import com.elementarydata.privatelink.model.Problem;
import com.elementarydata.privatelink.model.ProblemCode;
import com.elementarydata.privatelink.net.Hostname;
import java.util.Collection;
import java.util.stream.Stream;

/** A hostname of a connection, and its customer. */
record OwnedHostname(Customer customer, Connection connection, Located<Hostname> hostname) {

    static Stream<OwnedHostname> allOf(Fleet fleet) {
        return fleet.connections()
                .flatMap(owned -> owned.connection().address().hostnames().stream()
                        .map(hostname -> new OwnedHostname(owned.customer(), owned.connection(), hostname)));
    }

    Hostname name() {
        return hostname.value();
    }

    Position at() {
        return hostname.at();
    }

    boolean isOfSameCustomerAs(OwnedHostname other) {
        return customer.file().equals(other.customer.file());
    }

    /** A problem with each domain that the name is at, below or above. */
    Stream<Problem> beside(Collection<Hostname> domains, ProblemCode code, String what, String remedy) {
        return OfferedNames.hiddenBy(name(), domains)
                .map(domain -> new Problem(at(), code, what.formatted(name(), domain), remedy));
    }
}
