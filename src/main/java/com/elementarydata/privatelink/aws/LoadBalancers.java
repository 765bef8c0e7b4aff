package com.elementarydata.privatelink.aws;

import com.elementarydata.privatelink.observed.GroupRule;
import com.elementarydata.privatelink.observed.ProviderFacts;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupTuple;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthDescription;

/** What AWS says of the load balancers behind an endpoint service. */
record LoadBalancers(Ec2Client ec2, ElasticLoadBalancingV2Client loadBalancing, Map<String, String> zoneIds) {

    static final List<Permission> ASKED = Permission.all(
            Permission.of(
                    "ec2", "DescribeInstances", "DescribeRouteTables", "DescribeSecurityGroups", "DescribeSubnets"),
            Permission.of(
                    "elasticloadbalancing",
                    "DescribeListeners",
                    "DescribeLoadBalancerAttributes",
                    "DescribeLoadBalancers",
                    "DescribeTargetHealth"));

    private static final String CROSS_ZONE = "load_balancing.cross_zone.enabled";

    ProviderFacts.LoadBalancer read(String arn) {
        LoadBalancer balancer = loadBalancing
                .describeLoadBalancers(request -> request.loadBalancerArns(arn))
                .loadBalancers()
                .get(0);
        List<SecurityGroup> groups = groups(balancer.securityGroups());
        return new ProviderFacts.LoadBalancer(
                balancer.loadBalancerName(),
                balancer.typeAsString(),
                balancer.schemeAsString(),
                balancer.vpcId(),
                hasCrossZone(arn),
                // AWS says it for every load balancer with a group, and enforces unless told otherwise
                balancer.securityGroups().isEmpty()
                        ? Optional.empty()
                        : Optional.of(!"off".equals(balancer.enforceSecurityGroupInboundRulesOnPrivateLinkTraffic())),
                rules(groups, SecurityGroup::ipPermissions),
                Optional.of(rules(groups, SecurityGroup::ipPermissionsEgress)),
                subnets(balancer),
                loadBalancing.describeListenersPaginator(request -> request.loadBalancerArn(arn)).listeners().stream()
                        .map(this::listener)
                        .toList());
    }

    private List<ProviderFacts.Subnet> subnets(LoadBalancer balancer) {
        List<String> ids = balancer.availabilityZones().stream()
                .map(zone -> zone.subnetId())
                .toList();
        return ec2.describeSubnets(request -> request.subnetIds(ids)).subnets().stream()
                .map(subnet -> new ProviderFacts.Subnet(
                        subnet.subnetId(),
                        subnet.availabilityZoneId(),
                        subnet.vpcId(),
                        subnet.ownerId(),
                        hasInternetGateway(subnet.vpcId(), subnet.subnetId())))
                .toList();
    }

    private boolean hasCrossZone(String arn) {
        return loadBalancing
                .describeLoadBalancerAttributes(request -> request.loadBalancerArn(arn))
                .attributes()
                .stream()
                .anyMatch(attribute ->
                        attribute.key().equals(CROSS_ZONE) && attribute.value().equals("true"));
    }

    private List<SecurityGroup> groups(List<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : ec2.describeSecurityGroups(request -> request.groupIds(ids)).securityGroups();
    }

    private static List<GroupRule> rules(
            List<SecurityGroup> groups, Function<SecurityGroup, List<IpPermission>> direction) {
        return groups.stream()
                .flatMap(group -> direction.apply(group).stream())
                .flatMap(NetworkReader::rules)
                .toList();
    }

    private boolean hasInternetGateway(String vpcId, String subnetId) {
        List<RouteTable> own = routeTables("association.subnet-id", subnetId);
        List<RouteTable> tables = own.isEmpty()
                ? routeTables("vpc-id", vpcId).stream()
                        .filter(table -> table.associations().stream().anyMatch(association -> association.main()))
                        .toList()
                : own;
        return tables.stream()
                .flatMap(table -> table.routes().stream())
                .anyMatch(
                        route -> route.gatewayId() != null && route.gatewayId().startsWith("igw-"));
    }

    private List<RouteTable> routeTables(String filter, String value) {
        return ec2
                .describeRouteTablesPaginator(request -> request.filters(NetworkReader.where(filter, List.of(value))))
                .routeTables()
                .stream()
                .toList();
    }

    private ProviderFacts.Listener listener(Listener listener) {
        List<ProviderFacts.Target> targets = listener.defaultActions().stream()
                .flatMap(LoadBalancers::targetGroups)
                .distinct()
                .flatMap(
                        group -> loadBalancing
                                .describeTargetHealth(request -> request.targetGroupArn(group))
                                .targetHealthDescriptions()
                                .stream())
                .map(this::target)
                .toList();
        return new ProviderFacts.Listener(listener.port(), listener.protocolAsString(), targets);
    }

    /** A group of weight 0 gets nothing. */
    private static Stream<String> targetGroups(Action action) {
        return action.forwardConfig() == null
                ? Stream.ofNullable(action.targetGroupArn())
                : action.forwardConfig().targetGroups().stream()
                        .filter(group -> !Objects.equals(group.weight(), 0))
                        .map(TargetGroupTuple::targetGroupArn);
    }

    /** Load balancing does not say it of instances. */
    private Optional<String> zoneOfInstance(String target) {
        return target.startsWith("i-")
                ? ec2
                        .describeInstancesPaginator(
                                request -> request.filters(NetworkReader.where("instance-id", List.of(target))))
                        .reservations()
                        .stream()
                        .flatMap(reservation -> reservation.instances().stream())
                        .map(instance -> instance.placement().availabilityZone())
                        .findFirst()
                : Optional.empty();
    }

    private ProviderFacts.Target target(TargetHealthDescription described) {
        return new ProviderFacts.Target(
                described.target().id(),
                described.target().port(),
                Optional.ofNullable(described.target().availabilityZone())
                        .or(() -> zoneOfInstance(described.target().id()))
                        .map(zone -> zoneIds.getOrDefault(zone, zone)),
                described.targetHealth().stateAsString(),
                Optional.ofNullable(described.targetHealth().description()));
    }
}
