package com.elementarydata.privatelink.aws;

import com.elementarydata.privatelink.model.Quota;
import com.elementarydata.privatelink.net.Region;
import com.elementarydata.privatelink.observed.NetworkFacts.Vpc;
import com.elementarydata.privatelink.observed.QuotaFacts;
import com.elementarydata.privatelink.observed.QuotaFacts.Endpoint;
import com.elementarydata.privatelink.observed.QuotaFacts.HostedZones;
import com.elementarydata.privatelink.observed.QuotaFacts.InRegion;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.AccountLimitType;
import software.amazon.awssdk.services.route53.model.GetAccountLimitResponse;
import software.amazon.awssdk.services.servicequotas.ServiceQuotasClient;
import software.amazon.awssdk.services.servicequotas.model.ServiceQuota;

/**
 * How much of its quotas an account uses: three calls a Region, the Regions at once, and one for hosted zones. A Region has
 * a fourth where AWS has no value of the account's own for a quota.
 *
 * @param access with the account's credentials
 * @param account the account
 */
public record QuotaReader(AwsAccess access, String account) {

    static final List<Permission> ASKED = Permission.all(
            Permission.of("servicequotas", "ListAWSDefaultServiceQuotas", "ListServiceQuotas"),
            Permission.of("ec2", "DescribeVpcEndpoints", "DescribeVpcs"),
            Permission.of("route53", "GetAccountLimit"));

    private static final String VPC = "vpc";
    private static final int LARGEST_PAGE = 100;

    /**
     * Reads it.
     *
     * @param home a Region that is enabled
     * @param regions those to count in, which have to be enabled too
     */
    public QuotaFacts read(Region home, Collection<Region> regions) {
        SortedMap<String, InRegion> byCode = new TreeMap<>();
        InParallel.forEach(regions, this::in).forEach((region, facts) -> byCode.put(region.code(), facts));
        return new QuotaFacts(byCode, Asked.of("route53:GetAccountLimit", home, () -> hostedZones(home)));
    }

    private InRegion in(Region region) {
        return new InRegion(
                Asked.of("servicequotas:ListServiceQuotas", region, () -> applied(region)),
                Asked.of("ec2:DescribeVpcs", region, () -> access.ask(region, Ec2Client.builder(), this::vpcs)),
                Asked.of(
                        "ec2:DescribeVpcEndpoints",
                        region,
                        () -> access.ask(region, Ec2Client.builder(), QuotaReader::endpoints)));
    }

    /** AWS lists only the quotas that it has a value of the account's own for; for all others its default applies. */
    private SortedMap<String, Long> applied(Region region) {
        return access.ask(region, ServiceQuotasClient.builder(), quotas -> {
            SortedMap<String, Long> values = new TreeMap<>();
            quotas.listServiceQuotasPaginator(
                            request -> request.serviceCode(VPC).maxResults(LARGEST_PAGE))
                    .quotas()
                    .forEach(quota -> add(values, quota));
            if (Stream.of(Quota.values())
                    .anyMatch(quota -> quota.service().equals(VPC) && !values.containsKey(quota.code()))) {
                quotas.listAWSDefaultServiceQuotasPaginator(
                                request -> request.serviceCode(VPC).maxResults(LARGEST_PAGE))
                        .quotas()
                        .forEach(quota -> add(values, quota));
            }
            return values;
        });
    }

    private static void add(SortedMap<String, Long> values, ServiceQuota quota) {
        if (quota.value() != null) {
            values.putIfAbsent(quota.quotaCode(), quota.value().longValue());
        }
    }

    /** Those that others share with the account count for them. */
    private List<Vpc> vpcs(Ec2Client ec2) {
        return ec2.describeVpcsPaginator().vpcs().stream()
                .filter(vpc -> account.equals(vpc.ownerId()))
                .map(NetworkReader::vpc)
                .toList();
    }

    private static List<Endpoint> endpoints(Ec2Client ec2) {
        return ec2
                .describeVpcEndpointsPaginator(request -> request.filters(
                        NetworkReader.where("vpc-endpoint-type", List.of("Interface", "GatewayLoadBalancer"))))
                .vpcEndpoints()
                .stream()
                .map(endpoint -> new Endpoint(endpoint.vpcId(), endpoint.serviceName()))
                .toList();
    }

    private HostedZones hostedZones(Region home) {
        GetAccountLimitResponse limit = access.ask(
                home,
                Route53Client.builder(),
                route53 ->
                        route53.getAccountLimit(request -> request.type(AccountLimitType.MAX_HOSTED_ZONES_BY_OWNER)));
        return new HostedZones(limit.count(), limit.limit().value());
    }
}
