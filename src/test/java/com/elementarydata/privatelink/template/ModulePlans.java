package com.elementarydata.privatelink.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Terraform's plan of many modules at once, each with parameters of its own; AWS is mocked, so this runs offline, and needs
 * seconds for all of them.
 */
final class ModulePlans {

    private static final String ARN = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:";
    private static final List<String> ZONES = List.of("eu-west-1a", "eu-west-1b", "eu-west-1c");
    private static final Map<String, Object> MOCKS = Map.of(
            "override_during",
            "plan",
            "mock_data",
            Map.of(
                    "aws_subnets", mock("ids", List.of("subnet-0123456789abcdef0", "subnet-0123456789abcdef1")),
                    "aws_availability_zones",
                            mock("names", ZONES, "zone_ids", List.of("euw1-az1", "euw1-az2", "euw1-az3")),
                    "aws_partition", mock("partition", "aws"),
                    "aws_region", mock("id", "eu-west-1"),
                    "aws_caller_identity", mock("account_id", "111122223333")),
            "mock_resource",
            Map.of(
                    "aws_lb", mock("arn", ARN + "loadbalancer/net/LoadBalancer/0123456789abcdef"),
                    "aws_security_group", mock("id", "SecurityGroup.GroupId"),
                    "aws_vpc_endpoint_service",
                            mock(
                                    "id",
                                    "EndpointService",
                                    "service_name",
                                    "com.amazonaws.vpce.eu-west-1.EndpointService",
                                    "availability_zones",
                                    ZONES.subList(0, 2))));

    /** Variables by the parameters of one value that they are. */
    private static final Map<String, String> SCALARS = Map.ofEntries(
            Map.entry("LoadBalancerArn", "load_balancer_arn"),
            Map.entry("VpcId", "vpc_id"),
            Map.entry("Integration", "integration"),
            Map.entry("TargetType", "target_type"),
            Map.entry("TargetPort", "target_port"),
            Map.entry("TargetsOutsideVpc", "targets_outside_vpc"),
            Map.entry("AdmitPathMtuIcmp", "admit_path_mtu_icmp"),
            Map.entry("DeletionProtection", "deletion_protection"),
            Map.entry("TcpIdleTimeout", "tcp_idle_timeout"));

    private final Map<String, Object> modules = new LinkedHashMap<>();
    private final List<Map<String, Object>> resources = new ArrayList<>();
    private final List<Map<String, Object>> data = new ArrayList<>();
    private final Map<String, String> files = new LinkedHashMap<>();

    private static Map<String, Object> mock(Object... namesAndValues) {
        Map<Object, Object> defaults = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            defaults.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return Map.of("defaults", defaults);
    }

    /** A module with these files, and the parameters of the template as its variables. */
    void add(String name, Map<String, String> module, Map<String, String> parameters) {
        Map<String, Object> call = new LinkedHashMap<>(variables(parameters));
        call.put("source", "./" + name);
        modules.put(name, call);
        module.forEach((file, text) -> {
            if (file.matches("\\w+\\.tf")) {
                files.put(name + "/" + file, text);
            }
        });
        if (parameters.containsKey("LoadBalancerArn")) {
            return;
        }
        for (int port : ports(parameters)) {
            resources.add(Map.of(
                    "target", "module.%s.aws_lb_target_group.this[\"%d\"]".formatted(name, port),
                    "override_during", "plan",
                    "values", Map.of("arn", ARN + "targetgroup/Targets%d/0123456789abcdef".formatted(port))));
        }
        data.add(Map.of(
                "target",
                "module.%s.data.aws_vpc.this[0]".formatted(name),
                "values",
                Map.of("cidr_block_associations", associations(parameters))));
    }

    private static List<Map<String, String>> associations(Map<String, String> parameters) {
        return numbered(parameters, "VpcCidr", 5).stream()
                .map(block -> Map.of("association_id", "of " + block, "cidr_block", block, "state", "associated"))
                .toList();
    }

    static List<Integer> ports(Map<String, String> parameters) {
        return IntStream.rangeClosed(1, 4)
                .mapToObj(n -> parameters.getOrDefault("Port" + n, n == 1 ? "443" : ""))
                .filter(port -> !port.isEmpty())
                .map(Integer::valueOf)
                .toList();
    }

    private static Map<String, Object> variables(Map<String, String> given) {
        Map<String, Object> variables = new LinkedHashMap<>();
        SCALARS.forEach((parameter, variable) -> {
            if (given.containsKey(parameter)) {
                variables.put(variable, given.get(parameter));
            }
        });
        variables.put("create_load_balancer", !given.containsKey("LoadBalancerArn"));
        variables.put("subnet_ids", list(given.getOrDefault("SubnetIds", "")));
        variables.put("hostnames", list(given.getOrDefault("Hostnames", "")));
        variables.put("targets", given.containsKey("LoadBalancerArn") ? null : named(numbered(given, "Target", 8)));
        variables.put("target_security_group_ids", named(numbered(given, "TargetSecurityGroup", 2)));
        variables.put("notification_topic_arns", named(list(given.getOrDefault("NotificationTopicArn", ""))));
        if (!ports(given).equals(List.of(443))) {
            variables.put("ports", ports(given));
        }
        if (given.containsKey("SupportedRegions")) {
            variables.put("supported_regions", list(given.get("SupportedRegions")));
        }
        if (given.containsKey("ClientCidr1")) {
            variables.put("client_cidrs", numbered(given, "ClientCidr", 3));
        }
        String zones = given.getOrDefault("AvailabilityZoneIds", "");
        // those of the subnets, which are what the module takes by default
        if (!zones.equals("euw1-az1,euw1-az2")) {
            variables.put("availability_zone_ids", list(zones));
        }
        if (!given.getOrDefault("HealthCheckProtocol", "automatic").equals("automatic")) {
            variables.put("health_check", check(given));
        }
        return variables;
    }

    private static Map<String, Object> check(Map<String, String> given) {
        Map<String, Object> check = new LinkedHashMap<>();
        check.put("protocol", given.get("HealthCheckProtocol"));
        // the mock would make a path up where AWS has one of its own
        check.put(
                "path",
                "TCP".equals(given.get("HealthCheckProtocol")) ? null : given.getOrDefault("HealthCheckPath", "/"));
        String port = given.getOrDefault("HealthCheckPort", "");
        check.put("port", port.isEmpty() ? null : Integer.valueOf(port));
        return check;
    }

    /** A map whose names depend on nothing but their number. */
    private static Map<String, String> named(List<String> values) {
        Map<String, String> named = new LinkedHashMap<>();
        values.forEach(value -> named.put("n" + named.size(), value));
        return named;
    }

    private static List<String> list(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(",", -1));
    }

    private static List<String> numbered(Map<String, String> given, String name, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> given.getOrDefault(name + n, ""))
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** What Terraform plans: {@code resource_changes}, and {@code output_changes} by module. */
    JsonNode plan(Terraform terraform) throws IOException, InterruptedException {
        Map<String, Object> outputs = new LinkedHashMap<>();
        modules.keySet().forEach(name -> outputs.put(name, Map.of("value", "${module.%s}".formatted(name))));
        JsonMapper json = JsonMapper.shared();
        files.put("versions.tf", TerraformModule.files().get("versions.tf"));
        files.put("main.tf.json", json.writeValueAsString(Map.of("module", modules, "output", outputs)));
        files.put(
                "plans.tftest.json",
                json.writeValueAsString(Map.of(
                        "mock_provider",
                        Map.of("aws", MOCKS),
                        "override_resource",
                        resources,
                        "override_data",
                        data,
                        "run",
                        Map.of("all", Map.of("command", "plan")))));
        terraform.write(files);
        terraform.init();
        Terraform.Run run = terraform.run("test", "-json", "-verbose");
        assertThat(run.exitCode())
                .as(() -> String.join(
                        "\n",
                        run.said()
                                .lines()
                                .filter(line -> line.contains("\"error\""))
                                .toList()))
                .isZero();
        return Terraform.plan(run, "all");
    }
}
