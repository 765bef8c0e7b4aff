package com.elementarydata.privatelink.template;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What the module's variables say of themselves beside what the template's parameters do, read without Terraform. */
final class ModuleTexts {

    private final Map<String, String> module;
    private final JsonNode parameters;
    private final List<String> missing = new ArrayList<>();

    private ModuleTexts(Map<String, String> module, JsonNode template) {
        this.module = module;
        parameters = template.get("Parameters");
    }

    /** What the module should say and does not. */
    static List<String> missing(Map<String, String> module, JsonNode template) {
        ModuleTexts texts = new ModuleTexts(module, template);
        texts.defaults();
        texts.patterns();
        texts.limits();
        return texts.missing;
    }

    private void require(String variable, String text) {
        if (!block(variable).contains(text)) {
            missing.add("variable \"%s\": %s".formatted(variable, text));
        }
    }

    private String block(String variable) {
        return Pattern.compile("(?s)variable \"%s\" \\{\n(.*?)\n}\n".formatted(variable))
                .matcher(requireNonNull(module.get("variables.tf")))
                .results()
                .map(found -> found.group(1).replaceAll(" +", " "))
                .collect(Collectors.joining());
    }

    private JsonNode of(String parameter, String key) {
        return parameters.required(parameter).required(key);
    }

    private void defaults() {
        require("integration", "default = " + of("Integration", "Default"));
        require("ports", "default = [%s]".formatted(of("Port1", "Default").asString()));
        require("create_load_balancer", "default = true");
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
        requireForm("hostnames", "Hostnames", "name");
        requireForm("ports", "Port1", "tostring(port)");
        requireForm("target_port", "Port1", "tostring(var.target_port)");
        requireForm("targets", "Target1", "target");
        requireForm("health_check", "Port1", "tostring(var.health_check.port)");
        requireForm("availability_zone_ids", "AvailabilityZoneIds", "zone");
        requireForm("supported_regions", "SupportedRegions", "region");
        requireForm("client_cidrs", "ClientCidr1", "cidr");
        requireForm("tcp_idle_timeout", "TcpIdleTimeout", "tostring(var.tcp_idle_timeout)");
        require(
                "health_check",
                "can(regex(%s, var.health_check.path))".formatted(of("HealthCheckPath", "AllowedPattern")));
    }

    /** Takes what the construct's type takes, and nothing besides. */
    private void requireForm(String variable, String parameter, String value) {
        String asked = Pattern.compile("can\\(regex\\(\"([^\"]*)\", %s\\)\\)".formatted(Pattern.quote(value)))
                .matcher(block(variable))
                .results()
                .map(found -> found.group(1).replace("\\\\", "\\"))
                .collect(Collectors.joining());
        ParameterForms.named(parameter)
                .misjudged(Pattern.compile(asked))
                .forEach(text -> missing.add("variable \"%s\": judges %s otherwise".formatted(variable, text)));
    }

    private void limits() {
        require("integration", "contains(%s, var.integration)".formatted(list("Integration", "")));
        require("target_type", "contains(%s, var.target_type)".formatted(list("TargetType", "")));
        require(
                "health_check",
                "contains(%s, var.health_check.protocol)".formatted(list("HealthCheckProtocol", "automatic")));
        for (String list : List.of("ports", "client_cidrs")) {
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
}
