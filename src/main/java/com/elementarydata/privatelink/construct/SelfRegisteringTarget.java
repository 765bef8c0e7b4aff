package com.elementarydata.privatelink.construct;

import com.elementarydata.privatelink.net.Port;
import com.elementarydata.privatelink.net.PortRange;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awscdk.services.autoscaling.AutoScalingGroup;
import software.amazon.awscdk.services.ec2.IConnectable;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ecs.BaseService;
import software.amazon.awscdk.services.ecs.IEcsLoadBalancerTarget;
import software.amazon.awscdk.services.ecs.NetworkMode;
import software.amazon.awscdk.services.elasticloadbalancingv2.INetworkLoadBalancerTarget;
import software.amazon.awscdk.services.elasticloadbalancingv2.NetworkTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.TargetType;
import software.constructs.IConstruct;

/**
 * What registers its own targets, so that their addresses are not known at synthesis: an Auto Scaling group, an ECS
 * service, or any other target of CDK.
 *
 * @param given the target as it was given
 */
record SelfRegisteringTarget(INetworkLoadBalancerTarget given) implements ListenerTarget {

    @Override
    public void check(VpcCidrs vpc, UnaryOperator<Port> exposable, Refusals refusals) {
        if (given instanceof BaseService service) {
            EcsPorts.check(service, label(), exposable, refusals);
        }
    }

    @Override
    public String named() {
        return given instanceof IConstruct construct ? construct.getNode().getPath() : given.toString();
    }

    @Override
    public String label() {
        return given instanceof IConstruct ? named() : "of an ECS service";
    }

    @Override
    public Optional<TargetType> knownType() {
        if (given instanceof BaseService service) {
            return Optional.of(
                    service.getTaskDefinition().getNetworkMode() == NetworkMode.AWS_VPC
                            ? TargetType.IP
                            : TargetType.INSTANCE);
        }
        return given instanceof AutoScalingGroup ? Optional.of(TargetType.INSTANCE) : Optional.empty();
    }

    /** ECS registers the port of a container. */
    @Override
    public boolean hasOwnPort() {
        return given instanceof BaseService || given instanceof IEcsLoadBalancerTarget;
    }

    @Override
    public INetworkLoadBalancerTarget attachable(VpcCidrs vpc) {
        return given;
    }

    /** Not its security group, which could not be deleted while a retained one has a rule that names it. */
    @Override
    public List<String> addresses(VpcCidrs vpc) {
        return vpc.texts();
    }

    @Override
    public List<PortRange> reachedOn(int groupPort, NetworkTargetGroup attached) {
        return hasOwnPort() ? EcsPorts.registeredWith(attached) : List.of(new PortRange(groupPort, groupPort));
    }

    @Override
    public List<ISecurityGroup> securityGroups() {
        try {
            return given instanceof IConnectable connectable
                    ? connectable.getConnections().getSecurityGroups()
                    : List.of();
        } catch (RuntimeException launchTemplateImportedWithoutThem) {
            return List.of();
        }
    }
}
