package com.elementarydata.privatelink.config;

import com.elementarydata.privatelink.config.YamlNode.Mapping;
import com.elementarydata.privatelink.integration.Databricks;
import com.elementarydata.privatelink.integration.Integration;
import com.elementarydata.privatelink.integration.Integrations;
import com.elementarydata.privatelink.integration.Snowflake;
import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.model.Connectivity;
import com.elementarydata.privatelink.model.DatabricksServices;
import com.elementarydata.privatelink.model.DnsState;
import com.elementarydata.privatelink.model.Identifier;
import com.elementarydata.privatelink.model.Located;
import com.elementarydata.privatelink.model.Network;
import com.elementarydata.privatelink.model.Position;
import com.elementarydata.privatelink.model.ProblemCode;
import com.elementarydata.privatelink.model.ServiceAddress;
import com.elementarydata.privatelink.net.AccountId;
import com.elementarydata.privatelink.net.AvailabilityZoneId;
import com.elementarydata.privatelink.net.KnownRegions;
import com.elementarydata.privatelink.net.Region;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads one connection of a customer file: what all integrations share is here, what differs in their own readers. */
final class ConnectionReader {

    /** What is read against while {@code network.yaml} can't be, so that all problems are reported at once. */
    private static final Region USUAL_PRODUCTION_REGION = Region.parse("eu-central-1");

    private final KnownRegions regions;
    private final Region production;
    private final Problems problems;
    private final Map<String, IntegrationReader> vendors;
    private final AdoptedEndpointReader endpoints;

    ConnectionReader(Optional<Network> network, Problems problems) {
        regions = network.map(Network::regions).orElse(KnownRegions.USUAL);
        production = network.map(known -> known.production().region()).orElse(USUAL_PRODUCTION_REGION);
        this.problems = problems;
        endpoints = new AdoptedEndpointReader(problems);
        vendors = Map.of(
                Snowflake.INTEGRATION.key(), new SnowflakeReader(problems),
                Databricks.INTEGRATION.key(),
                        new DatabricksReader(
                                network.map(Network::databricksServices).orElseGet(DatabricksServices::catalogue),
                                problems));
    }

    Optional<Connection> read(Mapping connection) {
        var id = problems.value(connection, "id", ProblemCode.PL201, Identifier::parse);
        var account = problems.value(connection, "awsAccountId", ProblemCode.PL207, AccountId::parse);
        var region = problems.value(connection, "region", ProblemCode.PL203, regions::parse);
        Connectivity connectivity = Connectivity.of(word(connection, "connectivity"));
        var zones = zones(
                connection,
                connectivity == Connectivity.CROSS_REGION ? Optional.of(production) : region.map(Located::value));
        var integration = connection.text("integration").flatMap(key -> Integrations.of(key.value()));
        var address = integration.flatMap(of -> address(of, connection, region));
        if (isKnown(connection, "connectivity")) {
            requireAcross(connection, region);
            requireIn(endpointRegions(connectivity, region, address), connectivity, zones);
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
                DnsState.of(word(connection, "dns")),
                endpoints.read(connection, address.get().serviceName().value())));
    }

    /** A vendor's own derivation, or the common one for services that customers host. */
    private IntegrationReader reader(Integration integration) {
        return vendors.getOrDefault(integration.key(), new HostedReader(integration, problems));
    }

    private Optional<ServiceAddress> address(
            Integration integration, Mapping connection, Optional<Located<Region>> region) {
        if (!integration.crossesRegions()) {
            refuseAcross(
                    connection, "%s does not support \"%s\"".formatted(integration.title(), Connectivity.CROSS_REGION));
        }
        Optional<ServiceAddress> address = reader(integration)
                .read(connection, region)
                .filter(service -> IntegrationReader.isKnown(service.serviceName(), regions, problems));
        address.ifPresent(service -> requirePartition(
                region.map(Located::at).orElse(service.serviceName().at()), service));
        return address;
    }

    private static String word(Mapping connection, String key) {
        return connection.text(key).map(Located::value).orElse("");
    }

    /** Whether a key is absent or has a word that its schema allows. */
    private boolean isKnown(Mapping connection, String key) {
        return connection.get(key).filter(word -> problems.anyAt(word.at())).isEmpty();
    }

    private List<Located<AvailabilityZoneId>> zones(Mapping connection, Optional<Region> expected) {
        var zones =
                problems.values(connection, "availabilityZoneIds", ProblemCode.PL204, IntegrationReader.zone(expected));
        zones.stream().filter(zone -> !zone.value().isListed()).forEach(this::warnOf);
        if (connection.texts("availabilityZoneIds").size() == 1) {
            problems.report(
                    connection.texts("availabilityZoneIds").get(0).at(),
                    ProblemCode.PL206,
                    "the endpoint is in one Availability Zone only",
                    "add a second zone of the service, so that one may fail");
        }
        return zones;
    }

    private void warnOf(Located<AvailabilityZoneId> zone) {
        problems.report(
                zone.at(),
                ProblemCode.PL219,
                "\"%s\" is not a zone that AWS listed in November 2026".formatted(zone),
                "check its number, since a ledger never forgets a zone: add --discover and plan --live ask AWS");
    }

    private void refuseAcross(Mapping connection, String why) {
        connection
                .text("connectivity")
                .filter(given -> Connectivity.of(given.value()) == Connectivity.CROSS_REGION)
                .ifPresent(given -> problems.report(
                        given.at(),
                        ProblemCode.PL213,
                        why,
                        "leave it out: the endpoint is then in the service's Region"));
    }

    /** Within one Region there is nothing to cross, and changing it later would replace the endpoint. */
    private void requireAcross(Mapping connection, Optional<Located<Region>> region) {
        if (region.filter(of -> of.value().equals(production)).isPresent()) {
            refuseAcross(
                    connection,
                    "\"%s\" is given, but the service is in %s itself"
                            .formatted(Connectivity.CROSS_REGION, production));
        }
    }

    /** Both Regions if the file contradicts itself, which is already reported. */
    private List<Region> endpointRegions(
            Connectivity connectivity, Optional<Located<Region>> region, Optional<ServiceAddress> address) {
        if (connectivity == Connectivity.CROSS_REGION) {
            return List.of(production);
        }
        return Stream.concat(
                        region.map(Located::value).stream(),
                        address.map(service -> service.serviceName().value().region()).stream())
                .distinct()
                .toList();
    }

    private void requireIn(List<Region> regions, Connectivity connectivity, List<Located<AvailabilityZoneId>> zones) {
        if (regions.isEmpty()) {
            return;
        }
        String why = connectivity == Connectivity.CROSS_REGION ? "with connectivity cross-region " : "";
        IntegrationReader.requireIn(
                regions, zones, "%sthe endpoint is in %s: ".formatted(why, regions.get(0)), problems);
    }

    private void requirePartition(Position at, ServiceAddress service) {
        Region region = service.serviceName().value().region();
        if (!region.partition().equals(production.partition())) {
            problems.report(
                    at,
                    ProblemCode.PL213,
                    "\"%s\" is in the partition %s".formatted(region, region.partition()),
                    "choose a Region in %2$s, the partition of production's %1$s"
                            .formatted(production, production.partition()));
        }
    }
}
