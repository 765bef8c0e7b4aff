package com.elementarydata.privatelink.config;

import com.elementarydata.privatelink.config.YamlNode.Mapping;
import com.elementarydata.privatelink.model.ProblemCode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * One of the JSON Schemas that ship beside the fleet's files, so that editors complete and check as this does. It
 * judges the shape of a file; the forms of single values are judged by their types, whose messages are better, and
 * here only if no type reported anything.
 */
final class Schema {

    static final Schema CUSTOMER = new Schema("customer.schema.json");
    static final Schema NETWORK = new Schema("network.schema.json");
    static final Schema HANDOFF = new Schema("handoff.schema.json");
    static final Schema LEDGER = new Schema("addresses.lock.schema.json");

    private static final Set<String> SHAPE =
            Set.of("additionalProperties", "required", "type", "enum", "false", "minItems", "minProperties");
    private static final Set<String> ACCOUNTS = Set.of("account", "awsAccountId");
    private static final int ACCOUNT_DIGITS = 12;

    private static final Map<String, Type> TYPES = Map.of(
            "string", new Type("text", "write its text"),
            "array", new Type("a list", "write a list, as in [a, b]"),
            "object", new Type("a mapping", "write \"key: value\" lines"),
            "integer", new Type("a whole number", "write the number without quotes, as in 443"));

    private final com.networknt.schema.Schema schema;

    /** What a type is called, and what to do for a value of another. */
    private record Type(String words, String remedy) {}

    private Schema(String resource) {
        InputStream content = Objects.requireNonNull(Schema.class.getResourceAsStream(resource), resource);
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(content);
    }

    /** Reports what is wrong with the shape of a file, and finds what is with the forms of its values. */
    FormFindings checkShape(Mapping file, Problems problems) {
        return checkShape(file, problems, (mapping, key) -> false);
    }

    /** The same, but for missing keys that a mapping need not have after all. */
    FormFindings checkShape(Mapping file, Problems problems, BiPredicate<Mapping, String> dispensable) {
        Map<Boolean, List<Finding>> ofShape = schema.validate(file.toJson()).stream()
                .map(error -> new Finding(file, error))
                .collect(Collectors.partitioningBy(
                        finding -> SHAPE.contains(finding.error().getKeyword())));
        List<Finding> findings = ofShape.getOrDefault(true, List.of()).stream()
                .filter(finding -> !finding.isMissingOf(dispensable))
                .toList();
        findings.stream()
                .filter(finding -> !isMistyped(finding, findings))
                .forEach(finding -> reportShape(finding, findings, problems));
        return new FormFindings(ofShape.getOrDefault(false, List.of()));
    }

    /** Whether a key is missing because it was mistyped, which is reported at its place. */
    private boolean isMistyped(Finding finding, List<Finding> findings) {
        return finding.error().getKeyword().equals("required")
                && findings.stream()
                        .anyMatch(other -> surplus(other)
                                .filter(key ->
                                        other.owner().at().equals(finding.node().at()))
                                .flatMap(key -> Suggestion.nearest(meant(other, findings), key))
                                .filter(finding.property()::equals)
                                .isPresent());
    }

    /** A key that is unknown or does not belong there. */
    private static Optional<String> surplus(Finding finding) {
        return switch (finding.error().getKeyword()) {
            case "additionalProperties" -> Optional.of(finding.property());
            case "false" -> Optional.of(finding.name());
            default -> Optional.empty();
        };
    }

    /** What may have been meant by an unexpected key: any known one, or for a misplaced one, one that is missing. */
    private Set<String> meant(Finding finding, List<Finding> findings) {
        return finding.error().getKeyword().equals("additionalProperties")
                ? knownKeys(finding.error())
                : findings.stream()
                        .filter(other -> other.error().getKeyword().equals("required")
                                && other.node().at().equals(finding.owner().at()))
                        .map(Finding::property)
                        .collect(Collectors.toSet());
    }

    private void reportShape(Finding finding, List<Finding> findings, Problems problems) {
        switch (finding.error().getKeyword()) {
            case "additionalProperties" ->
                problems.report(
                        finding.keyAt(finding.property()),
                        ProblemCode.PL111,
                        "unknown key \"%s\"".formatted(finding.property()),
                        Suggestion.among(knownKeys(finding.error()), finding.property()));
            case "required" ->
                problems.report(
                        finding.node().at(),
                        ProblemCode.PL112,
                        "the key \"%s\" is missing".formatted(finding.property()),
                        "add \"%s: …\"".formatted(finding.property()));
            case "false" -> reportMisplaced(finding, findings, problems);
            case "enum" -> reportWord(finding, problems);
            case "type" -> reportType(finding, problems);
            default ->
                problems.report(
                        finding.node().at(),
                        ProblemCode.PL113,
                        "\"%s\" is empty".formatted(finding.name()),
                        "give at least one entry");
        }
    }

    private void reportMisplaced(Finding finding, List<Finding> findings, Problems problems) {
        problems.report(
                finding.keyAt(finding.name()),
                ProblemCode.PL115,
                "the key \"%s\" does not belong to this integration".formatted(finding.name()),
                Suggestion.nearest(meant(finding, findings), finding.name())
                        .map("did you mean \"%s\"?"::formatted)
                        .orElse("leave it out"));
    }

    private static void reportWord(Finding finding, Problems problems) {
        problems.report(
                finding.node().at(),
                ProblemCode.PL114,
                "%s is not allowed for \"%s\"".formatted(finding.node().describe(), finding.name()),
                Suggestion.among(
                        finding.error()
                                .getSchemaNode()
                                .valueStream()
                                .map(JsonNode::asString)
                                .toList(),
                        finding.node().describe().replace("\"", "")));
    }

    private static void reportType(Finding finding, Problems problems) {
        JsonNode types = finding.error().getSchemaNode();
        String wanted = (types.isArray() ? types.path(0) : types).asString("");
        problems.report(
                finding.node().at(),
                ProblemCode.PL113,
                "expected %s, found %s"
                        .formatted(type(wanted).words(), finding.node().describe()),
                remedy(finding, wanted));
    }

    private static String remedy(Finding finding, String wanted) {
        String written = finding.node() instanceof YamlScalar scalar ? scalar.text() : "";
        if (ACCOUNTS.contains(finding.name()) && written.length() != ACCOUNT_DIGITS) {
            return "give the account's 12 digits in quotes";
        }
        if (wanted.equals("object") && written.startsWith("{")) {
            return "remove what makes it text: the quotes, or the \"|\" before it";
        }
        return wanted.equals("string") && !written.isEmpty() && !finding.isNothing()
                ? "quote it: \"%s\"".formatted(written)
                : type(wanted).remedy();
    }

    private static Type type(String wanted) {
        return TYPES.getOrDefault(wanted, new Type("true or false", "write true or false without quotes"));
    }

    private Set<String> knownKeys(Error error) {
        String keyword = error.getSchemaLocation().toString();
        String parent = keyword.substring(keyword.indexOf('#') + 1, keyword.lastIndexOf('/'));
        return schema.getSchemaNode()
                .at(parent + "/properties")
                .propertyStream()
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
