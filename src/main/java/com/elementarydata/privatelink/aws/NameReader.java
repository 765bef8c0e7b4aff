package com.elementarydata.privatelink.aws;

import com.elementarydata.privatelink.net.Region;
import com.elementarydata.privatelink.observed.DomainNames;
import com.elementarydata.privatelink.observed.NameFacts;
import com.elementarydata.privatelink.observed.NameFacts.ResolverRule;
import com.elementarydata.privatelink.observed.NameFacts.VpcDns;
import com.elementarydata.privatelink.observed.NameFacts.Zone;
import com.elementarydata.privatelink.observed.Reading;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AttributeBooleanValue;
import software.amazon.awssdk.services.ec2.model.AttributeValue;
import software.amazon.awssdk.services.ec2.model.VpcAttributeName;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.HostedZoneSummary;
import software.amazon.awssdk.services.route53resolver.Route53ResolverClient;
import software.amazon.awssdk.services.route53resolver.model.ResolverRuleAssociationStatus;

/**
 * What decides how names resolve in a VPC.
 *
 * @param access with the credentials of the VPC's account
 * @param region the VPC's Region
 * @param vpcId the VPC
 * @param account the VPC's account
 */
record NameReader(AwsAccess access, Region region, String vpcId, String account) {

    private static final String NAME_SERVERS = "domain-name-servers";
    private static final Set<ResolverRuleAssociationStatus> NOT_IN_FORCE =
            Set.of(ResolverRuleAssociationStatus.FAILED, ResolverRuleAssociationStatus.OVERRIDDEN);

    /** What may hide hostnames; where they point is in {@link ZoneReader#RECORDS}. */
    static final List<Permission> ASKED = Permission.all(
            Permission.on("arn:{partition}:ec2:*:{account}:vpc/*", "ec2", "DescribeVpcAttribute"),
            Permission.of("ec2", "DescribeDhcpOptions", "DescribeVpcs"),
            Permission.of("route53resolver", "ListResolverRuleAssociations", "ListResolverRules"),
            ZoneReader.OF_VPC);

    /** Reads what may hide some hostnames, and not where they point. */
    NameFacts read(List<String> hostnames) {
        return read(hostnames, List.of(), (zones, all) -> ZoneReader.named(all, hostnames));
    }

    /** Reads what has to do with some hostnames, and the zones that hold them, and nothing else. */
    NameFacts read(List<String> hostnames, List<String> hostedZones) {
        return read(hostnames, hostedZones, (zones, all) -> zones.associated(all, hostnames));
    }

    private NameFacts read(
            List<String> hostnames,
            List<String> hostedZones,
            BiFunction<ZoneReader, List<HostedZoneSummary>, List<Zone>> chosen) {
        try (Ec2Client ec2 = access.client(region, Ec2Client.builder());
                Route53ResolverClient resolver = access.client(region, Route53ResolverClient.builder());
                Route53Client route53 = access.client(region, Route53Client.builder())) {
            ZoneReader zones = new ZoneReader(route53, region, vpcId, account);
            Reading<List<HostedZoneSummary>> ofVpc = Asked.of("route53:ListHostedZonesByVPC", region, zones::ofVpc);
            return new NameFacts(
                    Asked.of("ec2:DescribeVpcAttribute", region, () -> vpcDns(ec2)),
                    Asked.of("ec2:DescribeDhcpOptions", region, () -> nameServers(ec2)),
                    Asked.of("route53resolver:ListResolverRules", region, () -> rules(resolver, hostnames)),
                    ofVpc.map(all -> chosen.apply(zones, all)),
                    Asked.of(
                            "route53:ListHostedZonesByName",
                            region,
                            () -> zones.elsewhere(ofVpc.value().orElse(List.of()), hostedZones)));
        }
    }

    private VpcDns vpcDns(Ec2Client ec2) {
        AttributeBooleanValue support = ec2.describeVpcAttribute(
                        request -> request.vpcId(vpcId).attribute(VpcAttributeName.ENABLE_DNS_SUPPORT))
                .enableDnsSupport();
        AttributeBooleanValue hostnames = ec2.describeVpcAttribute(
                        request -> request.vpcId(vpcId).attribute(VpcAttributeName.ENABLE_DNS_HOSTNAMES))
                .enableDnsHostnames();
        return new VpcDns(support.value(), hostnames.value());
    }

    /** None where the VPC has no options of its own. */
    private List<String> nameServers(Ec2Client ec2) {
        Optional<String> options =
                ec2
                        .describeVpcs(request -> request.filters(NetworkReader.where("vpc-id", List.of(vpcId))))
                        .vpcs()
                        .stream()
                        .flatMap(vpc -> Optional.ofNullable(vpc.dhcpOptionsId()).stream())
                        .filter(id -> !id.equals("default"))
                        .findFirst();
        if (options.isEmpty()) {
            return List.of();
        }
        return ec2
                .describeDhcpOptions(
                        request -> request.filters(NetworkReader.where("dhcp-options-id", List.of(options.get()))))
                .dhcpOptions()
                .stream()
                .flatMap(found -> found.dhcpConfigurations().stream())
                .filter(setting -> setting.key().equals(NAME_SERVERS))
                .flatMap(setting -> setting.values().stream())
                .map(AttributeValue::value)
                .toList();
    }

    private List<ResolverRule> rules(Route53ResolverClient resolver, List<String> hostnames) {
        var ofVpc = software.amazon.awssdk.services.route53resolver.model.Filter.builder()
                .name("VPCId")
                .values(vpcId)
                .build();
        var associated = resolver
                .listResolverRuleAssociationsPaginator(request -> request.filters(ofVpc))
                .resolverRuleAssociations()
                .stream()
                .filter(association -> !NOT_IN_FORCE.contains(association.status()))
                .map(association -> association.resolverRuleId())
                .collect(Collectors.toSet());
        return resolver.listResolverRulesPaginator().resolverRules().stream()
                // one that delegates has no domain; which names it takes, the zone's NS records say
                .filter(rule -> associated.contains(rule.id()) && rule.domainName() != null)
                .map(rule -> new ResolverRule(rule.id(), RecordSets.plain(rule.domainName()), rule.ruleTypeAsString()))
                .filter(rule -> hostnames.stream().anyMatch(hostname -> DomainNames.concerns(rule.domain(), hostname)))
                .toList();
    }
}
