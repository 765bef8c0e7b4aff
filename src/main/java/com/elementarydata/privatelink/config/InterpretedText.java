package com.elementarydata.privatelink.config;

import com.elementarydata.privatelink.model.Located;
import com.elementarydata.privatelink.model.Position;
import com.elementarydata.privatelink.model.Printable;
import com.elementarydata.privatelink.model.ProblemCode;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Text that something downstream would interpret: CDK tokens, CloudFormation's dynamic references and functions,
 * control characters in a terminal, characters that change the direction of writing for a reader. None of it belongs in
 * a fleet file, so it is refused before it gets any further.
 */
final class InterpretedText {

    private static final Map<String, Pattern> FORMS = new TreeMap<>(Map.of(
            "a placeholder \"${\", which CDK and CloudFormation replace", Pattern.compile("\\$\\{"),
            "a CDK token", Pattern.compile("#\\{Token\\["),
            "a dynamic reference \"{{\", which CloudFormation replaces", Pattern.compile("\\{\\{"),
            "the name of a CloudFormation function", Pattern.compile("\\bFn::"),
            "a control character", Pattern.compile("[\\p{Cc}&&[^\\n\\t]]"),
            "an invisible character", Printable.INVISIBLE));

    private InterpretedText() {}

    /** Refuses invisible characters in comments too, where they mislead a reviewer. */
    static void refuseOutsideOfValues(FileText file, Problems problems) {
        if (file.isPlain()) {
            return;
        }
        Printable.INVISIBLE.matcher(file.text()).results().forEach(invisible -> {
            Position at = file.position(invisible.start());
            if (!problems.anyInLine(at.line())) {
                problems.report(
                        at,
                        ProblemCode.PL401,
                        "\"%s\" is an invisible character".formatted(invisible.group()),
                        "delete it");
            }
        });
    }

    static void refuse(Located<String> text, Problems problems) {
        if (isPlain(text.value())) {
            return;
        }
        FORMS.forEach((name, form) -> {
            if (form.matcher(text.value()).find()) {
                problems.report(
                        text.at(),
                        ProblemCode.PL401,
                        "\"%s\" contains %s".formatted(text, name),
                        "retype the value as plain text");
            }
        });
    }

    /** Whether no form can be in it, as in almost every value: all of them need a brace, a function, or a rare character. */
    private static boolean isPlain(String value) {
        return value.chars().allMatch(c -> c >= ' ' && c <= '~' && c != '{') && !value.contains("Fn::");
    }
}
