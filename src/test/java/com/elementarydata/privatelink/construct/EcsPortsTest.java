package com.elementarydata.privatelink.construct;

import static com.elementarydata.privatelink.TestApp.template;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.InstanceType;
import software.amazon.awscdk.services.ec2.MachineImage;
import software.amazon.awscdk.services.ecs.AddCapacityOptions;
import software.amazon.awscdk.services.ecs.Cluster;
import software.amazon.awscdk.services.ecs.ContainerDefinitionOptions;
import software.amazon.awscdk.services.ecs.ContainerImage;
import software.amazon.awscdk.services.ecs.Ec2Service;
import software.amazon.awscdk.services.ecs.Ec2TaskDefinition;
import software.amazon.awscdk.services.ecs.LoadBalancerTargetOptions;
import software.amazon.awscdk.services.ecs.NetworkMode;
import software.amazon.awscdk.services.ecs.PortMapping;
import software.amazon.awscdk.services.elasticloadbalancingv2.NetworkTargetGroup;

/** On which ports of instances a load balancer reaches the tasks of a service. */
class EcsPortsTest extends CustomerEndpointServiceFixture {

    private final IVpc vpc = vpc();

    private Ec2Service bridged(PortMapping... ports) {
        Cluster cluster = Cluster.Builder.create(stack, "Cluster").vpc(vpc).build();
        cluster.addCapacity(
                "Capacity",
                AddCapacityOptions.builder()
                        .instanceType(new InstanceType("t3.micro"))
                        .machineImage(MachineImage.genericLinux(Map.of("eu-west-1", "ami-0123456789abcdef0")))
                        .build());
        Ec2TaskDefinition task = Ec2TaskDefinition.Builder.create(stack, "Task")
                .networkMode(NetworkMode.BRIDGE)
                .build();
        task.addContainer(
                "app",
                ContainerDefinitionOptions.builder()
                        .image(ContainerImage.fromRegistry("nginx"))
                        .memoryLimitMiB(256)
                        .portMappings(List.of(ports))
                        .build());
        return Ec2Service.Builder.create(stack, "Web")
                .cluster(cluster)
                .taskDefinition(task)
                .build();
    }

    private static PortMapping mapping(int container, int host) {
        return PortMapping.builder().containerPort(container).hostPort(host).build();
    }

    private List<String> letOut(Ec2Service web) {
        CustomerEndpointService service =
                service(vpc).ports(List.of(443)).targets(List.of(web)).build();
        return outboundOf(service);
    }

    private List<String> outboundOf(CustomerEndpointService service) {
        String prefix = service.getNode().getId() + "SecurityGroup";
        return template(stack).get("Resources").properties().stream()
                .filter(resource -> resource.getKey().startsWith(prefix))
                .flatMap(resource -> resource.getValue()
                        .at("/Properties/SecurityGroupEgress")
                        .valueStream())
                .map(rule -> "%s-%s".formatted(rule.get("FromPort"), rule.get("ToPort")))
                .toList();
    }

    @Test
    void a_host_port_that_a_task_names_is_the_only_one() {
        assertThat(letOut(bridged(mapping(8080, 30_080)))).containsExactly("30080-30080");
    }

    @Test
    void a_port_that_another_load_balancer_reaches_is_not_of_this_one() {
        Ec2Service web = bridged(mapping(8080, 30_080), mapping(9090, 30_090));
        NetworkTargetGroup.Builder.create(stack, "Others")
                .vpc(vpc)
                .port(9090)
                .targets(List.of(web.loadBalancerTarget(LoadBalancerTargetOptions.builder()
                        .containerName("app")
                        .containerPort(9090)
                        .build())))
                .build();

        assertThat(letOut(web)).containsExactly("30080-30080");
    }
}
