package com.elementarydata.privatelink.aws;

import com.elementarydata.privatelink.model.Production;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.HostedZoneSummary;
import software.amazon.awssdk.services.route53.model.ListHostedZonesByVpcResponse;
import software.amazon.awssdk.services.route53.model.VPCRegion;

/**
 * The names of hosted zones, which is all that Route 53 says of many at once.
 *
 * @param route53 with the credentials of the VPC's owner
 */
public record HostedZoneNames(Route53Client route53) {

    private static final String LARGEST_PAGE = "100";

    /** Those that are associated with the production VPC, without the final dot. */
    public SortedSet<String> in(Production production) {
        NavigableSet<String> names = new TreeSet<>();
        String token = null;
        do {
            ListHostedZonesByVpcResponse page = page(production, token);
            page.hostedZoneSummaries().stream()
                    .map(HostedZoneSummary::name)
                    .map(name -> name.endsWith(".") ? name.substring(0, name.length() - 1) : name)
                    .forEach(names::add);
            token = page.nextToken();
        } while (token != null);
        return names;
    }

    private ListHostedZonesByVpcResponse page(Production production, @Nullable String token) {
        return route53.listHostedZonesByVPC(request -> request.vpcId(production.vpcId())
                .vpcRegion(VPCRegion.fromValue(production.region().code()))
                .maxItems(LARGEST_PAGE)
                .nextToken(token));
    }
}
