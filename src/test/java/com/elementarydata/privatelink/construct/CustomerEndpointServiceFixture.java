package com.elementarydata.privatelink.construct;

import static com.elementarydata.privatelink.TestApp.resources;
import static com.elementarydata.privatelink.TestApp.template;
import static com.elementarydata.privatelink.TestApp.warnings;
import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.TestApp;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.ec2.VpcAttributes;
import software.amazon.awscdk.services.elasticloadbalancingv2.targets.IpTarget;
import tools.jackson.databind.JsonNode;

/** A stack with an endpoint service, and what is read back from its template. */
abstract class CustomerEndpointServiceFixture {

    static final String NETWORK = "AWS::ElasticLoadBalancingV2::";
    static final String ALB =
            "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/web/0123456789abcdef";

    final Stack stack = TestApp.stack("eu-west-1");

    IVpc vpc() {
        return vpc("172.31.0.0/16");
    }

    IVpc vpc(String cidr) {
        return Vpc.fromVpcAttributes(
                stack,
                "Vpc",
                VpcAttributes.builder()
                        .vpcId("vpc-0123456789abcdef0")
                        .vpcCidrBlock(cidr)
                        .availabilityZones(List.of("eu-west-1a", "eu-west-1b"))
                        .publicSubnetIds(List.of("subnet-0123456789abcdef0", "subnet-0123456789abcdef1"))
                        .privateSubnetIds(List.of("subnet-0123456789abcdef2", "subnet-0123456789abcdef3"))
                        .build());
    }

    static IVpc ownVpc(Stack stack) {
        // restricting the group would need a Lambda function's asset, which these stacks cannot have
        return Vpc.Builder.create(stack, "Own")
                .restrictDefaultSecurityGroup(false)
                .build();
    }

    CustomerEndpointServiceProps.Builder<CustomerEndpointService> service() {
        return service(vpc());
    }

    CustomerEndpointServiceProps.Builder<CustomerEndpointService> service(IVpc vpc) {
        return CustomerEndpointService.forElementary(stack, "Orders")
                .vpc(vpc)
                .ports(List.of(5432))
                .targets(List.of(new IpTarget("172.31.5.6")))
                .hostnames(List.of("orders.acme.example"));
    }

    JsonNode only(String type) {
        List<JsonNode> found = resources(template(stack), type);
        assertThat(found).hasSize(1);
        return found.get(0).get("Properties");
    }

    List<String> ownWarnings() {
        return warnings(stack).stream()
                .filter(warning -> warning.contains("@elementarydata"))
                .toList();
    }

    Map<String, String> attributes(JsonNode attributes) {
        return attributes
                .valueStream()
                .collect(Collectors.toMap(
                        entry -> entry.get("Key").asString(),
                        entry -> entry.get("Value").asString()));
    }

    List<String> rules(String direction) {
        return only("AWS::EC2::SecurityGroup")
                .path(direction)
                .valueStream()
                .map(rule -> "%s %s %s-%s"
                        .formatted(
                                rule.get("CidrIp").isString()
                                        ? rule.get("CidrIp").asString()
                                        : rule.get("CidrIp").toString(),
                                rule.get("IpProtocol").asString(),
                                rule.get("FromPort"),
                                rule.get("ToPort")))
                .toList();
    }

    List<String> outbound() {
        return rules("SecurityGroupEgress");
    }

    String output(String name) {
        return template(stack).at("/Outputs/%s/Value".formatted(name)).asString();
    }

    static Set<String> ids(Stack stack) {
        return new TreeSet<>(template(stack).get("Resources").propertyNames());
    }
}
