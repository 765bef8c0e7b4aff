package com.elementarydata.privatelink.e2e;

import com.elementarydata.privatelink.net.AccountId;
import com.elementarydata.privatelink.net.Region;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.SecurityGroupIdentifier;
import software.amazon.awssdk.services.ec2.model.Vpc;

/** Collects what the SDK shows of an account in a Region, as attributes by what they belong to. */
final class Facts {

    /** How many events a stack has had: a way and a detour to the same state differ here, and nowhere else. */
    static final String TOUCHED = "touched";

    private final SortedMap<String, SortedMap<String, String>> found;
    private final RegionView seen;
    private final String place;

    Facts(SortedMap<String, SortedMap<String, String>> found, View view, AccountId account, Region region) {
        this.found = found;
        seen = view.of(account, region);
        place = account.equals(Accounts.ELEMENTARY) ? region.code() : account + " " + region;
    }

    void collect() {
        networks();
        peerings();
        endpoints();
        seen.stacks().forEach(this::stack);
    }

    private void put(String thing, String attribute, @Nullable Object value) {
        found.computeIfAbsent(place + " " + thing, absent -> new TreeMap<>()).put(attribute, String.valueOf(value));
    }

    private static String sorted(Stream<String> words) {
        return words.sorted().collect(Collectors.joining(" "));
    }

    /** The VPC that AWS makes in every Region is nobody's. */
    private void networks() {
        Collection<String> ours = seen.vpcs().stream()
                .filter(vpc -> !Boolean.TRUE.equals(vpc.isDefault()))
                .map(Vpc::vpcId)
                .toList();
        seen.vpcs().stream()
                .filter(vpc -> ours.contains(vpc.vpcId()))
                .forEach(vpc -> put("vpc " + vpc.vpcId(), "cidr", vpc.cidrBlock()));
        seen.subnets().stream().filter(subnet -> ours.contains(subnet.vpcId())).forEach(subnet -> {
            put("subnet " + subnet.subnetId(), "cidr", subnet.cidrBlock());
            put("subnet " + subnet.subnetId(), "zone", subnet.availabilityZoneId());
            put("subnet " + subnet.subnetId(), "vpc", subnet.vpcId());
        });
        seen.routeTables().stream()
                .filter(table -> ours.contains(table.vpcId()))
                .forEach(this::routeTable);
        seen.groups().stream()
                .filter(group ->
                        ours.contains(group.vpcId()) && !group.groupName().equals("default"))
                .forEach(group -> {
                    put("group " + group.groupId(), "in", Rules.in(group));
                    put("group " + group.groupId(), "out", Rules.out(group));
                    put("group " + group.groupId(), "vpc", group.vpcId());
                });
        seen.interfaces().stream()
                .filter(one -> ours.contains(one.vpcId()))
                .forEach(one -> put("interface " + one.networkInterfaceId(), "subnet", one.subnetId()));
    }

    private void routeTable(RouteTable table) {
        String id = "table " + table.routeTableId();
        put(id, "vpc", table.vpcId());
        put(id, "subnets", sorted(table.associations().stream().map(association -> association.subnetId() + "")));
        table.routes()
                .forEach(route -> put(
                        "route %s|%s".formatted(table.routeTableId(), route.destinationCidrBlock()),
                        "target",
                        "%s %s"
                                .formatted(
                                        route.vpcPeeringConnectionId() == null
                                                ? route.gatewayId()
                                                : route.vpcPeeringConnectionId(),
                                        route.stateAsString())));
    }

    private void peerings() {
        seen.peerings().forEach(peering -> {
            String id = "peering " + peering.vpcPeeringConnectionId();
            put(id, "requester", peering.requesterVpcInfo().vpcId());
            put(id, "accepter", peering.accepterVpcInfo().vpcId());
            put(id, "status", peering.status().codeAsString());
        });
    }

    private void endpoints() {
        seen.endpoints().forEach(endpoint -> {
            String id = "endpoint " + endpoint.vpcEndpointId();
            put(id, "service", endpoint.serviceName());
            put(id, "subnets", sorted(endpoint.subnetIds().stream()));
            put(id, "groups", sorted(endpoint.groups().stream().map(SecurityGroupIdentifier::groupId)));
            put(id, "state", endpoint.stateAsString());
        });
        seen.services().forEach(service -> {
            put("service " + service.serviceId(), "acceptance", service.acceptanceRequired());
            put("service " + service.serviceId(), "balancers", service.networkLoadBalancerArns());
        });
        seen.connections()
                .forEach(connection -> put(
                        "connection %s %s".formatted(connection.serviceId(), connection.vpcEndpointId()),
                        "state",
                        connection.vpcEndpointStateAsString()));
    }

    private void stack(Stack stack) {
        String id = "stack " + stack.stackName();
        put(id, "status", stack.stackStatusAsString());
        put(id, "protected", stack.enableTerminationProtection());
        put(id, TOUCHED, seen.events(stack));
        stack.outputs().forEach(output -> put(id, "output " + output.outputKey(), output.outputValue()));
        seen.resources(stack)
                .forEach(resource -> put(
                        "resource %s/%s".formatted(stack.stackName(), resource.logicalResourceId()),
                        resource.resourceType(),
                        resource.physicalResourceId()));
    }

    static void collectZones(SortedMap<String, SortedMap<String, String>> found, HostedZones zones) {
        for (HostedZones.Zone zone : zones.all()) {
            String id = "/hostedzone/" + zone.id();
            String key = "zone " + id;
            found.put(key, new TreeMap<>());
            found.get(key).put("name", zone.name());
            found.get(key).put("vpcs", sorted(zone.vpcs().stream().map(vpc -> vpc.vpcId())));
            zone.records().stream()
                    .filter(record -> record.aliasTarget() != null)
                    .forEach(record -> {
                        SortedMap<String, String> attributes = new TreeMap<>();
                        attributes.put(
                                "alias", HostedZones.plain(record.aliasTarget().dnsName()));
                        found.put(
                                "record %s %s %s"
                                        .formatted(id, record.typeAsString(), HostedZones.plain(record.name())),
                                attributes);
                    });
        }
    }

    /** What resources are called, by their ids: their stack, and their logical id without the hash. */
    static void collectNames(SortedMap<String, String> names, List<RegionView> views) {
        for (RegionView view : views) {
            for (Stack stack : view.stacks()) {
                view.resources(stack)
                        .forEach(resource -> names.put(
                                resource.physicalResourceId(),
                                stack.stackName().replace("PrivateLink-", "")
                                        + "/"
                                        + WorldState.withoutHash(resource.logicalResourceId())));
            }
            view.endpoints().stream()
                    .filter(endpoint -> names.containsKey(endpoint.vpcEndpointId()))
                    .forEach(endpoint -> endpoint.networkInterfaceIds()
                            .forEach(one -> names.put(one, names.get(endpoint.vpcEndpointId()) + ".interface")));
        }
    }
}
