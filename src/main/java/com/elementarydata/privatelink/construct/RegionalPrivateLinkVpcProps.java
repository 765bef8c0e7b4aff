package com.elementarydata.privatelink.construct;

import com.elementarydata.privatelink.net.AccountId;
import com.elementarydata.privatelink.net.AvailabilityZoneId;
import com.elementarydata.privatelink.net.Cidr;
import com.elementarydata.privatelink.net.Elementary;
import com.elementarydata.privatelink.net.Region;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.ec2.FlowLogDestination;
import software.amazon.awscdk.services.logs.RetentionDays;

/** The properties of a {@link RegionalPrivateLinkVpc}. */
public final class RegionalPrivateLinkVpcProps {

    final String cidr;
    final SortedMap<String, String> subnets;
    final String peerVpcId;
    final String peerRegion;
    final @Nullable String peerOwnerId;
    final @Nullable String peerRoleArn;
    final List<String> clientCidrs;
    final boolean flowLogs;
    final @Nullable FlowLogDestination flowLogDestination;
    final RetentionDays flowLogRetention;

    private RegionalPrivateLinkVpcProps(Builder<?> given) {
        given.check();
        cidr = given.cidr;
        subnets = Collections.unmodifiableSortedMap(new TreeMap<>(given.subnets));
        peerVpcId = given.peerVpcId;
        peerRegion = given.peerRegion;
        peerOwnerId = given.peerOwnerId;
        peerRoleArn = given.peerRoleArn;
        clientCidrs = List.copyOf(given.clientCidrs);
        flowLogs = given.flowLogs;
        flowLogDestination = given.flowLogDestination;
        flowLogRetention = given.flowLogRetention;
    }

    /** {@return a builder of the props for {@code new RegionalPrivateLinkVpc(scope, id, props)}} */
    public static Builder<RegionalPrivateLinkVpcProps> builder() {
        return new Builder<>(Function.identity());
    }

    /** The Region is known from the scope alone, so this is checked when the construct is created. */
    void requireZonesIn(String region) {
        Refusals refusals = new Refusals("RegionalPrivateLinkVpc");
        Region.find(region)
                .ifPresent(known -> subnets.keySet().stream()
                        .filter(zone -> !AvailabilityZoneId.parse(zone).isIn(known))
                        .forEach(zone -> refusals.refuse(
                                "the zone \"%s\" is not in the stack's Region %s".formatted(zone, known),
                                "pass zones that begin with %s-az".formatted(known.shortForm()))));
        refusals.throwIfAny();
    }

    /**
     * Builds the properties of a {@link RegionalPrivateLinkVpc}.
     *
     * @param <R> what {@link #build()} returns: the props, or the construct itself
     */
    public static final class Builder<R> {

        private static final int LARGEST_VPC = 16;
        private static final int SMALLEST_VPC = 28;

        private final Function<RegionalPrivateLinkVpcProps, R> end;
        private String cidr = "";
        private final Map<String, String> subnets = new TreeMap<>();
        private final List<String> zones = new ArrayList<>();
        private String peerVpcId = "";
        private String peerRegion = "";
        private @Nullable String peerOwnerId;
        private @Nullable String peerRoleArn;
        private List<String> clientCidrs = List.of();
        private boolean flowLogs = true;
        private @Nullable FlowLogDestination flowLogDestination;
        private RetentionDays flowLogRetention = RetentionDays.ONE_YEAR;

        Builder(Function<RegionalPrivateLinkVpcProps, R> end) {
            this.end = end;
        }

        /**
         * The VPC's CIDR block. Required; refused if it overlaps the clients', since no peering connection could route
         * back to them.
         *
         * @param cidr an IPv4 CIDR block of {@code /16} to {@code /28}
         * @return this builder
         */
        public Builder<R> cidr(String cidr) {
            this.cidr = cidr;
            return this;
        }

        /**
         * Adds a subnet. At least one is required; AWS recommends two zones. A zone added later doesn't change the
         * others.
         *
         * @param availabilityZoneId an AZ ID such as {@code usw2-az1}; never a zone's name, which differs from account
         *     to account; no token
         * @param cidr the subnet's addresses, within the VPC's
         * @return this builder
         */
        public Builder<R> subnet(String availabilityZoneId, String cidr) {
            zones.add(availabilityZoneId);
            subnets.put(availabilityZoneId, cidr);
            return this;
        }

        /**
         * Adds several subnets.
         *
         * @param subnets CIDR blocks by AZ ID; their order does not matter
         * @return this builder
         */
        public Builder<R> subnets(Map<String, String> subnets) {
            subnets.forEach(this::subnet);
            return this;
        }

        /**
         * The VPC that the clients are in, the accepter of the peering connection. Required.
         *
         * @param peerVpcId {@code vpc-…}
         * @return this builder
         */
        public Builder<R> peerVpcId(String peerVpcId) {
            this.peerVpcId = peerVpcId;
            return this;
        }

        /**
         * The Region of that VPC. Required, even if it is this VPC's own.
         *
         * @param peerRegion a Region's code
         * @return this builder
         */
        public Builder<R> peerRegion(String peerRegion) {
            this.peerRegion = peerRegion;
            return this;
        }

        /**
         * The account of that VPC. By default this VPC's own account, in which CloudFormation accepts the peering
         * connection itself; for another account {@link #peerRoleArn} is required.
         *
         * @param peerOwnerId an account id of 12 digits
         * @return this builder
         */
        public Builder<R> peerOwnerId(String peerOwnerId) {
            this.peerOwnerId = peerOwnerId;
            return this;
        }

        /**
         * The role in the other account with which CloudFormation accepts the peering connection. By default none.
         *
         * @param peerRoleArn the ARN of a role that allows {@code ec2:AcceptVpcPeeringConnection}
         * @return this builder
         * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/peer-with-vpc-in-another-account.html">Peer
         *     with a VPC in another account</a>
         */
        public Builder<R> peerRoleArn(String peerRoleArn) {
            this.peerRoleArn = peerRoleArn;
            return this;
        }

        /**
         * The addresses that every subnet has a route back to. Required; Elementary's are
         * {@link Elementary#CLIENT_CIDRS}.
         *
         * @param clientCidrs IPv4 CIDR blocks, none wider than {@code /8}
         * @return this builder
         */
        public Builder<R> clientCidrs(List<String> clientCidrs) {
            this.clientCidrs = List.copyOf(clientCidrs);
            return this;
        }

        /**
         * Whether all traffic of the VPC is logged. True by default.
         *
         * @param flowLogs whether
         * @return this builder
         * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html">VPC flow logs</a>
         */
        public Builder<R> flowLogs(boolean flowLogs) {
            this.flowLogs = flowLogs;
            return this;
        }

        /**
         * Where the flow log is written. By default to a log group in CloudWatch Logs, with a role that can only write
         * to it; the log group is retained when the stack is deleted.
         *
         * @param flowLogDestination a CDK flow log destination
         * @return this builder
         */
        public Builder<R> flowLogDestination(FlowLogDestination flowLogDestination) {
            this.flowLogDestination = flowLogDestination;
            return this;
        }

        /**
         * How long the default log group keeps its entries. By default one year.
         *
         * @param flowLogRetention how long
         * @return this builder
         */
        public Builder<R> flowLogRetention(RetentionDays flowLogRetention) {
            this.flowLogRetention = flowLogRetention;
            return this;
        }

        /**
         * {@return the props, or the construct itself}
         *
         * @throws IllegalArgumentException if anything is missing or wrong; the message lists all of it
         */
        public R build() {
            return end.apply(new RegionalPrivateLinkVpcProps(this));
        }

        private void check() {
            Refusals refusals = new Refusals("RegionalPrivateLinkVpc");
            refusals.require("cidr", cidr);
            refusals.require("peerVpcId", peerVpcId);
            refusals.require("peerRegion", peerRegion);
            refusals.parse(peerRegion, Region::parse);
            refusals.parse(peerOwnerId, AccountId::parse);
            refusals.refuseIf(
                    (peerOwnerId == null) != (peerRoleArn == null),
                    "only one of peerOwnerId and peerRoleArn is given",
                    "pass both for a VPC of another account, neither for one of this account");
            List<Cidr> clients = refusals.parseClientCidrs(clientCidrs);
            Optional<Cidr> block = refusals.parse(cidr, Cidr::parse);
            block.ifPresent(own -> checkAddresses(own, clients, refusals));
            checkSubnets(block, refusals);
            checkZones(refusals);
            refusals.throwIfAny();
        }

        private static void checkAddresses(Cidr block, List<Cidr> clients, Refusals refusals) {
            refusals.refuseIf(
                    block.prefixLength() < LARGEST_VPC || block.prefixLength() > SMALLEST_VPC,
                    "the CIDR %s is not a valid size for a VPC".formatted(block),
                    "choose /16 to /28");
            clients.stream()
                    .filter(block::overlaps)
                    .forEach(client -> refusals.refuse(
                            "the CIDR %s overlaps the client CIDR %s".formatted(block, client),
                            "choose addresses that no client has"));
        }

        private void checkSubnets(Optional<Cidr> block, Refusals refusals) {
            List<Cidr> taken = new ArrayList<>();
            for (Cidr subnet : refusals.parseAll(List.copyOf(subnets.values()), Cidr::parse)) {
                block.filter(own -> !own.contains(subnet))
                        .ifPresent(own -> refusals.refuse(
                                "the subnet %s is not within the VPC's %s".formatted(subnet, own),
                                "choose addresses within it"));
                refusals.refuseIf(
                        taken.stream().anyMatch(subnet::overlaps),
                        "the subnet %s overlaps another one".formatted(subnet),
                        "give each zone addresses of its own");
                taken.add(subnet);
            }
        }

        private void checkZones(Refusals refusals) {
            refusals.refuseIf(
                    subnets.isEmpty(),
                    "no subnet is given",
                    "pass one per zone, as in subnet(\"usw2-az1\", \"10.64.0.0/23\")");
            refusals.refuseRepeated("zone", zones);
            refusals.refuseIf(
                    subnets.keySet().stream().anyMatch(Refusals::isToken),
                    "a zone is a token",
                    "pass its text, since ids are created from it at synthesis");
            List<AvailabilityZoneId> parsed =
                    refusals.parseAll(List.copyOf(subnets.keySet()), AvailabilityZoneId::parse);
            refusals.refuseIf(
                    parsed.stream()
                                    .map(AvailabilityZoneId::shortForm)
                                    .distinct()
                                    .count()
                            > 1,
                    "the zones are of several Regions: " + String.join(", ", subnets.keySet()),
                    "pass zones of the VPC's own Region");
        }
    }
}
