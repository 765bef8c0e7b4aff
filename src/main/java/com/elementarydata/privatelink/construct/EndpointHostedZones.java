package com.elementarydata.privatelink.construct;

import static java.util.Objects.requireNonNull;

import com.elementarydata.privatelink.net.Hostname;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.interfaces.route53.IHostedZoneRef;
import software.amazon.awscdk.services.route53.CfnHostedZone;
import software.amazon.awscdk.services.route53.CfnRecordSet;
import software.constructs.Construct;

/**
 * Private hosted zones that point hostnames to interface endpoints for the clients in one VPC: a zone per hostname,
 * with an alias record at its apex. A hostname below another one shares its zone; a wildcard is a {@code *} record. No
 * zone is wider than its names need, since a private hosted zone hides every name below its apex from the clients.
 *
 * <p>Zones and records are deleted with their stack: a zone left behind would keep resolving, and would block a new one
 * of the same name. Only zones that existed, and are imported, stay. The ids depend on the hostnames alone, so that
 * pointing a hostname to another endpoint changes a record in place.
 *
 * @see <a href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zones-private.html">Private hosted
 *     zones</a>
 */
public final class EndpointHostedZones extends Construct {

    private final Map<Hostname, CfnHostedZone> zones = new TreeMap<>();

    /**
     * Defines the zones and records.
     *
     * @param scope the parent
     * @param id the construct's id, unique in its parent
     * @param props what to define
     */
    public EndpointHostedZones(Construct scope, String id, EndpointHostedZonesProps props) {
        super(scope, id);
        List<CfnHostedZone.VPCProperty> vpcs = List.of(CfnHostedZone.VPCProperty.builder()
                .vpcId(props.vpcId)
                .vpcRegion(props.vpcRegion)
                .build());
        List<CfnHostedZone.HostedZoneTagProperty> tags = tags(props.tags);
        for (Hostname apex : props.zones()) {
            zones.put(
                    apex,
                    CfnHostedZone.Builder.create(this, "Zone-" + apex)
                            .name(apex.value())
                            .vpcs(vpcs)
                            .hostedZoneTags(tags)
                            .build());
        }
        props.existing.forEach(apex -> zone(apex).applyRemovalPolicy(RemovalPolicy.RETAIN));
        Map<Hostname, String> ids = new HashMap<>();
        props.targets.forEach((hostname, target) -> point(
                hostname, ids.computeIfAbsent(apex(hostname), apex -> zone(apex).getAttrId()), target));
    }

    private static @Nullable List<CfnHostedZone.HostedZoneTagProperty> tags(Map<String, String> tags) {
        return tags.isEmpty()
                ? null
                : new TreeMap<>(tags)
                        .entrySet().stream()
                                .map(tag -> CfnHostedZone.HostedZoneTagProperty.builder()
                                        .key(tag.getKey())
                                        .value(tag.getValue())
                                        .build())
                                .toList();
    }

    private void point(Hostname hostname, String zoneId, EndpointHostedZonesProps.Target target) {
        CfnRecordSet.Builder.create(this, "Record-" + hostname)
                .hostedZoneId(zoneId)
                .name(hostname.value())
                .type("A")
                // a stack is not updated when an output that it reads changes: this changes with it
                .comment(target.comment())
                .aliasTarget(CfnRecordSet.AliasTargetProperty.builder()
                        .dnsName(target.dnsName())
                        .hostedZoneId(target.dnsHostedZoneId())
                        .evaluateTargetHealth(false)
                        .build())
                .build();
    }

    private Hostname apex(Hostname hostname) {
        return zones.keySet().stream().filter(hostname::isAtOrBelow).findFirst().orElseThrow();
    }

    private CfnHostedZone zone(Hostname apex) {
        return requireNonNull(zones.get(apex), apex.value());
    }

    /** {@return the hosted zones by their names, sorted by these} */
    public Map<String, IHostedZoneRef> getHostedZones() {
        Map<String, IHostedZoneRef> byName = new TreeMap<>();
        zones.forEach((apex, zone) -> byName.put(apex.value(), zone));
        return Collections.unmodifiableMap(byName);
    }

    /** The builder. */
    public static final class Builder {
        private Builder() {}

        /**
         * {@return a builder whose {@code build()} defines {@link EndpointHostedZones}}
         *
         * @param scope the parent
         * @param id the construct's id, unique in its parent
         */
        public static EndpointHostedZonesProps.Builder<EndpointHostedZones> create(Construct scope, String id) {
            return new EndpointHostedZonesProps.Builder<>(props -> new EndpointHostedZones(scope, id, props));
        }
    }
}
