package com.elementarydata.privatelink.observed;

import com.elementarydata.privatelink.observed.NetworkFacts.Vpc;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much of its quotas an account uses, and how much there is.
 *
 * @param regions by Region; those that were not asked are missing
 * @param hostedZones of the whole account
 */
public record QuotaFacts(SortedMap<String, InRegion> regions, Reading<HostedZones> hostedZones) {

    /** Copies. */
    public QuotaFacts {
        regions = Collections.unmodifiableSortedMap(new TreeMap<>(regions));
    }

    /**
     * What is used in a Region.
     *
     * @param applied the quotas of VPCs that apply, by their codes
     * @param vpcs the account's own VPCs
     * @param endpoints the endpoints with network interfaces
     */
    public record InRegion(
            Reading<SortedMap<String, Long>> applied, Reading<List<Vpc>> vpcs, Reading<List<Endpoint>> endpoints) {}

    /**
     * An endpoint.
     *
     * @param vpcId its VPC
     * @param serviceName what it connects to
     */
    public record Endpoint(String vpcId, String serviceName) {}

    /**
     * The hosted zones of an account.
     *
     * @param used how many there are, public ones too
     * @param quota how many there may be
     */
    public record HostedZones(long used, long quota) {}
}
