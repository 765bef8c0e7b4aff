package com.elementarydata.privatelink.demo;

import com.elementarydata.privatelink.config.FleetFolder;
import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.model.Connectivity;
import com.elementarydata.privatelink.model.FleetFiles;
import com.elementarydata.privatelink.model.Located;
import com.elementarydata.privatelink.model.Network;
import com.elementarydata.privatelink.model.Problem;
import com.elementarydata.privatelink.model.Production;
import com.elementarydata.privatelink.net.AccountId;
import com.google.common.collect.Multimaps;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a fleet expects to exist before it is deployed, in the JSON that a local AWS is told it with.
 *
 * @param network whose production VPC exists
 * @param connections whose endpoint services exist
 */
public record LocalWorld(Network network, List<Connection> connections) {

    /** Whose the vendors' services are, whose accounts no fleet names. */
    private static final AccountId VENDOR = AccountId.parse("999988887777");

    /** The world of what could be read of a fleet folder, whose network must be right. */
    public static LocalWorld of(FleetFiles files) {
        return new LocalWorld(
                files.network().orElseThrow(),
                files.customers().stream()
                        .flatMap(customer -> customer.connections().stream())
                        .toList());
    }

    /** The account that owns the endpoint service of a connection there. */
    public static AccountId ownerOf(Connection connection) {
        return connection.integration().isHostedByCustomer()
                ? connection.awsAccountId().orElse(VENDOR)
                : VENDOR;
    }

    /** Prints the world of a fleet folder, the only argument, for {@code bin/local-aws --fleet}. */
    public static void main(String[] arguments) {
        FleetFiles files = FleetFolder.read(Path.of(arguments[0]));
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        List<Problem> errors = files.problems().stream()
                .filter(problem -> !problem.isWarning())
                .toList();
        errors.forEach(err::println);
        if (!errors.isEmpty()) {
            System.exit(1);
        }
        new PrintStream(System.out, true, StandardCharsets.UTF_8)
                .println(of(files).json());
    }

    /** The document, whose form {@code local-aws/README.md} describes. */
    public String json() {
        ObjectNode world = JsonMapper.shared().createObjectNode();
        addProduction(world.putArray("Vpcs").addObject());
        ArrayNode services = world.putArray("EndpointServices");
        Multimaps.index(
                        connections,
                        connection -> connection.address().serviceName().value())
                .asMap()
                .forEach((name, users) -> addService(services.addObject(), name.toString(), users));
        return world.toPrettyString();
    }

    private void addProduction(ObjectNode vpc) {
        Production production = network.production();
        vpc.put("OwnerId", network.account().value());
        vpc.put("Region", production.region().code());
        vpc.put("VpcId", production.vpcId());
        vpc.put("CidrBlock", production.cidr().toString());
        addAll(vpc, "RouteTableIds", production.routeTableIds().stream());
        addAll(vpc, "SubnetCidrBlocks", production.clientCidrs().stream());
    }

    /** A service that several connections use is in the zones and on the ports of all of them. */
    private void addService(ObjectNode service, String name, Collection<Connection> users) {
        Production production = network.production();
        service.put("OwnerId", ownerOf(users.iterator().next()).value());
        service.put("ServiceName", name);
        addAll(
                service,
                "AvailabilityZoneIds",
                with(Connectivity.PEERED, users)
                        .flatMap(user -> user.availabilityZoneIds().stream())
                        .map(Located::value)
                        .sorted());
        addAll(
                service,
                "SupportedRegions",
                with(Connectivity.CROSS_REGION, users).map(user -> production.region()));
        ArrayNode ports = service.putArray("ListenerPorts");
        users.stream()
                .flatMap(user -> user.address().ports().stream())
                .distinct()
                .sorted()
                .forEach(port -> ports.add(port.number()));
        addAll(service, "ClientCidrBlocks", production.clientCidrs().stream());
        service.put("AcceptanceRequired", true);
        String elementary = "arn:%s:iam::%s:root".formatted(production.region().partition(), network.account());
        addAll(service, "AllowedPrincipals", Stream.of(elementary));
    }

    private static Stream<Connection> with(Connectivity connectivity, Collection<Connection> users) {
        return users.stream().filter(user -> user.connectivity() == connectivity);
    }

    private static void addAll(ObjectNode node, String key, Stream<?> values) {
        ArrayNode list = node.putArray(key);
        values.map(Object::toString).distinct().forEach(list::add);
    }
}
