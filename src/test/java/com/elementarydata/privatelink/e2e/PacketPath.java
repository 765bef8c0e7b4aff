package com.elementarydata.privatelink.e2e;

import static com.elementarydata.privatelink.e2e.Verdict.require;

import com.elementarydata.privatelink.e2e.Verdict.Broken;
import com.elementarydata.privatelink.fleet.Fleet.CustomerConnection;
import com.elementarydata.privatelink.fleet.OutputNames;
import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.model.Production;
import com.elementarydata.privatelink.net.Cidr;
import com.elementarydata.privatelink.net.Hostname;
import com.elementarydata.privatelink.net.Port;
import com.elementarydata.privatelink.net.Region;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.RouteState;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.ec2.model.VpcPeeringConnection;

/**
 * Walks the way of a packet from a client's subnet to a target and back, hop by hop, in nothing but the state that the SDK
 * shows. No template, no construct and no stack of the product has a say in what is right.
 *
 * @param view the state
 * @param production where the clients are
 * @param owned the connection, of which the file's names and ports are what must work
 */
record PacketPath(View view, Production production, CustomerConnection owned) {

    /** A walk from a client's subnet to a port. */
    Verdict walk(Cidr client, Port port) {
        try {
            Connection connection = owned.connection();
            VpcEndpoint endpoint = endpoint();
            requireNames(endpoint);
            for (String subnetId : endpoint.subnetIds()) {
                Subnet subnet = elementarys().subnet(subnetId);
                requireNetwork(client, port, endpoint, subnet, address(endpoint, subnet));
            }
            requireGroup(client, port, endpoint);
            new ProviderPath(view, connection, endpoint, endpointRegion()).require(client, port);
            return Verdict.PASSES;
        } catch (Broken broken) {
            return broken.verdict();
        }
    }

    private Region endpointRegion() {
        return owned.connection().endpointRegion(production);
    }

    private RegionView elementarys() {
        return view.of(Accounts.ELEMENTARY, endpointRegion());
    }

    /** The endpoint that the customer's file names, or its stack hands out. */
    private VpcEndpoint endpoint() throws Broken {
        String id = owned.connection()
                .endpoint()
                .map(adopted -> adopted.id().value())
                .orElseGet(() -> elementarys()
                        .output(
                                owned.stack(production),
                                OutputNames.endpointId(owned.connection().id().value())));
        VpcEndpoint endpoint = elementarys().endpoints().stream()
                .filter(candidate -> candidate.vpcEndpointId().equals(id))
                .findFirst()
                .orElseThrow(() -> new Broken(Hop.ENDPOINT, id + " does not exist"));
        require(
                endpoint.stateAsString().equalsIgnoreCase("available"),
                Hop.ENDPOINT,
                "%s is %s",
                id,
                endpoint.stateAsString());
        require(!endpoint.subnetIds().isEmpty(), Hop.ENDPOINT, "%s stands in no subnet", id);
        return endpoint;
    }

    /** Every name of a connection that has some leads to the endpoint; a name below a wildcard stands for all of them. */
    private void requireNames(VpcEndpoint endpoint) throws Broken {
        if (!owned.connection().isNamed()) {
            return;
        }
        for (var located : owned.connection().address().hostnames()) {
            Hostname hostname = located.value();
            String name = hostname.isWildcard() ? "anything." + hostname.withoutWildcard() : hostname.value();
            Optional<String> target = view.zones(Accounts.ELEMENTARY).lookUp(name, production);
            require(
                    target.isPresent()
                            && endpoint.dnsEntries().stream()
                                    .anyMatch(entry ->
                                            HostedZones.plain(entry.dnsName()).equals(target.get())),
                    Hop.NAME,
                    "%s leads to %s and not to %s",
                    name,
                    target.orElse("nothing"),
                    endpoint.vpcEndpointId());
        }
    }

    private Cidr address(VpcEndpoint endpoint, Subnet subnet) throws Broken {
        List<NetworkInterface> standing = elementarys().interfaces().stream()
                .filter(one -> endpoint.networkInterfaceIds().contains(one.networkInterfaceId()))
                .filter(one -> one.subnetId().equals(subnet.subnetId()))
                .toList();
        require(
                standing.size() == 1 && endpoint.vpcId().equals(subnet.vpcId()),
                Hop.ENDPOINT,
                "%s has %d interfaces in %s",
                endpoint.vpcEndpointId(),
                standing.size(),
                subnet.subnetId());
        return Cidr.ofAddress(standing.get(0).privateIpAddress());
    }

    private void requireNetwork(Cidr client, Port port, VpcEndpoint endpoint, Subnet subnet, Cidr address)
            throws Broken {
        RegionView home = view.of(Accounts.ELEMENTARY, production.region());
        Subnet clients = home.subnets().stream()
                .filter(candidate -> candidate.vpcId().equals(production.vpcId())
                        && Cidr.parse(candidate.cidrBlock()).contains(client))
                .findFirst()
                .orElseThrow(() -> new Broken(Hop.CLIENT_ROUTE, "no subnet has " + client));
        String there = peering(NetworkRules.route(home, clients, address), Hop.CLIENT_ROUTE, client, address);
        requireActive(home, there, endpoint.vpcId());
        String back = peering(NetworkRules.route(elementarys(), subnet, client), Hop.RETURN_ROUTE, address, client);
        require(back.equals(there), Hop.RETURN_ROUTE, "%s leads back, and %s leads there", back, there);
        require(
                NetworkRules.pass(home, clients, address, port, true),
                Hop.CLIENT_NETWORK_ACL,
                "the network ACL of %s refuses %s",
                clients.subnetId(),
                address);
        require(
                NetworkRules.pass(elementarys(), subnet, client, port, false),
                Hop.ENDPOINT_NETWORK_ACL,
                "the network ACL of %s refuses %s",
                subnet.subnetId(),
                client);
    }

    private static String peering(Optional<Route> route, Hop hop, Cidr from, Cidr to) throws Broken {
        require(
                route.filter(found -> found.vpcPeeringConnectionId() != null && found.state() == RouteState.ACTIVE)
                        .isPresent(),
                hop,
                "%s is led to %s by no active peering",
                from,
                to);
        return route.orElseThrow().vpcPeeringConnectionId();
    }

    private void requireActive(RegionView home, String id, String endpointVpc) throws Broken {
        Optional<VpcPeeringConnection> peering = home.peerings().stream()
                .filter(candidate -> candidate.vpcPeeringConnectionId().equals(id))
                .findFirst();
        require(
                peering.filter(found -> found.status().codeAsString().equals("active"))
                        .isPresent(),
                Hop.PEERING,
                "%s is %s",
                id,
                peering.map(found -> found.status().codeAsString()).orElse("not there"));
        List<String> ends = List.of(
                peering.orElseThrow().requesterVpcInfo().vpcId(),
                peering.orElseThrow().accepterVpcInfo().vpcId());
        require(
                ends.contains(production.vpcId()) && ends.contains(endpointVpc),
                Hop.PEERING,
                "%s connects %s, and the endpoint is in %s",
                id,
                ends,
                endpointVpc);
    }

    private void requireGroup(Cidr client, Port port, VpcEndpoint endpoint) throws Broken {
        require(
                endpoint.groups().stream()
                        .map(group -> elementarys().group(group.groupId()))
                        .anyMatch(group -> NetworkRules.admit(group.ipPermissions(), client, port)),
                Hop.ENDPOINT_GROUP,
                "no group of %s admits %s on %s",
                endpoint.vpcEndpointId(),
                client,
                port);
    }
}
