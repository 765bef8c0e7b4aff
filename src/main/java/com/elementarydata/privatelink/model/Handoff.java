package com.elementarydata.privatelink.model;

import com.elementarydata.privatelink.integration.Integration;
import com.elementarydata.privatelink.integration.OfferedNames;
import com.elementarydata.privatelink.net.AccountId;
import com.elementarydata.privatelink.net.AvailabilityZoneId;
import com.elementarydata.privatelink.net.Hostname;
import java.util.List;

/**
 * What a customer gives to Elementary.
 *
 * @param integration the kind of service
 * @param awsAccountId the customer's account
 * @param address where the service is reached
 * @param availabilityZoneIds the zones that the service is in, if known
 */
public record Handoff(
        Integration integration,
        AccountId awsAccountId,
        ServiceAddress address,
        List<AvailabilityZoneId> availabilityZoneIds) {

    public List<Hostname> hostnames() {
        return address.names();
    }

    /** The host, or the first of several. */
    public Hostname host() {
        return hostnames().get(0).withoutWildcard();
    }

    /** Whether names below the host point there too. */
    public boolean hasHostsBelow() {
        return hostnames().stream().anyMatch(Hostname::isWildcard);
    }

    /** Whether the names are as many as the integration has. */
    public boolean fits() {
        return OfferedNames.fit(integration, hostnames());
    }
}
