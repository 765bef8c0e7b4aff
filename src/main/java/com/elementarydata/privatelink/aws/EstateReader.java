package com.elementarydata.privatelink.aws;

import com.elementarydata.privatelink.model.Refusal;
import com.elementarydata.privatelink.net.AccountId;
import com.elementarydata.privatelink.net.EndpointServiceName;
import com.elementarydata.privatelink.net.Region;
import com.elementarydata.privatelink.observed.EstateFacts;
import com.elementarydata.privatelink.observed.EstateFacts.FoundEndpoint;
import com.elementarydata.privatelink.observed.EstateFacts.FoundZone;
import com.elementarydata.privatelink.observed.EstateFacts.InRegion;
import com.elementarydata.privatelink.observed.Reading;
import com.elementarydata.privatelink.observed.Tags;
import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.HostedZoneSummary;
import software.amazon.awssdk.services.route53.model.ResourceTagSet;
import software.amazon.awssdk.services.route53.model.Tag;
import software.amazon.awssdk.services.route53.model.TagResourceType;

/**
 * What runs around a production VPC in every enabled Region, whoever made it. It is only read, with few calls however many
 * connections there are.
 *
 * @param access with the credentials of the VPC's account
 * @param region the VPC's Region
 * @param vpcId the VPC
 */
public record EstateReader(AwsAccess access, Region region, String vpcId) {

    /** Route 53 says the tags of no more zones at once. */
    private static final int ZONES_AT_ONCE = 10;

    static final List<Permission> ASKED = Permission.all(
            AwsAccess.OWN,
            EnabledRegions.ASKED,
            RegionalEstateReader.ASKED,
            ServiceOwners.ASKED,
            ZoneReader.OF_VPC,
            ZoneReader.RECORDS,
            Permission.on("arn:{partition}:route53:::hostedzone/*", "route53", "ListTagsForResources"));

    /** Reads all of it. */
    public EstateFacts read() {
        return read(EnabledRegions.all(access, region));
    }

    /** Reads what is in some Regions, besides production's. */
    public EstateFacts read(Collection<Region> some) {
        return read(EnabledRegions.among(access, region, some));
    }

    private EstateFacts read(EnabledRegions enabled) {
        AccountId account = access.account(region);
        SortedMap<Region, Reading<InRegion>> regions = enabled.read(one ->
                access.ask(one, Ec2Client.builder(), ec2 -> new RegionalEstateReader(ec2, one, region, vpcId).read()));
        SortedMap<String, Reading<InRegion>> byCode = new TreeMap<>();
        regions.forEach((one, reading) -> byCode.put(one.code(), reading));
        Objects.requireNonNull(regions.get(region)).value().ifPresent(home -> requireVpc(home, account));
        return new EstateFacts(
                account.value(),
                region.code(),
                vpcId,
                byCode,
                access.ask(region, Route53Client.builder(), this::zones),
                owners(regions));
    }

    private void requireVpc(InRegion home, AccountId account) {
        if (home.vpcs().stream().noneMatch(vpc -> vpc.id().equals(vpcId))) {
            throw Refusal.of("there is no VPC \"%s\" in %s of account %s; check the id, the Region and the credentials"
                    .formatted(vpcId, region, account));
        }
    }

    private SortedMap<String, String> owners(SortedMap<Region, Reading<InRegion>> regions) {
        SortedMap<String, String> owners = new TreeMap<>();
        regions.forEach((one, reading) -> owners.putAll(new ServiceOwners(access, one)
                .of(reading.value().stream().flatMap(EstateReader::services).toList())));
        return owners;
    }

    private static Stream<EndpointServiceName> services(InRegion found) {
        return found.endpoints().stream()
                .map(FoundEndpoint::endpoint)
                .map(endpoint -> EndpointServiceName.parse(endpoint.serviceName()))
                .distinct();
    }

    private Reading<List<FoundZone>> zones(Route53Client route53) {
        ZoneReader reader = new ZoneReader(route53, region, vpcId, "");
        return Asked.of("route53:ListHostedZonesByVPC", region, reader::ofVpc).map(all -> {
            Map<String, Tags> tags = tags(route53, all);
            return all.stream()
                    .map(zone -> new FoundZone(
                            reader.whole(zone), tags.getOrDefault(zone.hostedZoneId(), new Tags(new TreeMap<>()))))
                    .toList();
        });
    }

    /** Zones of other accounts have none that can be read. */
    private Map<String, Tags> tags(Route53Client route53, List<HostedZoneSummary> zones) {
        Map<String, Tags> tags = new HashMap<>();
        List<String> ids = new ArrayList<>();
        zones.forEach(zone -> ids.add(zone.hostedZoneId()));
        Lists.partition(ids, ZONES_AT_ONCE)
                .forEach(some -> Asked.of(
                                "route53:ListTagsForResources",
                                region,
                                () -> route53.listTagsForResources(
                                                request -> request.resourceType(TagResourceType.HOSTEDZONE)
                                                        .resourceIds(some))
                                        .resourceTagSets())
                        .value()
                        .ifPresent(sets -> sets.forEach(set -> tags.put(set.resourceId(), tags(set)))));
        return tags;
    }

    private static Tags tags(ResourceTagSet set) {
        SortedMap<String, String> byKey = new TreeMap<>();
        for (Tag tag : set.tags()) {
            byKey.put(tag.key(), tag.value());
        }
        return new Tags(byKey);
    }
}
