package com.elementarydata.privatelink.provider;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One CloudFormation template for all that {@code CustomerEndpointService} can be, made from what it is for each choice. */
final class ProviderTemplate {

    private static final String DESCRIPTION =
            "Offers a service of your VPC to Elementary over AWS PrivateLink: an internal network load balancer that admits "
                    + "Elementary's clients alone, and an endpoint service that only Elementary may ask to connect to, and "
                    + "that you accept. Send Elementary the output Handoff. The resources are kept when the stack is deleted.";

    private static final Pattern CONDITION = Pattern.compile("\"Fn::If\":\\[\"(\\w+)\"|\"Condition\":\"(\\w+)\"");

    private final ObjectNode template = JsonNodeFactory.instance.objectNode();

    private ProviderTemplate() {}

    /**
     * The template.
     *
     * @param synthesized the template of each offer
     */
    static ObjectNode of(Map<Offer, JsonNode> synthesized) {
        ProviderTemplate made = new ProviderTemplate();
        ObjectNode resources = merge(synthesized, "Resources");
        ObjectNode outputs = merge(synthesized, "Outputs");
        made.template.put("AWSTemplateFormatVersion", "2010-09-09");
        made.template.put("Description", DESCRIPTION);
        made.metadata();
        made.parameters();
        made.template.set("Rules", Rules.define());
        made.conditions(resources, outputs);
        made.template.set("Resources", resources);
        made.template.set("Outputs", outputs);
        return made.template;
    }

    private static ObjectNode merge(Map<Offer, JsonNode> synthesized, String section) {
        Map<Offer, JsonNode> sections = new LinkedHashMap<>();
        synthesized.forEach((offer, template) -> {
            ObjectNode substituted = JsonNodeFactory.instance.objectNode();
            template.get(section)
                    .properties()
                    .forEach(entry -> substituted.set(entry.getKey(), Substitution.of(entry.getValue())));
            sections.put(offer, substituted);
        });
        return (ObjectNode) Merge.of(sections);
    }

    private void metadata() {
        ObjectNode console = template.putObject("Metadata").putObject("AWS::CloudFormation::Interface");
        ArrayNode groups = console.putArray("ParameterGroups");
        for (Parameter.Group group : Parameter.Group.values()) {
            ObjectNode shown = groups.addObject();
            shown.putObject("Label").put("default", group.label());
            ArrayNode names = shown.putArray("Parameters");
            Parameters.ALL.stream()
                    .filter(parameter -> parameter.group() == group)
                    .forEach(parameter -> names.add(parameter.name()));
        }
        ObjectNode labels = console.putObject("ParameterLabels");
        Parameters.ALL.forEach(parameter -> labels.putObject(parameter.name()).put("default", parameter.label()));
    }

    private void parameters() {
        ObjectNode parameters = template.putObject("Parameters");
        Parameters.ALL.forEach(parameter -> parameters.set(parameter.name(), parameter.toJson()));
    }

    private void conditions(JsonNode... users) {
        Set<String> used = Stream.of(users)
                .flatMap(user -> CONDITION.matcher(user.toString()).results())
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        ObjectNode conditions = template.putObject("Conditions");
        Conditions.definitions(used).forEach(conditions::set);
    }

    /** Ids that say what they are of: CDK's end in a hash, and those of a port carry its stand-in. */
    static String shortId(String logicalId) {
        Matcher matcher = Pattern.compile("(\\w+?)(?:6100([1-4]))?[0-9A-F]{8}").matcher(logicalId);
        if (!matcher.matches()) {
            return logicalId;
        }
        return matcher.group(2) == null ? matcher.group(1) : matcher.group(1) + matcher.group(2);
    }
}
