package com.elementarydata.privatelink.operation.adoption;

import com.elementarydata.privatelink.fleet.LogicalIds;
import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.model.Customer;
import com.elementarydata.privatelink.net.Hostname;
import com.elementarydata.privatelink.observed.EstateFacts;
import com.elementarydata.privatelink.observed.EstateFacts.FoundZone;
import com.elementarydata.privatelink.observed.NameFacts.ZoneRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which hosted zones a customer's stack can take over: zones of exactly its names, with no names of others.
 *
 * @param facts what AWS has
 * @param customer the customer
 * @param notes hears why names stay where they are
 */
record ZoneAdoption(EstateFacts facts, Customer customer, List<String> notes) {

    /** Whether all names of a connection have such a zone. */
    boolean canBeImported(Connection connection) {
        if (!connection.isWatched()) {
            return false;
        }
        List<Hostname> names = Hostname.zonesOf(connection.address().names());
        names.stream()
                .filter(name -> zone(name).isEmpty())
                .forEach(name -> notes.add(
                        "%s has no hosted zone of its own that can be imported: it stays where it is, or \"dns: active\" makes one"
                                .formatted(name)));
        return names.stream().allMatch(name -> zone(name).isPresent());
    }

    private Optional<FoundZone> zone(Hostname name) {
        return facts.zones().value().stream()
                .flatMap(List::stream)
                .filter(found -> found.zone().name().equals(name.value())
                        && found.zone().owner().equals(facts.account()))
                .filter(this::isOfCustomer)
                .findFirst();
    }

    private boolean isOfCustomer(FoundZone found) {
        List<String> own = customer.connections().stream()
                .flatMap(connection -> connection.address().names().stream())
                .map(Hostname::value)
                .toList();
        return found.zone().records().value().stream()
                .flatMap(List::stream)
                .filter(ZoneRecord::isOfAddresses)
                .allMatch(record -> own.contains(record.name()));
    }

    /** The mapping of a stack with the ids of its zones, which no file says. */
    StackImport identified(StackImport stack) {
        Map<String, String> zones = new HashMap<>();
        customer.connections().stream()
                .flatMap(connection -> Hostname.zonesOf(connection.address().names()).stream())
                .forEach(name -> zone(name)
                        .ifPresent(found -> zones.put(
                                LogicalIds.hostedZone(name), found.zone().id())));
        SortedMap<String, Map<String, String>> mapping = new TreeMap<>(stack.mapping());
        mapping.replaceAll(
                (name, identity) -> zones.containsKey(name) ? Map.of("Id", zones.getOrDefault(name, "")) : identity);
        return new StackImport(stack.stack(), stack.region(), mapping);
    }
}
