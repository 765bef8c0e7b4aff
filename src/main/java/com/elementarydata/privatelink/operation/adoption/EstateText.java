package com.elementarydata.privatelink.operation.adoption;

import com.elementarydata.privatelink.config.ConnectionText;
import com.elementarydata.privatelink.integration.Integration;
import com.elementarydata.privatelink.integration.Key;
import com.elementarydata.privatelink.model.Connectivity;
import com.elementarydata.privatelink.model.DnsState;
import com.elementarydata.privatelink.observed.EstateFacts.FoundEndpoint;
import com.elementarydata.privatelink.observed.EstateFacts.FoundSubnet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A connection of an estate as it is written in its customer's file.
 *
 * @param text its keys
 * @param comments what could not be told
 * @param name what its id resembles
 */
record EstateText(ConnectionText text, List<String> comments, String name) {

    static final String ORIGIN = "inventory";

    /** A key of an integration. */
    static Key key(Integration integration, String name) {
        return integration.keys().stream()
                .filter(key -> key.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The same with more that could not be told. */
    EstateText saying(List<String> more) {
        List<String> all = new ArrayList<>(comments);
        all.addAll(more);
        return new EstateText(text, List.copyOf(all), name);
    }

    /**
     * Adds what all integrations have.
     *
     * @param text the keys that the integration has
     * @return the whole; empty where AWS says no name of the endpoint
     */
    static Optional<EstateText> of(
            ConnectionText text, EstateConnection connection, Estate estate, List<String> comments, String name) {
        FoundEndpoint found = connection.found();
        List<String> more = new ArrayList<>(comments);
        if (connection.told() == EstateConnection.Told.SERVICE) {
            more.add(0, "whose it is could not be told: rename the file and its id, or name it with --customers");
        }
        if (!found.serviceRegion().equals(connection.region())) {
            text.text("connectivity", Optional.of(Connectivity.CROSS_REGION), ORIGIN);
        }
        text.texts("availabilityZoneIds", zones(connection, estate), ORIGIN);
        text.text("dns", Optional.of(DnsState.EXTERNAL), ORIGIN);
        return found.endpoint().dnsNames().stream()
                .findFirst()
                .flatMap(dnsName -> found.hostedZoneId()
                        .map(zone -> text.endpoint(found.endpoint().id(), dnsName, zone, ORIGIN)))
                .map(whole -> new EstateText(whole, List.copyOf(more), name));
    }

    private static List<String> zones(EstateConnection connection, Estate estate) {
        List<String> subnets = connection.found().endpoint().subnetIds();
        return estate.facts().in(connection.region()).stream()
                .flatMap(region -> region.subnets().stream())
                .filter(subnet -> subnets.contains(subnet.id()))
                .map(FoundSubnet::zone)
                .distinct()
                .sorted()
                .toList();
    }
}
