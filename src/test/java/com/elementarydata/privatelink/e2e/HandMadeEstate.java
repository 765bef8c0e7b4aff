package com.elementarydata.privatelink.e2e;

import com.elementarydata.privatelink.fleet.Fleet;
import com.elementarydata.privatelink.fleet.Fleet.CustomerConnection;
import com.elementarydata.privatelink.model.Production;
import com.elementarydata.privatelink.net.Cidr;
import com.elementarydata.privatelink.net.EndpointServiceName;
import com.elementarydata.privatelink.net.Hostname;
import com.elementarydata.privatelink.net.Region;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.ec2.model.VpcEndpointType;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.VPCRegion;

/** A network of regional VPCs, endpoints and hosted zones that people made by hand, through the SDK. */
final class HandMadeEstate {

    private static final int TTL = 60;

    private final Clients clients;
    private final Production production;
    private final Map<Region, String> vpcs = new TreeMap<>();
    private final Map<Region, List<Subnet>> subnets = new TreeMap<>();
    private final Map<String, VpcEndpoint> endpoints = new HashMap<>();
    private final Map<String, String> zones = new HashMap<>();
    private int groups;

    private HandMadeEstate(Clients clients, Production production) {
        this.clients = clients;
        this.production = production;
    }

    static HandMadeEstate in(E2eFleet fleet, Fleet described) {
        return new HandMadeEstate(fleet.clients(), described.network().production());
    }

    private Ec2Client ec2(Region region) {
        return clients.ec2(Accounts.ELEMENTARY, region);
    }

    private String vpcIn(Region region) {
        return Objects.requireNonNull(vpcs.get(region), region.code());
    }

    private List<Subnet> subnetsIn(Region region) {
        return subnets.computeIfAbsent(region, none -> new ArrayList<>());
    }

    private static TagSpecification tagged(ResourceType type, String... tags) {
        List<Tag> all = new ArrayList<>();
        for (int i = 0; i < tags.length; i += 2) {
            all.add(Tag.builder().key(tags[i]).value(tags[i + 1]).build());
        }
        return TagSpecification.builder().resourceType(type).tags(all).build();
    }

    /** A VPC with subnets in some zones, peered with production and routed both ways. */
    void addRegion(String code, String cidr, Map<String, String> zoneCidrs) {
        Region region = Region.parse(code);
        String vpc = ec2(region)
                .createVpc(request ->
                        request.cidrBlock(cidr).tagSpecifications(tagged(ResourceType.VPC, "ManagedBy", "terraform")))
                .vpc()
                .vpcId();
        vpcs.put(region, vpc);
        zoneCidrs.forEach((zone, block) -> subnetsIn(region)
                .add(ec2(region)
                        .createSubnet(
                                request -> request.vpcId(vpc).cidrBlock(block).availabilityZoneId(zone))
                        .subnet()));
        String peering = ec2(region)
                .createVpcPeeringConnection(request -> request.vpcId(vpc)
                        .peerVpcId(production.vpcId())
                        .peerRegion(production.region().code()))
                .vpcPeeringConnection()
                .vpcPeeringConnectionId();
        ec2(production.region()).acceptVpcPeeringConnection(request -> request.vpcPeeringConnectionId(peering));
        production
                .routeTableIds()
                .forEach(table -> ec2(production.region())
                        .createRoute(request -> request.routeTableId(table)
                                .destinationCidrBlock(cidr)
                                .vpcPeeringConnectionId(peering)));
        String main = ec2(region)
                .describeRouteTables(request -> request.filters(
                        Filter.builder().name("vpc-id").values(vpc).build()))
                .routeTables()
                .get(0)
                .routeTableId();
        for (Cidr client : production.clientCidrs()) {
            ec2(region)
                    .createRoute(request -> request.routeTableId(main)
                            .destinationCidrBlock(client.toString())
                            .vpcPeeringConnectionId(peering));
        }
    }

    /** An endpoint in a Region's subnets of some zones, that admits clients on some ports. */
    VpcEndpoint addEndpoint(EndpointServiceName service, List<String> zoneIds, List<Integer> ports, String... tags) {
        Region region = service.region();
        String group = ec2(region)
                .createSecurityGroup(request -> request.vpcId(vpcIn(region))
                        .groupName("by-hand-%d".formatted(groups++))
                        .description("by hand"))
                .groupId();
        for (int port : ports) {
            for (Cidr client : production.clientCidrs()) {
                ec2(region)
                        .authorizeSecurityGroupIngress(request -> request.groupId(group)
                                .ipPermissions(IpPermission.builder()
                                        .ipProtocol("tcp")
                                        .fromPort(port)
                                        .toPort(port)
                                        .ipRanges(IpRange.builder()
                                                .cidrIp(client.toString())
                                                .build())
                                        .build()));
            }
        }
        List<String> ids = subnetsIn(region).stream()
                .filter(subnet -> zoneIds.contains(subnet.availabilityZoneId()))
                .map(Subnet::subnetId)
                .toList();
        VpcEndpoint endpoint = ec2(region)
                .createVpcEndpoint(request -> request.vpcEndpointType(VpcEndpointType.INTERFACE)
                        .vpcId(vpcIn(region))
                        .serviceName(service.toString())
                        .subnetIds(ids)
                        .securityGroupIds(group)
                        .privateDnsEnabled(false)
                        .tagSpecifications(tagged(ResourceType.VPC_ENDPOINT, tags)))
                .vpcEndpoint();
        endpoints.put(service.toString(), endpoint);
        return endpoint;
    }

    /** The endpoint of a connection's service; made for the first one, and shared by the others. */
    VpcEndpoint addEndpoint(CustomerConnection owned, String... tags) {
        var connection = owned.connection();
        EndpointServiceName service = connection.address().serviceName().value();
        return Optional.ofNullable(endpoints.get(service.toString()))
                .orElseGet(() -> addEndpoint(
                        service,
                        connection.availabilityZoneIds().stream()
                                .map(zone -> zone.value().value())
                                .toList(),
                        connection.address().ports().stream()
                                .map(port -> port.number())
                                .toList(),
                        tags));
    }

    /** Alias records of a connection's names in a zone, which is made if there is none of that name yet. */
    void addNames(String zone, CustomerConnection owned) {
        VpcEndpoint endpoint = addEndpoint(owned);
        var entry = endpoint.dnsEntries().get(0);
        for (Hostname hostname : owned.connection().address().names()) {
            change(
                    zone,
                    Change.builder()
                            .action(ChangeAction.CREATE)
                            .resourceRecordSet(set -> set.name(hostname.value())
                                    .type(RRType.A)
                                    .aliasTarget(alias -> alias.dnsName(entry.dnsName())
                                            .hostedZoneId(entry.hostedZoneId())
                                            .evaluateTargetHealth(false)))
                            .build());
        }
    }

    /** A record that some day led to an endpoint. */
    void addName(String zone, String hostname, String target) {
        change(
                zone,
                Change.builder()
                        .action(ChangeAction.CREATE)
                        .resourceRecordSet(set -> set.name(hostname)
                                .type(RRType.CNAME)
                                .ttl((long) TTL)
                                .resourceRecords(
                                        ResourceRecord.builder().value(target).build()))
                        .build());
    }

    private void change(String zone, Change change) {
        Route53Client route53 = clients.route53(Accounts.ELEMENTARY);
        String id = zones.computeIfAbsent(
                zone,
                absent -> route53.createHostedZone(request -> request.name(zone)
                                .callerReference(zone)
                                .hostedZoneConfig(config -> config.privateZone(true))
                                .vpc(vpc -> vpc.vpcId(production.vpcId())
                                        .vpcRegion(VPCRegion.fromValue(
                                                production.region().code()))))
                        .hostedZone()
                        .id());
        route53.changeResourceRecordSets(
                request -> request.hostedZoneId(id).changeBatch(batch -> batch.changes(change)));
    }
}
