package example;

import com.elementarydata.privatelink.construct.CustomerEndpointService;
import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ecs.Cluster;
import software.amazon.awscdk.services.ecs.ContainerDefinitionOptions;
import software.amazon.awscdk.services.ecs.ContainerImage;
import software.amazon.awscdk.services.ecs.FargateService;
import software.amazon.awscdk.services.ecs.FargateTaskDefinition;
import software.amazon.awscdk.services.ecs.PortMapping;

/** A service on ECS with Fargate, which registers its tasks itself; its security group is opened to the load balancer. */
final class OnFargate {

    private OnFargate() {}

    static void define(Stack stack) {
        IVpc vpc = ExistingVpc.in(stack);
        FargateTaskDefinition task =
                FargateTaskDefinition.Builder.create(stack, "Task").build();
        task.addContainer(
                "web",
                ContainerDefinitionOptions.builder()
                        .image(ContainerImage.fromRegistry("public.ecr.aws/nginx/nginx:1.29"))
                        .portMappings(List.of(
                                PortMapping.builder().containerPort(8443).build()))
                        .build());
        FargateService web = FargateService.Builder.create(stack, "Web")
                .cluster(Cluster.Builder.create(stack, "Cluster").vpc(vpc).build())
                .taskDefinition(task)
                .build();
        CustomerEndpointService.forElementary(stack, "Orders")
                .vpc(vpc)
                .ports(List.of(443))
                .targets(List.of(web))
                .hostnames(List.of("orders.acme.example"))
                .build();
    }
}
