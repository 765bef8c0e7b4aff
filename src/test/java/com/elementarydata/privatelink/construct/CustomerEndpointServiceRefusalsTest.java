package com.elementarydata.privatelink.construct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.elementarydata.privatelink.TestApp;
import java.util.List;
import java.util.function.UnaryOperator;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.Subnet;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.ec2.VpcAttributes;
import software.amazon.awscdk.services.elasticloadbalancingv2.HealthCheck;
import software.amazon.awscdk.services.elasticloadbalancingv2.INetworkLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.INetworkLoadBalancerTarget;
import software.amazon.awscdk.services.elasticloadbalancingv2.NetworkLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.NetworkLoadBalancerAttributes;
import software.amazon.awscdk.services.elasticloadbalancingv2.Protocol;
import software.amazon.awscdk.services.elasticloadbalancingv2.TargetType;
import software.amazon.awscdk.services.elasticloadbalancingv2.targets.AlbArnTarget;
import software.amazon.awscdk.services.elasticloadbalancingv2.targets.InstanceIdTarget;
import software.amazon.awscdk.services.elasticloadbalancingv2.targets.IpTarget;
import software.amazon.awscdk.services.kms.Alias;
import software.amazon.awscdk.services.sns.ITopic;
import software.amazon.awscdk.services.sns.Topic;

class CustomerEndpointServiceRefusalsTest {

    private static final String ALB =
            "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/web/0123456789abcdef";

    private final Stack stack = TestApp.stack("eu-west-1");
    private final IVpc vpc = Vpc.fromVpcAttributes(
            stack,
            "Vpc",
            VpcAttributes.builder()
                    .vpcId("vpc-0123456789abcdef0")
                    .vpcCidrBlock("172.31.0.0/16")
                    .availabilityZones(List.of("eu-west-1a", "eu-west-1b"))
                    .publicSubnetIds(List.of("subnet-0123456789abcdef0", "subnet-0123456789abcdef1"))
                    .privateSubnetIds(List.of("subnet-0123456789abcdef2", "subnet-0123456789abcdef3"))
                    .build());

    private CustomerEndpointServiceProps.Builder<CustomerEndpointService> service() {
        return CustomerEndpointService.forElementary(stack, "Orders")
                .vpc(vpc)
                .ports(List.of(5432))
                .targets(List.of(new IpTarget("172.31.5.6")))
                .hostnames(List.of("orders.acme.example"));
    }

    private AbstractThrowableAssert<?, ?> assertRefused(
            UnaryOperator<CustomerEndpointServiceProps.Builder<CustomerEndpointService>> change) {
        var refused = assertThatThrownBy(() -> change.apply(service()).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("CustomerEndpointService: ");
        assertThat(stack.getNode().tryFindChild("Orders")).isNull();
        return refused;
    }

    private AbstractThrowableAssert<?, ?> assertTargetsRefused(INetworkLoadBalancerTarget... targets) {
        return assertRefused(service -> service.targets(List.of(targets)));
    }

    private static SubnetSelection subnetsOf(SubnetType type) {
        return SubnetSelection.builder().subnetType(type).build();
    }

    @Test
    void fails_with_all_that_is_missing() {
        assertThatThrownBy(() -> CustomerEndpointServiceProps.builder().build()).hasMessage("""
                        CustomerEndpointService: vpc is missing; pass vpc(…)
                        CustomerEndpointService: no port is given; pass the TCP ports of the service, as in ports(List.of(443))
                        CustomerEndpointService: no target is given; pass some, as in targets(List.of(new IpTarget("10.1.2.3"))), \
                        or targetType(…) for target groups that you fill yourself
                        CustomerEndpointService: no client CIDR is given; pass clientCidrs(…), the subnets that connect, \
                        or create it with CustomerEndpointService.forElementary(…) to offer it to Elementary
                        CustomerEndpointService: no allowed principal is given; pass allowedPrincipals(…), the accounts that may connect, \
                        or create it with CustomerEndpointService.forElementary(…) to offer it to Elementary
                        CustomerEndpointService: no hostname is given; pass the names of the service in your network, \
                        as in hostnames(List.of("git.acme.example"))""");
    }

    @Test
    void fails_with_all_that_is_wrong_and_defines_nothing() {
        assertRefused(service -> service.ports(List.of(0, 65536, 443, 443))
                        .subnets(subnetsOf(SubnetType.PUBLIC))
                        .targets(List.of(new IpTarget("8.8.8.8")))
                        .clientCidrs(List.of("0.0.0.0/0", "10.0.1.x"))
                        .allowedPrincipals(List.of("*"))
                        .supportedRegions(List.of("eu-nowhere-1"))
                        .hostnames(List.of("https://orders.acme.example/"))
                        .availabilityZoneIds(List.of("eu-west-1a")))
                .hasMessageContaining("0 is not a TCP port")
                .hasMessageContaining("65536 is not a TCP port")
                .hasMessageContaining("duplicate port 443")
                .hasMessageContaining("a selected subnet is public; choose private subnets")
                .hasMessageContaining("the target \"8.8.8.8\" is a public address; pass the private address")
                .hasMessageContaining("0.0.0.0/0 admits nearly everyone")
                .hasMessageContaining("write 10.0.1.0/24")
                .hasMessageContaining("the allowed principal \"*\" admits more than one principal")
                .hasMessageContaining("\"eu-nowhere-1\" is not a known AWS Region")
                .hasMessageContaining("give the host alone: orders.acme.example")
                .hasMessageContaining("give the AZ ID");
    }

    @Test
    void fails_without_a_port_of_a_service_that_is_not_github_enterprise_server() {
        assertRefused(service -> service.ports(List.of())).hasMessageContaining("no port is given");
    }

    @ParameterizedTest
    @ValueSource(ints = {122, 123, 161, 1194, 8080, 8443, 9103})
    void fails_where_an_administrative_port_of_github_enterprise_server_would_be_exposed(int port) {
        String what = "port %d is an administrative port".formatted(port);

        assertRefused(service -> service.integration("github-enterprise-server").ports(List.of(443, port)))
                .hasMessageContaining(what);
        assertRefused(service -> service.integration("github-enterprise-server")
                        .ports(List.of(443))
                        .targets(List.of(new IpTarget("172.31.5.6", port))))
                .hasMessageContaining(what);
    }

    @Test
    void fails_where_a_subnet_is_public_under_another_name() {
        assertRefused(service -> service.subnets(SubnetSelection.builder()
                        .subnets(List.of(Subnet.fromSubnetId(stack, "One", "subnet-0123456789abcdef0")))
                        .build()))
                .hasMessageContaining("a selected subnet is public");
    }

    @Test
    void fails_where_all_subnets_are_public() {
        IVpc open = Vpc.fromVpcAttributes(
                stack,
                "Open",
                VpcAttributes.builder()
                        .vpcId("vpc-0123456789abcdef0")
                        .vpcCidrBlock("172.31.0.0/16")
                        .availabilityZones(List.of("eu-west-1a"))
                        .publicSubnetIds(List.of("subnet-0123456789abcdef0"))
                        .build());

        assertRefused(service -> service.vpc(open)).hasMessageContaining("a selected subnet is public");
    }

    @Test
    void fails_without_a_subnet() {
        assertRefused(service -> service.subnets(subnetsOf(SubnetType.PRIVATE_ISOLATED)))
                .hasMessageContaining("no subnet of the VPC matches the selection; choose private subnets of the VPC");
        assertRefused(service -> service.subnets(
                        SubnetSelection.builder().subnets(List.of()).build()))
                .hasMessageContaining("no subnet is selected; choose private subnets");
    }

    @Test
    void fails_where_other_regions_are_supported_from_fewer_than_two_subnets() {
        assertRefused(service -> service.supportedRegions(List.of("eu-central-1"))
                        .subnets(SubnetSelection.builder()
                                .availabilityZones(List.of("eu-west-1a"))
                                .build()))
                .hasMessageContaining("supported Regions are given, but fewer than two subnets");
    }

    @Test
    void fails_without_a_target_and_with_targets_of_several_types() {
        assertTargetsRefused().hasMessageContaining("no target is given");
        assertTargetsRefused(new IpTarget("172.31.5.6"), new InstanceIdTarget("i-0123456789abcdef0"))
                .hasMessageContaining("the targets are of several types: ip, instance; pass targets of one type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "172.31.5", "172.31.5.0/24", "fd00::1", "db.acme.example"})
    void fails_with_an_ip_target_that_is_no_ipv4_address(String address) {
        assertTargetsRefused(new IpTarget(address)).hasMessageContaining("\"%s\" is not an IPv4 address", address);
    }

    @Test
    void fails_with_a_targets_port_that_is_none_or_a_token() {
        assertTargetsRefused(new IpTarget("172.31.5.6", 0), new IpTarget("172.31.5.6", 65_536))
                .hasMessageContaining("0 is not a TCP port")
                .hasMessageContaining("65536 is not a TCP port");
        assertTargetsRefused(new IpTarget(
                        "172.31.5.6",
                        CfnParameter.Builder.create(stack, "Port")
                                .type("Number")
                                .build()
                                .getValueAsNumber()))
                .hasMessageContaining("the port of the target \"172.31.5.6\" is a token; pass its number");
    }

    @Test
    void fails_with_several_application_load_balancers() {
        assertTargetsRefused(new AlbArnTarget(ALB, 443), new AlbArnTarget(ALB, 8443))
                .hasMessageContaining("there are 2 Application Load Balancers; pass one");
    }

    @Test
    void fails_where_rules_need_the_cidr_that_a_vpc_was_imported_without() {
        IVpc bare = Vpc.fromVpcAttributes(
                stack,
                "Bare",
                VpcAttributes.builder()
                        .vpcId("vpc-0123456789abcdef0")
                        .availabilityZones(List.of("eu-west-1a", "eu-west-1b"))
                        .privateSubnetIds(List.of("subnet-0123456789abcdef2", "subnet-0123456789abcdef3"))
                        .build());

        assertRefused(service -> service.vpc(bare).targets(List.of(new InstanceIdTarget("i-0123456789abcdef0"))))
                .hasMessageContaining("the VPC was imported without its CIDR")
                .hasMessageContaining("pass vpcCidrs(…) or import it with vpcCidrBlock(…)");
        service().vpc(bare).build();
        assertThat(stack.getNode().tryFindChild("Orders")).isNotNull();
    }

    @Test
    void fails_with_cidr_blocks_that_the_vpc_cannot_have() {
        assertRefused(service -> service.vpcCidrs(List.of("172.31.0.0/16", "10.0.0.0/15", "10.0.0.0/15")))
                .hasMessageContaining("duplicate CIDR of the VPC 10.0.0.0/15")
                .hasMessageContaining("10.0.0.0/15 is no CIDR block of a VPC; pass blocks from /16 to /28");
        assertRefused(service -> service.vpcCidrs(List.of("100.64.0.0/24")))
                .hasMessageContaining("the VPC's CIDR block 172.31.0.0/16 is not among vpcCidrs; pass all of them");
    }

    @Test
    void fails_with_an_idle_timeout_that_aws_does_not_have() {
        assertRefused(service -> service.tcpIdleTimeout(Duration.seconds(59)))
                .hasMessageContaining("the TCP idle timeout is 59 s; pass whole seconds from 60 to 6000");
        assertRefused(service -> service.tcpIdleTimeout(Duration.seconds(6001))).hasMessageContaining("6001 s");
        assertRefused(service -> service.tcpIdleTimeout(Duration.millis(60_500)))
                .hasMessageContaining("60.5 s");
    }

    @ParameterizedTest
    @EnumSource(
            value = Protocol.class,
            names = {"HTTP", "HTTPS", "TCP"},
            mode = EnumSource.Mode.EXCLUDE)
    void fails_with_a_health_check_of_another_protocol(Protocol protocol) {
        assertRefused(service -> service.healthCheck(
                        HealthCheck.builder().protocol(protocol).build()))
                .hasMessageContaining(
                        "the health check's protocol %s is not supported by network load balancers; choose TCP, HTTP or HTTPS",
                        protocol);
    }

    @Test
    void fails_with_a_health_check_that_does_not_fit_the_targets() {
        assertRefused(service ->
                        service.healthCheck(HealthCheck.builder().path("/ready").build()))
                .hasMessageContaining("the health check has the path \"/ready\", but its protocol is TCP");
        assertRefused(service ->
                        service.healthCheck(HealthCheck.builder().enabled(false).build()))
                .hasMessageContaining("the health check is disabled; omit enabled(false)");
        assertTargetsRefused(new AlbArnTarget(ALB, 443))
                .hasMessageContaining("the health check of an Application Load Balancer is neither HTTP nor HTTPS");
    }

    @Test
    void fails_with_a_health_check_on_no_port() {
        assertRefused(service ->
                        service.healthCheck(HealthCheck.builder().port("https").build()))
                .hasMessageContaining("the health check's port \"https\" is not a number");
        assertRefused(service ->
                        service.healthCheck(HealthCheck.builder().port("70000").build()))
                .hasMessageContaining("70000 is not a TCP port");
    }

    @Test
    void fails_without_a_client_while_the_rules_hold_for_private_link() {
        assertRefused(service -> service.clientCidrs(List.of())).hasMessageContaining("no client CIDR is given");
        assertRefused(service -> service.clientCidrs(List.of(""))).hasMessageContaining("\"\" is not");
    }

    @Test
    void fails_with_principals_that_are_none_or_too_many() {
        assertRefused(service -> service.allowedPrincipals(List.of()))
                .hasMessageContaining("no allowed principal is given");
        assertRefused(service -> service.allowedPrincipals(
                        List.of("arn:aws:iam::743289191656:role/*", "7432-8919-1656", "743289191656", "743289191656")))
                .hasMessageContaining("\"arn:aws:iam::743289191656:role/*\" admits more than one principal")
                .hasMessageContaining("\"7432-8919-1656\" is not an account, user or role; give the 12 digits")
                .hasMessageContaining("duplicate allowed principal 743289191656");
    }

    @Test
    void fails_with_a_handoff_that_could_not_be_read() {
        assertRefused(service -> service.integration("snowflake")
                        .hostnames(List.of("orders.acme.example", "orders.acme.example", ""))
                        .outputPrefix("my-"))
                .hasMessageContaining("the integration \"snowflake\" is not hosted by customers")
                .hasMessageContaining("duplicate hostname orders.acme.example")
                .hasMessageContaining("\"\" is not a hostname")
                .hasMessageContaining("the outputPrefix \"my-\" is not letters and digits alone");
    }

    @Test
    void fails_with_a_zone_or_a_supported_region_that_stands_there_twice() {
        assertRefused(service -> service.availabilityZoneIds(List.of("euw1-az1", "euw1-az1"))
                        .supportedRegions(List.of("eu-central-1", "eu-central-1")))
                .hasMessageContaining("duplicate AZ ID euw1-az1; pass it once")
                .hasMessageContaining("duplicate supported Region eu-central-1; pass it once");
    }

    /** Its health check and the ports that it refuses are decided at synthesis. */
    @Test
    void fails_with_an_integration_that_is_a_parameter_of_the_template() {
        String integration =
                CfnParameter.Builder.create(stack, "Integration").build().getValueAsString();

        assertRefused(service -> service.integration(integration))
                .hasMessageContaining("is not hosted by customers; pass one of github-enterprise-server, ");
    }

    @Test
    void fails_with_hostnames_that_are_one_parameter_of_the_template() {
        List<String> names = CfnParameter.Builder.create(stack, "Names")
                .type("CommaDelimitedList")
                .build()
                .getValueAsList();

        assertRefused(service -> service.hostnames(names))
                .hasMessageContaining("a list is a token as a whole; pass its items one by one")
                .hasMessageNotContaining("TOKEN");
    }

    @Test
    void fails_where_the_names_of_the_outputs_are_taken() {
        CfnOutput.Builder.create(stack, "Region").value("eu-west-1").build();
        CfnParameter.Builder.create(stack, "Handoff").build();

        assertRefused(service -> service)
                .hasMessageContaining(
                        "the output name \"Region\" is already taken in the stack; pass another outputPrefix")
                .hasMessageContaining("the output name \"Handoff\" is already taken");
        service().outputPrefix("Orders").build();
    }

    @Test
    void takes_the_name_of_the_zones_output_only_where_zones_are_named() {
        CfnOutput.Builder.create(stack, "AvailabilityZoneIds").value("mine").build();

        assertRefused(service -> service.availabilityZoneIds(List.of("euw1-az1")))
                .hasMessageContaining("the output name \"AvailabilityZoneIds\" is already taken")
                .hasMessageNotContaining("\n");
        service().build();
    }

    @Test
    void fails_with_a_target_that_stands_there_twice() {
        assertTargetsRefused(new IpTarget("172.31.5.6"), new IpTarget("172.31.5.6"))
                .hasMessageContaining("duplicate target 172.31.5.6");
        service()
                .targets(List.of(new IpTarget("172.31.5.6", 5432), new IpTarget("172.31.5.6", 5433)))
                .build();
        assertThat(stack.getNode().tryFindChild("Orders")).isNotNull();
    }

    @Test
    void fails_with_a_security_group_of_targets_that_stands_there_twice() {
        ISecurityGroup group = SecurityGroup.fromSecurityGroupId(stack, "Database", "sg-0123456789abcdef0");

        assertRefused(service -> service.targetSecurityGroups(List.of(group, group)))
                .hasMessageContaining("duplicate security group of targets Stack/Database");
    }

    private static String option(String line) {
        return line.replaceFirst("CustomerEndpointService: ", "").replaceFirst(" .*", "");
    }

    @Test
    void fails_with_all_that_would_shape_a_load_balancer_that_exists_already() {
        INetworkLoadBalancer existing = NetworkLoadBalancer.fromNetworkLoadBalancerAttributes(
                stack,
                "Existing",
                NetworkLoadBalancerAttributes.builder()
                        .loadBalancerArn(
                                "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/net/db/0123456789abcdef")
                        .build());

        assertRefused(service -> service.loadBalancer(existing)
                        .subnets(subnetsOf(SubnetType.PRIVATE_WITH_EGRESS))
                        .targetSecurityGroups(List.of())
                        .healthCheck(HealthCheck.builder().build())
                        .clientCidrs(List.of("10.9.0.0/24"))
                        .crossZoneEnabled(true)
                        .enforceSecurityGroupInboundRulesOnPrivateLinkTraffic(true)
                        .vpcCidrs(List.of("172.31.0.0/16"))
                        .targetPort(5432, 15_432)
                        .targetType(TargetType.IP)
                        .admitPathMtuIcmp(true)
                        .tcpIdleTimeout(Duration.seconds(350))
                        .deletionProtection(true))
                .satisfies(refused -> assertThat(
                                String.valueOf(refused.getMessage()).lines())
                        .extracting(line -> option(line))
                        .containsExactly(
                                "admitPathMtuIcmp",
                                "clientCidrs",
                                "crossZoneEnabled",
                                "deletionProtection",
                                "enforceSecurityGroupInboundRulesOnPrivateLinkTraffic",
                                "healthCheck",
                                "subnets",
                                "targetPort",
                                "targetSecurityGroups",
                                "targetType",
                                "targets",
                                "tcpIdleTimeout",
                                "vpc",
                                "vpcCidrs"))
                .hasMessageContaining(
                        "vpc configures a new load balancer, but loadBalancer(…) is given; omit one of the two");
    }

    @Test
    void fails_with_a_topic_that_aws_cannot_publish_to() {
        ITopic fifo = Topic.Builder.create(stack, "InOrder").fifo(true).build();
        ITopic closed = Topic.Builder.create(stack, "Closed")
                .masterKey(Alias.fromAliasName(stack, "OfAws", "alias/aws/sns"))
                .build();

        assertRefused(service -> service.notificationTopic(fifo))
                .hasMessageContaining("the notification topic is a FIFO topic; pass a standard topic");
        assertRefused(service -> service.notificationTopic(closed))
                .hasMessageContaining("encrypted with alias/aws/sns, which AWS PrivateLink is not allowed to use")
                .hasMessageContaining("encrypt the topic with your own key");
    }
}
