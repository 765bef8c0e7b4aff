package com.elementarydata.privatelink.construct;

import static java.util.Objects.requireNonNull;

import com.elementarydata.privatelink.net.Hostname;
import com.elementarydata.privatelink.net.Region;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.ec2.IVpc;

/** The properties of {@link EndpointHostedZones}. */
public final class EndpointHostedZonesProps {

    final String vpcId;
    final String vpcRegion;
    final SortedMap<Hostname, Target> targets;
    final List<Hostname> existing;
    final Map<String, String> tags;

    private EndpointHostedZonesProps(Builder<?> given) {
        targets = Collections.unmodifiableSortedMap(given.check());
        existing = given.existing.stream().map(Hostname::parse).toList();
        vpcId = given.vpc == null ? given.vpcId : given.vpc.getVpcId();
        vpcRegion = given.vpc == null
                ? given.vpcRegion
                : requireNonNull(given.vpc.getEnv().getRegion());
        tags = given.tags;
    }

    List<Hostname> zones() {
        return zonesOf(targets.keySet(), existing);
    }

    private static List<Hostname> zonesOf(Collection<Hostname> hostnames, Collection<Hostname> existing) {
        List<Hostname> all = new ArrayList<>(hostnames);
        all.addAll(existing);
        return Hostname.zonesOf(all);
    }

    /** What an alias record points to. */
    record Target(
            String dnsName,
            String dnsHostedZoneId,
            @Nullable String comment) {

        boolean isIncomplete() {
            return dnsName.isEmpty() || dnsHostedZoneId.isEmpty();
        }
    }

    /** {@return a builder of the props for {@code new EndpointHostedZones(scope, id, props)}} */
    public static Builder<EndpointHostedZonesProps> builder() {
        return new Builder<>(Function.identity());
    }

    /**
     * Builds the properties of {@link EndpointHostedZones}.
     *
     * @param <R> what {@link #build()} returns: the props, or the construct itself
     */
    public static final class Builder<R> {

        private final Function<EndpointHostedZonesProps, R> end;
        private @Nullable IVpc vpc;
        private String vpcId = "";
        private String vpcRegion = "";
        private Map<String, String> tags = Map.of();
        private final List<Entry> entries = new ArrayList<>();
        private final List<String> existing = new ArrayList<>();

        Builder(Function<EndpointHostedZonesProps, R> end) {
            this.end = end;
        }

        private record Entry(String hostname, Target target) {}

        /**
         * The only VPC whose resolver uses these zones. Required, or {@link #vpcId}.
         *
         * @param vpc the clients' VPC; import it with its Region if that is not the stack's
         * @return this builder
         */
        public Builder<R> vpc(IVpc vpc) {
            this.vpc = vpc;
            return this;
        }

        /**
         * The only VPC whose resolver uses these zones, by its id. Required, or {@link #vpc}.
         *
         * @param vpcId the clients' VPC, {@code vpc-…}, or a token
         * @param region its Region's code, such as {@code us-west-2}, or a token
         * @return this builder
         */
        public Builder<R> vpcId(String vpcId, String region) {
            this.vpcId = vpcId;
            this.vpcRegion = region;
            return this;
        }

        /**
         * Tags of the zones. By default none.
         *
         * @param tags values by key
         * @return this builder
         */
        public Builder<R> tags(Map<String, String> tags) {
            this.tags = Map.copyOf(tags);
            return this;
        }

        /**
         * Points hostnames to an endpoint. At least one hostname is required; further calls add more.
         *
         * @param hostnames lower-case names such as {@code git.acme.example} or {@code *.git.acme.example}; no tokens
         * @param endpoint the endpoint
         * @return this builder
         */
        public Builder<R> hostnames(List<String> hostnames, InterfaceEndpointForService endpoint) {
            return hostnames(
                    hostnames, endpoint.getDnsName(), endpoint.getDnsHostedZoneId(), endpoint.getServiceName());
        }

        /**
         * Points hostnames to an endpoint that is known by its DNS entry. At least one hostname is required; further
         * calls add more.
         *
         * @param hostnames lower-case names such as {@code git.acme.example} or {@code *.git.acme.example}; no tokens
         * @param endpointDnsName the endpoint's own DNS name
         * @param endpointDnsHostedZoneId the hosted zone of that DNS name
         * @return this builder
         */
        public Builder<R> hostnames(List<String> hostnames, String endpointDnsName, String endpointDnsHostedZoneId) {
            return lead(hostnames, new Target(endpointDnsName, endpointDnsHostedZoneId, null));
        }

        /**
         * Points hostnames to an endpoint that is known by its DNS entry. At least one hostname is required; further
         * calls add more.
         *
         * @param hostnames lower-case names such as {@code git.acme.example} or {@code *.git.acme.example}; no tokens
         * @param endpointDnsName the endpoint's own DNS name
         * @param endpointDnsHostedZoneId the hosted zone of that DNS name
         * @param serviceName the endpoint service, which the records name in their comment: if the values are read from
         *     another stack, the records are thereby updated when the endpoint is replaced
         * @return this builder
         */
        public Builder<R> hostnames(
                List<String> hostnames, String endpointDnsName, String endpointDnsHostedZoneId, String serviceName) {
            return lead(hostnames, new Target(endpointDnsName, endpointDnsHostedZoneId, "Leads to " + serviceName));
        }

        /**
         * Names zones that exist, with records of their own, and are to be imported: they get no records, and are
         * retained when they leave the stack. Further calls add more.
         *
         * @param names lower-case names such as {@code git.acme.example}, none of them below another one; no tokens
         * @return this builder
         * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resource-import.html">Import AWS
         *     resources into a CloudFormation stack</a>
         */
        public Builder<R> existingZones(List<String> names) {
            existing.addAll(names);
            return this;
        }

        private Builder<R> lead(List<String> hostnames, Target target) {
            hostnames.forEach(hostname -> entries.add(new Entry(hostname, target)));
            return this;
        }

        /**
         * {@return the props, or the construct itself}
         *
         * @throws IllegalArgumentException if anything is missing or wrong; the message lists all of it
         */
        public R build() {
            return end.apply(new EndpointHostedZonesProps(this));
        }

        private void checkVpc(Refusals refusals) {
            if (vpcId.isEmpty()) {
                refusals.require("vpc", vpc);
            } else {
                refusals.refuseIf(vpc != null, "vpc and vpcId are given", "pass one of them");
                refusals.refuseVpcId(vpcId);
                refusals.require("vpcId's Region", vpcRegion);
                refusals.parse(vpcRegion, Region::parse);
            }
        }

        private void checkExisting(Refusals refusals, Collection<Hostname> hostnames) {
            existing.forEach(name -> refusals.refuseIf(
                    Refusals.isToken(name), "a zone is a token", "pass its name, as zones are created at synthesis"));
            List<Hostname> given = refusals.parseAll(existing, Hostname::parse);
            List<Hostname> zones = zonesOf(hostnames, given);
            given.stream()
                    .filter(name -> !zones.contains(name))
                    .forEach(name -> refusals.refuseIf(
                            true,
                            "\"%s\" is no zone of its own beside the others".formatted(name),
                            "pass the names of zones, without wildcards, and none below another one"));
        }

        private SortedMap<Hostname, Target> check() {
            Refusals refusals = new Refusals("EndpointHostedZones");
            checkVpc(refusals);
            refusals.refuseIf(entries.isEmpty() && existing.isEmpty(), "no hostname is given", "pass hostnames(…)");
            refusals.refuseRepeated(
                    "hostname", entries.stream().map(Entry::hostname).toList());
            SortedMap<Hostname, Target> targets = new TreeMap<>();
            for (Entry entry : entries) {
                refusals.refuseIf(
                        Refusals.isToken(entry.hostname()),
                        "a hostname is a token",
                        "pass its text, since zones are created from it at synthesis");
                refusals.refuseIf(
                        entry.target().isIncomplete(),
                        "\"%s\" has no endpoint to point to".formatted(entry.hostname()),
                        "pass the endpoint's DNS name and its hosted zone");
                refusals.parseAll(List.of(entry.hostname()), Hostname::parse)
                        .forEach(name -> targets.put(name, entry.target()));
            }
            checkExisting(refusals, targets.keySet());
            refusals.throwIfAny();
            return targets;
        }
    }
}
