package com.elementarydata.privatelink.template;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What sets a template for customers apart from the construct. The suite asks it, and so do the differences that are seeded. */
final class Comparison {

    private static final Map<Map<String, String>, JsonNode> CONSTRUCTS = new ConcurrentHashMap<>();

    private Comparison() {}

    /** Whether anything at all sets them apart; a template that cannot be resolved is one that does. */
    static boolean seesDifferenceIn(JsonNode template) {
        return sees(() -> inRefusals(template)) || seesDifferenceInResultsOf(template);
    }

    /** Whether anything does in what becomes of parameters that are right. */
    static boolean seesDifferenceInResultsOf(JsonNode template) {
        return sees(() -> ParameterSets.RIGHT.stream().flatMap(right -> differences(template, right).stream()));
    }

    private static boolean sees(Supplier<Stream<String>> differences) {
        try {
            return differences.get().findFirst().isPresent();
        } catch (RuntimeException broken) {
            return true;
        }
    }

    private static Stream<String> inRefusals(JsonNode template) {
        return Stream.<Supplier<Stream<String>>>of(
                        () -> ParameterForms.differences(template),
                        () -> integrations(template),
                        () -> ParameterSets.WRONG.stream().flatMap(wrong -> differences(template, wrong).stream()))
                .flatMap(Supplier::get);
    }

    /** What the template makes of parameters, and the construct does not, or differently. */
    static List<String> differences(JsonNode template, Map<String, String> right) {
        JsonNode expected = construct(right);
        Deployment deployment = new Deployment(template, right);
        List<String> differences = differences(expected, deployment.resolved());
        return differences.isEmpty() ? deployment.refusals() : differences;
    }

    /** What the construct makes of these; making it takes long enough to be done once. */
    static JsonNode construct(Map<String, String> right) {
        return CONSTRUCTS.computeIfAbsent(right, parameters -> new ConstructFromParameters(parameters).resolved());
    }

    private static List<String> differences(JsonNode expected, JsonNode actual) {
        return Stream.of("Resources", "Outputs")
                .flatMap(section -> {
                    Set<String> names =
                            new LinkedHashSet<>(expected.get(section).propertyNames());
                    names.addAll(actual.get(section).propertyNames());
                    return names.stream().map(name -> "/" + section + "/" + name);
                })
                .filter(entry -> !actual.at(entry).equals(expected.at(entry)))
                .map(entry ->
                        "%s is%n%s, but the construct's%n%s".formatted(entry, actual.at(entry), expected.at(entry)))
                .toList();
    }

    /** Whether the template takes what the construct refuses, or refuses it for another reason. */
    static List<String> differences(JsonNode template, ParameterSets.Wrong wrong) {
        List<String> refusals = new Deployment(template, wrong.parameters()).refusals();
        boolean expected = refusals.size() == 1 && refusals.get(0).startsWith(wrong.refusal());
        return expected
                ? List.of()
                : List.of("%s: %s, not %s".formatted(wrong.parameters(), refusals, wrong.refusal()));
    }

    /** Integrations that only one of the two takes, presets without a use, and ports that the template alone refuses. */
    static Stream<String> integrations(JsonNode template) {
        Set<String> expected = Hosted.ALL.stream().map(Hosted::key).collect(Collectors.toCollection(TreeSet::new));
        Set<String> refused = Hosted.ALL.stream()
                .flatMap(hosted -> hosted.refusedPorts().stream())
                .map(String::valueOf)
                .collect(Collectors.toSet());
        JsonNode presets = template.at("/Mappings/Integrations");
        Stream<String> keys = Stream.of(
                        texts(template.at("/Parameters/Integration/AllowedValues")),
                        new TreeSet<>(presets.propertyNames()))
                .filter(taken -> !taken.equals(expected))
                .map(taken -> "integrations: %s, not %s".formatted(taken, expected));
        // what is said of no path elsewhere, as validators do not see that it is not used
        Stream<String> paths = presets.valueStream()
                .filter(preset -> preset.get("Protocol").asString().equals("TCP")
                        && !preset.get("Path").asString().equals("/"))
                .map(preset -> "a path of a TCP connection: " + preset);
        Stream<String> ports = template.get("Rules").findValues("Fn::Contains").stream()
                .flatMap(arguments -> texts(arguments.get(0)).stream())
                .filter(item -> item.matches("[0-9]+") && !refused.contains(item))
                .map("port %s is refused, but not by the construct"::formatted);
        return Stream.of(keys, paths, ports).flatMap(differences -> differences);
    }

    private static Set<String> texts(JsonNode list) {
        return list.valueStream().map(item -> item.asString("")).collect(Collectors.toCollection(TreeSet::new));
    }
}
