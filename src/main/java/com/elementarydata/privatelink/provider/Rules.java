package com.elementarydata.privatelink.provider;

import static com.elementarydata.privatelink.provider.Intrinsic.equal;
import static com.elementarydata.privatelink.provider.Intrinsic.function;
import static com.elementarydata.privatelink.provider.Intrinsic.not;
import static com.elementarydata.privatelink.provider.Intrinsic.reference;
import static com.elementarydata.privatelink.provider.Intrinsic.text;

import com.elementarydata.privatelink.net.GitHubEnterpriseServerPorts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the construct refuses and no parameter alone can: assertions that CloudFormation checks before it creates anything.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/rules-section-structure.html">Rules</a>
 */
final class Rules {

    private static final JsonNode IS_ALB = equal(reference("TargetType"), text("alb"));

    private final ObjectNode rules = JsonNodeFactory.instance.objectNode();

    private Rules() {}

    static ObjectNode define() {
        Rules rules = new Rules();
        rules.network();
        rules.targets();
        rules.healthCheck();
        rules.ports();
        return rules.rules;
    }

    private void network() {
        rule("Subnets")
                .add(assertion(
                        function(
                                "Fn::EachMemberEquals",
                                function("Fn::ValueOf", text("SubnetIds"), text("VpcId")),
                                reference("VpcId")),
                        "Every subnet must be one of the VPC"));
        rule("Clients").add(differ("ClientCidr", Parameters.CLIENTS, "The client CIDR blocks must differ"));
    }

    private void targets() {
        rule("Targets").add(differ("Target", Parameters.TARGETS, "The targets must differ"));
        rule("TargetsOfVpc", not(equal(reference("TargetType"), text("ip"))))
                .add(assertion(
                        not(isEmpty("VpcCidr")),
                        "Instances and Application Load Balancers need the CIDR block of the VPC"))
                .add(assertion(
                        equal(reference("TargetsOutsideVpc"), text("false")), "Only addresses can be outside the VPC"));
        List<JsonNode> others = Stream.concat(
                        Parameters.numbered("Port", Parameters.PORTS).stream().skip(1),
                        Parameters.numbered("Target", Parameters.TARGETS).stream()
                                .skip(1))
                .map(Intrinsic::reference)
                .toList();
        ArrayNode alone = rule("ApplicationLoadBalancer", IS_ALB)
                .add(assertion(
                        function("Fn::EachMemberEquals", Intrinsic.array(others), text("")),
                        "There can be one Application Load Balancer, on one port"));
        alone.add(assertion(
                function(
                        "Fn::Or",
                        isProtocol("HTTP"),
                        isProtocol("HTTPS"),
                        function("Fn::And", Conditions.IS_AUTOMATIC, Conditions.IS_GITHUB_ENTERPRISE_SERVER)),
                "The health check of an Application Load Balancer must be HTTP or HTTPS"));
    }

    private void healthCheck() {
        rule("AutomaticHealthCheck", Conditions.IS_AUTOMATIC)
                .add(assertion(hasNoPath(), "A path needs the protocol HTTP or HTTPS"))
                .add(assertion(isEmpty("HealthCheckPort"), "A port needs a protocol other than automatic"));
        rule("TcpHealthCheck", isProtocol("TCP"))
                .add(assertion(hasNoPath(), "A path needs the protocol HTTP or HTTPS"));
    }

    private void ports() {
        rule("Ports").add(differ("Port", Parameters.PORTS, "The ports must differ"));
        ArrayNode refused = JsonNodeFactory.instance.arrayNode();
        GitHubEnterpriseServerPorts.ADMINISTRATIVE.forEach(port -> refused.add(String.valueOf(port.number())));
        JsonNode[] exposed = Parameters.numbered("Port", Parameters.PORTS).stream()
                .map(port -> function("Fn::Contains", refused, reference(port)))
                .toArray(JsonNode[]::new);
        rule("GitHubEnterpriseServer", Conditions.IS_GITHUB_ENTERPRISE_SERVER)
                .add(assertion(
                        not(function("Fn::Or", exposed)),
                        "Ports that administer GitHub Enterprise Server are never exposed"));
    }

    private ArrayNode rule(String name) {
        return rules.putObject(name).putArray("Assertions");
    }

    private ArrayNode rule(String name, JsonNode condition) {
        ObjectNode rule = rules.putObject(name);
        rule.set("RuleCondition", condition);
        return rule.putArray("Assertions");
    }

    /** Each that is given is none of those after it. */
    private static JsonNode differ(String name, int count, String words) {
        List<String> names = Parameters.numbered(name, count);
        List<JsonNode> differences = new ArrayList<>();
        for (int i = 0; i < count - 1; i++) {
            String one = names.get(i);
            JsonNode others = Intrinsic.array(names.subList(i + 1, count).stream()
                    .map(Intrinsic::reference)
                    .toList());
            JsonNode differs = not(function("Fn::Contains", others, reference(one)));
            differences.add(i == 0 ? differs : function("Fn::Or", isEmpty(one), differs));
        }
        return assertion(function("Fn::And", differences.toArray(JsonNode[]::new)), words);
    }

    private static JsonNode isEmpty(String parameter) {
        return equal(reference(parameter), text(""));
    }

    private static JsonNode hasNoPath() {
        return equal(reference("HealthCheckPath"), text("/"));
    }

    private static JsonNode isProtocol(String protocol) {
        return equal(reference("HealthCheckProtocol"), text(protocol));
    }

    private static JsonNode assertion(JsonNode condition, String description) {
        ObjectNode assertion = JsonNodeFactory.instance.objectNode();
        assertion.set("Assert", condition);
        return assertion.put("AssertDescription", description);
    }
}
