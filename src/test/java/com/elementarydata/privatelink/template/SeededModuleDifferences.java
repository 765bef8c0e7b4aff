package com.elementarydata.privatelink.template;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What holds the Terraform module sees what it is there to see; {@code bench/seeds} runs this, since it takes minutes. */
class SeededModuleDifferences {

    private static final Map<String, String> MODULE = TerraformModule.files();

    /** Parameters that have something of everything between them. */
    private static final List<Map<String, String>> SETS = List.of(
            ParameterSets.with(
                    "Integration", "github-enterprise-server",
                    "TargetType", "instance",
                    "Hostnames", "git.acme.example,*.git.acme.example",
                    "Target1", "i-0123456789abcdef0",
                    "Target2", "i-0123456789abcdef1",
                    "Port1", "22",
                    "Port2", "80",
                    "VpcCidr1", "10.1.0.0/16",
                    "VpcCidr2", "100.64.0.0/24",
                    "AdmitPathMtuIcmp", "true",
                    "AvailabilityZoneIds", "euw1-az1,euw1-az2"),
            ParameterSets.with(
                    "Target1", "192.168.7.8",
                    "TargetsOutsideVpc", "true",
                    "HealthCheckProtocol", "HTTP",
                    "HealthCheckPath", "/ready",
                    "HealthCheckPort", "8000",
                    "SupportedRegions", "eu-central-1"),
            ParameterSets.with(
                    "TargetType", "alb",
                    "Target1", ParameterSets.ALB,
                    "VpcCidr1", "10.1.0.0/16",
                    "HealthCheckProtocol", "HTTPS",
                    "HealthCheckPath", "/healthz"),
            ModuleSets.SECURITY_GROUPS,
            ModuleSets.TARGET_PORT,
            ModuleSets.EXISTING);

    /**
     * An edit of the module.
     *
     * @param what what it is
     * @param file where
     * @param from what is there once
     * @param to what is there instead
     */
    private record Seed(String what, String file, String from, String to) {

        Map<String, String> module() {
            String text = requireNonNull(MODULE.get(file));
            assertThat(text.split(Pattern.quote(from), -1)).as(what).hasSize(2);
            Map<String, String> seeded = new LinkedHashMap<>(MODULE);
            seeded.put(file, text.replace(from, to));
            return seeded;
        }
    }

    private static final List<Seed> SEEDS = List.of(
            main("load balancer is public", "= true\n  ip_address_type", "= false\n  ip_address_type"),
            main("rules are not enforced", "private_link_traffic = \"on\"", "private_link_traffic = \"off\""),
            main(
                    "cross-zone is off",
                    "enable_cross_zone_load_balancing                             = true",
                    "enable_cross_zone_load_balancing = false"),
            main("protection is off", "= var.deletion_protection", "= false"),
            main("load balancer has no group", "[aws_security_group.load_balancer[0].id]", "null"),
            main("group has another description", "Clients of the endpoint service", "Clients"),
            main(
                    "client rules admit a block of one",
                    "cidr_blocks = [ingress.value.cidr]",
                    "cidr_blocks = [\"10.0.0.0/8\"]"),
            main(
                    "secondary blocks are left out",
                    "[for one in vpc.cidr_block_associations",
                    "[for one in slice(vpc.cidr_block_associations, 0, 1)"),
            main("ICMP of any code is admitted", "to_port     = 4", "to_port     = -1"),
            main("idle timeout is AWS's", "coalesce(var.tcp_idle_timeout, local.integration.tcp_idle_timeout)", "350"),
            main("client rules have another description", "\"from ${ingress.key}\"", "\"clients\""),
            main("target rules have another description", "\"to the targets\"", "\"targets\""),
            main("target rules name a wider block", "\"${target}/32\"", "\"${cidrhost(\"${target}/24\", 0)}/24\""),
            main("rule of the check is gone", "for_each = toset(local.checked_ports)", "for_each = toset(var.ports)"),
            main(
                    "client rules open the port of the check",
                    "setproduct(var.client_cidrs, var.ports)",
                    "setproduct(var.client_cidrs, local.checked_ports)"),
            main(
                    "a target is left out",
                    "keys(local.own_ports), keys(local.targets)",
                    "keys(local.own_ports), slice(keys(local.targets), 0, 1)"),
            main("target outside the VPC has no zone", "var.targets_outside_vpc ? \"all\" : null", "null"),
            main(
                    "targets are on another port",
                    "coalesce(var.target_port, tonumber(each.value.port))",
                    "coalesce(var.target_port, 443)"),
            main(
                    "targets have no port of their own",
                    "coalesce(var.target_port, tonumber(each.value.port))",
                    "tonumber(each.value.port)"),
            main(
                    "group of a load balancer is on another port",
                    "coalesce(var.target_port, each.value) : each.value",
                    "each.value : each.value"),
            main(
                    "rules are for the port of the listener",
                    "[for port in var.ports : coalesce(var.target_port, port)]",
                    "var.ports"),
            main(
                    "security groups of targets admit addresses",
                    "referenced_security_group_id = aws_security_group.load_balancer[0].id",
                    "cidr_ipv4 = \"10.0.0.0/8\""),
            main(
                    "security groups of targets do not admit the check",
                    "keys(var.target_security_group_ids), local.checked_ports",
                    "keys(var.target_security_group_ids), local.target_ports"),
            main("topics are not told of rejections", "\"Delete\", \"Reject\"]", "\"Delete\"]"),
            main("topics are not told", "for_each = var.notification_topic_arns", "for_each = tomap({})"),
            main(
                    "service is of another load balancer",
                    "aws_lb.this[0].arn : var.load_balancer_arn",
                    "aws_lb.this[0].arn : replace(var.load_balancer_arn, \"net\", \"gwy\")"),
            main(
                    "listeners forward to one group",
                    "target_group_arn = aws_lb_target_group.this[each.key].arn",
                    "target_group_arn = aws_lb_target_group.this[tostring(var.ports[0])].arn"),
            main(
                    "groups have another protocol",
                    "protocol          = \"TCP\"\n  port              = var.target_type",
                    "protocol          = \"TCP_UDP\"\n  port              = var.target_type"),
            main("PROXY protocol is on", "null : false", "null : true"),
            main("check has no path", "path     = var.health_check.path", "path     = \"/\""),
            main(
                    "check is on the port of the traffic",
                    "local.health_check.port == null ? \"traffic-port\" : tostring(local.health_check.port)",
                    "\"traffic-port\""),
            main(
                    "groups end connections",
                    "target_type       = var.target_type\n",
                    "target_type       = var.target_type\n  deregistration_delay = 30\n"),
            main(
                    "groups keep no addresses of clients",
                    "target_type       = var.target_type\n",
                    "target_type       = var.target_type\n  preserve_client_ip = \"true\"\n"),
            main("nobody accepts", "acceptance_required        = true", "acceptance_required        = false"),
            main("principal is another account", "743289191656", "743289191657"),
            main(
                    "principal is anyone",
                    "[\"arn:${data.aws_partition.current.partition}:iam::743289191656:root\"]",
                    "[\"*\"]"),
            main("service has addresses of both kinds", "[\"ipv4\"]", "[\"ipv4\", \"ipv6\"]"),
            main(
                    "other Regions are left out",
                    "length(var.supported_regions) == 0 ? null : var.supported_regions",
                    "null"),
            main("zones are not the subnets'", "local.zone_ids_of_nlb : var", "[] : var"),
            main(
                    "subnets of another VPC are taken",
                    "toset(data.aws_subnets.of_vpc[0].ids) == toset(var.subnet_ids)",
                    "length(data.aws_subnets.of_vpc[0].ids) > 0"),
            main(
                    "targets of another type are taken",
                    "can(regex(local.target_forms[var.target_type], target))",
                    "target != \"\""),
            main(
                    "settings of an existing load balancer are taken",
                    "condition = var.create_load_balancer || alltrue([",
                    "condition = var.target_type != \"\" || alltrue(["),
            main("two ports with a target port are taken", "var.target_port == null ||", "var.target_type != \"\" ||"),
            main(
                    "administrative ports are taken",
                    "local.integration.refused_ports)) == 0",
                    "local.integration.refused_ports)) >= 0"),
            main("two load balancers are taken", "length(local.targets) <= 1 && ", ""),
            main("two ports of a load balancer are taken", "length(var.ports) == 1 && ", ""),
            main("a load balancer is checked by a connection", " && local.health_check.protocol != \"TCP\"", ""),
            main(
                    "instances are outside the VPC",
                    "var.target_type == \"ip\" || !var.targets_outside_vpc",
                    "true || var.targets_outside_vpc"),
            main("other Regions need no second zone", "length(var.subnet_ids) > 1", "length(var.subnet_ids) > 0"),
            new Seed(
                    "handoff names another version",
                    "outputs.tf",
                    "version             = 1",
                    "version             = 2"),
            new Seed(
                    "handoff leaves the ports out",
                    "outputs.tf",
                    "ports               = var.ports",
                    "ports               = []"),
            new Seed("output is another's", "outputs.tf", "one(aws_security_group.load_balancer[*].id)", "var.vpc_id"),
            new Seed(
                    "names are in another order",
                    "outputs.tf",
                    "value       = var.hostnames",
                    "value       = reverse(var.hostnames)"),
            new Seed(
                    "target groups are called otherwise",
                    "outputs.tf",
                    "port => group.arn",
                    "\"port ${port}\" => group.arn"),
            new Seed("preset path is another", "integrations.tf", "\"/status\"", "\"/\""),
            new Seed(
                    "preset port is another", "integrations.tf", "\"/status\", port = 443", "\"/status\", port = 8443"),
            new Seed("a port is not refused", "integrations.tf", "8080, 8443", "8080"),
            variables("default clients are others", "\"10.0.3.0/24\"]", "\"10.0.4.0/24\"]"),
            variables(
                    "default integration is another",
                    "default     = \"service\"",
                    "default     = \"github-enterprise-server\""),
            variables("default port is another", "default     = [443]", "default     = [80]"),
            variables(
                    "pattern takes wide blocks",
                    "/([89]|[12]\\\\d|3[0-2]))$\", cidr",
                    "/([0-9]|[12]\\\\d|3[0-2]))$\", cidr"),
            variables("pattern takes public addresses", "^(((10\\\\.(25[0-5]", "^((([0-9]+\\\\.(25[0-5]"),
            variables(
                    "integration is another vendor's",
                    "\"service\"], var.integration",
                    "\"snowflake\"], var.integration"),
            variables(
                    "protection is on by default",
                    "type        = bool\n  default     = false\n  nullable    = false\n}\n\nvariable \"notification_topic_arns\"",
                    "type        = bool\n  default     = true\n  nullable    = false\n}\n\nvariable \"notification_topic_arns\""));

    private static Seed main(String what, String from, String to) {
        return new Seed(what, "main.tf", from, to);
    }

    private static Seed variables(String what, String from, String to) {
        return new Seed(what, "variables.tf", from, to);
    }

    @Test
    void each_seed_is_noticed(@TempDir Path folder) throws IOException, InterruptedException {
        Terraform.assumeThere();
        Map<Seed, String> noticed = new LinkedHashMap<>();
        SEEDS.forEach(seed -> noticed.put(seed, isTold(seed) ? "texts" : ""));
        ModulePlans plans = new ModulePlans();
        for (int i = 0; i < SEEDS.size(); i++) {
            if (isUnnoticed(SEEDS.get(i), noticed)) {
                for (int set = 0; set < SETS.size(); set++) {
                    plans.add("seed%dset%d".formatted(i, set), SEEDS.get(i).module(), SETS.get(set));
                }
            }
        }
        JsonNode plan = plans.plan(new Terraform(Files.createDirectory(folder.resolve("plans"))));
        for (int i = 0; i < SEEDS.size(); i++) {
            Seed seed = SEEDS.get(i);
            if (isUnnoticed(seed, noticed) && isPlanned(plan, i)) {
                noticed.put(seed, "plan");
            }
            if (isUnnoticed(seed, noticed) && isTaken(seed, folder.resolve("seed" + i))) {
                noticed.put(seed, "refusals");
            }
        }

        noticed.forEach((seed, by) -> System.out.printf("%-45s %-16s %s%n", seed.what(), seed.file(), by));
        assertThat(noticed)
                .allSatisfy((seed, by) -> assertThat(by).as(seed.what()).isNotEmpty());
    }

    private static boolean isUnnoticed(Seed seed, Map<Seed, String> noticed) {
        return noticed.getOrDefault(seed, "").isEmpty();
    }

    private static boolean isTold(Seed seed) {
        return !ModuleTexts.missing(seed.module(), JsonMapper.shared().readTree(ProviderTemplate.text()))
                .isEmpty();
    }

    private static boolean isPlanned(JsonNode plan, int seed) {
        List<String> same = new ArrayList<>();
        for (int set = 0; set < SETS.size(); set++) {
            Map<String, String> planned = new PlannedModule(plan, "seed%dset%d".formatted(seed, set)).facts();
            if (planned.equals(ConstructFacts.of(Comparison.construct(SETS.get(set))))) {
                same.add("set" + set);
            }
        }
        return same.size() < SETS.size();
    }

    /** Whether the module takes something that it is to refuse. */
    private static boolean isTaken(Seed seed, Path folder) throws IOException, InterruptedException {
        Terraform terraform = new Terraform(Files.createDirectory(folder));
        terraform.write(seed.module());
        terraform.write(Map.of("refusals.tftest.hcl", refusals()));
        terraform.init();
        Terraform.Run run = terraform.run("test", "-no-color", "-filter=refusals.tftest.hcl");
        return run.said().contains("Missing expected failure");
    }

    /** The tests of what several variables are refused for together: variables alone are held by their texts. */
    private static String refusals() {
        String[] blocks = requireNonNull(MODULE.get("tests/module.tftest.hcl")).split("\nrun ", -1);
        return Stream.of(blocks)
                .filter(block -> block.equals(blocks[0])
                        || block.contains("[aws_security_group.load_balancer[0]]")
                        || block.contains("[aws_vpc_endpoint_service.this]"))
                .collect(Collectors.joining("\nrun "));
    }
}
