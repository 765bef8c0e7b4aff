package com.elementarydata.privatelink.e2e;

import com.elementarydata.privatelink.net.AccountId;
import com.elementarydata.privatelink.net.Region;
import java.util.HashMap;
import java.util.Map;

/**
 * What the SDK shows of a local AWS at one moment. Nothing is asked twice, so that whoever changes something takes a new
 * one.
 */
final class View {

    private record Place(AccountId account, Region region) {}

    private final Clients clients;
    private final Map<Place, RegionView> regions = new HashMap<>();
    private final Map<Place, LoadBalancers> loadBalancers = new HashMap<>();
    private final Map<AccountId, HostedZones> zones = new HashMap<>();

    View(Clients clients) {
        this.clients = clients;
    }

    RegionView of(AccountId account, Region region) {
        return regions.computeIfAbsent(new Place(account, region), place -> new RegionView(clients, account, region));
    }

    LoadBalancers loadBalancers(AccountId account, Region region) {
        return loadBalancers.computeIfAbsent(
                new Place(account, region), place -> new LoadBalancers(clients.loadBalancing(account, region)));
    }

    HostedZones zones(AccountId account) {
        return zones.computeIfAbsent(account, owner -> new HostedZones(clients.route53(owner)));
    }
}
