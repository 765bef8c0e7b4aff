package com.elementarydata.privatelink.construct;

import static java.util.Objects.requireNonNull;

import com.elementarydata.privatelink.net.Cidr;
import com.elementarydata.privatelink.net.Port;
import com.elementarydata.privatelink.net.PortRange;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.INetworkLoadBalancerTarget;
import software.amazon.awscdk.services.elasticloadbalancingv2.INetworkTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.LoadBalancerTargetProps;
import software.amazon.awscdk.services.elasticloadbalancingv2.NetworkTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.TargetType;
import software.amazon.awscdk.services.elasticloadbalancingv2.targets.AlbArnTarget;
import software.amazon.awscdk.services.elasticloadbalancingv2.targets.InstanceIdTarget;
import software.amazon.awscdk.services.elasticloadbalancingv2.targets.IpTarget;

/**
 * A target, and what it registers itself with.
 *
 * @param given the target as it was given
 * @param type what its id is the id of
 * @param id an address, an instance id or the ARN of an Application Load Balancer; maybe a token
 * @param ownPort the port that it has of its own
 * @param zone the Availability Zone that it has of its own
 */
record NetworkTarget(
        INetworkLoadBalancerTarget given,
        TargetType type,
        String id,
        @Nullable Number ownPort,
        @Nullable String zone) implements ListenerTarget {

    private static final String OUTSIDE_THE_VPC = "all";

    /** Attaching these shows what they are and has no other effect, so it can be done before anything is defined. */
    static boolean isReadable(INetworkLoadBalancerTarget target) {
        return target instanceof IpTarget || target instanceof InstanceIdTarget || target instanceof AlbArnTarget;
    }

    static NetworkTarget read(INetworkLoadBalancerTarget target, INetworkTargetGroup scratch) {
        LoadBalancerTargetProps props = target.attachToNetworkTargetGroup(scratch);
        Map<?, ?> facts = (Map<?, ?>) requireNonNull(props.getTargetJson());
        Number ownPort = (Number) facts.get("port");
        String zone = (String) facts.get("availabilityZone");
        return new NetworkTarget(target, props.getTargetType(), String.valueOf(facts.get("id")), ownPort, zone);
    }

    @Override
    public void check(VpcCidrs vpc, UnaryOperator<Port> exposable, Refusals refusals) {
        if (ownPort != null) {
            checkPort(ownPort, type == TargetType.ALB ? UnaryOperator.identity() : exposable, refusals);
        }
        if (type == TargetType.IP) {
            refusals.parseAll(List.of(id), Cidr::ofAddress).stream()
                    .filter(address -> !address.isPrivate() && !vpc.mayContain(address))
                    .forEach(address -> refusals.refuse(
                            "the target \"%s\" is a public address".formatted(id),
                            "pass the private address of the service"));
        }
    }

    private void checkPort(Number port, UnaryOperator<Port> exposable, Refusals refusals) {
        if (port.doubleValue() < Integer.MIN_VALUE) {
            // rules with tokens are separate resources, and CDK drops all but one of those to an address
            refusals.refuse(
                    "the port of the target \"%s\" is a token".formatted(id),
                    "pass its number, since the security group's rules are created from it at synthesis");
            return;
        }
        refusals.parse(String.valueOf(port.intValue()), text -> exposable.apply(Port.of(Integer.parseInt(text))));
    }

    /** The target as its group registers it: one known to be outside the VPC has no zone of its own. */
    @Override
    public INetworkLoadBalancerTarget attachable(VpcCidrs vpc) {
        return isOutside(vpc) ? new IpTarget(id, ownPort, OUTSIDE_THE_VPC) : given;
    }

    boolean isOutside(VpcCidrs vpc) {
        return type == TargetType.IP
                && zone == null
                && address().filter(vpc::exclude).isPresent();
    }

    @Override
    public String named() {
        return ownPort == null ? id : "%s:%s".formatted(id, ownPort.intValue());
    }

    private Optional<Cidr> address() {
        return Refusals.isToken(id) ? Optional.empty() : Optional.of(Cidr.ofAddress(id));
    }

    @Override
    public String label() {
        return Refusals.isToken(id)
                ? "of type %s with port %s".formatted(type.name().toLowerCase(Locale.ROOT), ownPort)
                : named();
    }

    @Override
    public Optional<TargetType> knownType() {
        return Optional.of(type);
    }

    @Override
    public boolean hasOwnPort() {
        return ownPort != null;
    }

    int portOr(int port) {
        return ownPort == null ? port : ownPort.intValue();
    }

    @Override
    public List<String> addresses(VpcCidrs vpc) {
        return type == TargetType.IP ? List.of(id + "/32") : vpc.texts();
    }

    @Override
    public List<PortRange> reachedOn(int groupPort, NetworkTargetGroup attached) {
        return List.of(new PortRange(portOr(groupPort), portOr(groupPort)));
    }

    /** Those of an instance or a load balancer cannot be read from CDK's target. */
    @Override
    public List<ISecurityGroup> securityGroups() {
        return List.of();
    }
}
