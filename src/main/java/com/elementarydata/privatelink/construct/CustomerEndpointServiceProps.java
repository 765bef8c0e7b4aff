package com.elementarydata.privatelink.construct;

import com.elementarydata.privatelink.integration.Integration;
import com.elementarydata.privatelink.integration.Integrations;
import com.elementarydata.privatelink.integration.TcpService;
import com.elementarydata.privatelink.net.AvailabilityZoneId;
import com.elementarydata.privatelink.net.Elementary;
import com.elementarydata.privatelink.net.Hostname;
import com.elementarydata.privatelink.net.Port;
import com.elementarydata.privatelink.net.Region;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.elasticloadbalancingv2.HealthCheck;
import software.amazon.awscdk.services.elasticloadbalancingv2.INetworkLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.INetworkLoadBalancerTarget;
import software.amazon.awscdk.services.elasticloadbalancingv2.TargetType;
import software.amazon.awscdk.services.sns.ITopic;

/** What a {@link CustomerEndpointService} is made from. */
public final class CustomerEndpointServiceProps {

    final List<Integer> ports;
    /** One that exists already; otherwise there are {@link #loadBalancerOptions}. */
    final @Nullable INetworkLoadBalancer loadBalancer;

    final @Nullable LoadBalancerOptions loadBalancerOptions;
    final List<String> allowedPrincipals;
    final boolean acceptanceRequired;
    final List<String> supportedRegions;
    final @Nullable ITopic notificationTopic;
    final String integration;
    final List<String> hostnames;
    final List<String> availabilityZoneIds;
    final String outputPrefix;

    private CustomerEndpointServiceProps(Builder<?> given) {
        loadBalancerOptions = given.check();
        ports = given.portsOrDefault();
        loadBalancer = given.loadBalancer;
        allowedPrincipals = given.allowedPrincipals;
        acceptanceRequired = given.acceptanceRequired;
        supportedRegions = given.supportedRegions;
        notificationTopic = given.notificationTopic;
        integration = given.integration;
        hostnames = given.hostnames;
        availabilityZoneIds = given.availabilityZoneIds;
        outputPrefix = given.outputPrefix;
    }

    /**
     * Begins props for {@code new CustomerEndpointService(scope, id, props)}.
     *
     * @return a builder that ends in the props
     */
    public static Builder<CustomerEndpointServiceProps> builder() {
        return new Builder<>(Function.identity());
    }

    /**
     * Gathers what a {@link CustomerEndpointService} is made from.
     *
     * @param <R> what {@link #build()} makes: the props, or the construct itself
     */
    public static final class Builder<R> {

        private final Function<CustomerEndpointServiceProps, R> end;
        private final Set<String> ofOwnLoadBalancer = new TreeSet<>();
        private @Nullable INetworkLoadBalancer loadBalancer;
        private @Nullable IVpc vpc;
        private SubnetSelection subnets = SubnetSelection.builder().build();
        private @Nullable List<Integer> ports;
        private List<? extends INetworkLoadBalancerTarget> targets = List.of();
        private @Nullable HealthCheck healthCheck;
        private List<ISecurityGroup> targetSecurityGroups = List.of();
        private List<String> clientCidrs = Elementary.CLIENT_CIDRS;
        private List<String> allowedPrincipals = List.of(Elementary.ACCOUNT_ID);
        private boolean acceptanceRequired = true;
        private boolean crossZoneEnabled = true;
        private boolean enforceSecurityGroupInboundRulesOnPrivateLinkTraffic = true;
        private List<String> supportedRegions = List.of();
        private boolean deletionProtection = true;
        private @Nullable ITopic notificationTopic;
        private String integration = TcpService.INTEGRATION.key();
        private List<String> hostnames = List.of();
        private List<String> availabilityZoneIds = List.of();
        private String outputPrefix = "";

        Builder(Function<CustomerEndpointServiceProps, R> end) {
            this.end = end;
        }

        /**
         * A network load balancer that exists already, to offer instead of one that is defined. By default one is
         * defined. What it is cannot be checked at synthesis: it should be internal, listen on the {@link #ports} with
         * TCP, and have had a security group since its creation that admits the clients alone and is enforced on
         * PrivateLink traffic. A warning says so.
         *
         * @param loadBalancer a load balancer, defined in the app or imported; the options that would shape one are
         *     refused beside it: vpc, subnets, targets, targetSecurityGroups, healthCheck, clientCidrs, crossZoneEnabled,
         *     enforceSecurityGroupInboundRulesOnPrivateLinkTraffic, deletionProtection
         * @return this builder
         */
        public Builder<R> loadBalancer(INetworkLoadBalancer loadBalancer) {
            this.loadBalancer = loadBalancer;
            return this;
        }

        /**
         * The VPC that the load balancer stands in. Required, unless {@link #loadBalancer} is passed. Import it with its CIDR block: the rules towards instances
         * and Application Load Balancers need it, and it tells which addresses are outside the VPC.
         *
         * @param vpc a VPC, defined in the app or imported
         * @return this builder
         */
        public Builder<R> vpc(IVpc vpc) {
            ofOwnLoadBalancer.add("vpc");
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
            ofOwnLoadBalancer.add("subnets");
            this.subnets = subnets;
            return this;
        }

        /**
         * The TCP ports that clients connect to, each with a listener and a target group of its own. By default
         * those of the integration, {@link Integration#ports()}; required where it has none. Those that it never offers,
         * {@link Integration#refusedPorts()}, are refused.
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
            ofOwnLoadBalancer.add("targets");
            this.targets = List.copyOf(targets);
            return this;
        }

        /**
         * The security groups of the targets that are to admit the load balancer, on the ports of the traffic and of the
         * health check. By default none is changed; then admit {@link CustomerEndpointService#getSecurityGroup()}
         * yourself. The rules are resources of their own, and kept as long as the load balancer is.
         *
         * @param targetSecurityGroups security groups, defined in the app or imported; none twice
         * @return this builder
         */
        public Builder<R> targetSecurityGroups(List<? extends ISecurityGroup> targetSecurityGroups) {
            ofOwnLoadBalancer.add("targetSecurityGroups");
            this.targetSecurityGroups = List.copyOf(targetSecurityGroups);
            return this;
        }

        /**
         * How targets are checked. By default as the integration says, {@link Integration#healthProbe()}; otherwise by a TCP
         * connection on the port of the traffic, which is refused for an Application Load Balancer.
         *
         * @param healthCheck TCP without a path, HTTP or HTTPS; for an Application Load Balancer one of the latter two
         * @return this builder
         * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/network/target-group-health-checks.html">Health
         *     checks</a>
         */
        public Builder<R> healthCheck(HealthCheck healthCheck) {
            ofOwnLoadBalancer.add("healthCheck");
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
            ofOwnLoadBalancer.add("clientCidrs");
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
            ofOwnLoadBalancer.add("crossZoneEnabled");
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
            ofOwnLoadBalancer.add("enforceSecurityGroupInboundRulesOnPrivateLinkTraffic");
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
            ofOwnLoadBalancer.add("deletionProtection");
            this.deletionProtection = deletionProtection;
            return this;
        }

        /**
         * A topic that is told when a connection is asked for, accepted, rejected or deleted. By default none is. The
         * policy of a topic of the app, and that of its key, are extended; for an imported one, a warning says which
         * statement to add.
         *
         * @param notificationTopic a standard topic; one that is encrypted with {@code alias/aws/sns} is refused, since AWS
         *     PrivateLink may not use that key
         * @return this builder
         * @see <a href="https://docs.aws.amazon.com/vpc/latest/privatelink/create-notification-endpoint-service.html">Receive
         *     alerts for endpoint service events</a>
         */
        public Builder<R> notificationTopic(ITopic notificationTopic) {
            this.notificationTopic = notificationTopic;
            return this;
        }

        /**
         * What kind of service it is, for the handoff. By default {@code service}.
         *
         * @param integration the key of one of {@link Integrations#hostedByCustomers()}, such as
         *     {@code github-enterprise-server}
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

        /** Nothing is known of one that is only known when it is deployed, so it is any service. */
        private Integration known() {
            return Integrations.hostedByCustomers().stream()
                    .filter(hosted -> hosted.key().equals(integration))
                    .findFirst()
                    .orElse(TcpService.INTEGRATION);
        }

        private List<Integer> portsOrDefault() {
            if (ports != null) {
                return ports;
            }
            return known().ports().stream().map(Port::number).toList();
        }

        private HealthCheck healthCheckOrDefault() {
            if (healthCheck != null) {
                return healthCheck;
            }
            return known().healthProbe().map(HealthChecks::of).orElse(HealthChecks.TCP);
        }

        private @Nullable LoadBalancerOptions check() {
            Refusals refusals = new Refusals("CustomerEndpointService");
            UnaryOperator<Port> exposable = known()::requireExposable;
            refusals.require("vpc", loadBalancer == null ? vpc : loadBalancer);
            refusals.parsePorts(portsOrDefault())
                    .forEach(port -> refusals.parse(port.toString(), text -> exposable.apply(port)));
            LoadBalancerOptions options = loadBalancer == null ? checkOwn(exposable, refusals) : checkGiven(refusals);
            refusals.refuseRepeated("supported Region", supportedRegions);
            refusals.parseAll(supportedRegions, Region::parse);
            AllowedPrincipals.check(allowedPrincipals, refusals);
            ConnectionNotification.check(notificationTopic, refusals);
            checkHandoff(refusals);
            refusals.throwIfAny();
            return options;
        }

        private @Nullable LoadBalancerOptions checkGiven(Refusals refusals) {
            ofOwnLoadBalancer.forEach(option -> refusals.refuse(
                    "%s shapes a load balancer, but one is given".formatted(option),
                    "leave it out, or leave loadBalancer(…) out"));
            return null;
        }

        private @Nullable LoadBalancerOptions checkOwn(UnaryOperator<Port> exposable, Refusals refusals) {
            VpcCidr vpcCidr = VpcCidr.of(vpc);
            LoadBalancerSubnets chosen = LoadBalancerSubnets.choose(vpc, subnets, refusals);
            refusals.refuseIf(
                    !supportedRegions.isEmpty() && chosen.areFewerThanTwo(),
                    "there are supported Regions, but fewer than two subnets",
                    "choose subnets in two or more Availability Zones");
            NetworkTargets read = NetworkTargets.read(targets, vpcCidr, exposable, refusals);
            HealthChecks.check(healthCheckOrDefault(), read.isOfType(TargetType.ALB), refusals);
            refusals.refuseRepeated(
                    "security group of targets",
                    targetSecurityGroups.stream()
                            .map(group -> group.getNode().getPath())
                            .toList());
            if (enforceSecurityGroupInboundRulesOnPrivateLinkTraffic || !clientCidrs.isEmpty()) {
                refusals.parseClientCidrs(clientCidrs);
            }
            return vpc == null ? null : options(vpc, vpcCidr, chosen, read);
        }

        private LoadBalancerOptions options(
                IVpc within, VpcCidr vpcCidr, LoadBalancerSubnets chosen, NetworkTargets read) {
            return new LoadBalancerOptions(
                    within,
                    vpcCidr,
                    subnets,
                    chosen,
                    read,
                    healthCheckOrDefault(),
                    clientCidrs,
                    targetSecurityGroups,
                    crossZoneEnabled,
                    enforceSecurityGroupInboundRulesOnPrivateLinkTraffic,
                    deletionProtection);
        }

        private void checkHandoff(Refusals refusals) {
            refusals.refuseIf(
                    !known().key().equals(integration),
                    "the integration \"%s\" is not one that customers host".formatted(integration),
                    "pass one of "
                            + Integrations.hostedByCustomers().stream()
                                    .map(Integration::key)
                                    .collect(Collectors.joining(", ")));
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
