package com.elementarydata.privatelink.template;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What Terraform plans for one module, in the words of CloudFormation.
 *
 * @param plan the plan of all modules
 * @param module the module's name
 */
record PlannedModule(JsonNode plan, String module) {

    /** What a mock gives, or nothing, where the module leaves a value to AWS. */
    private static final String LEFT_TO_AWS = "[a-z0-9]{8}|0|false|";

    private static final Set<String> RULES = Set.of("ingress", "egress");
    private static final Map<String, String> GROUP = Map.of("description", "GroupDescription", "vpc_id", "VpcId");
    private static final Map<String, String> LOAD_BALANCER = Map.of(
            "enable_cross_zone_load_balancing", "load_balancing.cross_zone.enabled",
            "enable_deletion_protection", "deletion_protection.enabled",
            "enforce_security_group_inbound_rules_on_private_link_traffic",
                    "EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic",
            "internal", "Scheme",
            "ip_address_type", "IpAddressType",
            "load_balancer_type", "Type",
            "security_groups", "SecurityGroups",
            "subnets", "Subnets");
    private static final Map<String, String> TARGET_GROUP = Map.of(
            "health_check", "HealthCheck",
            "port", "Port",
            "protocol", "Protocol",
            "proxy_protocol_v2", "proxy_protocol_v2.enabled",
            "target_type", "TargetType",
            "vpc_id", "VpcId");
    private static final Map<String, String> LISTENER = Map.of(
            "default_action", "DefaultActions",
            "load_balancer_arn", "LoadBalancerArn",
            "port", "Port",
            "protocol", "Protocol",
            "tcp_idle_timeout_seconds", "tcp.idle_timeout.seconds");
    private static final Map<String, String> SERVICE = Map.of(
            "acceptance_required", "AcceptanceRequired",
            "allowed_principals", "AllowedPrincipals",
            "network_load_balancer_arns", "NetworkLoadBalancerArns",
            "supported_ip_address_types", "SupportedIpAddressTypes",
            "supported_regions", "SupportedRegions");
    private static final Map<String, String> NOTIFICATION = Map.of(
            "connection_events", "ConnectionEvents",
            "connection_notification_arn", "ConnectionNotificationArn",
            "vpc_endpoint_service_id", "ServiceId");
    private static final Map<String, String> OUTPUTS = Map.ofEntries(
            Map.entry("account_id", "AccountId"),
            Map.entry("availability_zone_ids", "AvailabilityZoneIds"),
            Map.entry("handoff", "Handoff"),
            Map.entry("hostnames", "Hostname"),
            Map.entry("integration", "Integration"),
            Map.entry("load_balancer_arn", "LoadBalancerArn"),
            Map.entry("region", "Region"),
            Map.entry("security_group_id", "SecurityGroupId"),
            Map.entry("service_id", "ServiceId"),
            Map.entry("service_name", "ServiceName"),
            Map.entry("target_group_arns", "TargetGroupArns"));

    /** What AWS gives, and a mock here. */
    private static final Set<String> GIVEN = Set.of("id", "arn", "service_name", "availability_zones");

    /** All that it says, by what that is of. */
    Map<String, String> facts() {
        Map<String, String> facts = new TreeMap<>();
        add(facts, "aws_security_group", "SecurityGroup", GROUP);
        add(facts, "aws_lb", "LoadBalancer", LOAD_BALANCER);
        add(facts, "aws_lb_target_group", "Targets", TARGET_GROUP);
        add(facts, "aws_lb_listener", "Listener", LISTENER);
        add(facts, "aws_vpc_endpoint_service", "EndpointService", SERVICE);
        add(facts, "aws_vpc_endpoint_connection_notification", "Notification", NOTIFICATION);
        facts.put("Ingress", rules("ingress"));
        facts.put("Egress", rules("egress"));
        facts.put(
                "Registrations",
                sorted(planned("aws_lb_target_group_attachment")
                        .map(one -> "%s %s:%s %s"
                                .formatted(
                                        text(one.get("target_group_arn")),
                                        text(one.get("target_id")),
                                        text(one.get("port")),
                                        text(one.get("availability_zone"))))));
        facts.put("Admissions", admissions());
        plan.at("/output_changes/%s/after".formatted(module))
                .properties()
                .forEach(output ->
                        facts.put(OUTPUTS.getOrDefault(output.getKey(), output.getKey()), output(output.getValue())));
        return facts;
    }

    /** Lists are text in CloudFormation. */
    private String output(JsonNode value) {
        return value.isArray()
                ? value.valueStream().map(JsonNode::asString).collect(Collectors.joining(","))
                : value.isString() && value.asString().startsWith("{") ? ConstructFacts.text(value) : text(value);
    }

    private String admissions() {
        return sorted(planned("aws_vpc_security_group_ingress_rule")
                .map(rule -> "%s admits %s %s %s-%s %s"
                        .formatted(
                                text(rule.get("security_group_id")),
                                text(rule.get("referenced_security_group_id")),
                                text(rule.get("ip_protocol")),
                                text(rule.get("from_port")),
                                text(rule.get("to_port")),
                                text(rule.get("description")))));
    }

    private void add(Map<String, String> facts, String type, String id, Map<String, String> properties) {
        changes(type)
                .forEach(change -> change.at("/change/after").properties().forEach(attribute -> {
                    String port = type.matches("aws_lb_(target_group|listener)")
                            ? change.get("index").asString()
                            : "";
                    String name = attribute.getKey();
                    String value = name.equals("internal")
                            ? (attribute.getValue().asBoolean() ? "internal" : "internet-facing")
                            : text(attribute.getValue());
                    boolean said = properties.containsKey(name)
                            ? !value.isEmpty()
                            : !GIVEN.contains(name) && !RULES.contains(name) && !value.matches(LEFT_TO_AWS);
                    if (said) {
                        facts.put("%s.%s".formatted(id + port, properties.getOrDefault(name, name)), value);
                    }
                }));
    }

    private Stream<JsonNode> planned(String type) {
        return changes(type).map(change -> change.at("/change/after"));
    }

    private Stream<JsonNode> changes(String type) {
        return plan.get("resource_changes")
                .valueStream()
                .filter(change -> change.path("module_address").asString("").equals("module." + module))
                .filter(change -> change.get("type").asString().equals(type));
    }

    private String rules(String direction) {
        return sorted(planned("aws_security_group")
                .flatMap(group -> group.path(direction).valueStream())
                .flatMap(rule -> rule.get("cidr_blocks")
                        .valueStream()
                        .map(block -> "%s %s %s-%s %s of SecurityGroup.GroupId"
                                .formatted(
                                        text(block),
                                        text(rule.get("protocol")),
                                        text(rule.get("from_port")),
                                        text(rule.get("to_port")),
                                        text(rule.get("description"))))));
    }

    private static String sorted(Stream<String> lines) {
        return lines.sorted().collect(Collectors.joining("\n"));
    }

    /** A value as text; what a mock gave is nothing, and an ARN is what the resource is called. */
    private String text(JsonNode value) {
        if (value.isArray()) {
            return sorted(value.valueStream().map(this::text));
        }
        if (value.isObject()) {
            return sorted(value.properties().stream()
                    .map(entry -> "%s=%s".formatted(entry.getKey(), text(entry.getValue())))
                    .filter(entry -> !entry.matches("\\w+=(%s)".formatted(LEFT_TO_AWS))));
        }
        Matcher arn = Pattern.compile("arn:aws:elasticloadbalancing:.*/(LoadBalancer|Targets[0-9]+)/.*")
                .matcher(value.asString(""));
        return arn.matches() ? arn.group(1) : value.asString("");
    }
}
