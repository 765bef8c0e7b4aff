package com.elementarydata.privatelink.template;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The module's README, which says of requirements, inputs and outputs what the module's files say: between the markers of
 * terraform-docs, in tables like its own.
 *
 * @param module texts by file
 */
record ModuleReadme(Map<String, String> module) {

    private static final Pattern GENERATED =
            Pattern.compile("(?s)(?<=<!-- BEGIN_TF_DOCS -->\n).*?(?=<!-- END_TF_DOCS -->\n)");

    String text() {
        String tables = String.join("\n", requirements(), inputs(), outputs());
        return GENERATED.matcher(file("README.md")).replaceFirst(Matcher.quoteReplacement(tables));
    }

    private String file(String name) {
        return requireNonNull(module.get(name));
    }

    private String requirements() {
        String versions = file("versions.tf");
        return """
                ## Requirements

                | Name | Version |
                |------|---------|
                | terraform | %s |
                | aws | %s |
                """.formatted(text("required_version", versions), text("version", versions));
    }

    private String inputs() {
        return """
                ## Inputs

                | Name | Description | Type | Default | Required |
                |------|-------------|------|---------|:--------:|
                """
                + rows("variable", "variables.tf", variable -> {
                    Optional<String> otherwise = value("default", variable);
                    return " %s | %s | %s |"
                            .formatted(
                                    code(value("type", variable).orElseThrow()),
                                    otherwise.map(ModuleReadme::code).orElse("n/a"),
                                    otherwise.isPresent() ? "no" : "yes");
                });
    }

    private String outputs() {
        return """
                ## Outputs

                | Name | Description |
                |------|-------------|
                """ + rows("output", "outputs.tf", output -> "");
    }

    private String rows(String kind, String file, Function<String, String> more) {
        return Pattern.compile("(?sm)^%s \"(\\w+)\" \\{\n(.*?)^}\n".formatted(kind))
                .matcher(file(file))
                .results()
                .map(block -> "| %s | %s |%s\n"
                        .formatted(block.group(1), text("description", block.group(2)), more.apply(block.group(2))))
                .collect(Collectors.joining());
    }

    private static String text(String attribute, String block) {
        return value(attribute, block).orElseThrow().replaceAll("^\"|\"$", "").replace("\\\"", "\"");
    }

    /** A value of one line, or one that a brace opens and closes. */
    private static Optional<String> value(String attribute, String block) {
        return Pattern.compile("(?m)^ +%s += (.*[{(]\n(?: {4}.*\n)+ {2}}.*|.*)$".formatted(attribute))
                .matcher(block)
                .results()
                .map(found -> found.group(1))
                .findFirst();
    }

    private static String code(String value) {
        return value.contains("\n") ? "<pre>%s</pre>".formatted(value.replace("\n", "<br/>")) : "`%s`".formatted(value);
    }
}
