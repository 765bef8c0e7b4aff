package com.elementarydata.privatelink.construct;

import com.elementarydata.privatelink.net.Port;
import com.elementarydata.privatelink.net.PortRange;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.INetworkLoadBalancerTarget;
import software.amazon.awscdk.services.elasticloadbalancingv2.NetworkTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.TargetType;

/** Something that a listener forwards to: one target, or a service or group that registers its own. */
sealed interface ListenerTarget permits NetworkTarget, SelfRegisteringTarget {

    /** Finds what is wrong with it before anything is defined. */
    void check(VpcCidrs vpc, UnaryOperator<Port> exposable, Refusals refusals);

    /** What must be unique among the targets of a group. */
    String named();

    /** What a person calls it: never a token. */
    String label();

    /** Empty for one that says so only when it is attached. */
    Optional<TargetType> knownType();

    /** Whether it is reached on a port of its own, whatever the port of its group is. */
    boolean hasOwnPort();

    /** What to attach to its target group. */
    INetworkLoadBalancerTarget attachable(VpcCidrs vpc);

    /** The CIDR blocks that it is within. */
    List<String> addresses(VpcCidrs vpc);

    /** The ports that traffic reaches it on, once it is attached to a group with this port. */
    List<PortRange> reachedOn(int groupPort, NetworkTargetGroup attached);

    /** Its security groups, where CDK knows them. */
    List<ISecurityGroup> securityGroups();
}
