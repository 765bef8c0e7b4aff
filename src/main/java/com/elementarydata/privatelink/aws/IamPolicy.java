package com.elementarydata.privatelink.aws;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The least that IAM has to allow.
 *
 * @param actions the actions
 */
public record IamPolicy(List<String> actions) {

    public String text() {
        ObjectNode policy = JsonMapper.builder().build().createObjectNode();
        policy.put("Version", "2012-10-17");
        ArrayNode statements = policy.putArray("Statement");
        allow(statements, actions.stream().filter(Permissions::isReading).toList(), "*");
        allow(
                statements,
                actions.stream()
                        .filter(action -> !Permissions.isReading(action))
                        .toList(),
                "arn:aws:ec2:*:*:vpc-endpoint-service/*");
        return policy.toPrettyString();
    }

    private static void allow(ArrayNode statements, List<String> actions, String resource) {
        if (!actions.isEmpty()) {
            ObjectNode statement = statements.addObject().put("Effect", "Allow");
            actions.forEach(statement.putArray("Action")::add);
            statement.put("Resource", resource);
        }
    }
}
