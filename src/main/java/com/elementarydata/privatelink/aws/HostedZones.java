package com.elementarydata.privatelink.aws;

import com.elementarydata.privatelink.net.Region;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The private hosted zones of a VPC, of which Route 53 says no more than the names of many at once.
 *
 * @param access with the credentials of the VPC's account
 * @param region the VPC's Region
 * @param vpcId the VPC
 */
public record HostedZones(AwsAccess access, Region region, String vpcId) {

    /** The names of those that are associated with the VPC, without the final dot. */
    public SortedSet<String> names() {
        return AwsAccess.ask(
                access.route53(region),
                route53 -> new ZoneReader(route53, region, vpcId, "")
                        .ofVpc().stream()
                                .map(zone -> ZoneReader.plain(zone.name()))
                                .collect(Collectors.toCollection(TreeSet::new)));
    }
}
