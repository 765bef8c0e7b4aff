package com.elementarydata.privatelink.construct;

import com.elementarydata.privatelink.net.Port;
import com.elementarydata.privatelink.net.PortRange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ecs.BaseService;
import software.amazon.awscdk.services.ecs.CfnService;
import software.amazon.awscdk.services.ecs.ContainerDefinition;
import software.amazon.awscdk.services.ecs.ExternalService;
import software.amazon.awscdk.services.ecs.NetworkMode;
import software.amazon.awscdk.services.ecs.PortMapping;
import software.amazon.awscdk.services.ecs.Protocol;
import software.amazon.awscdk.services.ecs.TaskDefinition;
import software.amazon.awscdk.services.elasticloadbalancingv2.NetworkTargetGroup;

/** The ports on which a load balancer reaches the tasks of ECS services. */
final class EcsPorts {

    /**
     * A host port that Docker chooses is one of these.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html">PortMapping</a>
     */
    private static final PortRange EPHEMERAL = new PortRange(32_768, 65_535);

    private EcsPorts() {}

    /** CDK registers the first port of the task's first essential container. */
    static void check(BaseService service, String label, UnaryOperator<Port> exposable, Refusals refusals) {
        TaskDefinition task = service.getTaskDefinition();
        refusals.refuseIf(
                service instanceof ExternalService || task.getNetworkMode() == NetworkMode.NONE,
                "the tasks of %s cannot be targets of a load balancer".formatted(label),
                "run them on Fargate or EC2 with the network mode awsvpc, bridge or host");
        Optional<PortMapping> mapping = mapping(task.getDefaultContainer(), null);
        refusals.refuseIf(
                mapping.isEmpty(),
                "no essential container of %s has a TCP port".formatted(label),
                "give one portMappings(…) before the target is passed, or pass loadBalancerTarget(…) of the service");
        mapping.map(found -> reached(task, found)).ifPresent(ports -> check(List.of(ports), exposable, refusals));
    }

    /** A refused port would be just as exposed in a container. */
    static void check(List<PortRange> reached, UnaryOperator<Port> exposable, Refusals refusals) {
        reached.stream()
                .filter(ports -> !ports.equals(EPHEMERAL))
                .forEach(ports ->
                        refusals.parse(String.valueOf(ports.first()), text -> exposable.apply(Port.of(ports.first()))));
    }

    /** The target of a container doesn't say which one it is, but its service does, once it is attached. */
    static List<PortRange> registeredWith(NetworkTargetGroup group) {
        return group.getNode().getRoot().getNode().findAll().stream()
                .filter(BaseService.class::isInstance)
                .map(BaseService.class::cast)
                .flatMap(service -> registered(service, group))
                .distinct()
                .toList();
    }

    private static Stream<PortRange> registered(BaseService service, NetworkTargetGroup group) {
        Stack stack = Stack.of(service);
        Object arn = stack.resolve(group.getTargetGroupArn());
        TaskDefinition task = service.getTaskDefinition();
        return registrations(stack, service)
                .filter(registration -> arn.equals(registration.get("targetGroupArn")))
                .map(registration ->
                        mapping(task.findContainer(String.valueOf(registration.get("containerName"))), (Number)
                                registration.get("containerPort")))
                .flatMap(Optional::stream)
                .map(mapping -> reached(task, mapping));
    }

    private static Stream<Map<?, ?>> registrations(Stack stack, BaseService service) {
        Object unresolved = service.getNode().tryFindChild("Service") instanceof CfnService resource
                ? resource.getLoadBalancers()
                : null;
        return unresolved != null && stack.resolve(unresolved) instanceof List<?> all
                ? all.stream().map(one -> (Map<?, ?>) one)
                : Stream.empty();
    }

    private static Optional<PortMapping> mapping(@Nullable ContainerDefinition container, @Nullable Number port) {
        if (container == null || container.getPortMappings().isEmpty()) {
            return Optional.empty();
        }
        Number wanted = port != null ? port : container.getContainerPort();
        return Optional.ofNullable(container.findPortMapping(wanted, Protocol.TCP));
    }

    private static PortRange reached(TaskDefinition task, PortMapping mapping) {
        Number host = mapping.getHostPort();
        if (host != null && host.intValue() != 0) {
            return new PortRange(host.intValue(), host.intValue());
        }
        int container = mapping.getContainerPort().intValue();
        return task.getNetworkMode() == NetworkMode.BRIDGE ? EPHEMERAL : new PortRange(container, container);
    }
}
