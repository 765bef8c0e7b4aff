package com.elementarydata.privatelink.construct;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.elasticloadbalancingv2.CfnLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.INetworkLoadBalancer;
import software.constructs.Construct;
import software.constructs.IValidation;

/**
 * A load balancer that exists already, or that the app defines apart from the construct. What its tree says about it is
 * judged as {@code provider check} does once it is deployed; when the app is synthesized, since listeners and security
 * groups may be added after the construct.
 */
final class GivenLoadBalancer implements IValidation {

    private final Construct scope;
    private final INetworkLoadBalancer balancer;
    private final CfnLoadBalancer resource;
    private final Collection<Integer> ports;
    private final boolean acrossRegions;

    private GivenLoadBalancer(
            Construct scope,
            INetworkLoadBalancer balancer,
            CfnLoadBalancer resource,
            Collection<Integer> ports,
            boolean acrossRegions) {
        this.scope = scope;
        this.balancer = balancer;
        this.resource = resource;
        this.ports = ports;
        this.acrossRegions = acrossRegions;
    }

    /** Has it judged; of one that is not in the app, a warning says what to make sure of. */
    static void check(
            Construct scope, INetworkLoadBalancer balancer, Collection<Integer> ports, boolean acrossRegions) {
        resourceOf(balancer)
                .ifPresentOrElse(
                        resource -> scope.getNode()
                                .addValidation(new GivenLoadBalancer(scope, balancer, resource, ports, acrossRegions)),
                        () -> warnOfUnknown(scope, balancer));
    }

    private static void warnOfUnknown(Construct scope, INetworkLoadBalancer balancer) {
        String arn = balancer.getLoadBalancerArn();
        Warnings.add(
                scope,
                "loadBalancerNotVerified",
                ("the load balancer %s%s is not in the app, so it is not checked at synthesis: make sure that it is"
                                + " internal, listens on the ports with TCP, and has a security group that admits only the clients"
                                + " and is applied to PrivateLink traffic; privatelink provider check verifies this once it is"
                                + " deployed")
                        .formatted(balancer.getNode().getPath(), Refusals.isToken(arn) ? "" : " (%s)".formatted(arn)));
    }

    /** The resource in the app, maybe one that was imported by its own ARN. */
    private static Optional<CfnLoadBalancer> resourceOf(INetworkLoadBalancer balancer) {
        if (balancer.getNode().getDefaultChild() instanceof CfnLoadBalancer resource) {
            return Optional.of(resource);
        }
        String arn = balancer.getLoadBalancerArn();
        return Refusals.isToken(arn)
                ? Stack.of(balancer).getNode().findAll().stream()
                        .filter(CfnLoadBalancer.class::isInstance)
                        .map(CfnLoadBalancer.class::cast)
                        .filter(resource -> GivenListeners.isArnOf(resource, arn))
                        .findFirst()
                : Optional.empty();
    }

    @Override
    public List<String> validate() {
        LoadBalancerFaults faults =
                new LoadBalancerFaults(scope, balancer.getNode().getPath());
        judgeScheme(faults);
        GivenSubnets.of(resource, balancer).judge(acrossRegions, faults);
        GivenListeners.of(resource, List.of(Stack.of(balancer), Stack.of(scope)))
                .judge(ports, faults);
        judgeSecurityGroups(faults);
        return faults.all();
    }

    /** AWS makes one without a scheme internet-facing. */
    private void judgeScheme(LoadBalancerFaults faults) {
        String scheme = resource.getScheme();
        if (scheme == null || scheme.equals("internet-facing")) {
            faults.fail("is internet-facing", "define an internal one, as with internetFacing(false)");
        }
    }

    private void judgeSecurityGroups(LoadBalancerFaults faults) {
        List<String> groups = resource.getSecurityGroups();
        Object resolved = groups == null ? null : resource.getStack().resolve(groups);
        if (resolved == null || (resolved instanceof List<?> all && all.isEmpty())) {
            faults.warn(
                    "noSecurityGroup",
                    "has no security group, and can never get one",
                    "define another one with securityGroups(…), to admit only the clients");
        } else if ("off".equals(resource.getEnforceSecurityGroupInboundRulesOnPrivateLinkTraffic())) {
            faults.warn(
                    "inboundRulesNotEnforced",
                    "does not apply its security groups to PrivateLink traffic",
                    "turn that on");
        } else {
            faults.warn(
                    "loadBalancerNotVerified",
                    "has security groups whose rules are not checked at synthesis",
                    "make sure that they admit only the clients; privatelink provider check verifies this once it"
                            + " is deployed");
        }
    }
}
