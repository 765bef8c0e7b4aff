package com.elementarydata.privatelink.provider;

import com.elementarydata.privatelink.net.GitHubEnterpriseServerPorts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A Terraform module of the same: its structure is written as Terraform's users write it, and every value and pattern in it
 * comes from what the construct makes and from the template's parameters.
 */
final class TerraformModule {

    private static final List<String> FILES =
            List.of("versions.tf", "variables.tf", "main.tf", "outputs.tf", "README.md");
    private static final Pattern PLACE = Pattern.compile("@\\{([\\w.]+)}");

    private final Map<String, String> values = new LinkedHashMap<>();

    private TerraformModule() {}

    /** The files by their names. */
    static Map<String, String> files(Map<Offer, JsonNode> offers) throws IOException {
        KnownProperties.require(offers.values());
        TerraformModule module = new TerraformModule();
        module.parameters();
        module.facts(
                offers.get(new Offer(Offer.Kind.IP, Offer.Check.TCP)),
                offers.get(new Offer(Offer.Kind.IP, Offer.Check.STATUS)));
        Map<String, String> files = new LinkedHashMap<>();
        for (String name : FILES) {
            files.put(name, module.filled(name));
        }
        return files;
    }

    private void parameters() {
        for (Parameter parameter : Parameters.ALL) {
            String name = parameter.name();
            put(name + ".description", parameter.description());
            put(name + ".default", parameter.defaultValue());
            put(name + ".constraint", parameter.constraint());
            put(name + ".pattern", parameter.allowedPattern());
            values.put(
                    name + ".values",
                    parameter.allowedValues().stream()
                            .map(TerraformModule::quoted)
                            .collect(Collectors.joining(", ")));
            put(name + ".words", String.join(", ", parameter.allowedValues()));
        }
        put("Ports.count", String.valueOf(Parameters.PORTS));
        put("Targets.count", String.valueOf(Parameters.TARGETS));
        values.put(
                "ClientCidrs",
                Parameters.numbered("ClientCidr", Parameters.CLIENTS).stream()
                        .map(name -> quoted(Parameters.named(name).defaultValue()))
                        .collect(Collectors.joining(", ")));
        put(
                "AdministrativePorts",
                GitHubEnterpriseServerPorts.ADMINISTRATIVE.stream()
                        .map(port -> String.valueOf(port.number()))
                        .collect(Collectors.joining(", ")));
    }

    private void facts(JsonNode template, JsonNode status) {
        JsonNode preset = status.at("/Resources/Targets1/Properties");
        put("Status.integration", StandIn.GITHUB_ENTERPRISE_SERVER);
        put("Status.protocol", text(preset, "/HealthCheckProtocol"));
        put("Status.path", text(preset, "/HealthCheckPath"));
        put("Status.port", text(preset, "/HealthCheckPort"));
        JsonNode resources = template.get("Resources");
        put("SecurityGroup.GroupDescription", text(resources, "/SecurityGroup/Properties/GroupDescription"));
        put(
                "SecurityGroup.egressDescription",
                text(resources, "/SecurityGroup/Properties/SecurityGroupEgress/0/Description"));
        JsonNode loadBalancer = resources.at("/LoadBalancer/Properties");
        for (String name : List.of("Type", "IpAddressType", "EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic")) {
            put("LoadBalancer." + name, text(loadBalancer, "/" + name));
        }
        put(
                "LoadBalancer.internal",
                String.valueOf(text(loadBalancer, "/Scheme").equals("internal")));
        JsonNode attributes = loadBalancer.get("LoadBalancerAttributes");
        put("LoadBalancer.cross_zone", attribute(attributes, "load_balancing.cross_zone.enabled"));
        put("LoadBalancer.deletion_protection", attribute(attributes, "deletion_protection.enabled"));
        put("TargetGroup.Protocol", text(resources, "/Targets1/Properties/Protocol"));
        put(
                "TargetGroup.proxy_protocol_v2",
                attribute(resources.at("/Targets1/Properties/TargetGroupAttributes"), "proxy_protocol_v2.enabled"));
        put("Listener.Protocol", text(resources, "/Listener1/Properties/Protocol"));
        put("Listener.action", text(resources, "/Listener1/Properties/DefaultActions/0/Type"));
        put("EndpointService.AcceptanceRequired", text(resources, "/EndpointService/Properties/AcceptanceRequired"));
        values.put(
                "EndpointService.SupportedIpAddressTypes",
                resources
                        .at("/EndpointService/Properties/SupportedIpAddressTypes")
                        .valueStream()
                        .map(type -> quoted(type.asString()))
                        .collect(Collectors.joining(", ")));
        put(
                "Principal.rest",
                text(resources, "/EndpointServicePermissions/Properties/AllowedPrincipals/0/Fn::Join/1/2"));
        put("Handoff.version", handoffVersion(template));
    }

    private static String handoffVersion(JsonNode template) {
        Matcher version = Pattern.compile("\"version\\\\\":([0-9]+)")
                .matcher(template.at("/Outputs/Handoff/Value").toString());
        return Optional.of(version).filter(Matcher::find).orElseThrow().group(1);
    }

    private static String attribute(JsonNode attributes, String key) {
        return attributes
                .valueStream()
                .filter(attribute -> attribute.get("Key").asString().equals(key))
                .map(attribute -> attribute.get("Value").asString())
                .findFirst()
                .orElseThrow();
    }

    private static String text(JsonNode node, String pointer) {
        JsonNode found = node.at(pointer);
        if (!found.isValueNode()) {
            throw new IllegalStateException("the construct does not make %s any more".formatted(pointer));
        }
        return found.asString();
    }

    /** Text within the quotes of Terraform's language. */
    private void put(String name, String value) {
        values.put(name, inQuotes(value));
    }

    private static String inQuotes(String value) {
        return value.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("${", "$${")
                .replace("%{", "%%{");
    }

    private static String quoted(String value) {
        return "\"" + inQuotes(value) + "\"";
    }

    private String filled(String name) throws IOException {
        try (InputStream file = TerraformModule.class.getResourceAsStream("terraform/" + name)) {
            String text = new String(Optional.ofNullable(file).orElseThrow().readAllBytes(), StandardCharsets.UTF_8);
            return PLACE.matcher(text)
                    .replaceAll(place -> Matcher.quoteReplacement(Optional.ofNullable(values.get(place.group(1)))
                            .orElseThrow(() -> new IllegalStateException("nothing is known of " + place.group()))));
        }
    }
}
