package com.elementarydata.privatelink.model;

import com.elementarydata.privatelink.integration.Integration;
import com.elementarydata.privatelink.net.AccountId;
import com.elementarydata.privatelink.net.AvailabilityZoneId;
import com.elementarydata.privatelink.net.Region;
import java.util.List;
import java.util.Optional;

/**
 * One private connection of a customer, with everything that is derived.
 *
 * @param id unique among the customer's connections
 * @param integration the kind of service
 * @param address where the service is reached; its Region is the service's
 * @param connectivity how that Region is reached
 * @param availabilityZoneIds the zones of the endpoint, sorted
 * @param awsAccountId the customer's account, if known
 * @param dns whether the hostnames resolve to the endpoint
 * @param endpoint the endpoint where it existed before the fleet
 */
public record Connection(
        Located<Identifier> id,
        Integration integration,
        ServiceAddress address,
        Connectivity connectivity,
        List<Located<AvailabilityZoneId>> availabilityZoneIds,
        Optional<AccountId> awsAccountId,
        DnsState dns,
        Optional<AdoptedEndpoint> endpoint) {

    /** Sorts, so that the order in a file never matters. */
    public Connection {
        availabilityZoneIds = availabilityZoneIds.stream()
                .sorted((one, other) -> one.value().compareTo(other.value()))
                .toList();
    }

    /**
     * What people and programs call it everywhere: {@code acme/git}.
     *
     * @param customer whose it is
     */
    public String nameOf(Identifier customer) {
        return "%s/%s".formatted(customer, id);
    }

    /** The Region of the service. */
    public Region serviceRegion() {
        return address.serviceName().value().region();
    }

    /** The Region that the endpoint is in. */
    public Region endpointRegion(Production production) {
        return connectivity == Connectivity.CROSS_REGION ? production.region() : serviceRegion();
    }

    /** Whether the fleet has the hostnames resolve to the endpoint. */
    public boolean isActive() {
        return dns == DnsState.ACTIVE;
    }

    /** Whether the hostnames resolve by records that the fleet watches and never changes. */
    public boolean isWatched() {
        return dns == DnsState.EXTERNAL || dns == DnsState.IMPORTED;
    }

    /** Whether a stack of the customer has the hostnames' zones. */
    public boolean hasZones() {
        return dns == DnsState.ACTIVE || dns == DnsState.IMPORTED;
    }

    /** Whether a stack of the customer has the endpoint. */
    public boolean hasStack() {
        return endpoint.map(adopted -> adopted.imported().isPresent()).orElse(true);
    }

    /** Whether the hostnames resolve to the endpoint, whoever owns their zones. */
    public boolean isNamed() {
        return dns != DnsState.PREPARED;
    }
}
