package com.elementarydata.privatelink.construct;

import com.elementarydata.privatelink.net.PortRange;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.CfnDeletionPolicy;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.CfnTag;
import software.amazon.awscdk.ICfnResourceOptions;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Token;
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

    /** What CDK writes, too: a group without any outbound rule would let everything out. */
    private static final Map<String, Object> NOTHING_OUTBOUND = Map.of(
            "ipProtocol", "icmp",
            "fromPort", 252,
            "toPort", 86,
            "cidrIp", "255.255.255.255/32",
            "description", "Disallow all traffic");

    private final CfnSecurityGroup group;
    private final CfnVPCEndpoint endpoint;
    private final String serviceName;
    private final List<String> dnsEntries;
    private @Nullable ISecurityGroup securityGroup;

    /**
     * Defines the endpoint and its security group.
     *
     * @param scope the parent
     * @param id the construct's id, unique in its parent
     * @param props what to define
     */
    public InterfaceEndpointForService(Construct scope, String id, InterfaceEndpointForServiceProps props) {
        super(scope, id);
        props.requireServiceIn((scope instanceof Stack stack ? stack : Stack.of(this)).getRegion());
        List<CfnTag> tags = NameTag.with(this, props.tags);
        group = admit(props, tags);
        serviceName = props.serviceName;
        endpoint = keptOnReplacement(CfnVPCEndpoint.Builder.create(this, "Resource")
                .vpcEndpointType("Interface")
                .serviceName(serviceName)
                .serviceRegion(props.serviceRegion)
                // not an attribute of the group: CloudFormation would plan to replace the endpoint when a rule changes
                .vpcId(props.vpcId)
                .subnetIds(props.subnetIds)
                .securityGroupIds(List.of(group.getAttrGroupId()))
                .privateDnsEnabled(false)
                .tags(tags)
                .build());
        dnsEntries = endpoint.getAttrDnsEntries();
    }

    /** CDK's own security group needs many calls for each rule, and there are thousands of endpoints. */
    private CfnSecurityGroup admit(InterfaceEndpointForServiceProps props, List<CfnTag> tags) {
        List<Object> inbound = PortRange.merge(props.ports).stream()
                .<Object>flatMap(range -> props.clientCidrs.stream().map(client -> rule(client, range)))
                .toList();
        GroupRules.warn(this, "inbound", inbound.size());
        return keptOnReplacement(CfnSecurityGroup.Builder.create(new Construct(this, "SecurityGroup"), "Resource")
                .vpcId(props.vpcId)
                // a changed description replaces the group: this one is frozen
                .groupDescription("Clients of the interface endpoint")
                .securityGroupIngress(inbound)
                .securityGroupEgress(List.of(NOTHING_OUTBOUND))
                .tags(tags)
                .build());
    }

    private static Map<String, Object> rule(String client, PortRange ports) {
        return Map.of(
                "ipProtocol", "tcp",
                "fromPort", ports.first(),
                "toPort", ports.last(),
                "cidrIp", client,
                "description", "from %s:%s".formatted(client, ports));
    }

    private static <T extends CfnResource> T keptOnReplacement(T resource) {
        ICfnResourceOptions options = resource.getCfnOptions();
        options.setDeletionPolicy(CfnDeletionPolicy.DELETE);
        options.setUpdateReplacePolicy(CfnDeletionPolicy.RETAIN);
        return resource;
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
        return serviceName;
    }

    /** {@return the security group of the endpoint; a rule that is added to it is a resource of its own} */
    public ISecurityGroup getSecurityGroup() {
        if (securityGroup == null) {
            securityGroup = SecurityGroup.fromSecurityGroupId(this, "Group", group.getAttrGroupId());
        }
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
        Map<String, Object> regional = Map.of("Fn::Select", List.of(0, dnsEntries));
        return Token.asString(Map.of("Fn::Select", List.of(part, Map.of("Fn::Split", List.of(":", regional)))));
    }

    @Override
    public Connections getConnections() {
        return new Connections(ConnectionsProps.builder()
                .securityGroups(List.of(getSecurityGroup()))
                .build());
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
