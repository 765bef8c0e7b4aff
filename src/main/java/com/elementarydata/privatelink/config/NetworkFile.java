package com.elementarydata.privatelink.config;

import com.elementarydata.privatelink.config.YamlNode.Mapping;
import com.elementarydata.privatelink.model.DatabricksServices;
import com.elementarydata.privatelink.model.Limits;
import com.elementarydata.privatelink.model.Located;
import com.elementarydata.privatelink.model.Network;
import com.elementarydata.privatelink.model.ProblemCode;
import com.elementarydata.privatelink.model.Production;
import com.elementarydata.privatelink.model.SharedService;
import com.elementarydata.privatelink.net.AccountId;
import com.elementarydata.privatelink.net.Cidr;
import com.elementarydata.privatelink.net.EndpointServiceName;
import com.elementarydata.privatelink.net.Hostname;
import com.elementarydata.privatelink.net.InvalidValueException;
import com.elementarydata.privatelink.net.KnownRegions;
import com.elementarydata.privatelink.net.Region;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** {@code network.yaml}: Elementary's side of every connection. */
final class NetworkFile {

    static final String NAME = "network.yaml";
    static final Function<String, String> VPC_ID = resourceId("vpc", "a VPC");
    static final Function<String, String> ROUTE_TABLE_ID = resourceId("rtb", "a route table");

    private final Mapping file;
    private final Problems problems;
    private final KnownRegions regions;

    private NetworkFile(Mapping file, Problems problems) {
        this.file = file;
        this.problems = problems;
        regions = new KnownRegions(problems.values(file, "newRegions", ProblemCode.PL203, Region::parse).stream()
                .map(Located::value)
                .collect(Collectors.toUnmodifiableSet()));
    }

    static Optional<Network> read(Mapping file, Problems problems) {
        FormFindings forms = Schema.NETWORK.checkShape(file, problems);
        Optional<Network> network = new NetworkFile(file, problems).network();
        forms.reportTo(problems);
        return network;
    }

    private Optional<Network> network() {
        var account = problems.value(file, "account", ProblemCode.PL207, AccountId::parse);
        var production = file.mapping("production").flatMap(this::production);
        var pool = problems.value(file, "regionalCidrPool", ProblemCode.PL214, Cidr::parse);
        pool.ifPresent(this::requirePrivate);
        DatabricksServices databricks = DatabricksServices.catalogue()
                .overriddenBy(file.mapping("databricksServices")
                        .map(this::databricksServices)
                        .orElse(Map.of()));
        if (account.isEmpty() || production.isEmpty() || pool.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Network(
                file.at().file(),
                regions,
                account.get().value(),
                production.get(),
                pool.get(),
                problems.values(file, "reservedCidrs", ProblemCode.PL214, Cidr::parse),
                problems.values(file, "protectedDomains", ProblemCode.PL210, Hostname::parse).stream()
                        .map(Located::value)
                        .toList(),
                file.mapping("limits").map(NetworkFile::limits).orElse(Limits.DEFAULT),
                databricks,
                sharedServices()));
    }

    private void requirePrivate(Located<Cidr> pool) {
        if (!pool.value().isPrivate()) {
            problems.report(
                    pool.at(),
                    ProblemCode.PL217,
                    "the pool \"%s\" includes public addresses".formatted(pool),
                    "choose a block within 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10");
        }
    }

    private Optional<Production> production(Mapping production) {
        var region = problems.value(production, "region", ProblemCode.PL203, regions::parse);
        var vpcId = problems.value(production, "vpcId", ProblemCode.PL215, VPC_ID);
        var cidr = problems.value(production, "cidr", ProblemCode.PL214, Cidr::parse);
        cidr.ifPresent(this::requireOfVpc);
        var clients = problems.values(production, "clientCidrs", ProblemCode.PL214, Cidr::parse);
        var routeTables = problems.values(production, "routeTableIds", ProblemCode.PL215, ROUTE_TABLE_ID);
        if (region.isEmpty() || vpcId.isEmpty() || cidr.isEmpty()) {
            return Optional.empty();
        }
        requireWithin(cidr.get(), clients);
        return Optional.of(new Production(
                region.get().value(),
                vpcId.get().value(),
                cidr.get(),
                clients.stream().map(Located::value).toList(),
                routeTables.stream().map(Located::value).toList()));
    }

    private void requireOfVpc(Located<Cidr> cidr) {
        if (cidr.value().isSpecial()) {
            problems.report(
                    cidr.at(),
                    ProblemCode.PL214,
                    "the production CIDR \"%s\" has addresses that no VPC can have".formatted(cidr),
                    "give the VPC's own block, as in 10.0.0.0/16");
        } else if (!cidr.value().isPrivate()) {
            problems.report(
                    cidr.at(),
                    ProblemCode.PL218,
                    "the production CIDR \"%s\" includes public addresses".formatted(cidr),
                    "check it against the VPC's own, since customers admit clients by these addresses");
        }
    }

    private void requireWithin(Located<Cidr> production, List<Located<Cidr>> clients) {
        clients.stream()
                .filter(client -> !production.value().contains(client.value()))
                .forEach(client -> problems.report(
                        client.at(),
                        ProblemCode.PL304,
                        "the client CIDR \"%s\" is not within the production VPC's %s".formatted(client, production),
                        "give subnets of the production VPC"));
    }

    private Map<Region, EndpointServiceName> databricksServices(Mapping services) {
        Map<Region, EndpointServiceName> byRegion = new TreeMap<>();
        for (Located<String> key : services.keys()) {
            var region = problems.parse(key, ProblemCode.PL203, regions::parse);
            var name = IntegrationReader.serviceName(services.text(key.value()), region, problems);
            if (region.isPresent() && name.isPresent()) {
                byRegion.put(region.get().value(), name.get().value());
            }
        }
        return byRegion;
    }

    private List<SharedService> sharedServices() {
        List<SharedService> services = file.mappings("sharedServices").stream()
                .flatMap(service -> sharedService(service).stream())
                .toList();
        problems.once(services.stream().map(SharedService::serviceName).toList());
        return services;
    }

    private Optional<SharedService> sharedService(Mapping service) {
        return IntegrationReader.serviceName(service.text("serviceName"), Optional.empty(), problems)
                .filter(name -> IntegrationReader.isKnown(name, regions, problems))
                .map(name -> new SharedService(word(service, "vendor"), name, word(service, "source")));
    }

    /** A text that the schema requires. */
    private static String word(Mapping service, String key) {
        return service.text(key).map(Located::value).orElse("");
    }

    private static Limits limits(Mapping limits) {
        Limits usual = Limits.DEFAULT;
        return new Limits(
                limit(limits, "endpointsPerVpc", usual.endpointsPerVpc()),
                limit(limits, "peeringConnectionsPerVpc", usual.peeringConnectionsPerVpc()),
                limit(limits, "routesPerRouteTable", usual.routesPerRouteTable()),
                limit(limits, "hostedZonesPerAccount", usual.hostedZonesPerAccount()),
                limit(limits, "resourcesPerStack", usual.resourcesPerStack()),
                limit(limits, "rulesPerSecurityGroup", usual.rulesPerSecurityGroup()));
    }

    /** An invalid limit is reported by the schema, and is not applied. */
    private static int limit(Mapping limits, String key, int usual) {
        return limits.integer(key).filter(limit -> limit > 0).orElse(usual);
    }

    static Function<String, String> resourceId(String prefix, String what) {
        Pattern form = Pattern.compile(prefix + "-([0-9a-f]{8}|[0-9a-f]{17})");
        return id -> {
            if (!form.matcher(id).matches()) {
                throw new InvalidValueException(
                        "\"%s\" is not the id of %s".formatted(id, what),
                        "give %s- followed by 17 hexadecimal digits".formatted(prefix));
            }
            return id;
        };
    }
}
