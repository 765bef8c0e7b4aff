package com.elementarydata.privatelink.judge;

import com.elementarydata.privatelink.fleet.ExpectedNetwork;
import com.elementarydata.privatelink.fleet.ExpectedPath;
import com.elementarydata.privatelink.fleet.ExpectedPath.ExpectedStacks;
import com.elementarydata.privatelink.observed.Deployed;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The stacks that make a connection, with what each is needed for.
 *
 * @param regional the regional VPC's
 * @param production the routes' of production
 * @param endpoints the customer's in the Region
 * @param dns the customer's names'
 */
public record PathStacks(ExpectedStack regional, ExpectedStack production, ExpectedStack endpoints, ExpectedStack dns) {

    public static PathStacks of(ExpectedNetwork network, ExpectedPath path, Deployed deployed) {
        return new PathStacks(
                regional(path, deployed),
                production(network, path, deployed),
                endpoints(path, deployed),
                dns(network, path, deployed));
    }

    public static ExpectedStack regional(ExpectedPath path, Deployed deployed) {
        ExpectedStacks stacks = path.stacks();
        Stream<String> subnets = path.zones().stream()
                .flatMap(zone -> Optional.ofNullable(stacks.subnetIds().get(zone)).stream());
        List<String> outputs = Stream.concat(Stream.of(stacks.vpcId(), stacks.peeringId()), subnets)
                .toList();
        return stack(path.endpointRegion(), stacks.regional(), outputs, deployed);
    }

    public static ExpectedStack production(ExpectedNetwork network, ExpectedPath path, Deployed deployed) {
        return stack(network.region(), path.stacks().production(), List.of(), deployed);
    }

    public static ExpectedStack endpoints(ExpectedPath path, Deployed deployed) {
        ExpectedStacks stacks = path.stacks();
        List<String> outputs = List.of(stacks.endpointId(), stacks.dnsName());
        return stack(path.endpointRegion(), stacks.customer(), outputs, deployed);
    }

    public static ExpectedStack dns(ExpectedNetwork network, ExpectedPath path, Deployed deployed) {
        return stack(network.region(), path.stacks().dns(), List.of(), deployed);
    }

    private static ExpectedStack stack(String region, String name, List<String> outputs, Deployed deployed) {
        return new ExpectedStack(name, region, outputs, deployed.stack(region, name));
    }

    /** All of them, in the order of their deployment. */
    public List<ExpectedStack> all() {
        return List.of(regional, production, endpoints, dns);
    }
}
