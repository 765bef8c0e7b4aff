package com.elementarydata.privatelink.provider;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * What the Terraform module says of each type of resource. A property that the construct learns fails the build until the
 * module says it too.
 */
final class KnownProperties {

    private static final Set<String> KNOWN = Set.of(
            "SecurityGroup.GroupDescription",
            "SecurityGroup.SecurityGroupEgress",
            "SecurityGroup.SecurityGroupIngress",
            "SecurityGroup.VpcId",
            "LoadBalancer.EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic",
            "LoadBalancer.IpAddressType",
            "LoadBalancer.LoadBalancerAttributes",
            "LoadBalancer.LoadBalancerAttributes.deletion_protection.enabled",
            "LoadBalancer.LoadBalancerAttributes.load_balancing.cross_zone.enabled",
            "LoadBalancer.Scheme",
            "LoadBalancer.SecurityGroups",
            "LoadBalancer.Subnets",
            "LoadBalancer.Type",
            "TargetGroup.HealthCheckPath",
            "TargetGroup.HealthCheckPort",
            "TargetGroup.HealthCheckProtocol",
            "TargetGroup.Port",
            "TargetGroup.Protocol",
            "TargetGroup.TargetGroupAttributes",
            "TargetGroup.TargetGroupAttributes.proxy_protocol_v2.enabled",
            "TargetGroup.TargetType",
            "TargetGroup.Targets",
            "TargetGroup.VpcId",
            "Listener.DefaultActions",
            "Listener.LoadBalancerArn",
            "Listener.Port",
            "Listener.Protocol",
            "VPCEndpointService.AcceptanceRequired",
            "VPCEndpointService.NetworkLoadBalancerArns",
            "VPCEndpointService.SupportedIpAddressTypes",
            "VPCEndpointService.SupportedRegions",
            "VPCEndpointServicePermissions.AllowedPrincipals",
            "VPCEndpointServicePermissions.ServiceId");

    private KnownProperties() {}

    static void require(Collection<JsonNode> templates) {
        Set<String> made = new TreeSet<>();
        templates.forEach(template -> template.get("Resources").forEach(resource -> addProperties(resource, made)));
        if (!made.equals(new TreeSet<>(KNOWN))) {
            throw new IllegalStateException(
                    "the Terraform module does not say what the construct makes, which is " + made);
        }
    }

    private static void addProperties(JsonNode resource, Set<String> made) {
        String type = resource.get("Type").asString().replaceFirst(".*::", "");
        resource.get("Properties").properties().forEach(property -> {
            String name = type + "." + property.getKey();
            made.add(name);
            if (property.getKey().endsWith("Attributes")) {
                property.getValue()
                        .forEach(attribute ->
                                made.add(name + "." + attribute.get("Key").asString()));
            }
        });
    }
}
