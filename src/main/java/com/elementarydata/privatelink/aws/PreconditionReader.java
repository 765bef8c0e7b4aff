package com.elementarydata.privatelink.aws;

import com.elementarydata.privatelink.diagnose.ExpectedNetwork;
import com.elementarydata.privatelink.diagnose.ExpectedPath;
import com.elementarydata.privatelink.diagnose.NetworkFacts;
import com.elementarydata.privatelink.diagnose.PathFacts;
import com.elementarydata.privatelink.diagnose.Reading;
import com.elementarydata.privatelink.net.Region;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awssdk.services.ec2.Ec2Client;

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
        SortedMap<String, NetworkFacts> networks = new TreeMap<>();
        try (Ec2Client ec2 = access.ec2(home)) {
            networks.put(
                    network.region(),
                    new NetworkReader(ec2, home).read(List.of(network.vpcId()), List.of(), network.vpcId()));
        }
        return new PathFacts(
                Reading.of(account),
                whole.regions(used),
                new TreeMap<>(),
                networks,
                new NameReader(access, home, network.vpcId(), network.account()).read(hostnames),
                whole.services(paths),
                Optional.empty());
    }
}
