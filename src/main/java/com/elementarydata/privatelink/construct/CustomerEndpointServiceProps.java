package com.elementarydata.privatelink.construct;

import com.elementarydata.privatelink.integration.Integration;
import com.elementarydata.privatelink.integration.Integrations;
import com.elementarydata.privatelink.integration.TcpService;
import com.elementarydata.privatelink.net.AvailabilityZoneId;
import com.elementarydata.privatelink.net.Elementary;
import com.elementarydata.privatelink.net.Port;
import com.elementarydata.privatelink.net.Region;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.TimeConversionOptions;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.elasticloadbalancingv2.HealthCheck;
import software.amazon.awscdk.services.elasticloadbalancingv2.INetworkLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.INetworkLoadBalancerTarget;
import software.amazon.awscdk.services.elasticloadbalancingv2.TargetType;
import software.amazon.awscdk.services.sns.ITopic;

/** The properties of a {@link CustomerEndpointService}. */
public final class CustomerEndpointServiceProps {

    /** The other way to say who connects. */
    static final String FOR_ELEMENTARY =
            "create it with CustomerEndpointService.forElementary(…) to offer it to Elementary";

    final List<Integer> ports;
    /** One that exists already; otherwise there is {@link #ownLoadBalancer}. */
    final @Nullable INetworkLoadBalancer loadBalancer;

    final @Nullable OwnLoadBalancer ownLoadBalancer;
    final List<String> allowedPrincipals;
    final boolean acceptanceRequired;
    final List<String> supportedRegions;
    final @Nullable ITopic notificationTopic;
    final String integration;
    final List<String> hostnames;
    final List<String> availabilityZoneIds;
    final String outputPrefix;

    private CustomerEndpointServiceProps(Builder<?> given) {
        ownLoadBalancer = given.check();
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
     * {@return a builder of the props for {@code new CustomerEndpointService(scope, id, props)}; it requires allowed
     * principals and client CIDRs}
     */
    public static Builder<CustomerEndpointServiceProps> builder() {
        return new Builder<>(Function.identity());
    }

    /** {@return the same for a service offered to Elementary, as {@link CustomerEndpointService#forElementary} offers it} */
    public static Builder<CustomerEndpointServiceProps> forElementary() {
        return builder().offeredToElementary();
    }

    /**
     * Builds the properties of a {@link CustomerEndpointService}.
     *
     * @param <R> what {@link #build()} returns: the props, or the construct itself
     */
    public static final class Builder<R> {

        private static final int SHORTEST_IDLE_TIMEOUT = 60;
        private static final int LONGEST_IDLE_TIMEOUT = 6000;

        private final Function<CustomerEndpointServiceProps, R> end;
        private final Set<String> ofOwnLoadBalancer = new TreeSet<>();
        private @Nullable INetworkLoadBalancer loadBalancer;
        private @Nullable IVpc vpc;
        private List<String> vpcCidrs = List.of();
        private @Nullable SubnetSelection subnets;
        private @Nullable List<Integer> ports;
        private final GivenTargets targets = new GivenTargets();
        private @Nullable HealthCheck healthCheck;
        private List<ISecurityGroup> targetSecurityGroups = List.of();
        private List<String> clientCidrs = List.of();
        private List<String> allowedPrincipals = List.of();
        private boolean acceptanceRequired = true;
        private boolean crossZoneEnabled = true;
        private boolean enforceSecurityGroupInboundRulesOnPrivateLinkTraffic = true;
        private List<String> supportedRegions = List.of();
        private boolean admitPathMtuIcmp;
        private @Nullable Duration tcpIdleTimeout;
        private boolean deletionProtection;
        private @Nullable ITopic notificationTopic;
        private String integration = TcpService.INTEGRATION.key();
        private List<String> hostnames = List.of();
        private List<String> availabilityZoneIds = List.of();
        private String outputPrefix = "";

        Builder(Function<CustomerEndpointServiceProps, R> end) {
            this.end = end;
        }

        Builder<R> offeredToElementary() {
            clientCidrs = Elementary.CLIENT_CIDRS;
            allowedPrincipals = List.of(Elementary.ACCOUNT_ID);
            return this;
        }

        /**
         * An existing network load balancer to use. By default, a new one is created. It must be internal, listen on the
         * {@link #ports} with TCP, and have been created with a security group that admits only the clients and is
         * applied to PrivateLink traffic. Of one in the app, what its tree says is checked when the app is synthesized,
         * but not its security groups' rules; of any other, nothing is known. A warning says what is not checked.
         *
         * @param loadBalancer a load balancer, defined in the app or imported; options that configure a new one are
         *     refused: vpc, vpcCidrs, subnets, targets, targetPort, targetType, targetSecurityGroups, healthCheck, clientCidrs,
         *     admitPathMtuIcmp, crossZoneEnabled, enforceSecurityGroupInboundRulesOnPrivateLinkTraffic, tcpIdleTimeout,
         *     deletionProtection
         * @return this builder
         */
        public Builder<R> loadBalancer(INetworkLoadBalancer loadBalancer) {
            this.loadBalancer = loadBalancer;
            return this;
        }

        /**
         * The VPC of the load balancer. Required, unless {@link #loadBalancer} is passed. Import it with its CIDR
         * block, or pass all of them as {@link #vpcCidrs}: the rules to instances and Application Load Balancers need
         * them, and they show which addresses are outside the VPC.
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
         * All IPv4 CIDR blocks of the VPC, those added to it as well. By default its primary block, and each
         * {@code CfnVPCCidrBlock} of the VPC's stack that names its block and was defined before.
         *
         * @param vpcCidrs IPv4 CIDR blocks from {@code /16} to {@code /28}, without duplicates, among them the primary one
         * @return this builder
         * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html">VPC CIDR blocks</a>
         */
        public Builder<R> vpcCidrs(List<String> vpcCidrs) {
            ofOwnLoadBalancer.add("vpcCidrs");
            this.vpcCidrs = List.copyOf(vpcCidrs);
            return this;
        }

        /**
         * The subnets of the load balancer: one per zone, in zones that the clients' endpoint has too. By default the VPC's
         * private subnets, or its isolated ones if there are none, and of several in one zone the first; public ones,
         * and two of one zone, are refused. Subnets of connected endpoints cannot be removed later.
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
         * The TCP ports that clients connect to, each with its own listener and target group. By default those of the
         * integration, {@link Integration#ports()}; required if it has none. Those in
         * {@link Integration#refusedPorts()} are refused.
         *
         * @param ports at least one, each from 1 to 65535, without duplicates
         * @return this builder
         */
        public Builder<R> ports(List<Integer> ports) {
            this.ports = List.copyOf(ports);
            return this;
        }

        /**
         * What the load balancer forwards to on every port that has no targets of its own. Required, unless all have, or
         * a {@link #targetType} is given. A target is reached on the port that clients connect to, on its
         * {@link #targetPort}, or on a port of its own, with which it can be behind one port only. An address known to be
         * outside the VPC, such as on premises, is registered in the zone {@code all}; all other types are reached within
         * the {@link #vpcCidrs}.
         *
         * <p>An Auto Scaling group or an ECS service registers its own targets, and its security groups are opened to the
         * load balancer, so don't also {@code allowFrom} it. An ECS service is reached on the first port of its first
         * essential container, or on the one that {@code service.loadBalancerTarget(…)} names.
         *
         * @param targets CDK targets of one type: {@code IpTarget} with a private IPv4 address; {@code InstanceTarget}
         *     or {@code InstanceIdTarget}; one of {@code AlbListenerTarget}, {@code AlbTarget} and
         *     {@code AlbArnTarget}; or ones that register themselves, as {@code AutoScalingGroup},
         *     {@code FargateService} and {@code Ec2Service} do
         * @return this builder
         * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/network/target-group-register-targets.html">Register
         *     targets</a>
         */
        public Builder<R> targets(List<? extends INetworkLoadBalancerTarget> targets) {
            ofOwnLoadBalancer.add("targets");
            this.targets.setAll(targets);
            return this;
        }

        /**
         * What the load balancer forwards to on one port. By default the targets of every port.
         *
         * @param port one of the {@link #ports}
         * @param targets CDK targets of one type, as for every port; they may have a port of their own
         * @return this builder
         */
        public Builder<R> targets(int port, List<? extends INetworkLoadBalancerTarget> targets) {
            ofOwnLoadBalancer.add("targets");
            this.targets.set(port, targets);
            return this;
        }

        /**
         * The port that one port forwards to. By default the same one. It is the target group's, so changing it replaces
         * the group.
         *
         * @param port one of the {@link #ports}
         * @param targetPort from 1 to 65535; refused where a target has a port of its own
         * @return this builder
         */
        public Builder<R> targetPort(int port, int targetPort) {
            ofOwnLoadBalancer.add("targetPort");
            this.targets.setPort(port, targetPort);
            return this;
        }

        /**
         * The type of the target groups, for targets that are registered later, as the {@code TargetGroupBinding} of the
         * AWS Load Balancer Controller does for pods of EKS: see {@link CustomerEndpointService#getTargetGroup}. They
         * are reached within the {@link #vpcCidrs}. By default the type of the targets.
         *
         * @param targetType {@code IP}, {@code INSTANCE} or {@code ALB}
         * @return this builder
         * @see <a href="https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/targetgroupbinding/targetgroupbinding/">TargetGroupBinding</a>
         */
        public Builder<R> targetType(TargetType targetType) {
            ofOwnLoadBalancer.add("targetType");
            this.targets.setType(targetType);
            return this;
        }

        /**
         * The targets' security groups that are to admit the load balancer, on the traffic and health check ports. By
         * default none is changed; then admit {@link CustomerEndpointService#getSecurityGroup()} yourself. The rules
         * are separate resources, retained as long as the load balancer is.
         *
         * @param targetSecurityGroups security groups, defined in the app or imported, without duplicates
         * @return this builder
         */
        public Builder<R> targetSecurityGroups(List<? extends ISecurityGroup> targetSecurityGroups) {
            ofOwnLoadBalancer.add("targetSecurityGroups");
            this.targetSecurityGroups = List.copyOf(targetSecurityGroups);
            return this;
        }

        /**
         * How targets are checked. By default with the integration's {@link Integration#healthProbe()}; without one, by
         * a TCP connection on the traffic port, which is refused for an Application Load Balancer.
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
         * The addresses that connections come from: with PrivateLink these are the clients' own, not those of the
         * endpoint. Required, unless {@link CustomerEndpointService#forElementary} gives Elementary's.
         *
         * @param clientCidrs IPv4 CIDR blocks, none wider than {@code /8}; at least one, unless
         *     {@link #enforceSecurityGroupInboundRulesOnPrivateLinkTraffic} is false
         * @return this builder
         */
        public Builder<R> clientCidrs(List<String> clientCidrs) {
            ofOwnLoadBalancer.add("clientCidrs");
            this.clientCidrs = List.copyOf(clientCidrs);
            return this;
        }

        /**
         * Whether the load balancer admits the clients' ICMP messages of type 3 and code 4, "fragmentation needed". False
         * by default: endpoints send none, and limit the size of TCP segments instead.
         *
         * @param admitPathMtuIcmp whether
         * @return this builder
         * @see <a href="https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-limits-endpoints.html">Maximum transmission
         *     unit of VPC endpoints</a>
         */
        public Builder<R> admitPathMtuIcmp(boolean admitPathMtuIcmp) {
            ofOwnLoadBalancer.add("admitPathMtuIcmp");
            this.admitPathMtuIcmp = admitPathMtuIcmp;
            return this;
        }

        /**
         * The allowed principals, who may request connections. Required, unless
         * {@link CustomerEndpointService#forElementary} gives Elementary's.
         *
         * @param allowedPrincipals at least one account id of 12 digits, or ARN of an account's root, a user or a role;
         *     a token is assumed to be an ARN; {@code *} is refused
         * @return this builder
         */
        public Builder<R> allowedPrincipals(List<String> allowedPrincipals) {
            this.allowedPrincipals = List.copyOf(allowedPrincipals);
            return this;
        }

        /**
         * Whether you accept each connection yourself. True by default.
         *
         * @param acceptanceRequired whether
         * @return this builder
         */
        public Builder<R> acceptanceRequired(boolean acceptanceRequired) {
            this.acceptanceRequired = acceptanceRequired;
            return this;
        }

        /**
         * Whether each node forwards to targets in all zones. True by default.
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
         * Whether the security group's inbound rules apply to PrivateLink traffic. True by default.
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
         * Other Regions that endpoints may be in. By default none, so that they are in the service's Region. Requires
         * at least two subnets, and the permission {@code vpce:AllowMultiRegion} to deploy.
         *
         * @param supportedRegions Region codes
         * @return this builder
         * @see <a href="https://docs.aws.amazon.com/vpc/latest/privatelink/create-endpoint-service.html#endpoint-service-cross-region">Cross-Region
         *     access</a>
         */
        public Builder<R> supportedRegions(List<String> supportedRegions) {
            this.supportedRegions = List.copyOf(supportedRegions);
            return this;
        }

        /**
         * How long a connection without traffic lasts. By default the integration's
         * {@link Integration#tcpIdleTimeout()}. An endpoint cuts it after 350 seconds all the same, so clients need TCP
         * keepalive too.
         *
         * @param tcpIdleTimeout whole seconds, from 60 to 6000
         * @return this builder
         * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/network/update-idle-timeout.html">TCP idle
         *     timeout</a>
         */
        public Builder<R> tcpIdleTimeout(Duration tcpIdleTimeout) {
            ofOwnLoadBalancer.add("tcpIdleTimeout");
            this.tcpIdleTimeout = tcpIdleTimeout;
            return this;
        }

        /**
         * Whether the load balancer has deletion protection. False by default: AWS itself refuses to delete a load
         * balancer that an endpoint service uses, and an endpoint service that has connections. Deletion protection adds
         * to this only before there is an endpoint service, when it stops CloudFormation from rolling a failed creation
         * back: if a control of your organization demands it, turn it on in a second deployment.
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
         * A topic to notify when a connection is requested, accepted, rejected or deleted. By default none. The
         * policies of a topic in the app and of its key are extended; for an imported one, a warning says which
         * statement to add.
         *
         * @param notificationTopic a standard topic; one encrypted with {@code alias/aws/sns} is refused, since AWS
         *     PrivateLink is not allowed to use that key
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
         * The hostnames of the service in your network, for the handoff: Elementary's clients use the same ones.
         * Required.
         *
         * @param hostnames at least one lower-case name such as {@code git.acme.example}, or with {@code *.git.acme.example};
         *     one host, unless the integration is {@code service}; no whole domain such as {@code acme.com}
         * @return this builder
         */
        public Builder<R> hostnames(List<String> hostnames) {
            this.hostnames = List.copyOf(hostnames);
            return this;
        }

        /**
         * The zones of the load balancer, for the handoff. By default none are named, since the CDK knows zones by
         * names that differ from account to account.
         *
         * @param availabilityZoneIds AZ IDs such as {@code usw2-az1}
         * @return this builder
         */
        public Builder<R> availabilityZoneIds(List<String> availabilityZoneIds) {
            this.availabilityZoneIds = List.copyOf(availabilityZoneIds);
            return this;
        }

        /**
         * The prefix of the stack's output names. By default none; required for every endpoint service of a stack but
         * the first.
         *
         * @param outputPrefix letters and digits
         * @return this builder
         */
        public Builder<R> outputPrefix(String outputPrefix) {
            this.outputPrefix = outputPrefix;
            return this;
        }

        /**
         * {@return the props, or the construct itself}
         *
         * @throws IllegalArgumentException if anything is missing or wrong; the message lists all of it
         */
        public R build() {
            return end.apply(new CustomerEndpointServiceProps(this));
        }

        /** A token is only known at deployment, so it counts as any service. */
        private Integration known() {
            return Integrations.of(integration)
                    .filter(Integration::isHostedByCustomer)
                    .orElse(TcpService.INTEGRATION);
        }

        private List<Integer> portsOrDefault() {
            return ports != null
                    ? ports
                    : known().ports().stream().map(Port::number).toList();
        }

        private HealthCheck healthCheckOrDefault() {
            return healthCheck != null
                    ? healthCheck
                    : known().healthProbe().map(HealthChecks::of).orElse(HealthChecks.TCP);
        }

        private @Nullable OwnLoadBalancer check() {
            Refusals refusals = new Refusals("CustomerEndpointService");
            UnaryOperator<Port> exposable = known()::requireExposable;
            refusals.require("vpc", loadBalancer == null ? vpc : loadBalancer);
            refusals.parsePorts(portsOrDefault())
                    .forEach(port -> refusals.parse(port.toString(), text -> exposable.apply(port)));
            OwnLoadBalancer own = loadBalancer == null ? checkOwn(exposable, refusals) : checkGiven(refusals);
            refusals.refuseRepeated("supported Region", supportedRegions);
            refusals.parseAll(supportedRegions, Region::parse);
            AllowedPrincipals.check(allowedPrincipals, refusals);
            ConnectionNotification.check(notificationTopic, refusals);
            checkHandoff(refusals);
            refusals.throwIfAny();
            return own;
        }

        private @Nullable OwnLoadBalancer checkGiven(Refusals refusals) {
            ofOwnLoadBalancer.forEach(option -> refusals.refuse(
                    "%s configures a new load balancer, but loadBalancer(…) is given".formatted(option),
                    "omit one of the two"));
            return null;
        }

        private @Nullable OwnLoadBalancer checkOwn(UnaryOperator<Port> exposable, Refusals refusals) {
            VpcCidrs cidrs = VpcCidrs.of(vpc, vpcCidrs, refusals);
            ChosenSubnets chosen = ChosenSubnets.choose(vpc, subnetsOrDefault(), refusals);
            chosen.refusePublicOf(vpc, refusals);
            refusals.refuseIf(
                    !supportedRegions.isEmpty() && chosen.areFewerThanTwo(),
                    "supported Regions are given, but fewer than two subnets",
                    "choose subnets in two or more Availability Zones");
            TargetsByPort read = targets.read(portsOrDefault(), cidrs, exposable, refusals);
            HealthChecks.check(healthCheckOrDefault(), read.anyAreOfType(TargetType.ALB), refusals);
            refusals.refuseRepeated(
                    "security group of targets",
                    targetSecurityGroups.stream()
                            .map(group -> group.getNode().getPath())
                            .toList());
            if (!clientCidrs.isEmpty()) {
                refusals.parseClientCidrs(clientCidrs);
            } else if (enforceSecurityGroupInboundRulesOnPrivateLinkTraffic) {
                refusals.refuse(
                        "no client CIDR is given",
                        "pass clientCidrs(…), the subnets that connect, or " + FOR_ELEMENTARY);
            }
            checkIdleTimeout(refusals);
            return vpc == null ? null : own(vpc, cidrs, chosen, read);
        }

        private void checkIdleTimeout(Refusals refusals) {
            if (tcpIdleTimeout != null) {
                double seconds = tcpIdleTimeout
                        .toSeconds(
                                TimeConversionOptions.builder().integral(false).build())
                        .doubleValue();
                refusals.refuseIf(
                        seconds < SHORTEST_IDLE_TIMEOUT || seconds > LONGEST_IDLE_TIMEOUT || seconds % 1 != 0,
                        "the TCP idle timeout is %s s"
                                .formatted(BigDecimal.valueOf(seconds)
                                        .stripTrailingZeros()
                                        .toPlainString()),
                        "pass whole seconds from %d to %d".formatted(SHORTEST_IDLE_TIMEOUT, LONGEST_IDLE_TIMEOUT));
            }
        }

        private SubnetSelection subnetsOrDefault() {
            return subnets != null ? subnets : ChosenSubnets.byDefault(vpc);
        }

        private Duration idleTimeoutOrDefault() {
            return tcpIdleTimeout != null ? tcpIdleTimeout : Duration.seconds(known().tcpIdleTimeout());
        }

        private OwnLoadBalancer own(IVpc within, VpcCidrs cidrs, ChosenSubnets chosen, TargetsByPort read) {
            return new OwnLoadBalancer(
                    within,
                    cidrs,
                    subnetsOrDefault(),
                    chosen,
                    portsOrDefault(),
                    read,
                    healthCheckOrDefault(),
                    clientCidrs,
                    admitPathMtuIcmp,
                    targetSecurityGroups,
                    crossZoneEnabled,
                    enforceSecurityGroupInboundRulesOnPrivateLinkTraffic,
                    idleTimeoutOrDefault(),
                    deletionProtection);
        }

        private void checkHandoff(Refusals refusals) {
            refusals.refuseIf(
                    !known().key().equals(integration),
                    "the integration \"%s\" is not hosted by customers".formatted(integration),
                    "pass one of "
                            + Integrations.hostedByCustomers().stream()
                                    .map(Integration::key)
                                    .collect(Collectors.joining(", ")));
            OfferedHostnames.check(known(), hostnames, allowedPrincipals, refusals);
            refusals.refuseRepeated("AZ ID", availabilityZoneIds);
            refusals.parseAll(availabilityZoneIds, AvailabilityZoneId::parse);
            refusals.refuseIf(
                    !outputPrefix.matches("[A-Za-z0-9]*"),
                    "the outputPrefix \"%s\" is not letters and digits alone".formatted(outputPrefix),
                    "choose one such as Orders");
        }
    }
}
