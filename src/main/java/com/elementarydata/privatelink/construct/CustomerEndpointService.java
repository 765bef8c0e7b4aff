package com.elementarydata.privatelink.construct;

import java.util.List;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.services.ec2.Connections;
import software.amazon.awscdk.services.ec2.ConnectionsProps;
import software.amazon.awscdk.services.ec2.IConnectable;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.IVpcEndpointService;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.VpcEndpointService;
import software.amazon.awscdk.services.elasticloadbalancingv2.INetworkLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.IpAddressType;
import software.amazon.awscdk.services.elasticloadbalancingv2.NetworkListener;
import software.amazon.awscdk.services.elasticloadbalancingv2.NetworkLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.NetworkTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.Protocol;
import software.amazon.awscdk.services.elasticloadbalancingv2.TargetType;
import software.constructs.Construct;

/**
 * A service in a customer's VPC, offered to Elementary over AWS PrivateLink: an internal network load balancer with a
 * security group of its own, a TCP listener and target group per port, and an endpoint service that only Elementary may
 * ask to connect to, and that a person accepts.
 *
 * <p>TCP passes through as it is: TLS ends at the service, with its own certificate and hostname. Nothing but the clients
 * comes in, and nothing goes out but to the targets. Targets see the load balancer's addresses, so their own security
 * groups admit {@link #getSecurityGroup()}.
 *
 * <p>All of it outlives its stack, since connections depend on it.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/privatelink/create-endpoint-service.html">Create a service powered
 *     by AWS PrivateLink</a>
 */
public final class CustomerEndpointService extends Construct implements IConnectable {

    private final SecurityGroup securityGroup;
    private final NetworkLoadBalancer loadBalancer;
    private final VpcEndpointService endpointService;
    private final Connections connections;

    /**
     * Defines the load balancer and its endpoint service.
     *
     * @param scope the parent
     * @param id the construct's id, unique in its parent
     * @param props what to define
     */
    public CustomerEndpointService(Construct scope, String id, CustomerEndpointServiceProps props) {
        super(HandoffOutputs.requireFree(scope, props), id);
        securityGroup = ClientSecurityGroup.define(this, props);
        loadBalancer = NetworkLoadBalancer.Builder.create(this, "LoadBalancer")
                .vpc(props.vpc())
                .vpcSubnets(props.subnets())
                .internetFacing(false)
                .ipAddressType(IpAddressType.IPV4)
                .securityGroups(List.of(securityGroup))
                .enforceSecurityGroupInboundRulesOnPrivateLinkTraffic(
                        props.enforceSecurityGroupInboundRulesOnPrivateLinkTraffic())
                .crossZoneEnabled(props.crossZoneEnabled())
                .deletionProtection(props.deletionProtection())
                .build();
        props.ports().forEach(port -> listen(port, props));
        endpointService = VpcEndpointService.Builder.create(this, "EndpointService")
                .vpcEndpointServiceLoadBalancers(List.of(loadBalancer))
                .acceptanceRequired(props.acceptanceRequired())
                .allowedPrincipals(AllowedPrincipals.principals(props.allowedPrincipals()))
                .supportedIpAddressTypes(List.of(software.amazon.awscdk.services.ec2.IpAddressType.IPV4))
                .allowedRegions(props.supportedRegions().isEmpty() ? null : props.supportedRegions())
                .build();
        connections = new Connections(ConnectionsProps.builder()
                .securityGroups(List.of(securityGroup))
                .build());
        retainAll();
        HandoffOutputs.define(this, getServiceName(), props);
        CustomerEndpointServiceWarnings.add(this, props);
    }

    private void listen(int port, CustomerEndpointServiceProps props) {
        NetworkTargetGroup targets = NetworkTargetGroup.Builder.create(this, "Targets" + port)
                .vpc(props.vpc())
                .protocol(Protocol.TCP)
                .port(props.targets().groupPort(port))
                .targetType(props.targets().type().orElseThrow())
                .targets(props.targets().attachable(props.vpcCidr()))
                .healthCheck(props.healthCheck())
                // GitHub Enterprise Server's PROXY protocol is not the one that network load balancers speak; a group
                // of
                // an Application Load Balancer does not have the attribute
                .proxyProtocolV2(props.targets().isOfType(TargetType.ALB) ? null : false)
                .build();
        NetworkListener.Builder.create(this, "Listener" + port)
                .loadBalancer(loadBalancer)
                .protocol(Protocol.TCP)
                .port(port)
                .defaultTargetGroups(List.of(targets))
                .build();
    }

    /** One that were not kept would fail the deletion of what it is attached to, or cut connections off. */
    private void retainAll() {
        getNode().findAll().stream()
                .filter(CfnResource.class::isInstance)
                .map(CfnResource.class::cast)
                .forEach(Retention::retained);
    }

    /**
     * The internal network load balancer.
     *
     * @return the load balancer
     */
    public INetworkLoadBalancer getLoadBalancer() {
        return loadBalancer;
    }

    /**
     * The endpoint service.
     *
     * @return the endpoint service
     */
    public IVpcEndpointService getEndpointService() {
        return endpointService;
    }

    /**
     * The endpoint service's whole name, which Elementary connects to.
     *
     * @return {@code com.amazonaws.vpce.<region>.vpce-svc-…}, as a token
     */
    public String getServiceName() {
        return endpointService.getVpcEndpointServiceName();
    }

    /**
     * The security group of the load balancer, which the targets' own security groups admit.
     *
     * @return the security group
     */
    public ISecurityGroup getSecurityGroup() {
        return securityGroup;
    }

    @Override
    public Connections getConnections() {
        return connections;
    }

    /** Where the builder begins. */
    public static final class Builder {
        private Builder() {}

        /**
         * Begins a {@link CustomerEndpointService}.
         *
         * @param scope the parent
         * @param id the construct's id, unique in its parent
         * @return a builder that defines the construct when it is built
         */
        public static CustomerEndpointServiceProps.Builder<CustomerEndpointService> create(Construct scope, String id) {
            return new CustomerEndpointServiceProps.Builder<>(props -> new CustomerEndpointService(scope, id, props));
        }

        /**
         * Begins a {@link CustomerEndpointService} of the integration {@code github-enterprise-server}: port 443, checked
         * by HTTPS at {@code /status} on 443, unless said otherwise.
         *
         * @param scope the parent
         * @param id the construct's id, unique in its parent
         * @return a builder that defines the construct when it is built
         */
        public static CustomerEndpointServiceProps.Builder<CustomerEndpointService> createGitHubEnterpriseServer(
                Construct scope, String id) {
            return create(scope, id).integration(CustomerEndpointServiceProps.GITHUB_ENTERPRISE_SERVER);
        }
    }
}
