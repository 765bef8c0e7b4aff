package com.elementarydata.privatelink.config;

import com.elementarydata.privatelink.config.YamlNode.Mapping;
import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.model.Connectivity;
import com.elementarydata.privatelink.model.DnsState;
import com.elementarydata.privatelink.model.Identifier;
import com.elementarydata.privatelink.model.Integration;
import com.elementarydata.privatelink.model.Located;
import com.elementarydata.privatelink.model.Position;
import com.elementarydata.privatelink.model.ProblemCode;
import com.elementarydata.privatelink.model.ServiceAddress;
import com.elementarydata.privatelink.net.AccountId;
import com.elementarydata.privatelink.net.AvailabilityZoneId;
import com.elementarydata.privatelink.net.Region;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One connection of a customer's file: what all integrations share here, what differs in their own readers. */
final class ConnectionReader {

    private final Region production;
    private final Problems problems;
    private final Map<Integration, IntegrationReader> integrations;

    ConnectionReader(CommonGround ground, Problems problems) {
        production = ground.productionRegion();
        this.problems = problems;
        integrations = Map.of(
                Integration.SNOWFLAKE, new SnowflakeReader(problems),
                Integration.DATABRICKS, new DatabricksReader(ground.databricksServices(), problems),
                Integration.GITHUB_ENTERPRISE_SERVER, new GitHubEnterpriseServerReader(problems),
                Integration.SERVICE, new ServiceReader(problems));
    }

    Optional<Connection> read(Mapping connection) {
        var id = connection.text("id").flatMap(text -> problems.parse(text, ProblemCode.PL201, Identifier::parse));
        var account = connection
                .text("awsAccountId")
                .flatMap(text -> problems.parse(text, ProblemCode.PL207, AccountId::parse));
        var region = connection.text("region").flatMap(text -> problems.parse(text, ProblemCode.PL203, Region::parse));
        var zones = zones(connection);
        var integration = connection.text("integration").flatMap(key -> Integration.of(key.value()));
        var address =
                integration.flatMap(of -> IntegrationReader.of(integrations, of).read(connection, region));
        address.ifPresent(service -> requirePartition(
                region.map(Located::at).orElse(service.serviceName().at()), service));
        Connectivity connectivity = Connectivity.of(word(connection, "connectivity"));
        if (isKnown(connection, "connectivity")) {
            endpointRegion(connectivity, region, address)
                    .ifPresent(where -> requireIn(where, connectivity, unexplained(zones, region, address)));
        }
        if (id.isEmpty() || address.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Connection(
                id.get(),
                integration.orElseThrow(),
                address.get(),
                connectivity,
                zones,
                account.map(Located::value),
                DnsState.of(word(connection, "dns"))));
    }

    private static String word(Mapping connection, String key) {
        return connection.text(key).map(Located::value).orElse("");
    }

    /** Whether a key is absent or has a word that its schema allows. */
    private boolean isKnown(Mapping connection, String key) {
        return connection.get(key).filter(word -> problems.anyAt(word.at())).isEmpty();
    }

    /** The zones without those that are right where the service is, if that contradicts the Region beside it. */
    private static List<Located<AvailabilityZoneId>> unexplained(
            List<Located<AvailabilityZoneId>> zones,
            Optional<Located<Region>> region,
            Optional<ServiceAddress> address) {
        Optional<Region> other = address.map(
                        service -> service.serviceName().value().region())
                .filter(of -> region.filter(given -> !given.value().equals(of)).isPresent());
        return zones.stream()
                .filter(zone -> other.filter(zone.value()::isIn).isEmpty())
                .toList();
    }

    private List<Located<AvailabilityZoneId>> zones(Mapping connection) {
        var zones = Repetition.report(
                problems.parseAll(
                        connection.texts("availabilityZoneIds"), ProblemCode.PL204, AvailabilityZoneId::parse),
                problems);
        if (connection.texts("availabilityZoneIds").size() == 1) {
            problems.report(
                    connection.texts("availabilityZoneIds").get(0).at(),
                    ProblemCode.PL206,
                    "the endpoint is in one Availability Zone only",
                    "add a second zone of the service, so that one may fail");
        }
        return zones;
    }

    private Optional<Region> endpointRegion(
            Connectivity connectivity, Optional<Located<Region>> region, Optional<ServiceAddress> address) {
        if (connectivity == Connectivity.CROSS_REGION) {
            return Optional.of(production);
        }
        return region.map(Located::value)
                .or(() -> address.map(service -> service.serviceName().value().region()));
    }

    private void requireIn(Region region, Connectivity connectivity, List<Located<AvailabilityZoneId>> zones) {
        String why = connectivity == Connectivity.CROSS_REGION
                ? "with connectivity cross-region the endpoint stands in %s".formatted(region)
                : "the endpoint stands in %s".formatted(region);
        zones.stream()
                .filter(zone -> !zone.value().isIn(region))
                .forEach(zone -> problems.report(
                        zone.at(),
                        ProblemCode.PL204,
                        "the zone \"%s\" is not in %s".formatted(zone, region),
                        "%s: give zones that begin with %s-az".formatted(why, region.shortForm())));
    }

    private void requirePartition(Position at, ServiceAddress service) {
        Region region = service.serviceName().value().region();
        if (!region.partition().equals(production.partition())) {
            problems.report(
                    at,
                    ProblemCode.PL213,
                    "\"%s\" is in the partition %s".formatted(region, region.partition()),
                    "no private connection leads there from %s in %s".formatted(production, production.partition()));
        }
    }
}
