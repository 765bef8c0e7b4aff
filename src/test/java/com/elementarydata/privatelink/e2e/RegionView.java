package com.elementarydata.privatelink.e2e;

import com.elementarydata.privatelink.net.AccountId;
import com.elementarydata.privatelink.net.Region;
import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.NetworkAcl;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.ServiceConfiguration;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.ec2.model.VpcEndpointConnection;
import software.amazon.awssdk.services.ec2.model.VpcPeeringConnection;

/** What EC2 and CloudFormation show an account of a Region, each asked once. */
final class RegionView {

    private final CloudFormationClient cloudFormation;
    private final Supplier<List<Vpc>> vpcs;
    private final Supplier<List<Subnet>> subnets;
    private final Supplier<List<RouteTable>> routeTables;
    private final Supplier<List<NetworkAcl>> networkAcls;
    private final Supplier<List<VpcPeeringConnection>> peerings;
    private final Supplier<List<SecurityGroup>> groups;
    private final Supplier<List<NetworkInterface>> interfaces;
    private final Supplier<List<VpcEndpoint>> endpoints;
    private final Supplier<List<ServiceConfiguration>> services;
    private final Supplier<List<VpcEndpointConnection>> connections;
    private final Supplier<List<Stack>> stacks;

    RegionView(Clients clients, AccountId account, Region region) {
        Ec2Client ec2 = clients.ec2(account, region);
        cloudFormation = clients.cloudFormation(account, region);
        vpcs = once(() -> ec2.describeVpcsPaginator().vpcs().stream());
        subnets = once(() -> ec2.describeSubnetsPaginator().subnets().stream());
        routeTables = once(() -> ec2.describeRouteTablesPaginator().routeTables().stream());
        networkAcls = once(() -> ec2.describeNetworkAclsPaginator().networkAcls().stream());
        peerings = once(() -> ec2.describeVpcPeeringConnectionsPaginator().vpcPeeringConnections().stream());
        groups = once(() -> ec2.describeSecurityGroupsPaginator().securityGroups().stream());
        interfaces = once(() -> ec2.describeNetworkInterfacesPaginator().networkInterfaces().stream());
        endpoints = once(() -> ec2.describeVpcEndpointsPaginator().vpcEndpoints().stream());
        services = once(() -> ec2.describeVpcEndpointServiceConfigurationsPaginator().serviceConfigurations().stream());
        connections = once(() -> ec2.describeVpcEndpointConnectionsPaginator().vpcEndpointConnections().stream());
        stacks = once(() -> cloudFormation.describeStacksPaginator().stacks().stream());
    }

    private static <T> Supplier<List<T>> once(Supplier<Stream<T>> asked) {
        return Suppliers.memoize(() -> asked.get().toList());
    }

    List<Vpc> vpcs() {
        return vpcs.get();
    }

    List<Subnet> subnets() {
        return subnets.get();
    }

    Subnet subnet(String id) {
        return one(subnets(), Subnet::subnetId, id);
    }

    List<RouteTable> routeTables() {
        return routeTables.get();
    }

    List<NetworkAcl> networkAcls() {
        return networkAcls.get();
    }

    List<VpcPeeringConnection> peerings() {
        return peerings.get();
    }

    List<SecurityGroup> groups() {
        return groups.get();
    }

    SecurityGroup group(String id) {
        return one(groups(), SecurityGroup::groupId, id);
    }

    List<NetworkInterface> interfaces() {
        return interfaces.get();
    }

    List<VpcEndpoint> endpoints() {
        return endpoints.get();
    }

    VpcEndpoint endpoint(String id) {
        return one(endpoints(), VpcEndpoint::vpcEndpointId, id);
    }

    List<ServiceConfiguration> services() {
        return services.get();
    }

    List<VpcEndpointConnection> connections() {
        return connections.get();
    }

    List<Stack> stacks() {
        return stacks.get();
    }

    Stack stack(String name) {
        return one(stacks(), Stack::stackName, name);
    }

    /** The value of a stack's output. */
    String output(String stack, String key) {
        return stack(stack).outputs().stream()
                .filter(output -> output.outputKey().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError("%s has no output %s".formatted(stack, key)))
                .outputValue();
    }

    List<StackResourceSummary> resources(Stack stack) {
        return cloudFormation
                .listStackResourcesPaginator(request -> request.stackName(stack.stackName()))
                .stackResourceSummaries()
                .stream()
                .toList();
    }

    long events(Stack stack) {
        return cloudFormation
                .describeStackEventsPaginator(request -> request.stackName(stack.stackName()))
                .stackEvents()
                .stream()
                .count();
    }

    private static <T> T one(List<T> all, Function<T, String> id, String wanted) {
        Predicate<T> isIt = candidate -> id.apply(candidate).equals(wanted);
        return all.stream().filter(isIt).findFirst().orElseThrow(() -> new AssertionError("there is no " + wanted));
    }
}
