package com.elementarydata.privatelink.operation.deployment;

import com.elementarydata.privatelink.dns.DnsResolver;
import com.elementarydata.privatelink.judge.NewName;
import com.elementarydata.privatelink.model.Customer;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.net.Hostname;
import com.elementarydata.privatelink.observed.DomainNames;
import com.elementarydata.privatelink.observed.NameFacts;
import com.elementarydata.privatelink.observed.PathFacts;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The names of some customers, active or prepared and not external, that have no hosted zone in the production VPC yet.
 *
 * @param names each once, by itself
 */
record NewNames(SortedMap<Hostname, NewName> names) {

    /** All names are new where hosted zones could not be read. */
    static NewNames of(List<Customer> customers, PathFacts facts) {
        SortedMap<Hostname, NewName> names = new TreeMap<>();
        customers.stream()
                .flatMap(customer -> customer.connections().stream())
                .filter(connection -> !connection.isWatched())
                .flatMap(NewName::of)
                .forEach(name -> names.putIfAbsent(name.hostname(), name));
        List<String> zones = facts.names().zones().value().orElse(List.of()).stream()
                .map(NameFacts.Zone::name)
                .filter(zone -> names.keySet().stream()
                        .anyMatch(name -> name.withoutWildcard().value().equals(zone)))
                .toList();
        names.keySet()
                .removeIf(name -> zones.stream()
                        .anyMatch(zone ->
                                DomainNames.covers(zone, name.withoutWildcard().value())));
        return new NewNames(names);
    }

    /** Where they point today. */
    List<Finding> askedOf(DnsResolver resolver) {
        return NewName.judge(names.values(), resolver.ask(names.keySet()));
    }
}
