package com.elementarydata.privatelink.construct;

import static java.util.Objects.requireNonNull;

import java.util.List;
import software.amazon.awscdk.CfnDeletionPolicy;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.interfaces.ec2.IVPCEndpointRef;
import software.amazon.awscdk.services.ec2.CfnSecurityGroup;
import software.amazon.awscdk.services.ec2.CfnVPCEndpoint;
import software.amazon.awscdk.services.ec2.Connections;
import software.amazon.awscdk.services.ec2.ConnectionsProps;
import software.amazon.awscdk.services.ec2.IConnectable;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.constructs.Construct;

/**
 * An interface endpoint to one endpoint service, with its own security group, which admits only the clients on only the
 * service's ports, and allows nothing outbound.
 *
 * <p>The endpoint's private DNS is disabled: it would resolve only in the endpoint's own VPC, which has no clients.
 * {@link EndpointHostedZones} point the service's hostnames here instead, separately from the endpoint, so that a
 * cut-over never touches it. There is no endpoint policy, since only AWS services apply one. The tag {@code Name} of the
 * endpoint and its security group is the construct's path.
 *
 * <p>Changing the service name, service Region or VPC replaces the endpoint; the replaced one is retained, so that what
 * is registered under its id keeps working until it is deleted by hand.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html">Access an AWS service
 *     using an interface VPC endpoint</a>
 */
public final class InterfaceEndpointForService extends Construct implements IConnectable {

    private final SecurityGroup securityGroup;
    private final CfnVPCEndpoint endpoint;
    private final Connections connections;

    /**
     * Defines the endpoint and its security group.
     *
     * @param scope the parent
     * @param id the construct's id, unique in its parent
     * @param props what to define
     */
    public InterfaceEndpointForService(Construct scope, String id, InterfaceEndpointForServiceProps props) {
        super(scope, id);
        props.requireServiceIn(Stack.of(this).getRegion());
        securityGroup = admit(props);
        CfnSecurityGroup group =
                (CfnSecurityGroup) requireNonNull(securityGroup.getNode().getDefaultChild());
        group.getTags().setTag(NameTag.KEY, NameTag.valueFor(this));
        keepOnReplacement(group);

        endpoint = CfnVPCEndpoint.Builder.create(this, "Resource")
                .vpcEndpointType("Interface")
                .serviceName(props.serviceName)
                .serviceRegion(props.serviceRegion)
                // not an attribute of the group: CloudFormation would plan to replace the endpoint when a rule changes
                .vpcId(props.vpc.getVpcId())
                .subnetIds(props.vpc.selectSubnets(props.subnets).getSubnetIds())
                .securityGroupIds(List.of(securityGroup.getSecurityGroupId()))
                .privateDnsEnabled(false)
                .tags(NameTag.of(this))
                .build();
        keepOnReplacement(endpoint);
        connections = new Connections(ConnectionsProps.builder()
                .securityGroups(List.of(securityGroup))
                .build());
    }

    private SecurityGroup admit(InterfaceEndpointForServiceProps props) {
        SecurityGroup group = SecurityGroup.Builder.create(this, "SecurityGroup")
                .vpc(props.vpc)
                // a changed description replaces the group: this one is frozen
                .description("Clients of the interface endpoint")
                .allowAllOutbound(false)
                .build();
        GroupRules rules = new GroupRules(group);
        rules.admit(props.clientCidrs, props.ports);
        rules.complete(this);
        return group;
    }

    private static void keepOnReplacement(CfnResource resource) {
        resource.getCfnOptions().setDeletionPolicy(CfnDeletionPolicy.DELETE);
        resource.getCfnOptions().setUpdateReplacePolicy(CfnDeletionPolicy.RETAIN);
    }

    /** {@return the interface endpoint} */
    public IVPCEndpointRef getEndpoint() {
        return endpoint;
    }

    /** {@return the endpoint's id, which vendors register: {@code vpce-…}, as a token} */
    public String getEndpointId() {
        return endpoint.getAttrId();
    }

    /** {@return the full name of the endpoint service that it connects to} */
    public String getServiceName() {
        return requireNonNull(endpoint.getServiceName());
    }

    /** {@return the security group of the endpoint} */
    public ISecurityGroup getSecurityGroup() {
        return securityGroup;
    }

    /**
     * {@return the endpoint's own DNS name, which resolves in all of its zones:
     * {@code vpce-….vpce-svc-….<region>.vpce.amazonaws.com}, as a token}
     */
    public String getDnsName() {
        return dnsEntry(1);
    }

    /**
     * {@return the hosted zone of that DNS name, which an alias record names: the id of one owned by AWS, as a token}
     */
    public String getDnsHostedZoneId() {
        return dnsEntry(0);
    }

    /** The first of the entries {@code <hosted zone id>:<DNS name>} is the regional one. */
    private String dnsEntry(int part) {
        return Fn.select(part, Fn.split(":", Fn.select(0, endpoint.getAttrDnsEntries())));
    }

    @Override
    public Connections getConnections() {
        return connections;
    }

    /** The builder. */
    public static final class Builder {
        private Builder() {}

        /**
         * {@return a builder whose {@code build()} defines an {@link InterfaceEndpointForService}}
         *
         * @param scope the parent
         * @param id the construct's id, unique in its parent
         */
        public static InterfaceEndpointForServiceProps.Builder<InterfaceEndpointForService> create(
                Construct scope, String id) {
            return new InterfaceEndpointForServiceProps.Builder<>(
                    props -> new InterfaceEndpointForService(scope, id, props));
        }
    }
}
