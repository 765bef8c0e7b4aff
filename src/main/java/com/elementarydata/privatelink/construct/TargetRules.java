package com.elementarydata.privatelink.construct;

import com.elementarydata.privatelink.net.PortRange;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awscdk.Names;
import software.amazon.awscdk.services.ec2.CfnSecurityGroupIngress;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.constructs.Construct;

/**
 * The rules between the load balancer's security group and what it reaches.
 *
 * @param group the load balancer's group
 * @param reached what its listeners reach
 * @param healthCheckPort the port that is checked, if it is not the traffic port
 */
record TargetRules(SecurityGroup group, List<Reached> reached, Optional<Integer> healthCheckPort) {

    private static final String FROM = "from the endpoint service's load balancer";

    void letOut(GroupRules rules) {
        reached.forEach(targets -> targets.addresses()
                .forEach(cidr -> targets.ports().forEach(range -> rules.reach(cidr, numbers(range)))));
        healthCheckPort.ifPresent(port ->
                reached.forEach(targets -> targets.addresses().forEach(cidr -> rules.reach(cidr, List.of(port)))));
    }

    private static List<Integer> numbers(PortRange range) {
        return IntStream.rangeClosed(range.first(), range.last()).boxed().toList();
    }

    /** Rules that belong to the construct, so that they are retained as long as the load balancer is. */
    void openRetained(Construct scope, ISecurityGroup admitting) {
        Construct rules = new Construct(scope, "AdmissionTo" + Names.nodeUniqueId(admitting.getNode()));
        withHealthCheck(reached.stream().flatMap(targets -> targets.ports().stream()))
                .forEach(range -> CfnSecurityGroupIngress.Builder.create(rules, "Port" + range.first())
                        .groupId(admitting.getSecurityGroupId())
                        .sourceSecurityGroupId(group.getSecurityGroupId())
                        .ipProtocol("tcp")
                        .fromPort(range.first())
                        .toPort(range.last())
                        .description(FROM)
                        .build());
    }

    /**
     * Opens the groups of targets that register themselves: with rules of those groups, which are the customer's and end
     * with the registration, and in their stack, which depends on this one.
     */
    void open(List<ISecurityGroup> alreadyOpened) {
        List<String> opened = alreadyOpened.stream().map(TargetRules::path).toList();
        reached.forEach(targets -> targets.securityGroups().stream()
                .filter(admitting -> !opened.contains(path(admitting)))
                .forEach(admitting -> withHealthCheck(targets.ports().stream())
                        .forEach(range -> admitting.addIngressRule(group, GroupRules.port(range), FROM))));
    }

    private static String path(ISecurityGroup group) {
        return group.getNode().getPath();
    }

    private Stream<PortRange> withHealthCheck(Stream<PortRange> traffic) {
        return Stream.concat(traffic, healthCheckPort.stream().map(port -> new PortRange(port, port)))
                .distinct();
    }
}
