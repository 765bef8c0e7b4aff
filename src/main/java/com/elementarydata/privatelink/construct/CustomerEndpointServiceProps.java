package com.elementarydata.privatelink.construct;

import static java.util.Objects.requireNonNull;

import com.elementarydata.privatelink.net.AvailabilityZoneId;
import com.elementarydata.privatelink.net.Elementary;
import com.elementarydata.privatelink.net.GitHubEnterpriseServerPorts;
import com.elementarydata.privatelink.net.Hostname;
import com.elementarydata.privatelink.net.Port;
import com.elementarydata.privatelink.net.Region;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.elasticloadbalancingv2.HealthCheck;
import software.amazon.awscdk.services.elasticloadbalancingv2.INetworkLoadBalancerTarget;
import software.amazon.awscdk.services.elasticloadbalancingv2.TargetType;

/** What a {@link CustomerEndpointService} is made from. */
public final class CustomerEndpointServiceProps {

    static final String SERVICE = "service";
    static final String GITHUB_ENTERPRISE_SERVER = "github-enterprise-server";

    private final IVpc vpc;
    private final VpcCidr vpcCidr;
    private final SubnetSelection subnets;
    private final LoadBalancerSubnets chosenSubnets;
    private final List<Integer> ports;
    private final NetworkTargets targets;
    private final HealthCheck healthCheck;
    private final List<String> clientCidrs;
    private final List<String> allowedPrincipals;
    private final boolean acceptanceRequired;
    private final boolean crossZoneEnabled;
    private final boolean enforceSecurityGroupInboundRulesOnPrivateLinkTraffic;
    private final List<String> supportedRegions;
    private final boolean deletionProtection;
    private final String integration;
    private final List<String> hostnames;
    private final List<String> availabilityZoneIds;
    private final String outputPrefix;

    private CustomerEndpointServiceProps(Builder<?> given) {
        Found found = given.check();
        vpc = requireNonNull(given.vpc);
        vpcCidr = found.vpcCidr;
        subnets = given.subnets;
        chosenSubnets = found.subnets;
        ports = given.portsOrDefault();
        targets = found.targets;
        healthCheck = given.healthCheckOrDefault();
        clientCidrs = given.clientCidrs;
        allowedPrincipals = given.allowedPrincipals;
        acceptanceRequired = given.acceptanceRequired;
        crossZoneEnabled = given.crossZoneEnabled;
        enforceSecurityGroupInboundRulesOnPrivateLinkTraffic =
                given.enforceSecurityGroupInboundRulesOnPrivateLinkTraffic;
        supportedRegions = given.supportedRegions;
        deletionProtection = given.deletionProtection;
        integration = given.integration;
        hostnames = given.hostnames;
        availabilityZoneIds = given.availabilityZoneIds;
        outputPrefix = given.outputPrefix;
    }

    /** What CDK knows about the options, read once and before anything is defined. */
    private record Found(VpcCidr vpcCidr, LoadBalancerSubnets subnets, NetworkTargets targets) {}

    /**
     * Begins props for {@code new CustomerEndpointService(scope, id, props)}.
     *
     * @return a builder that ends in the props
     */
    public static Builder<CustomerEndpointServiceProps> builder() {
        return new Builder<>(Function.identity());
    }

    IVpc vpc() {
        return vpc;
    }

    VpcCidr vpcCidr() {
        return vpcCidr;
    }

    SubnetSelection subnets() {
        return subnets;
    }

    LoadBalancerSubnets chosenSubnets() {
        return chosenSubnets;
    }

    List<Integer> ports() {
        return ports;
    }

    NetworkTargets targets() {
        return targets;
    }

    HealthCheck healthCheck() {
        return healthCheck;
    }

    List<String> clientCidrs() {
        return clientCidrs;
    }

    List<String> allowedPrincipals() {
        return allowedPrincipals;
    }

    boolean acceptanceRequired() {
        return acceptanceRequired;
    }

    boolean crossZoneEnabled() {
        return crossZoneEnabled;
    }

    boolean enforceSecurityGroupInboundRulesOnPrivateLinkTraffic() {
        return enforceSecurityGroupInboundRulesOnPrivateLinkTraffic;
    }

    List<String> supportedRegions() {
        return supportedRegions;
    }

    boolean deletionProtection() {
        return deletionProtection;
    }

    String integration() {
        return integration;
    }

    List<String> hostnames() {
        return hostnames;
    }

    List<String> availabilityZoneIds() {
        return availabilityZoneIds;
    }

    String outputPrefix() {
        return outputPrefix;
    }

    /**
     * Gathers what a {@link CustomerEndpointService} is made from.
     *
     * @param <R> what {@link #build()} makes: the props, or the construct itself
     */
    public static final class Builder<R> {

        private final Function<CustomerEndpointServiceProps, R> end;
        private @Nullable IVpc vpc;
        private SubnetSelection subnets = SubnetSelection.builder().build();
        private @Nullable List<Integer> ports;
        private List<? extends INetworkLoadBalancerTarget> targets = List.of();
        private @Nullable HealthCheck healthCheck;
        private List<String> clientCidrs = Elementary.CLIENT_CIDRS;
        private List<String> allowedPrincipals = List.of(Elementary.ACCOUNT_ID);
        private boolean acceptanceRequired = true;
        private boolean crossZoneEnabled = true;
        private boolean enforceSecurityGroupInboundRulesOnPrivateLinkTraffic = true;
        private List<String> supportedRegions = List.of();
        private boolean deletionProtection = true;
        private String integration = SERVICE;
        private List<String> hostnames = List.of();
        private List<String> availabilityZoneIds = List.of();
        private String outputPrefix = "";

        Builder(Function<CustomerEndpointServiceProps, R> end) {
            this.end = end;
        }

        /**
         * The VPC that the load balancer stands in. Required. Import it with its CIDR block: the rules towards instances
         * and Application Load Balancers need it, and it tells which addresses are outside the VPC.
         *
         * @param vpc a VPC, defined in the app or imported
         * @return this builder
         */
        public Builder<R> vpc(IVpc vpc) {
            this.vpc = vpc;
            return this;
        }

        /**
         * The subnets that the load balancer has a node in: one a zone, in zones that Elementary's side has too. By
         * default the VPC's private subnets, or its isolated ones where there are none; public ones are refused. The
         * subnets of connected endpoints cannot be taken away again.
         *
         * @param subnets a selection of private subnets
         * @return this builder
         */
        public Builder<R> subnets(SubnetSelection subnets) {
            this.subnets = subnets;
            return this;
        }

        /**
         * The TCP ports that clients connect to, each with a listener and a target group of its own. Required, but for
         * the integration {@code github-enterprise-server}: 443 by default, and none that administers the appliance.
         *
         * @param ports at least one of 1 to 65535, none twice
         * @return this builder
         */
        public Builder<R> ports(List<Integer> ports) {
            this.ports = List.copyOf(ports);
            return this;
        }

        /**
         * What the load balancer forwards to, the same for every port. Required. A target is reached on the port that
         * clients connect to, unless it has a port of its own. An address that is known to be outside the VPC, as on
         * premises, is registered in the zone {@code all}; instances and Application Load Balancers are reached within the
         * VPC's primary CIDR block.
         *
         * @param targets targets of CDK's own and of one type: {@code IpTarget} with a private IPv4 address,
         *     {@code InstanceTarget} or {@code InstanceIdTarget}, or one of {@code AlbListenerTarget}, {@code AlbTarget}
         *     and {@code AlbArnTarget}
         * @return this builder
         * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/network/target-group-register-targets.html">Register
         *     targets</a>
         */
        public Builder<R> targets(List<? extends INetworkLoadBalancerTarget> targets) {
            this.targets = List.copyOf(targets);
            return this;
        }

        /**
         * How targets are checked. By default a TCP connection on the port of the traffic; for the integration
         * {@code github-enterprise-server} HTTPS at {@code /status} on 443. Required for an Application Load Balancer
         * otherwise.
         *
         * @param healthCheck TCP without a path, HTTP or HTTPS; for an Application Load Balancer one of the latter two
         * @return this builder
         * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/network/target-group-health-checks.html">Health
         *     checks</a>
         */
        public Builder<R> healthCheck(HealthCheck healthCheck) {
            this.healthCheck = healthCheck;
            return this;
        }

        /**
         * The addresses that connections come from: for PrivateLink these are the clients' own, not those of their
         * endpoint. By default {@link Elementary#CLIENT_CIDRS}.
         *
         * @param clientCidrs IPv4 CIDR blocks, none wider than {@code /8}; at least one, unless
         *     {@link #enforceSecurityGroupInboundRulesOnPrivateLinkTraffic} is off
         * @return this builder
         */
        public Builder<R> clientCidrs(List<String> clientCidrs) {
            this.clientCidrs = List.copyOf(clientCidrs);
            return this;
        }

        /**
         * Who may ask for a connection. By default {@link Elementary#ACCOUNT_ID}.
         *
         * @param allowedPrincipals at least one account id of 12 digits, or ARN of an account's root, a user or a role; a
         *     token is taken for an ARN; {@code *} is refused
         * @return this builder
         */
        public Builder<R> allowedPrincipals(List<String> allowedPrincipals) {
            this.allowedPrincipals = List.copyOf(allowedPrincipals);
            return this;
        }

        /**
         * Whether a person of yours accepts each connection. By default one does.
         *
         * @param acceptanceRequired whether
         * @return this builder
         */
        public Builder<R> acceptanceRequired(boolean acceptanceRequired) {
            this.acceptanceRequired = acceptanceRequired;
            return this;
        }

        /**
         * Whether each node forwards to targets in all zones. By default it does.
         *
         * @param crossZoneEnabled whether
         * @return this builder
         */
        public Builder<R> crossZoneEnabled(boolean crossZoneEnabled) {
            this.crossZoneEnabled = crossZoneEnabled;
            return this;
        }

        /**
         * Whether the security group's rules hold for what comes over PrivateLink. By default they do.
         *
         * @param enforceSecurityGroupInboundRulesOnPrivateLinkTraffic whether
         * @return this builder
         * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-security-groups.html">Security
         *     groups for your Network Load Balancer</a>
         */
        public Builder<R> enforceSecurityGroupInboundRulesOnPrivateLinkTraffic(
                boolean enforceSecurityGroupInboundRulesOnPrivateLinkTraffic) {
            this.enforceSecurityGroupInboundRulesOnPrivateLinkTraffic =
                    enforceSecurityGroupInboundRulesOnPrivateLinkTraffic;
            return this;
        }

        /**
         * Other Regions that endpoints may stand in. By default none: then they stand in the service's own. Needs at
         * least two subnets, and the permission {@code vpce:AllowMultiRegion} to deploy.
         *
         * @param supportedRegions codes of Regions
         * @return this builder
         * @see <a href="https://docs.aws.amazon.com/vpc/latest/privatelink/create-endpoint-service.html#endpoint-service-cross-region">Cross-Region
         *     access</a>
         */
        public Builder<R> supportedRegions(List<String> supportedRegions) {
            this.supportedRegions = List.copyOf(supportedRegions);
            return this;
        }

        /**
         * Whether the load balancer is protected from deletion. By default it is. Where a first deployment fails, a
         * protected load balancer is left to be deleted by hand.
         *
         * @param deletionProtection whether
         * @return this builder
         */
        public Builder<R> deletionProtection(boolean deletionProtection) {
            this.deletionProtection = deletionProtection;
            return this;
        }

        /**
         * What kind of service it is, for the handoff. By default {@code service}.
         *
         * @param integration {@code service} or {@code github-enterprise-server}
         * @return this builder
         */
        public Builder<R> integration(String integration) {
            this.integration = integration;
            return this;
        }

        /**
         * The names that the service has within your network, for the handoff: Elementary's clients use the same.
         * Required.
         *
         * @param hostnames at least one lower-case name such as {@code git.acme.example} or {@code *.git.acme.example}
         * @return this builder
         */
        public Builder<R> hostnames(List<String> hostnames) {
            this.hostnames = List.copyOf(hostnames);
            return this;
        }

        /**
         * The zones that the load balancer stands in, for the handoff. By default none are named, since CDK knows zones
         * by names that differ from account to account.
         *
         * @param availabilityZoneIds AZ IDs such as {@code usw2-az1}
         * @return this builder
         */
        public Builder<R> availabilityZoneIds(List<String> availabilityZoneIds) {
            this.availabilityZoneIds = List.copyOf(availabilityZoneIds);
            return this;
        }

        /**
         * What the names of the stack's outputs begin with. By default nothing; needed from the second endpoint service
         * of a stack on.
         *
         * @param outputPrefix letters and digits
         * @return this builder
         */
        public Builder<R> outputPrefix(String outputPrefix) {
            this.outputPrefix = outputPrefix;
            return this;
        }

        /**
         * Ends the builder.
         *
         * @return the props, or the construct itself
         * @throws IllegalArgumentException if anything is missing or wrong, with all of it in the message
         */
        public R build() {
            return end.apply(new CustomerEndpointServiceProps(this));
        }

        private boolean isGitHubEnterpriseServer() {
            return integration.equals(GITHUB_ENTERPRISE_SERVER);
        }

        private List<Integer> portsOrDefault() {
            if (ports != null) {
                return ports;
            }
            return isGitHubEnterpriseServer() ? List.of(GitHubEnterpriseServerPorts.HTTPS.number()) : List.of();
        }

        private HealthCheck healthCheckOrDefault() {
            if (healthCheck != null) {
                return healthCheck;
            }
            return isGitHubEnterpriseServer() ? HealthChecks.GITHUB_ENTERPRISE_SERVER : HealthChecks.TCP;
        }

        private Found check() {
            Refusals refusals = new Refusals(CustomerEndpointService.class);
            refusals.require("vpc", vpc);
            VpcCidr vpcCidr = VpcCidr.of(vpc);
            LoadBalancerSubnets chosen = LoadBalancerSubnets.choose(vpc, subnets, refusals);
            checkRegions(chosen, refusals);
            UnaryOperator<Port> exposable = isGitHubEnterpriseServer()
                    ? GitHubEnterpriseServerPorts::requireNotAdministrative
                    : UnaryOperator.identity();
            refusals.parsePorts(portsOrDefault())
                    .forEach(port -> refusals.parse(port.toString(), text -> exposable.apply(port)));
            NetworkTargets read = NetworkTargets.read(targets, vpcCidr, exposable, refusals);
            HealthChecks.check(healthCheckOrDefault(), read.isOfType(TargetType.ALB), refusals);
            checkClients(refusals);
            checkHandoff(refusals);
            refusals.throwIfAny();
            return new Found(vpcCidr, chosen, read);
        }

        private void checkRegions(LoadBalancerSubnets chosen, Refusals refusals) {
            refusals.refuseRepeated("supported Region", supportedRegions);
            refusals.parseAll(supportedRegions, Region::parse);
            refusals.refuseIf(
                    !supportedRegions.isEmpty() && chosen.areFewerThanTwo(),
                    "there are supported Regions, but fewer than two subnets",
                    "choose subnets in two or more Availability Zones");
        }

        private void checkClients(Refusals refusals) {
            AllowedPrincipals.check(allowedPrincipals, refusals);
            if (enforceSecurityGroupInboundRulesOnPrivateLinkTraffic || !clientCidrs.isEmpty()) {
                refusals.parseClientCidrs(clientCidrs);
            }
        }

        private void checkHandoff(Refusals refusals) {
            refusals.refuseIf(
                    !Refusals.isToken(integration) && !integration.equals(SERVICE) && !isGitHubEnterpriseServer(),
                    "the integration \"%s\" is not one that customers host".formatted(integration),
                    "pass %s or %s".formatted(SERVICE, GITHUB_ENTERPRISE_SERVER));
            refusals.refuseIf(
                    hostnames.isEmpty(),
                    "there is no hostname",
                    "pass the names that the service has within your network, as in hostnames(List.of(\"git.acme.example\"))");
            refusals.refuseRepeated("hostname", hostnames);
            refusals.parseAll(hostnames, Hostname::parse);
            refusals.refuseRepeated("AZ ID", availabilityZoneIds);
            refusals.parseAll(availabilityZoneIds, AvailabilityZoneId::parse);
            refusals.refuseIf(
                    !outputPrefix.matches("[A-Za-z0-9]*"),
                    "the outputPrefix \"%s\" is not made of letters and digits".formatted(outputPrefix),
                    "choose one such as Orders");
        }
    }
}
