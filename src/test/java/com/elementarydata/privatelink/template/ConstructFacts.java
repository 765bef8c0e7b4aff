package com.elementarydata.privatelink.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the construct makes, in the form in which a plan of Terraform is compared with it. */
final class ConstructFacts {

    private final JsonNode resources;
    private final Map<String, String> facts = new TreeMap<>();
    private final List<String> registrations = new ArrayList<>();
    private final List<String> admissions = new ArrayList<>();
    private final List<String> targetGroups = new ArrayList<>();

    private ConstructFacts(JsonNode resources) {
        this.resources = resources;
    }

    static Map<String, String> of(JsonNode resolved) {
        ConstructFacts made = new ConstructFacts(resolved.get("Resources"));
        made.resources.properties().forEach(resource -> {
            JsonNode properties = resource.getValue().get("Properties");
            if (resource.getValue().get("Type").asString().equals("AWS::EC2::SecurityGroupIngress")) {
                made.admissions.add(admission(properties));
            } else {
                made.add(resource.getKey(), properties);
            }
        });
        made.facts.put("Registrations", sorted(made.registrations.stream()));
        made.facts.put("Admissions", sorted(made.admissions.stream()));
        made.facts.put("TargetGroupArns", sorted(made.targetGroups.stream()));
        Stream.of("AvailabilityZoneIds", "SecurityGroupId", "Ingress", "Egress")
                .forEach(name -> made.facts.putIfAbsent(name, ""));
        resolved.get("Outputs").properties().stream()
                // said by the resources, in the form that the module gives them
                .filter(output -> !output.getKey().matches("LoadBalancerArn|TargetGroupArns"))
                .forEach(output ->
                        made.facts.put(output.getKey(), text(output.getValue().get("Value"))));
        return made.facts;
    }

    private void add(String logicalId, JsonNode properties) {
        String id = byPort(logicalId);
        properties.properties().forEach(property -> {
            String name = property.getKey();
            switch (name) {
                case "SecurityGroupIngress" -> facts.put("Ingress", rules(property.getValue()));
                case "SecurityGroupEgress" -> facts.put("Egress", rules(property.getValue()));
                case "LoadBalancerAttributes", "TargetGroupAttributes", "ListenerAttributes" ->
                    property.getValue()
                            .forEach(attribute -> facts.put(
                                    id + "." + attribute.get("Key").asString(),
                                    attribute.get("Value").asString()));
                case "HealthCheckPort", "HealthCheckPath" -> {}
                case "HealthCheckProtocol" -> facts.put(id + ".HealthCheck", check(properties));
                case "Targets" -> property.getValue().forEach(target -> register(id, properties, target));
                case "ServiceId" ->
                    facts.put(id.equals("Notification") ? id + "." + name : name, list(property.getValue()));
                case "DefaultActions" ->
                    forward(id, properties, property.getValue().get(0));
                case "NetworkLoadBalancerArns" -> {
                    facts.put(id + "." + name, list(property.getValue()));
                    facts.put("LoadBalancerArn", list(property.getValue()));
                }
                default -> facts.put(id.replace("Permissions", "") + "." + name, list(property.getValue()));
            }
        });
    }

    private void forward(String id, JsonNode listener, JsonNode action) {
        String group = byPort(action.get("TargetGroupArn").asString());
        facts.put(
                id + ".DefaultActions",
                "target_group_arn=%s\ntype=%s"
                        .formatted(group, action.get("Type").asString()));
        targetGroups.add("%s=%s".formatted(listener.get("Port").asString(), group));
    }

    private static String admission(JsonNode rule) {
        return "%s admits %s %s %s-%s %s"
                .formatted(
                        rule.get("GroupId").asString(),
                        rule.get("SourceSecurityGroupId").asString(),
                        rule.get("IpProtocol").asString(),
                        rule.get("FromPort").asString(),
                        rule.get("ToPort").asString(),
                        rule.get("Description").asString());
    }

    /** What a group or listener is called by: the listener's port instead of the number of its parameter. */
    private String byPort(String logicalId) {
        return logicalId.matches("(Targets|Listener)[0-9]")
                ? logicalId.replaceFirst(
                        "[0-9]$",
                        resources
                                .get(logicalId.replace("Targets", "Listener"))
                                .at("/Properties/Port")
                                .asString())
                : logicalId;
    }

    private static String check(JsonNode group) {
        String path = group.path("HealthCheckPath").asString("");
        return sorted(Stream.of(
                        path.isEmpty() ? "" : "path=" + path,
                        "port=" + group.path("HealthCheckPort").asString("traffic-port"),
                        "protocol=" + group.get("HealthCheckProtocol").asString())
                .filter(line -> !line.isEmpty()));
    }

    private void register(String id, JsonNode group, JsonNode target) {
        registrations.add("%s %s:%s %s"
                .formatted(
                        id,
                        target.get("Id").asString(),
                        target.path("Port").asString(group.get("Port").asString()),
                        target.path("AvailabilityZone").asString("")));
    }

    private static String rules(JsonNode rules) {
        Function<JsonNode, String> text = rule -> "%s %s %s-%s %s of SecurityGroup.GroupId"
                .formatted(
                        rule.get("CidrIp").asString(),
                        rule.get("IpProtocol").asString(),
                        rule.get("FromPort").asString(),
                        rule.get("ToPort").asString(),
                        rule.get("Description").asString());
        return sorted(rules.valueStream().map(text));
    }

    private static String list(JsonNode value) {
        return value.isArray() ? sorted(value.valueStream().map(JsonNode::asString)) : value.asString();
    }

    /** Text as it is, but for a document, which says the same in any order. */
    static String text(JsonNode value) {
        String text = value.asString("");
        Map<String, JsonNode> document = new TreeMap<>();
        if (text.startsWith("{")) {
            JsonMapper.shared()
                    .readTree(text)
                    .properties()
                    .forEach(entry -> document.put(entry.getKey(), entry.getValue()));
        }
        return document.isEmpty() ? text : document.toString();
    }

    private static String sorted(Stream<String> lines) {
        return lines.sorted().collect(Collectors.joining("\n"));
    }
}
