package com.elementarydata.privatelink.aws;

import com.elementarydata.privatelink.net.Region;
import com.elementarydata.privatelink.observed.Reading;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AvailabilityZone;

/**
 * The Availability Zones that an account has.
 *
 * @param access with the account's credentials
 */
public record AvailabilityZones(AwsAccess access) {

    static final List<Permission> ASKED = Permission.of("ec2", "DescribeAvailabilityZones");

    /**
     * The AZ IDs, by Region.
     *
     * @param regions Regions that are enabled
     */
    public SortedMap<String, Reading<List<String>>> in(Collection<Region> regions) {
        SortedMap<String, Reading<List<String>>> byCode = new TreeMap<>();
        InParallel.forEach(regions, region -> Asked.of("ec2:DescribeAvailabilityZones", region, () -> in(region)))
                .forEach((region, zones) -> byCode.put(region.code(), zones));
        return byCode;
    }

    /** The AZ IDs of a Region that is enabled. */
    public List<String> in(Region region) {
        return access.ask(
                region,
                Ec2Client.builder(),
                ec2 -> of(ec2).map(AvailabilityZone::zoneId).sorted().toList());
    }

    static Stream<AvailabilityZone> of(Ec2Client ec2) {
        return ec2.describeAvailabilityZones().availabilityZones().stream();
    }
}
