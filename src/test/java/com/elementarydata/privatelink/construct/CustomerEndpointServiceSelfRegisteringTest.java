package com.elementarydata.privatelink.construct;

import static com.elementarydata.privatelink.TestApp.resources;
import static com.elementarydata.privatelink.TestApp.template;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.BootstraplessSynthesizer;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.autoscaling.AutoScalingGroup;
import software.amazon.awscdk.services.ec2.Connections;
import software.amazon.awscdk.services.ec2.ConnectionsProps;
import software.amazon.awscdk.services.ec2.IConnectable;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.InstanceType;
import software.amazon.awscdk.services.ec2.MachineImage;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ecs.AddCapacityOptions;
import software.amazon.awscdk.services.ecs.Cluster;
import software.amazon.awscdk.services.ecs.ContainerDefinitionOptions;
import software.amazon.awscdk.services.ecs.ContainerImage;
import software.amazon.awscdk.services.ecs.Ec2Service;
import software.amazon.awscdk.services.ecs.Ec2TaskDefinition;
import software.amazon.awscdk.services.ecs.ExternalService;
import software.amazon.awscdk.services.ecs.ExternalTaskDefinition;
import software.amazon.awscdk.services.ecs.FargateService;
import software.amazon.awscdk.services.ecs.FargateTaskDefinition;
import software.amazon.awscdk.services.ecs.LoadBalancerTargetOptions;
import software.amazon.awscdk.services.ecs.NetworkMode;
import software.amazon.awscdk.services.ecs.PortMapping;
import software.amazon.awscdk.services.elasticloadbalancingv2.INetworkLoadBalancerTarget;
import software.amazon.awscdk.services.elasticloadbalancingv2.INetworkTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.LoadBalancerTargetProps;
import software.amazon.awscdk.services.elasticloadbalancingv2.TargetType;
import software.amazon.awscdk.services.elasticloadbalancingv2.targets.IpTarget;
import software.constructs.Construct;
import tools.jackson.databind.JsonNode;

/** What registers its own targets: Auto Scaling groups, ECS services, anything else of CDK or of EKS. */
class CustomerEndpointServiceSelfRegisteringTest extends CustomerEndpointServiceFixture {

    private final IVpc vpc = vpc();

    private CustomerEndpointServiceProps.Builder<CustomerEndpointService> offered(INetworkLoadBalancerTarget target) {
        return offered().targets(List.of(target));
    }

    private CustomerEndpointServiceProps.Builder<CustomerEndpointService> offered() {
        return CustomerEndpointService.forElementary(stack, "Orders")
                .vpc(vpc)
                .ports(List.of(443))
                .hostnames(List.of("orders.acme.example"));
    }

    private static ContainerDefinitionOptions container(Integer... ports) {
        return ContainerDefinitionOptions.builder()
                .image(ContainerImage.fromRegistry("nginx"))
                .memoryLimitMiB(256)
                .portMappings(List.of(ports).stream()
                        .map(port -> PortMapping.builder().containerPort(port).build())
                        .toList())
                .build();
    }

    private static Cluster cluster(Construct scope, IVpc vpc) {
        return Cluster.Builder.create(scope, "Cluster").vpc(vpc).build();
    }

    private static FargateService fargate(Construct scope, IVpc vpc, Integer... ports) {
        FargateTaskDefinition task =
                FargateTaskDefinition.Builder.create(scope, "Task").build();
        task.addContainer("app", container(ports));
        return FargateService.Builder.create(scope, "Web")
                .cluster(cluster(scope, vpc))
                .taskDefinition(task)
                .build();
    }

    private Ec2Service onInstances(NetworkMode mode, Integer... ports) {
        Cluster cluster = cluster(stack, vpc);
        cluster.addCapacity(
                "Capacity",
                AddCapacityOptions.builder()
                        .instanceType(new InstanceType("t3.micro"))
                        .machineImage(MachineImage.genericLinux(Map.of("eu-west-1", "ami-0123456789abcdef0")))
                        .build());
        Ec2TaskDefinition task = Ec2TaskDefinition.Builder.create(stack, "Task")
                .networkMode(mode)
                .build();
        task.addContainer("app", container(ports));
        return Ec2Service.Builder.create(stack, "Web")
                .cluster(cluster)
                .taskDefinition(task)
                .build();
    }

    private static AutoScalingGroup fleet(Construct scope, IVpc vpc) {
        return AutoScalingGroup.Builder.create(scope, "Fleet")
                .vpc(vpc)
                .instanceType(new InstanceType("t3.micro"))
                .machineImage(MachineImage.genericLinux(Map.of("eu-west-1", "ami-0123456789abcdef0")))
                .build();
    }

    private JsonNode group(String port) {
        return template(stack).get("Resources").properties().stream()
                .filter(resource -> resource.getKey().startsWith("OrdersTargets" + port))
                .findFirst()
                .orElseThrow()
                .getValue()
                .get("Properties");
    }

    private List<String> letOut() {
        return template(stack).get("Resources").properties().stream()
                .filter(resource -> resource.getKey().startsWith("OrdersSecurityGroup"))
                .flatMap(resource -> resource.getValue()
                        .at("/Properties/SecurityGroupEgress")
                        .valueStream())
                .map(rule ->
                        "%s %s-%s".formatted(rule.get("CidrIp").asString(), rule.get("FromPort"), rule.get("ToPort")))
                .toList();
    }

    /** The rules that admit the load balancer: of which group, on which ports. */
    private List<String> opened(Stack in) {
        return resources(template(in), "AWS::EC2::SecurityGroupIngress").stream()
                .map(rule -> rule.get("Properties"))
                .filter(rule -> rule.get("SourceSecurityGroupId").toString().contains("OrdersSecurityGroup"))
                .map(rule -> "%s %s-%s"
                        .formatted(
                                rule.get("GroupId")
                                        .toString()
                                        .replaceAll("[^A-Za-z0-9-]", "")
                                        .replaceAll("FnGetAtt|[0-9A-F]{8}GroupId", ""),
                                rule.get("FromPort"),
                                rule.get("ToPort")))
                .sorted()
                .toList();
    }

    @Test
    void forwards_to_a_fargate_service_on_the_port_of_its_container_and_opens_its_group() {
        offered(fargate(stack, vpc, 8080)).build();

        assertThat(group("443").get("TargetType").asString()).isEqualTo("ip");
        assertThat(group("443").get("Port").asInt()).isEqualTo(443);
        assertThat(group("443").has("Targets")).isFalse();
        JsonNode service = resources(template(stack), "AWS::ECS::Service").get(0);
        JsonNode registration = service.at("/Properties/LoadBalancers/0");
        assertThat(registration.get("ContainerName").asString()).isEqualTo("app");
        assertThat(registration.get("ContainerPort").asInt()).isEqualTo(8080);
        assertThat(registration.at("/TargetGroupArn/Ref").asString()).startsWith("OrdersTargets443");
        assertThat(service.get("DependsOn").toString()).contains("OrdersListener443");
        assertThat(letOut()).containsExactly("172.31.0.0/16 8080-8080");
        assertThat(opened(stack)).containsExactly("WebSecurityGroup 8080-8080");
    }

    @Test
    void forwards_each_port_to_the_container_that_it_names() {
        FargateService web = fargate(stack, vpc, 8080, 9090);

        offered()
                .ports(List.of(443, 9443))
                .targets(443, List.of(web))
                .targets(
                        9443,
                        List.of(web.loadBalancerTarget(LoadBalancerTargetOptions.builder()
                                .containerName("app")
                                .containerPort(9090)
                                .build())))
                .build();

        assertThat(resources(template(stack), "AWS::ECS::Service")
                        .get(0)
                        .at("/Properties/LoadBalancers")
                        .valueStream()
                        .map(one -> one.get("ContainerPort").asInt()))
                .containsExactly(8080, 9090);
        assertThat(group("9443").get("TargetType").asString()).isEqualTo("ip");
        assertThat(letOut()).containsExactly("172.31.0.0/16 8080-8080", "172.31.0.0/16 9090-9090");
        assertThat(opened(stack)).containsExactly("WebSecurityGroup 8080-8080", "WebSecurityGroup 9090-9090");
    }

    @Test
    void reaches_the_tasks_of_a_bridge_network_on_any_port_that_docker_chooses() {
        offered(onInstances(NetworkMode.BRIDGE, 8080)).build();

        assertThat(group("443").get("TargetType").asString()).isEqualTo("instance");
        assertThat(letOut()).containsExactly("172.31.0.0/16 32768-65535");
        assertThat(opened(stack)).containsExactly("ClusterCapacityInstanceSecurityGroup 32768-65535");
    }

    @Test
    void reaches_the_tasks_of_a_host_network_as_instances_and_those_of_awsvpc_as_addresses() {
        offered(onInstances(NetworkMode.HOST, 8080)).build();

        assertThat(group("443").get("TargetType").asString()).isEqualTo("instance");
        assertThat(letOut()).containsExactly("172.31.0.0/16 8080-8080");
        Stack other = new CustomerEndpointServiceSelfRegisteringTest().ofAwsvpc();
        assertThat(resources(template(other), NETWORK + "TargetGroup")
                        .get(0)
                        .at("/Properties/TargetType")
                        .asString())
                .isEqualTo("ip");
    }

    private Stack ofAwsvpc() {
        offered(onInstances(NetworkMode.AWS_VPC, 8080)).build();
        return stack;
    }

    @Test
    void forwards_to_an_auto_scaling_group_on_every_port() {
        offered(fleet(stack, vpc)).ports(List.of(443, 80)).targetPort(443, 8443).build();

        assertThat(group("443").get("TargetType").asString()).isEqualTo("instance");
        assertThat(group("443").get("Port").asInt()).isEqualTo(8443);
        assertThat(group("80").get("Port").asInt()).isEqualTo(80);
        assertThat(resources(template(stack), "AWS::AutoScaling::AutoScalingGroup")
                        .get(0)
                        .at("/Properties/TargetGroupARNs"))
                .hasSize(2);
        assertThat(letOut()).containsExactly("172.31.0.0/16 8443-8443", "172.31.0.0/16 80-80");
        assertThat(opened(stack))
                .containsExactly("FleetInstanceSecurityGroup 80-80", "FleetInstanceSecurityGroup 8443-8443");
    }

    @Test
    void opens_a_group_on_the_port_of_the_health_check_and_only_once() {
        AutoScalingGroup fleet = fleet(stack, vpc);

        offered(fleet)
                .integration("github-enterprise-server")
                .targetPort(443, 9443)
                .targetSecurityGroups(fleet.getConnections().getSecurityGroups())
                .build();

        assertThat(opened(stack))
                .containsExactly("FleetInstanceSecurityGroup 443-443", "FleetInstanceSecurityGroup 9443-9443");
    }

    /** Another target of CDK, as a library or a customer writes one. */
    private static final class OtherTarget implements INetworkLoadBalancerTarget, IConnectable {

        private final ISecurityGroup group;

        private OtherTarget(ISecurityGroup group) {
            this.group = group;
        }

        @Override
        public LoadBalancerTargetProps attachToNetworkTargetGroup(INetworkTargetGroup attachedTo) {
            return LoadBalancerTargetProps.builder().targetType(TargetType.IP).build();
        }

        @Override
        public Connections getConnections() {
            return new Connections(
                    ConnectionsProps.builder().securityGroups(List.of(group)).build());
        }
    }

    @Test
    void forwards_to_any_target_that_registers_itself() {
        offered(new OtherTarget(SecurityGroup.fromSecurityGroupId(stack, "Other", "sg-0123456789abcdef0")))
                .targetPort(443, 8443)
                .build();

        assertThat(group("443").get("TargetType").asString()).isEqualTo("ip");
        assertThat(letOut()).containsExactly("172.31.0.0/16 8443-8443");
        assertThat(opened(stack)).containsExactly("sg-0123456789abcdef0 8443-8443");
    }

    @Test
    void hands_out_empty_target_groups_for_what_is_registered_later() {
        CustomerEndpointService service = offered()
                .ports(List.of(443, 9443))
                .targetType(TargetType.INSTANCE)
                .targetPort(443, 30_443)
                .build();
        fleet(stack, vpc).attachToNetworkTargetGroup(service.getTargetGroup(443));

        assertThat(group("443").get("TargetType").asString()).isEqualTo("instance");
        assertThat(group("443").get("Port").asInt()).isEqualTo(30_443);
        assertThat(group("443").has("Targets")).isFalse();
        assertThat(letOut()).containsExactly("172.31.0.0/16 30443-30443", "172.31.0.0/16 9443-9443");
        assertThat(stack.resolve(service.getTargetGroup(443).getTargetGroupArn())
                        .toString())
                .contains("OrdersTargets443");
        assertThat(service.getTargetGroup(443)).isNotSameAs(service.getTargetGroup(9443));
        assertThat(template(stack).toString()).contains("TargetGroupARNs");
        assertThatThrownBy(() -> service.getTargetGroup(80))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there is no target group of the construct's own for port 80");
    }

    @Test
    void leaves_what_registers_itself_and_its_rules_to_the_customer() {
        offered(fargate(stack, vpc, 8080)).build();

        assertThat(template(stack).get("Resources").properties()).allSatisfy(resource -> {
            boolean kept = resource.getKey().startsWith("Orders");
            assertThat(resource.getValue().has("DeletionPolicy"))
                    .as(resource.getKey())
                    .isEqualTo(kept);
        });
    }

    @Test
    void forwards_to_a_service_of_another_stack_which_then_depends_on_this_one() {
        Stack other = new Stack(
                (App) stack.getNode().getRoot(),
                "Other",
                StackProps.builder()
                        .env(Environment.builder()
                                .account("111122223333")
                                .region("eu-west-1")
                                .build())
                        .synthesizer(new BootstraplessSynthesizer())
                        .build());
        FargateService web = fargate(other, vpc, 8080);

        offered(web).build();

        assertThat(template(other).at("/Resources").toString()).contains("OutputRefOrdersTargets443");
        assertThat(other.getDependencies()).containsExactly(stack);
        assertThat(opened(other)).containsExactly("WebSecurityGroup 8080-8080");
        assertThat(letOut()).containsExactly("172.31.0.0/16 8080-8080");
    }

    @Test
    void fails_with_an_ecs_service_behind_several_ports() {
        FargateService web = fargate(stack, vpc, 8080);

        assertThatThrownBy(() -> offered(web).ports(List.of(80, 443)).build())
                .hasMessage(
                        "CustomerEndpointService: the target Stack/Web is reached on a port of its own, so each of the"
                                + " ports 80, 443 would reach that one; pass the targets of each port, as in"
                                + " targets(80, List.of(…))");
        assertThatThrownBy(() -> offered(web.loadBalancerTarget(LoadBalancerTargetOptions.builder()
                                .containerName("app")
                                .build()))
                        .ports(List.of(80, 443))
                        .build())
                .hasMessageContaining("the target of an ECS service is reached on a port of its own");
        assertThat(stack.getNode().tryFindChild("Orders")).isNull();
    }

    @Test
    void fails_with_an_ecs_service_that_has_no_port_or_is_not_in_the_cloud() {
        FargateService silent = fargate(stack, vpc);
        ExternalTaskDefinition task =
                ExternalTaskDefinition.Builder.create(stack, "OnPremises").build();
        task.addContainer("app", container(8080));
        ExternalService external = ExternalService.Builder.create(stack, "Anywhere")
                .cluster(cluster(new Construct(stack, "Far"), vpc))
                .taskDefinition(task)
                .build();

        assertThatThrownBy(() -> offered(silent).build())
                .hasMessageContaining("no essential container of Stack/Web has a TCP port; give one portMappings(…)");
        assertThatThrownBy(() -> offered(external).build())
                .hasMessageContaining("the tasks of Stack/Anywhere cannot be targets of a load balancer");
    }

    @Test
    void fails_with_a_container_on_a_port_that_the_integration_does_not_expose() {
        FargateService web = fargate(stack, vpc, 8080, 8443);
        String what = "is an administrative port";

        assertThatThrownBy(() ->
                        offered(web).integration("github-enterprise-server").build())
                .hasMessageContaining(what);
        assertThatThrownBy(() -> offered(web.loadBalancerTarget(LoadBalancerTargetOptions.builder()
                                .containerName("app")
                                .containerPort(8443)
                                .build()))
                        .integration("github-enterprise-server")
                        .build())
                .hasMessageContaining(what);
    }

    @Test
    void fails_with_an_auto_scaling_group_beside_addresses() {
        assertThatThrownBy(() -> offered()
                        .targets(List.of(fleet(stack, vpc), new IpTarget("172.31.5.6")))
                        .build())
                .hasMessageContaining("the targets are of several types: instance, ip; pass targets of one type");
        assertThat(template(stack).toString()).doesNotContain("TargetGroupARNs");
    }

    @Test
    void fails_with_a_type_that_the_targets_are_not_of() {
        assertThatThrownBy(() ->
                        offered(fleet(stack, vpc)).targetType(TargetType.IP).build())
                .hasMessageContaining("the targets are of several types: instance, ip");
        assertThatThrownBy(() -> offered().targetType(TargetType.LAMBDA).build())
                .hasMessageContaining("network load balancers have no targets of type lambda");
    }

    @Test
    void fails_with_an_ecs_service_of_another_type_than_its_network_mode_gives() {
        assertThatThrownBy(() -> offered(fargate(stack, vpc, 443))
                        .targetType(TargetType.INSTANCE)
                        .build())
                .hasMessageContaining("the targets are of several types: ip, instance");
    }

    @Test
    void opens_the_group_of_a_fleet_beside_another_one_that_is_to_admit_the_load_balancer() {
        SecurityGroup other =
                SecurityGroup.Builder.create(stack, "Other").vpc(vpc).build();

        offered(fleet(stack, vpc)).targetSecurityGroups(List.of(other)).build();

        assertThat(opened(stack)).containsExactly("FleetInstanceSecurityGroup 443-443", "Other 443-443");
    }
}
