package com.elementarydata.privatelink.construct;

import static java.util.Objects.requireNonNull;

import com.elementarydata.privatelink.integration.GitHubEnterpriseServer;
import com.elementarydata.privatelink.net.Elementary;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.services.ec2.Connections;
import software.amazon.awscdk.services.ec2.IConnectable;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.IVpcEndpointService;
import software.amazon.awscdk.services.ec2.IpAddressType;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.VpcEndpointService;
import software.amazon.awscdk.services.elasticloadbalancingv2.INetworkLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.INetworkTargetGroup;
import software.amazon.awscdk.services.sns.ITopic;
import software.constructs.Construct;

/**
 * A service in a customer's VPC, offered to another account over AWS PrivateLink: an internal network load balancer with
 * its own security group, a TCP listener and target group per port, and an endpoint service that only the allowed
 * principals may request connections to, each of which a person accepts. {@link #forElementary} offers it to
 * Elementary; the {@link Builder} takes any vendor's account and addresses, and has none by default.
 *
 * <p>TCP passes through unchanged: TLS ends at the service, with its own certificate and hostname. Only the clients can
 * connect, and the load balancer can reach only the targets. Targets see its addresses, so their security groups must
 * admit {@link #getSecurityGroup()}; those passed as {@code targetSecurityGroups}, and those of Auto Scaling groups and
 * ECS services, are opened to it.
 *
 * <p>An existing network load balancer can be passed instead; then only the endpoint service is defined.
 *
 * <p>Everything that connections depend on is retained when the stack is deleted.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/privatelink/create-endpoint-service.html">Create a service powered
 *     by AWS PrivateLink</a>
 */
public final class CustomerEndpointService extends Construct implements IConnectable {

    private final INetworkLoadBalancer loadBalancer;
    private final @Nullable ISecurityGroup securityGroup;
    private final VpcEndpointService endpointService;

    /**
     * Defines the load balancer and its endpoint service.
     *
     * @param scope the parent
     * @param id the construct's id, unique in its parent
     * @param props what to define
     */
    public CustomerEndpointService(Construct scope, String id, CustomerEndpointServiceProps props) {
        super(OfferingStack.check(scope, props), id);
        OwnLoadBalancer own = props.ownLoadBalancer;
        if (own == null) {
            loadBalancer = requireNonNull(props.loadBalancer);
            securityGroup = null;
            GivenLoadBalancer.check(this, loadBalancer, props.ports, !props.supportedRegions.isEmpty());
        } else {
            SecurityGroup group = own.defineSecurityGroup(this);
            loadBalancer = own.define(this, group);
            securityGroup = group;
            CustomerEndpointServiceWarnings.add(this, own);
        }
        endpointService = offer(loadBalancer, props);
        retainAll();
        ITopic topic = props.notificationTopic;
        if (topic != null) {
            // connections do not depend on it, so it is deleted with the stack, as its topic may be
            ConnectionNotification.define(this, endpointService, topic);
        }
        HandoffOutputs.define(this, getServiceName(), props);
    }

    /**
     * {@return a builder whose {@code build()} defines a service offered to Elementary: to the account
     * {@link Elementary#ACCOUNT_ID}, from {@link Elementary#CLIENT_CIDRS}}
     *
     * @param scope the parent
     * @param id the construct's id, unique in its parent
     */
    public static CustomerEndpointServiceProps.Builder<CustomerEndpointService> forElementary(
            Construct scope, String id) {
        return Builder.create(scope, id).offeredToElementary();
    }

    /**
     * {@return the same for the integration {@code github-enterprise-server}: port 443, checked by HTTPS at
     * {@code /status} on 443, unless set otherwise}
     *
     * @param scope the parent
     * @param id the construct's id, unique in its parent
     */
    public static CustomerEndpointServiceProps.Builder<CustomerEndpointService> gitHubEnterpriseServerForElementary(
            Construct scope, String id) {
        return forElementary(scope, id).integration(GitHubEnterpriseServer.INTEGRATION.key());
    }

    private VpcEndpointService offer(INetworkLoadBalancer balancer, CustomerEndpointServiceProps props) {
        return VpcEndpointService.Builder.create(this, "EndpointService")
                .vpcEndpointServiceLoadBalancers(List.of(balancer))
                .acceptanceRequired(props.acceptanceRequired)
                .allowedPrincipals(AllowedPrincipals.principals(props.allowedPrincipals))
                .supportedIpAddressTypes(List.of(IpAddressType.IPV4))
                .allowedRegions(OfferingStack.otherRegions(this, props))
                .build();
    }

    /** Deleting it would fail the deletion of what it is attached to, or cut off connections. */
    private void retainAll() {
        getNode().findAll().stream()
                .filter(CfnResource.class::isInstance)
                .map(CfnResource.class::cast)
                .forEach(Retention::retained);
    }

    /** {@return the network load balancer: the construct's own, or the one that was passed} */
    public INetworkLoadBalancer getLoadBalancer() {
        return loadBalancer;
    }

    /**
     * {@return the target group of the construct's own load balancer for a port, to register targets with, or to name in
     * a {@code TargetGroupBinding} of EKS}
     *
     * @param port one of the ports
     * @throws IllegalArgumentException if there is none, since it is not among the ports or the load balancer was passed
     */
    public INetworkTargetGroup getTargetGroup(int port) {
        if (getNode().tryFindChild(OwnLoadBalancer.groupId(port)) instanceof INetworkTargetGroup group) {
            return group;
        }
        throw new IllegalArgumentException(
                "CustomerEndpointService: there is no target group of the construct's own for port %d; pass one of its ports, and no loadBalancer(…)"
                        .formatted(port));
    }

    /** {@return the endpoint service} */
    public IVpcEndpointService getEndpointService() {
        return endpointService;
    }

    /**
     * {@return the full name of the endpoint service, which Elementary connects to:
     * {@code com.amazonaws.vpce.<region>.vpce-svc-…}, as a token}
     */
    public String getServiceName() {
        return endpointService.getVpcEndpointServiceName();
    }

    /**
     * {@return the security group of the construct's own load balancer, which the targets' security groups must admit}
     *
     * @throws IllegalStateException if the load balancer was passed, since it has its own security groups or none
     */
    public ISecurityGroup getSecurityGroup() {
        if (securityGroup == null) {
            throw new IllegalStateException(
                    "CustomerEndpointService: loadBalancer(…) was given, so there is no security group of the"
                            + " construct's own; use those of the load balancer");
        }
        return securityGroup;
    }

    @Override
    public Connections getConnections() {
        return loadBalancer.getConnections();
    }

    /** The builder. */
    public static final class Builder {
        private Builder() {}

        /**
         * {@return a builder whose {@code build()} defines a {@link CustomerEndpointService}; it requires allowed
         * principals and client CIDRs}
         *
         * @param scope the parent
         * @param id the construct's id, unique in its parent
         */
        public static CustomerEndpointServiceProps.Builder<CustomerEndpointService> create(Construct scope, String id) {
            return new CustomerEndpointServiceProps.Builder<>(props -> new CustomerEndpointService(scope, id, props));
        }
    }
}
