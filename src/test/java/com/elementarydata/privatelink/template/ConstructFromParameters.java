package com.elementarydata.privatelink.template;

import com.elementarydata.privatelink.TestApp;
import com.elementarydata.privatelink.construct.CustomerEndpointService;
import com.elementarydata.privatelink.construct.CustomerEndpointServiceProps;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.ec2.VpcAttributes;
import software.amazon.awscdk.services.elasticloadbalancingv2.HealthCheck;
import software.amazon.awscdk.services.elasticloadbalancingv2.INetworkLoadBalancerTarget;
import software.amazon.awscdk.services.elasticloadbalancingv2.NetworkLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.NetworkLoadBalancerAttributes;
import software.amazon.awscdk.services.elasticloadbalancingv2.NetworkTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.Protocol;
import software.amazon.awscdk.services.elasticloadbalancingv2.targets.AlbArnTarget;
import software.amazon.awscdk.services.elasticloadbalancingv2.targets.InstanceIdTarget;
import software.amazon.awscdk.services.elasticloadbalancingv2.targets.IpTarget;
import software.amazon.awscdk.services.sns.Topic;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The construct as a user of CDK writes it who wants what these parameters say: literals, and nothing of the template's. */
record ConstructFromParameters(Map<String, String> parameters) {

    /** The resources and outputs that come of it, with the ids that the template for customers has. */
    JsonNode resolved() {
        Stack stack = TestApp.stack();
        define(stack);
        String text = TestApp.template(stack).toString();
        for (int i = 1; i <= 4; i++) {
            String port = port(i);
            if (!port.isEmpty()) {
                text = text.replaceAll("\"(Targets|Listener)%s[0-9A-F]{8}\"".formatted(port), "\"$1" + i + "\"");
            }
        }
        for (int group = 1; group <= 2; group++) {
            text = admissionsNumbered(text, group);
        }
        String withoutHashes = text.replaceAll("\"([A-Z]\\w+)[0-9A-F]{8}\"", "\"$1\"");
        JsonNode resolved = new Deployment(JsonMapper.shared().readTree(withoutHashes), Map.of()).resolved();
        Stream.of("SecurityGroupIngress", "SecurityGroupEgress")
                .flatMap(list -> resolved.get("Resources").findValues(list).stream())
                .forEach(ConstructFromParameters::split);
        return resolved;
    }

    /** Called by the number of their group, and by that of the port or as the health check's. */
    private String admissionsNumbered(String text, int group) {
        String id = text("TargetSecurityGroup" + group);
        if (id.isEmpty()) {
            return text;
        }
        String rule = "\"AdmissionTo\\w*%s\\w*Port%%s[0-9A-F]{8}\"".formatted(id.replace("-", ""));
        String numbered = text;
        for (int i = 1; i <= 4; i++) {
            if (!port(i).isEmpty()) {
                numbered = numbered.replaceAll(rule.formatted(port(i)), "\"AdmissionTo%dPort%d\"".formatted(group, i));
            }
        }
        return numbered.replaceAll(rule.formatted("[0-9]+"), "\"AdmissionTo%dCheck\"".formatted(group));
    }

    /** The construct has one rule for adjacent ports, where the other forms have one for each. */
    private static void split(JsonNode rules) {
        ArrayNode list = (ArrayNode) rules;
        List<JsonNode> each = list.valueStream()
                .flatMap(rule -> rule.get("IpProtocol").asString().equals("tcp") ? perPort(rule) : Stream.of(rule))
                .toList();
        list.removeAll().addAll(each);
    }

    private static Stream<JsonNode> perPort(JsonNode rule) {
        int first = rule.get("FromPort").asInt();
        int last = rule.get("ToPort").asInt();
        String range = ":%d-%d".formatted(first, last);
        return IntStream.rangeClosed(first, last)
                .mapToObj(port -> ((ObjectNode) rule.deepCopy())
                        .put("FromPort", String.valueOf(port))
                        .put("ToPort", String.valueOf(port))
                        .put("Description", rule.get("Description").asString().replace(range, ":" + port)));
    }

    private void define(Stack stack) {
        CustomerEndpointServiceProps.Builder<CustomerEndpointService> service = CustomerEndpointService.forElementary(
                        stack, "Default")
                .hostnames(list("Hostnames"))
                .ports(ports())
                .availabilityZoneIds(list("AvailabilityZoneIds"))
                .supportedRegions(list("SupportedRegions"));
        if (parameters.containsKey("Integration")) {
            service.integration(text("Integration"));
        }
        if (parameters.containsKey("NotificationTopicArn")) {
            service.notificationTopic(Topic.fromTopicArn(stack, "Topic", text("NotificationTopicArn")));
        }
        if (parameters.containsKey("LoadBalancerArn")) {
            service.loadBalancer(NetworkLoadBalancer.fromNetworkLoadBalancerAttributes(
                    stack,
                    "Given",
                    NetworkLoadBalancerAttributes.builder()
                            .loadBalancerArn(text("LoadBalancerArn"))
                            .build()));
        } else {
            configureOwn(stack, service);
        }
        output(stack, service.build());
    }

    private void configureOwn(Stack stack, CustomerEndpointServiceProps.Builder<CustomerEndpointService> service) {
        service.vpc(Vpc.fromVpcAttributes(
                        stack,
                        "Vpc",
                        VpcAttributes.builder()
                                .vpcId(text("VpcId"))
                                .vpcCidrBlock("10.1.0.0/16")
                                .availabilityZones(list("SubnetIds").stream()
                                        .map(subnet -> "zone of " + subnet)
                                        .toList())
                                .privateSubnetIds(list("SubnetIds"))
                                .build()))
                .vpcCidrs(numbered("VpcCidr", 5))
                .targets(targets())
                .targetSecurityGroups(numbered("TargetSecurityGroup", 2).stream()
                        .map(group -> SecurityGroup.fromSecurityGroupId(stack, group, group))
                        .toList())
                .admitPathMtuIcmp(Boolean.parseBoolean(text("AdmitPathMtuIcmp")))
                .deletionProtection(Boolean.parseBoolean(text("DeletionProtection")));
        if (!text("HealthCheckProtocol", "automatic").equals("automatic")) {
            service.healthCheck(healthCheck());
        }
        if (!text("TcpIdleTimeout").isEmpty()) {
            service.tcpIdleTimeout(Duration.seconds(Integer.parseInt(text("TcpIdleTimeout"))));
        }
        if (parameters.containsKey("ClientCidr1")) {
            service.clientCidrs(numbered("ClientCidr", 3));
        }
    }

    /** What the template tells besides the handoff. */
    private void output(Stack stack, CustomerEndpointService service) {
        CfnOutput.Builder.create(stack, "LoadBalancerArn")
                .value(service.getLoadBalancer().getLoadBalancerArn())
                .build();
        if (parameters.containsKey("LoadBalancerArn")) {
            return;
        }
        CfnOutput.Builder.create(stack, "SecurityGroupId")
                .value(service.getSecurityGroup().getSecurityGroupId())
                .build();
        String arns = service.getNode().findAll().stream()
                .filter(NetworkTargetGroup.class::isInstance)
                .map(group -> ((NetworkTargetGroup) group).getTargetGroupArn())
                .collect(Collectors.joining(","));
        CfnOutput.Builder.create(stack, "TargetGroupArns").value(arns).build();
    }

    private HealthCheck healthCheck() {
        Protocol protocol = Protocol.valueOf(text("HealthCheckProtocol"));
        HealthCheck.Builder check = HealthCheck.builder().protocol(protocol);
        if (protocol != Protocol.TCP) {
            check.path(text("HealthCheckPath", "/"));
        }
        if (!text("HealthCheckPort").isEmpty()) {
            check.port(text("HealthCheckPort"));
        }
        return check.build();
    }

    private List<? extends INetworkLoadBalancerTarget> targets() {
        List<String> ids = numbered("Target", 8);
        Optional<Integer> targetPort =
                Optional.of(text("TargetPort")).filter(port -> !port.isEmpty()).map(Integer::valueOf);
        return switch (text("TargetType", "ip")) {
            case "instance" -> ids.stream().map(InstanceIdTarget::new).toList();
            case "alb" ->
                ids.stream()
                        .map(arn -> new AlbArnTarget(arn, targetPort.orElse(ports().get(0))))
                        .toList();
            default ->
                ids.stream()
                        .map(id ->
                                targetPort.map(port -> new IpTarget(id, port)).orElseGet(() -> new IpTarget(id)))
                        .toList();
        };
    }

    private List<Integer> ports() {
        return IntStream.rangeClosed(1, 4)
                .mapToObj(this::port)
                .filter(port -> !port.isEmpty())
                .map(Integer::valueOf)
                .toList();
    }

    private String port(int number) {
        return text("Port" + number, number == 1 ? "443" : "");
    }

    private String text(String name) {
        return text(name, "");
    }

    private String text(String name, String otherwise) {
        return parameters.getOrDefault(name, otherwise);
    }

    private List<String> list(String name) {
        return text(name).isEmpty() ? List.of() : Arrays.asList(text(name).split(",", -1));
    }

    private List<String> numbered(String name, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> text(name + n))
                .filter(value -> !value.isEmpty())
                .toList();
    }
}
