package com.elementarydata.privatelink.aws;

import com.elementarydata.privatelink.model.Production;
import com.elementarydata.privatelink.net.Region;
import com.elementarydata.privatelink.observed.Deployed;
import com.elementarydata.privatelink.observed.DeployedEndpoint;
import com.elementarydata.privatelink.observed.DeployedStack;
import com.elementarydata.privatelink.observed.NameLookup;
import com.elementarydata.privatelink.observed.Reading;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.route53.Route53Client;

/**
 * What is deployed of a fleet, read with a few calls however many connections there are.
 *
 * @param regions stacks and endpoints by Region, or why it was not read
 * @param lookup the hosted zones that are associated with the production VPC and concern the hostnames, with the records of
 *     those that answer for one
 */
public record DeployedFleet(SortedMap<Region, Reading<InRegion>> regions, NameLookup lookup) implements Deployed {

    static final List<Permission> ASKED =
            Permission.all(Stacks.ALL, Endpoints.ASKED, ZoneReader.OF_VPC, ZoneReader.RECORDS_OF_ZONE);

    /**
     * What is deployed in a Region.
     *
     * @param stacks by name
     * @param endpoints by id
     */
    public record InRegion(SortedMap<String, DeployedStack> stacks, SortedMap<String, DeployedEndpoint> endpoints) {}

    /** Reads the Regions at once, and the hosted zones of some hostnames, with a call for each zone that answers. */
    public static DeployedFleet read(
            AwsAccess access, EnabledRegions regions, Production production, List<String> hostnames) {
        return new DeployedFleet(
                regions.read(region -> read(access, region)),
                new NameLookup(zones(access, production, zones -> zones.associated(zones.ofVpc(), hostnames))));
    }

    /** The names of the hosted zones that are associated with the production VPC, without the final dot. */
    public static SortedSet<String> zones(AwsAccess access, Production production) {
        return zones(
                access,
                production,
                zones -> zones.ofVpc().stream()
                        .map(zone -> RecordSets.plain(zone.name()))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static <T> T zones(AwsAccess access, Production production, Function<ZoneReader, T> question) {
        return access.ask(
                production.region(),
                Route53Client.builder(),
                route53 -> question.apply(new ZoneReader(route53, production.region(), production.vpcId(), "")));
    }

    private static InRegion read(AwsAccess access, Region region) {
        return new InRegion(new Stacks(access, region).all(), new Endpoints(access, region).all());
    }

    /** Why a Region was not read, if it was not. Nothing is in it, as far as can be said. */
    public Optional<String> notRead(String region) {
        return in(region).refusal();
    }

    @Override
    public Optional<DeployedStack> stack(String region, String name) {
        return in(region).value().map(found -> found.stacks().get(name));
    }

    @Override
    public Optional<DeployedEndpoint> endpoint(String region, String id) {
        return in(region).value().map(found -> found.endpoints().get(id));
    }

    private Reading<InRegion> in(String region) {
        return Objects.requireNonNull(regions.get(Region.parse(region)), region);
    }
}
