package com.elementarydata.privatelink.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.net.AccountId;
import com.elementarydata.privatelink.net.Region;
import com.google.common.base.Splitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerAttribute;

/**
 * Runs the AWS commands of documents as the SDK calls that they are.
 *
 * @param clients where
 * @param account as whom
 */
record Commands(Clients clients, AccountId account) {

    private static final Pattern BLOCK = Pattern.compile("```\n(.*?)```", Pattern.DOTALL);

    /** The commands below a heading of what Elementary's engineers are told, of one of its blocks. */
    static List<String> below(String heading, int block) throws IOException {
        return below("docs/operations.md", heading, block);
    }

    /** The same of what customers are told. */
    static List<String> forCustomers(String heading, int block) throws IOException {
        return below("docs/customer/README.md", heading, block);
    }

    private static List<String> below(String file, String heading, int block) throws IOException {
        String document = Files.readString(Path.of(file)).replaceAll("\\\\\n\\s*", "");
        int start = document.indexOf("# " + heading + "\n");
        assertThat(start).as(heading).isNotNegative();
        int end = document.indexOf("\n##", start);
        String section = document.substring(start, end < 0 ? document.length() : end);
        List<String> blocks =
                BLOCK.matcher(section).results().map(found -> found.group(1)).toList();
        return blocks.get(block).lines().toList();
    }

    /** Runs them in their order. */
    void run(List<String> commands, Map<String, String> values) {
        for (String command : commands) {
            String filled = command;
            for (var value : values.entrySet()) {
                filled = filled.replace("<" + value.getKey() + ">", value.getValue());
            }
            assertThat(filled).startsWith("aws ").doesNotContain("<");
            run(Splitter.on(' ').splitToList(filled));
        }
    }

    private void run(List<String> words) {
        Map<String, String> options = options(words);
        Region region = Region.parse(option(options, "region"));
        switch (words.get(1)) {
            case "cloudformation" -> run(clients.cloudFormation(account, region), words.get(2), options);
            case "ec2" -> run(clients.ec2(account, region), words.get(2), options);
            case "elbv2" -> run(clients.loadBalancing(account, region), words.get(2), options);
            case "service-quotas" -> {
                assertThat(words.get(2)).isEqualTo("request-service-quota-increase");
                clients.quotas(account, region)
                        .requestServiceQuotaIncrease(request -> request.serviceCode(option(options, "service-code"))
                                .quotaCode(option(options, "quota-code"))
                                .desiredValue(Double.valueOf(option(options, "desired-value"))));
            }
            default -> throw new IllegalArgumentException(words.toString());
        }
    }

    private static Map<String, String> options(List<String> words) {
        Map<String, String> options = new HashMap<>();
        for (int i = 3; i < words.size(); i++) {
            if (words.get(i).startsWith("--")) {
                boolean valued = i + 1 < words.size() && !words.get(i + 1).startsWith("--");
                options.put(words.get(i).substring(2), valued ? words.get(i + 1) : "");
            }
        }
        return options;
    }

    private static String option(Map<String, String> options, String name) {
        return Objects.requireNonNull(options.get(name), name);
    }

    /** The value of an option, if it is there. */
    private static List<String> all(Map<String, String> options, String name) {
        return Optional.ofNullable(options.get(name)).stream().toList();
    }

    private static void run(CloudFormationClient client, String command, Map<String, String> options) {
        String stack = option(options, "stack-name");
        switch (command) {
            case "update-termination-protection" -> {
                option(options, "no-enable-termination-protection");
                client.updateTerminationProtection(
                        request -> request.stackName(stack).enableTerminationProtection(false));
            }
            case "describe-stacks" ->
                assertThat(client.describeStacks(request -> request.stackName(stack))
                                .stacks()
                                .get(0)
                                .outputs())
                        .isNotEmpty();
            case "delete-stack" -> client.deleteStack(request -> request.stackName(stack));
            case "wait" -> {
                try (var waiter = client.waiter()) {
                    waiter.waitUntilStackDeleteComplete(request -> request.stackName(stack));
                }
            }
            default -> throw new IllegalArgumentException(command);
        }
    }

    private static void run(Ec2Client client, String command, Map<String, String> options) {
        switch (command) {
            case "reject-vpc-endpoint-connections" ->
                client.rejectVpcEndpointConnections(request -> request.serviceId(option(options, "service-id"))
                        .vpcEndpointIds(option(options, "vpc-endpoint-ids")));
            case "modify-vpc-endpoint-service-permissions" ->
                client.modifyVpcEndpointServicePermissions(request -> request.serviceId(option(options, "service-id"))
                        .addAllowedPrincipals(all(options, "add-allowed-principals"))
                        .removeAllowedPrincipals(all(options, "remove-allowed-principals")));
            case "delete-vpc-endpoint-service-configurations" ->
                assertThat(client.deleteVpcEndpointServiceConfigurations(
                                        request -> request.serviceIds(option(options, "service-ids")))
                                .unsuccessful())
                        .isEmpty();
            case "delete-vpc-endpoints" ->
                assertThat(client.deleteVpcEndpoints(
                                        request -> request.vpcEndpointIds(option(options, "vpc-endpoint-ids")))
                                .unsuccessful())
                        .isEmpty();
            case "delete-security-group" ->
                client.deleteSecurityGroup(request -> request.groupId(option(options, "group-id")));
            default -> throw new IllegalArgumentException(command);
        }
    }

    private static void run(ElasticLoadBalancingV2Client client, String command, Map<String, String> options) {
        switch (command) {
            case "modify-load-balancer-attributes" -> {
                List<String> attribute = Splitter.on(',').splitToList(option(options, "attributes"));
                client.modifyLoadBalancerAttributes(request -> request.loadBalancerArn(
                                option(options, "load-balancer-arn"))
                        .attributes(LoadBalancerAttribute.builder()
                                .key(attribute.get(0).substring("Key=".length()))
                                .value(attribute.get(1).substring("Value=".length()))
                                .build()));
            }
            case "delete-load-balancer" ->
                client.deleteLoadBalancer(request -> request.loadBalancerArn(option(options, "load-balancer-arn")));
            case "delete-target-group" ->
                client.deleteTargetGroup(request -> request.targetGroupArn(option(options, "target-group-arn")));
            default -> throw new IllegalArgumentException(command);
        }
    }
}
