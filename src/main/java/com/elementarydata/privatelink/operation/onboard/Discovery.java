package com.elementarydata.privatelink.operation.onboard;

import com.elementarydata.privatelink.aws.AvailabilityZones;
import com.elementarydata.privatelink.aws.AwsAccess;
import com.elementarydata.privatelink.aws.EndpointServices;
import com.elementarydata.privatelink.fleet.Fleet;
import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.model.Connectivity;
import com.elementarydata.privatelink.model.Located;
import com.elementarydata.privatelink.model.Refusal;
import com.elementarydata.privatelink.model.RegionalAddresses;
import com.elementarydata.privatelink.net.AccountId;
import com.elementarydata.privatelink.net.AvailabilityZoneId;
import com.elementarydata.privatelink.net.EndpointServiceName;
import com.elementarydata.privatelink.net.Region;
import com.elementarydata.privatelink.observed.VisibleService;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What AWS says about the service of a new connection.
 *
 * @param aws the credentials to ask with
 * @param fleet the existing fleet
 */
record Discovery(AwsAccess aws, Fleet fleet) {

    /** Enough that one may fail; each costs by the hour, and uses one of a Region's few subnets. */
    private static final int ZONES = 2;

    /** The service, which must belong to the customer account that the connection names. */
    VisibleService find(Connection connection) {
        // another account may be allowed what Elementary's is not
        aws.requireOwn(fleet.network());
        EndpointServiceName name = connection.address().serviceName().value();
        VisibleService service =
                new EndpointServices(aws, name.region()).find(name).orElseThrow(() -> notVisible(name));
        Optional<AccountId> owner = connection
                .awsAccountId()
                .filter(account -> fleet.network().isHostedByCustomer(connection))
                .filter(account -> !account.value().equals(service.owner()));
        if (owner.isPresent()) {
            throw Refusal.of(
                    "%s belongs to the account %s, not to %s, which the connection names; find out which is right"
                            .formatted(name, service.owner(), owner.get()));
        }
        requireReach(connection, name);
        return service;
    }

    private Refusal notVisible(EndpointServiceName name) {
        AccountId elementary = fleet.network().account();
        return Refusal.of(
                "%s is not visible to the account %s; have its owner allow arn:%s:iam::%s:root to connect, and check its name"
                        .formatted(name, elementary, name.region().partition(), elementary));
    }

    private void requireReach(Connection connection, EndpointServiceName name) {
        Region home = fleet.network().production().region();
        if (connection.connectivity() == Connectivity.CROSS_REGION
                && new EndpointServices(aws, home).seen(name).isEmpty()) {
            throw Refusal.of("%s does not support %s; have its owner add %s to its supported Regions, or leave"
                            .formatted(name, home, home)
                    + " connectivity cross-region out");
        }
    }

    /** The zones for an endpoint to a service, preferring those of the fleet's other endpoints. */
    List<AvailabilityZoneId> choose(EndpointServiceName name, VisibleService service) {
        RegionalAddresses known = fleet.ledger().regions().get(name.region());
        Set<AvailabilityZoneId> used =
                known == null ? Set.of() : known.subnets().keySet();
        if (service.zones().isEmpty()) {
            throw Refusal.of("AWS shows no zone of %s; ask its owner, and give zones with --availability-zone-ids"
                    .formatted(name));
        }
        return service.zones().stream()
                .map(AvailabilityZoneId::parse)
                .sorted(Comparator.comparing((AvailabilityZoneId zone) -> !used.contains(zone))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(ZONES)
                .sorted()
                .toList();
    }

    /**
     * Refuses given zones that the service is not in, or that do not exist: with cross-Region access, or where AWS does not
     * show the service's, they need not be the service's.
     */
    void requireOffered(Connection connection, VisibleService service) {
        boolean across = connection.connectivity() == Connectivity.CROSS_REGION;
        Region region = connection.endpointRegion(fleet.network().production());
        boolean shown = !across && !service.zones().isEmpty();
        List<String> offered = shown ? service.zones() : new AvailabilityZones(aws).in(region);
        String absent = connection.availabilityZoneIds().stream()
                .map(Located::value)
                .map(AvailabilityZoneId::value)
                .filter(zone -> !offered.contains(zone))
                .collect(Collectors.joining(", "));
        if (!absent.isEmpty()) {
            throw Refusal.of((shown ? "%s is not in %s but in %s" : "%s has no zone %s, but %s")
                            .formatted(shown ? connection.address().serviceName() : region, absent, offered)
                    + "; choose from those zones");
        }
    }
}
