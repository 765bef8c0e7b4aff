package com.elementarydata.privatelink.construct;

import static java.util.Objects.requireNonNull;

import com.elementarydata.privatelink.net.Elementary;
import com.elementarydata.privatelink.net.EndpointServiceName;
import com.elementarydata.privatelink.net.Region;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.SubnetSelection;

/** The properties of an {@link InterfaceEndpointForService}. */
public final class InterfaceEndpointForServiceProps {

    final String vpcId;
    final List<String> subnetIds;
    final String serviceName;
    final @Nullable String serviceRegion;
    final List<Integer> ports;
    final List<String> clientCidrs;
    final SortedMap<String, String> tags;

    private InterfaceEndpointForServiceProps(Builder<?> given) {
        given.check();
        vpcId = given.vpc == null ? given.vpcId : given.vpc.getVpcId();
        subnetIds = given.vpc == null
                ? given.subnetIds
                : given.vpc.selectSubnets(requireNonNull(given.subnets)).getSubnetIds();
        serviceName = given.serviceName;
        serviceRegion = given.serviceRegion;
        ports = given.ports;
        clientCidrs = given.clientCidrs;
        tags = Collections.unmodifiableSortedMap(new TreeMap<>(given.tags));
    }

    /** {@return a builder of the props for {@code new InterfaceEndpointForService(scope, id, props)}} */
    public static Builder<InterfaceEndpointForServiceProps> builder() {
        return new Builder<>(Function.identity());
    }

    /** The Region is known from the scope alone, so this is checked when the construct is created. */
    void requireServiceIn(String region) {
        if (Refusals.isToken(region) || Refusals.isToken(serviceName)) {
            return;
        }
        Refusals refusals = new Refusals("InterfaceEndpointForService");
        Region serviceIn = EndpointServiceName.parse(serviceName).region();
        refusals.parse(region, Region::parse)
                .filter(own -> !own.partition().equals(serviceIn.partition()))
                .ifPresent(own -> refusals.refuse(
                        "the service %s is in the partition %s, not in %s as the stack's Region %s"
                                .formatted(serviceName, serviceIn.partition(), own.partition(), own),
                        "put the endpoint in a Region of the service's partition, which no private connection leaves"));
        refusals.refuseIf(
                serviceRegion == null && !serviceIn.code().equals(region),
                "the service %s is not in the stack's Region %s".formatted(serviceName, region),
                "pass serviceRegion(\"%s\"), or put the endpoint in that Region".formatted(serviceIn));
        refusals.throwIfAny();
    }

    /**
     * Builds the properties of an {@link InterfaceEndpointForService}.
     *
     * @param <R> what {@link #build()} returns: the props, or the construct itself
     */
    public static final class Builder<R> {

        private final Function<InterfaceEndpointForServiceProps, R> end;
        private @Nullable IVpc vpc;
        private @Nullable SubnetSelection subnets;
        private String vpcId = "";
        private List<String> subnetIds = List.of();
        private String serviceName = "";
        private @Nullable String serviceRegion;
        private List<Integer> ports = List.of();
        private List<String> clientCidrs = List.of();
        private Map<String, String> tags = Map.of();

        Builder(Function<InterfaceEndpointForServiceProps, R> end) {
            this.end = end;
        }

        /**
         * The VPC that the endpoint is in. Required, or {@link #vpcId}.
         *
         * @param vpc a VPC, such as {@link RegionalPrivateLinkVpc#getVpc()}
         * @return this builder
         */
        public Builder<R> vpc(IVpc vpc) {
            this.vpc = vpc;
            return this;
        }

        /**
         * The subnets of the endpoint's network interfaces: at most one per zone, in zones that the service has.
         * Required with {@link #vpc}.
         *
         * @param subnets a selection, such as {@link RegionalPrivateLinkVpc#selectSubnets}
         * @return this builder
         */
        public Builder<R> subnets(SubnetSelection subnets) {
            this.subnets = subnets;
            return this;
        }

        /**
         * The VPC that the endpoint is in, where no more than its id is known, as of one in another stack. Required, or
         * {@link #vpc}.
         *
         * @param vpcId {@code vpc-…}, or a token
         * @return this builder
         */
        public Builder<R> vpcId(String vpcId) {
            this.vpcId = vpcId;
            return this;
        }

        /**
         * The subnets of the endpoint's network interfaces by their ids: at most one per zone, in zones that the service
         * has. Required with {@link #vpcId}.
         *
         * @param subnetIds at least one, {@code subnet-…} or a token, without duplicates
         * @return this builder
         */
        public Builder<R> subnetIds(List<String> subnetIds) {
            this.subnetIds = List.copyOf(subnetIds);
            return this;
        }

        /**
         * The endpoint service. Required.
         *
         * @param serviceName its full name, such as {@code com.amazonaws.vpce.us-west-2.vpce-svc-0123456789abcdef0}
         * @return this builder
         */
        public Builder<R> serviceName(String serviceName) {
            this.serviceName = serviceName;
            return this;
        }

        /**
         * The Region of the service, for an endpoint in another one; the service provider must support the endpoint's
         * Region. By default the endpoint's own.
         *
         * @param serviceRegion a Region's code, the one in the service's name
         * @return this builder
         * @see <a href="https://docs.aws.amazon.com/vpc/latest/privatelink/create-endpoint-service.html#endpoint-service-cross-region">Cross-Region
         *     access</a>
         */
        public Builder<R> serviceRegion(String serviceRegion) {
            this.serviceRegion = serviceRegion;
            return this;
        }

        /**
         * The TCP ports that clients may connect to. Required.
         *
         * @param ports at least one, each from 1 to 65535, without duplicates
         * @return this builder
         */
        public Builder<R> ports(List<Integer> ports) {
            this.ports = List.copyOf(ports);
            return this;
        }

        /**
         * The clients that may connect. Required; Elementary's are {@link Elementary#CLIENT_CIDRS}.
         *
         * @param clientCidrs at least one IPv4 CIDR block, none wider than {@code /8}
         * @return this builder
         */
        public Builder<R> clientCidrs(List<String> clientCidrs) {
            this.clientCidrs = List.copyOf(clientCidrs);
            return this;
        }

        /**
         * Tags of the endpoint and its security group. By default {@code Name} alone, the construct's path.
         *
         * @param tags values by key
         * @return this builder
         */
        public Builder<R> tags(Map<String, String> tags) {
            this.tags = Map.copyOf(tags);
            return this;
        }

        /**
         * {@return the props, or the construct itself}
         *
         * @throws IllegalArgumentException if anything is missing or wrong; the message lists all of it
         */
        public R build() {
            return end.apply(new InterfaceEndpointForServiceProps(this));
        }

        private void check() {
            Refusals refusals = new Refusals("InterfaceEndpointForService");
            if (vpcId.isEmpty()) {
                checkSelected(refusals);
            } else {
                checkIds(refusals);
            }
            refusals.require("serviceName", serviceName);
            refusals.parsePorts(ports);
            refusals.parseClientCidrs(clientCidrs);
            refusals.parse(serviceName, EndpointServiceName::parse).ifPresent(name -> checkRegion(name, refusals));
            refusals.throwIfAny();
        }

        private void checkSelected(Refusals refusals) {
            refusals.require("vpc", vpc);
            refusals.require("subnets", subnets);
            refusals.refuseIf(!subnetIds.isEmpty(), "subnetIds is without vpcId", "pass vpcId(…), or subnets(…)");
            if (subnets != null) {
                ChosenSubnets.choose(vpc, subnets, refusals);
            }
        }

        private void checkIds(Refusals refusals) {
            refusals.refuseIf(vpc != null, "vpc and vpcId are given", "pass one of them");
            refusals.refuseIf(subnets != null, "subnets is without vpc", "pass vpc(…), or subnetIds(…)");
            refusals.refuseVpcId(vpcId);
            refusals.refuseIf(subnetIds.isEmpty(), "no subnet is given", "pass subnetIds(…)");
            refusals.refuseRepeated("subnet", subnetIds);
            subnetIds.forEach(id -> refusals.refuseIf(
                    !Refusals.isToken(id) && !id.startsWith("subnet-"),
                    "\"%s\" is not the id of a subnet".formatted(id),
                    "pass subnet-…"));
        }

        private void checkRegion(EndpointServiceName name, Refusals refusals) {
            refusals.parse(serviceRegion, Region::parse)
                    .filter(region -> !region.equals(name.region()))
                    .ifPresent(region -> refusals.refuse(
                            "the service %s is not in the service Region %s".formatted(name, region),
                            "pass serviceRegion(\"%s\")".formatted(name.region())));
        }
    }
}
