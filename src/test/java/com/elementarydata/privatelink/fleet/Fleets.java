package com.elementarydata.privatelink.fleet;

import com.elementarydata.privatelink.integration.TcpService;
import com.elementarydata.privatelink.model.AdoptedNetwork;
import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.model.Connectivity;
import com.elementarydata.privatelink.model.Customer;
import com.elementarydata.privatelink.model.DatabricksServices;
import com.elementarydata.privatelink.model.DnsState;
import com.elementarydata.privatelink.model.Identifier;
import com.elementarydata.privatelink.model.Ledger;
import com.elementarydata.privatelink.model.Limits;
import com.elementarydata.privatelink.model.Located;
import com.elementarydata.privatelink.model.Network;
import com.elementarydata.privatelink.model.Position;
import com.elementarydata.privatelink.model.Production;
import com.elementarydata.privatelink.model.RegionalAddresses;
import com.elementarydata.privatelink.model.ServiceAddress;
import com.elementarydata.privatelink.net.AccountId;
import com.elementarydata.privatelink.net.AvailabilityZoneId;
import com.elementarydata.privatelink.net.Cidr;
import com.elementarydata.privatelink.net.EndpointServiceName;
import com.elementarydata.privatelink.net.Hostname;
import com.elementarydata.privatelink.net.KnownRegions;
import com.elementarydata.privatelink.net.Port;
import com.elementarydata.privatelink.net.Region;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Fleets that need no files. */
final class Fleets {

    static final String LEDGER = "addresses.lock.yaml";

    private Fleets() {}

    static <T> Located<T> located(T value) {
        return new Located<>(value, Position.ofFile("here.yaml"));
    }

    static Network network(String pool) {
        return new Network(
                "network.yaml",
                KnownRegions.USUAL,
                AccountId.parse("111122223333"),
                new Production(
                        Region.parse("eu-central-1"),
                        "vpc-0a1b2c3d4e5f60718",
                        located(Cidr.parse("10.0.0.0/16")),
                        List.of(Cidr.parse("10.0.1.0/24")),
                        List.of("rtb-0a1b2c3d4e5f60711")),
                located(Cidr.parse(pool)),
                List.of(),
                List.of(Hostname.parse("elementary.example")),
                Limits.DEFAULT,
                DatabricksServices.catalogue(),
                List.of());
    }

    static Network network() {
        return network("10.64.0.0/10");
    }

    /** The usual network with other quotas. */
    static Network network(Limits limits) {
        return network(network().protectedDomains(), limits);
    }

    /** The usual network with other protected domains and quotas. */
    static Network network(List<Hostname> protectedDomains, Limits limits) {
        Network usual = network();
        return new Network(
                usual.file(),
                usual.regions(),
                usual.account(),
                usual.production(),
                usual.regionalCidrPool(),
                usual.reservedCidrs(),
                protectedDomains,
                limits,
                usual.databricksServices(),
                usual.sharedServices());
    }

    static Ledger emptyLedger() {
        return Ledger.empty(LEDGER);
    }

    /** A ledger of one Region. */
    static Ledger ledger(String region, String cidr, Map<String, String> subnets) {
        return ledger(region, cidr, subnets, Optional.empty());
    }

    /** A ledger of one Region, whose VPC existed before. */
    static Ledger adopted(String region, String cidr, Map<String, String> subnets) {
        SortedMap<AvailabilityZoneId, String> ids = new TreeMap<>();
        subnets.keySet().forEach(zone -> ids.put(AvailabilityZoneId.parse(zone), "subnet-" + zone));
        return ledger(
                region,
                cidr,
                subnets,
                Optional.of(
                        new AdoptedNetwork(located("vpc-" + region), "pcx-" + region, ids, false, Optional.empty())));
    }

    private static Ledger ledger(
            String region, String cidr, Map<String, String> subnets, Optional<AdoptedNetwork> adopted) {
        SortedMap<AvailabilityZoneId, Located<Cidr>> byZone = new TreeMap<>();
        subnets.forEach((zone, subnet) -> byZone.put(AvailabilityZoneId.parse(zone), located(Cidr.parse(subnet))));
        return new Ledger(
                LEDGER,
                new TreeMap<>(Map.of(
                        Region.parse(region),
                        new RegionalAddresses(located(Cidr.parse(cidr)), adopted, byZone, Optional.empty()))),
                Optional.empty());
    }

    /** A connection to a service of its own in a Region, with an endpoint in some of its zones. */
    static Connection connection(String id, String region, List<Integer> zones) {
        Region of = Region.parse(region);
        return new Connection(
                located(Identifier.parse(id)),
                TcpService.INTEGRATION,
                new ServiceAddress(
                        located(new EndpointServiceName(of, "vpce-svc-%08x".formatted(id.hashCode()))),
                        List.of(located(Hostname.parse(id + ".example"))),
                        List.of(Port.of(443))),
                Connectivity.PEERED,
                zones.stream()
                        .map(number -> located(AvailabilityZoneId.parse("%s-az%d".formatted(of.shortForm(), number))))
                        .toList(),
                Optional.empty(),
                DnsState.ACTIVE,
                Optional.empty());
    }

    /** The same connection, written in another file. */
    static Connection in(String file, Connection connection) {
        return new Connection(
                new Located<>(connection.id().value(), Position.ofFile(file)),
                connection.integration(),
                connection.address(),
                connection.connectivity(),
                connection.availabilityZoneIds(),
                connection.awsAccountId(),
                connection.dns(),
                Optional.empty());
    }

    /** A customer for each of the connections. */
    static List<Customer> customers(List<Connection> connections) {
        return IntStream.range(0, connections.size())
                .mapToObj(i -> new Customer(located(Identifier.parse("customer-" + i)), List.of(connections.get(i))))
                .toList();
    }

    static Fleet fleet(Ledger ledger, Connection... connections) {
        return new Fleet(network(), ledger, customers(List.of(connections)));
    }
}
