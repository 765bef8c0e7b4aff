package com.elementarydata.privatelink.template;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What the module's variables say of themselves beside what the template's parameters do, read without Terraform. */
final class ModuleTexts {

    private static final Map<String, String> PARAMETERS = new LinkedHashMap<>();

    static {
        PARAMETERS.put("vpc_id", "VpcId");
        PARAMETERS.put("subnet_ids", "SubnetIds");
        PARAMETERS.put("integration", "Integration");
        PARAMETERS.put("hostnames", "Hostnames");
        PARAMETERS.put("target_type", "TargetType");
        PARAMETERS.put("targets_outside_vpc", "TargetsOutsideVpc");
        PARAMETERS.put("supported_regions", "SupportedRegions");
        PARAMETERS.put("client_cidrs", "ClientCidr1");
        PARAMETERS.put("admit_path_mtu_icmp", "AdmitPathMtuIcmp");
        PARAMETERS.put("tcp_idle_timeout", "TcpIdleTimeout");
    }

    private final Map<String, String> module;
    private final JsonNode parameters;
    private final JsonNode presets;
    private final List<String> missing = new ArrayList<>();

    private ModuleTexts(Map<String, String> module, JsonNode template) {
        this.module = module;
        parameters = template.get("Parameters");
        presets = template.at("/Mappings/Integrations");
    }

    /** What the module should say and does not. */
    static List<String> missing(Map<String, String> module, JsonNode template) {
        ModuleTexts texts = new ModuleTexts(module, template);
        texts.descriptions();
        texts.defaults();
        texts.patterns();
        texts.limits();
        texts.integrations();
        return texts.missing;
    }

    private void require(String variable, String text) {
        String block = Pattern.compile("(?s)variable \"%s\" \\{\n(.*?)\n}\n".formatted(variable))
                .matcher(requireNonNull(module.get("variables.tf")))
                .results()
                .map(found -> found.group(1).replaceAll(" +", " "))
                .collect(Collectors.joining());
        if (!block.contains(text)) {
            missing.add("variable \"%s\": %s".formatted(variable, text));
        }
    }

    private JsonNode of(String parameter, String key) {
        return parameters.required(parameter).required(key);
    }

    private void descriptions() {
        PARAMETERS.forEach((variable, parameter) -> require(variable, "description = " + of(parameter, "Description")));
    }

    private void defaults() {
        require("integration", "default = " + of("Integration", "Default"));
        require("ports", "default = [%s]".formatted(of("Port1", "Default").asString()));
        require("target_type", "default = " + of("TargetType", "Default"));
        require(
                "targets_outside_vpc",
                "default = " + of("TargetsOutsideVpc", "Default").asString());
        require("health_check", "default = null");
        require("availability_zone_ids", "default = null");
        require("supported_regions", "default = []");
        String clients = Stream.of("ClientCidr1", "ClientCidr2", "ClientCidr3")
                .map(name -> of(name, "Default").toString())
                .collect(Collectors.joining(", "));
        require("client_cidrs", "default = [%s]".formatted(clients));
        require("admit_path_mtu_icmp", "default = false");
        require("tcp_idle_timeout", "default = null");
        require("deletion_protection", "default = false");
        require("tags", "default = {}");
    }

    private void patterns() {
        requirePattern("hostnames", "Hostnames", "name");
        requirePattern("ports", "Port1", "tostring(port)");
        requirePattern("targets", "Target1", "target");
        requirePattern("health_check", "HealthCheckPath", "var.health_check.path");
        requirePattern("health_check", "Port1", "tostring(var.health_check.port)");
        requirePattern("availability_zone_ids", "AvailabilityZoneIds", "zone");
        requirePattern("supported_regions", "SupportedRegions", "region");
        requirePattern("client_cidrs", "ClientCidr1", "cidr");
        requirePattern("tcp_idle_timeout", "TcpIdleTimeout", "tostring(var.tcp_idle_timeout)");
    }

    private void requirePattern(String variable, String parameter, String value) {
        require(variable, "can(regex(%s, %s))".formatted(of(parameter, "AllowedPattern"), value));
    }

    private void limits() {
        require("integration", "contains(%s, var.integration)".formatted(list("Integration", "")));
        require("target_type", "contains(%s, var.target_type)".formatted(list("TargetType", "")));
        require(
                "health_check",
                "contains(%s, var.health_check.protocol)".formatted(list("HealthCheckProtocol", "automatic")));
        require("ports", "length(var.ports) > 0 && length(var.ports) <= %d &&".formatted(count("Port")));
        require("targets", "length(var.targets) > 0 && length(var.targets) <= %d &&".formatted(count("Target")));
        for (String list : List.of("subnet_ids", "ports", "targets", "client_cidrs")) {
            require(list, "length(var.%1$s) > 0".formatted(list));
            require(list, "length(distinct(var.%1$s)) == length(var.%1$s)".formatted(list));
        }
        require("hostnames", "length(var.hostnames) > 0");
    }

    private String list(String parameter, String without) {
        return of(parameter, "AllowedValues")
                .valueStream()
                .filter(value -> !value.asString().equals(without))
                .map(JsonNode::toString)
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private long count(String numbered) {
        return parameters.propertyNames().stream()
                .filter(name -> name.matches(numbered + "[0-9]"))
                .count();
    }

    private void integrations() {
        String integrations = requireNonNull(module.get("integrations.tf")).replaceAll(" +", " ");
        for (Hosted hosted : Hosted.ALL) {
            JsonNode preset = presets.required(hosted.key());
            String refused = hosted.refusedPorts().stream().map(String::valueOf).collect(Collectors.joining(", "));
            boolean byTcp = preset.get("HealthCheckProtocol").asString().equals("TCP");
            String port = preset.get("HealthCheckPort").asString();
            String block =
                    "health_check = { protocol = %s, path = %s, port = %s }\n tcp_idle_timeout = %s\n refused_ports = [%s]\n"
                            .formatted(
                                    preset.get("HealthCheckProtocol"),
                                    byTcp ? "null" : preset.get("HealthCheckPath"),
                                    port.equals("traffic-port") ? "null" : port,
                                    preset.get("TcpIdleTimeout").asString(),
                                    refused);
            if (!Pattern.compile(Pattern.quote("\n %s = {\n title = ".formatted(hosted.key())) + "\".*\"\n "
                            + Pattern.quote(block))
                    .matcher(integrations)
                    .find()) {
                missing.add("integration %s: %s".formatted(hosted.key(), block));
            }
        }
    }
}
