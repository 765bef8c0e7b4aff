package com.elementarydata.privatelink.aws;

import com.elementarydata.privatelink.fleet.ExpectedNetwork;
import com.elementarydata.privatelink.fleet.ExpectedPath;
import com.elementarydata.privatelink.net.Region;
import com.elementarydata.privatelink.observed.NetworkFacts;
import com.elementarydata.privatelink.observed.PathFacts;
import com.elementarydata.privatelink.observed.Reading;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the preconditions judge, with a few calls and one for each endpoint service.
 *
 * @param access with the credentials of Elementary's account
 */
public record PreconditionReader(AwsAccess access) {

    /**
     * Reads it.
     *
     * @param network Elementary's network
     * @param regions the Regions in use
     * @param paths the connections whose names and services matter
     */
    public PathFacts read(ExpectedNetwork network, Collection<String> regions, List<ExpectedPath> paths) {
        Region home = Region.parse(network.region());
        AccountReader whole = new AccountReader(access, home);
        String account = access.account(home).value();
        if (!account.equals(network.account())) {
            return whole.nothing(account, network, paths);
        }
        SortedSet<String> used = new TreeSet<>(regions);
        used.add(network.region());
        List<String> hostnames = paths.stream()
                .filter(ExpectedPath::active)
                .flatMap(path -> path.hostnames().stream())
                .distinct()
                .toList();
        return new PathFacts(
                Reading.of(account),
                whole.regions(used),
                new TreeMap<>(),
                new TreeMap<>(Map.of(network.region(), home(home, network.vpcId()))),
                new NameReader(access, home, network.vpcId(), network.account()).read(hostnames),
                whole.services(paths),
                Optional.empty());
    }

    private NetworkFacts home(Region home, String vpcId) {
        return AwsAccess.ask(
                access.ec2(home), ec2 -> new NetworkReader(ec2, home).read(List.of(vpcId), List.of(), vpcId));
    }
}
