package com.elementarydata.privatelink.operation.diagnosis;

import com.elementarydata.privatelink.command.CdkCommands;
import com.elementarydata.privatelink.fleet.ExpectedNetwork;
import com.elementarydata.privatelink.fleet.ExpectedPath;
import com.elementarydata.privatelink.judge.PathStacks;
import com.elementarydata.privatelink.net.Cidr;
import com.elementarydata.privatelink.observed.NameFacts.Zone;
import com.elementarydata.privatelink.observed.NameLookup;
import com.elementarydata.privatelink.observed.NetworkFacts;
import com.elementarydata.privatelink.observed.NetworkFacts.Endpoint;
import com.elementarydata.privatelink.observed.NetworkFacts.Peering;
import com.elementarydata.privatelink.observed.NetworkFacts.Subnet;
import com.elementarydata.privatelink.observed.NetworkFacts.Vpc;
import com.elementarydata.privatelink.observed.NotSeenException;
import com.elementarydata.privatelink.observed.PathFacts;
import com.elementarydata.privatelink.observed.ProviderFacts;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The path of one connection: what it should be, and what was observed. What a check asks for and was not seen ends
 * the check, and no other.
 *
 * @param network Elementary's network
 * @param path the connection
 * @param facts what was observed
 * @param provider what the provider sees, where it handed that out
 * @param commands for the fleet's folder
 */
record Walk(
        ExpectedNetwork network,
        ExpectedPath path,
        PathFacts facts,
        Optional<ProviderFacts> provider,
        CdkCommands commands) {

    NetworkFacts home() {
        return facts.in(network.region());
    }

    NetworkFacts abroad() {
        return facts.in(path.endpointRegion());
    }

    PathStacks stacks() {
        return new PathStacks(network, path, facts);
    }

    /** The endpoint in the outputs of the customer's stack, if it exists. */
    Optional<Endpoint> endpoint() {
        return stacks().endpointId().flatMap(id -> abroad().endpoint(id));
    }

    /** Whether the provider accepted the endpoint, as far as can be seen. */
    boolean isConnected() {
        try {
            return endpoint().filter(found -> found.endpoint().is("available")).isPresent();
        } catch (NotSeenException notSeen) {
            return false;
        }
    }

    Endpoint presentEndpoint() {
        return endpoint().orElseThrow(() -> new NotSeenException("there is no endpoint yet"));
    }

    Vpc productionVpc() {
        return vpc(home(), network.vpcId());
    }

    Vpc regionalVpc() {
        return vpc(abroad(), regionalVpcId());
    }

    /** Where the endpoint is, or else where it should be. */
    private String regionalVpcId() {
        return endpoint()
                .map(found -> found.endpoint().vpcId())
                .or(() -> stacks().vpcId())
                .orElseThrow(() -> new NotSeenException("there is no regional VPC yet"));
    }

    private static Vpc vpc(NetworkFacts where, String id) {
        return where.vpc(id).orElseThrow(() -> new NotSeenException("there is no " + id));
    }

    /** Where the endpoint is reached, or else where it should be. */
    List<Subnet> endpointSubnets() {
        List<String> ids = endpoint().map(found -> found.endpoint().subnetIds()).orElseGet(this::expectedSubnetIds);
        List<Subnet> subnets = abroad().subnets().get().stream()
                .filter(subnet -> ids.contains(subnet.id()))
                .toList();
        if (subnets.isEmpty()) {
            throw new NotSeenException("there are no subnets for the endpoint yet");
        }
        return subnets;
    }

    private List<String> expectedSubnetIds() {
        return path.zones().stream()
                .flatMap(zone -> stacks().subnetId(zone).stream())
                .sorted()
                .toList();
    }

    /** The production subnets that clients are in. */
    List<Subnet> clientSubnets() {
        List<Cidr> clients = clientCidrs();
        return home().subnets().get().stream()
                .filter(subnet -> subnet.vpcId().equals(network.vpcId()))
                .filter(subnet -> clients.stream().anyMatch(Cidr.parse(subnet.cidr())::overlaps))
                .toList();
    }

    List<Cidr> clientCidrs() {
        return network.clientCidrs().stream().map(Cidr::parse).toList();
    }

    /** The peering that packets can take, or soon can: AWS still lists those that were deleted, for hours. */
    Optional<Peering> peering() {
        String regional = regionalVpcId();
        return abroad().peerings().get().stream()
                .filter(peering -> peering.connects(regional, network.vpcId()))
                .min(Comparator.comparing(Peering::isActive)
                        .thenComparing(Peering::isToBeAccepted)
                        .thenComparing(Peering::isBeingMade)
                        .reversed());
    }

    /** The zones that are to answer for the names: the fleet's, or those of others that do. */
    List<String> ownZones() {
        if (!path.external()) {
            return path.hostedZones();
        }
        NameLookup lookup = new NameLookup(facts.names().zones().get());
        return path.hostnames().stream()
                .flatMap(hostname -> lookup.winner(hostname).stream())
                .map(Zone::name)
                .distinct()
                .toList();
    }

    /** The CDK CLI's commands for the connection's customer. */
    CdkCommands cdk() {
        return commands.forCustomer(path.customer());
    }

    /** The command that deploys a stack, and what it depends on. */
    String deploy(String stack) {
        return cdk().redeploy(stack);
    }
}
