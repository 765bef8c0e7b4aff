package com.elementarydata.privatelink.operation.provider;

import com.elementarydata.privatelink.net.Region;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A link to the console's form for a new stack, filled in.
 *
 * @param region where the stack is to be, in the partition {@code aws}
 * @param templateUrl where the template is, in a bucket of S3
 * @param stackName what the stack is to be called
 * @param parameters the parameters by name; what is not among them the console asks for
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cfn-console-create-stacks-quick-create-links.html">Quick-create
 *     links</a>
 */
public record QuickCreateLink(Region region, URI templateUrl, String stackName, Map<String, String> parameters) {

    /** What CloudFormation would refuse of the parameters by themselves. */
    public List<String> problems(JsonNode template) {
        List<String> problems = new ArrayList<>();
        parameters.forEach((name, value) ->
                problem(template.path("Parameters").path(name), name, value).ifPresent(problems::add));
        return problems;
    }

    private static Optional<String> problem(JsonNode parameter, String name, String value) {
        if (parameter.isMissingNode()) {
            return Optional.of("the template has no parameter \"%s\"; see its Parameters".formatted(name));
        }
        boolean list = parameter.path("Type").asString().endsWith("List");
        List<String> items = list ? Arrays.asList(value.split(",", -1)) : List.of(value);
        List<String> allowed = parameter
                .path("AllowedValues")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
        String pattern = parameter.path("AllowedPattern").asString(".*");
        boolean right =
                items.stream().allMatch(item -> (allowed.isEmpty() || allowed.contains(item)) && item.matches(pattern));
        String wanted = allowed.isEmpty()
                ? parameter.path("ConstraintDescription").asString("")
                : "one of " + String.join(", ", allowed);
        return right ? Optional.empty() : Optional.of("%s=%s is not valid; give %s".formatted(name, value, wanted));
    }

    @Override
    public String toString() {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("templateURL", templateUrl.toString());
        query.put("stackName", stackName);
        parameters.forEach((name, value) -> query.put("param_" + name, value));
        return "https://%s.console.aws.amazon.com/cloudformation/home?region=%s#/stacks/create/review?%s"
                .formatted(
                        region.code(),
                        region.code(),
                        query.entrySet().stream()
                                .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
                                .collect(Collectors.joining("&")));
    }

    /** A plus is a plus in a fragment. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
