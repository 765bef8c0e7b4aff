package com.elementarydata.privatelink.aws;

import com.elementarydata.privatelink.model.Json;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The least that IAM has to allow.
 *
 * @param actions the actions
 */
public record IamPolicy(List<String> actions) {

    @JsonNaming(PropertyNamingStrategies.UpperCamelCaseStrategy.class)
    private record Policy(String version, List<Allowed> statement) {}

    @JsonNaming(PropertyNamingStrategies.UpperCamelCaseStrategy.class)
    private record Allowed(String effect, List<String> action, String resource) {}

    public String text() {
        List<Allowed> statements = Stream.of(
                        allowed(true, "*"), allowed(false, "arn:aws:ec2:*:*:vpc-endpoint-service/*"))
                .filter(statement -> !statement.action().isEmpty())
                .toList();
        return Json.of(new Policy("2012-10-17", statements));
    }

    private Allowed allowed(boolean reading, String resource) {
        List<String> some = actions.stream()
                .filter(action -> Permissions.isReading(action) == reading)
                .toList();
        return new Allowed("Allow", some, resource);
    }
}
