package com.elementarydata.privatelink.e2e;

import com.elementarydata.privatelink.net.Cidr;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import software.amazon.awssdk.services.ec2.model.AttributeBooleanValue;
import software.amazon.awssdk.services.ec2.model.ModifyVpcAttributeRequest;
import software.amazon.awssdk.services.ec2.model.NewDhcpConfiguration;
import software.amazon.awssdk.services.route53resolver.Route53ResolverClient;
import software.amazon.awssdk.services.route53resolver.model.IpAddressRequest;
import software.amazon.awssdk.services.route53resolver.model.ResolverEndpointDirection;
import software.amazon.awssdk.services.route53resolver.model.RuleTypeOption;
import software.amazon.awssdk.services.route53resolver.model.TargetAddress;

/** What goes wrong before names are looked up at all, and in the addresses of the networks. */
final class ResolverSabotages {

    private static final int PART = 24;
    private static final int UNUSED = 12;

    private ResolverSabotages() {}

    /** Switches DNS hostnames of the production VPC off. */
    static Sabotage.Undo withoutHostnames(Scene scene) {
        return attribute(scene, ModifyVpcAttributeRequest.Builder::enableDnsHostnames);
    }

    /** Switches the resolver of the production VPC off. */
    static Sabotage.Undo withoutSupport(Scene scene) {
        return attribute(scene, ModifyVpcAttributeRequest.Builder::enableDnsSupport);
    }

    private interface Attribute {
        void set(ModifyVpcAttributeRequest.Builder request, AttributeBooleanValue value);
    }

    private static Sabotage.Undo attribute(Scene scene, Attribute attribute) {
        Consumer<Boolean> set = on -> scene.homeEc2().modifyVpcAttribute(request -> {
            request.vpcId(scene.production().vpcId());
            attribute.set(request, AttributeBooleanValue.builder().value(on).build());
        });
        set.accept(false);
        return () -> set.accept(true);
    }

    /** Lets clients ask another name server. */
    static Sabotage.Undo askElsewhere(Scene scene) {
        String options = scene.homeEc2()
                .createDhcpOptions(request -> request.dhcpConfigurations(NewDhcpConfiguration.builder()
                        .key("domain-name-servers")
                        .values("10.9.9.9")
                        .build()))
                .dhcpOptions()
                .dhcpOptionsId();
        associate(scene, options);
        return () -> associate(scene, "default");
    }

    private static void associate(Scene scene, String options) {
        scene.homeEc2()
                .associateDhcpOptions(request ->
                        request.dhcpOptionsId(options).vpcId(scene.production().vpcId()));
    }

    /** Forwards a domain to another resolver. */
    static Sabotage.Act forward(String domain) {
        return scene -> {
            Route53ResolverClient resolver = scene.deployed()
                    .aws()
                    .as(Accounts.ELEMENTARY)
                    .client(Accounts.PRODUCTION_REGION, Route53ResolverClient.builder());
            List<IpAddressRequest> addresses = scene.home().subnets().stream()
                    .filter(subnet -> subnet.vpcId().equals(scene.production().vpcId()))
                    .limit(2)
                    .map(subnet -> IpAddressRequest.builder()
                            .subnetId(subnet.subnetId())
                            .build())
                    .toList();
            String group = scene.home().groups().stream()
                    .filter(candidate ->
                            candidate.vpcId().equals(scene.production().vpcId()))
                    .findFirst()
                    .orElseThrow()
                    .groupId();
            String endpoint = resolver.createResolverEndpoint(request -> request.creatorRequestId(
                                    UUID.randomUUID().toString())
                            .name("out")
                            .direction(ResolverEndpointDirection.OUTBOUND)
                            .securityGroupIds(group)
                            .ipAddresses(addresses))
                    .resolverEndpoint()
                    .id();
            String rule = resolver.createResolverRule(request -> request.creatorRequestId(
                                    UUID.randomUUID().toString())
                            .name("away")
                            .ruleType(RuleTypeOption.FORWARD)
                            .domainName(domain)
                            .resolverEndpointId(endpoint)
                            .targetIps(TargetAddress.builder()
                                    .ip("10.9.9.9")
                                    .port(53)
                                    .build()))
                    .resolverRule()
                    .id();
            resolver.associateResolverRule(request ->
                    request.resolverRuleId(rule).vpcId(scene.production().vpcId()));
            return () -> {
                resolver.disassociateResolverRule(request ->
                        request.resolverRuleId(rule).vpcId(scene.production().vpcId()));
                resolver.deleteResolverRule(request -> request.resolverRuleId(rule));
                resolver.deleteResolverEndpoint(request -> request.resolverEndpointId(endpoint));
                resolver.close();
            };
        };
    }

    /** Gives production addresses that the regional VPC has already. */
    static Sabotage.Undo overlap(Scene scene) {
        // AWS refuses a block that a route leads to as a whole, and takes a part of it
        String part = Cidr.parse(scene.regionalCidr())
                .subnets(PART)
                .skip(UNUSED)
                .findFirst()
                .orElseThrow()
                .toString();
        String association = scene.homeEc2()
                .associateVpcCidrBlock(
                        request -> request.vpcId(scene.production().vpcId()).cidrBlock(part))
                .cidrBlockAssociation()
                .associationId();
        return () -> scene.homeEc2().disassociateVpcCidrBlock(request -> request.associationId(association));
    }

    /** A zone above the names, without any record of theirs. */
    static Sabotage.Undo addParentZone(Scene scene) {
        String parent = scene.route53()
                .createHostedZone(request -> request.name("dogwood.example")
                        .callerReference(UUID.randomUUID().toString())
                        .hostedZoneConfig(zone -> zone.privateZone(true))
                        .vpc(vpc -> vpc.vpcId(scene.production().vpcId())
                                .vpcRegion(scene.production().region().code())))
                .hostedZone()
                .id();
        return () -> scene.route53().deleteHostedZone(request -> request.id(parent));
    }
}
