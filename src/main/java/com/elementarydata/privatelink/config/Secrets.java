package com.elementarydata.privatelink.config;

import com.elementarydata.privatelink.model.Located;
import com.elementarydata.privatelink.model.ProblemCode;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Secrets that people paste: refused anywhere in a file, even in a comment, and masked before anything else reads it,
 * so that no message repeats one.
 */
final class Secrets {

    private static final Map<String, Pattern> FORMS = new TreeMap<>(Map.of(
            "an AWS access key ID", Pattern.compile("\\b(AKIA|ASIA)[A-Z0-9]{16}\\b"),
            "an AWS secret access key",
                    Pattern.compile("(?i)secret_?access_?key[\"']?\\s*[:=]\\s*[\"']?[A-Za-z0-9/+=]{40}"),
            "a GitHub token", Pattern.compile("\\b(gh[pousr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,})"),
            "a GitLab token",
                    Pattern.compile("\\bgl(agent|cbt|dt|ffct|ft|imt|oas|pat|ptt|rt|soat)-[A-Za-z0-9_.-]{20,}"),
            "a Databricks token", Pattern.compile("\\b(dapi|dose)[0-9a-f]{32}\\b"),
            "a private key",
                    Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY( BLOCK)?-----(?s:.*?)"
                            + "(-----END [A-Z ]*PRIVATE KEY( BLOCK)?-----|\\z)"),
            "a key of 40 characters, such as an AWS secret access key",
                    Pattern.compile("(?<![A-Za-z0-9/+=])(?=[A-Za-z0-9/+]{0,39}[A-Z])(?=[A-Za-z0-9/+]{0,39}[a-z])"
                            + "(?=[A-Za-z0-9/+]{0,39}[0-9])[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])"),
            "an AWS session token", Pattern.compile("\\b(IQoJ|FwoG|FQoG)[A-Za-z0-9/+=]{60,}"),
            "a signed token, such as a Snowflake programmatic access token",
                    Pattern.compile("\\beyJ[A-Za-z0-9_-]{10,1000}+\\.[A-Za-z0-9_-]{10,}+\\.[A-Za-z0-9_-]{10,}")));

    private Secrets() {}

    /** The text with every secret masked; the places of everything else don't change. */
    static FileText blotOut(FileText file, Problems problems) {
        StringBuilder blotted = new StringBuilder(file.text());
        FORMS.forEach((name, form) -> {
            Matcher matcher = form.matcher(file.text());
            while (matcher.find()) {
                problems.report(
                        file.position(matcher.start()),
                        ProblemCode.PL402,
                        "this looks like %s".formatted(name),
                        "revoke it, since git remembers it, and remove it from the file");
                blotted.replace(matcher.start(), matcher.end(), blot(matcher.group()));
            }
        });
        return new FileText(file.file(), blotted.toString());
    }

    /** The text of a value with every secret masked that escapes had hidden. */
    static String blotOut(Located<String> value, Problems problems) {
        Problems found = new Problems();
        FileText blotted = blotOut(new FileText(value.at().file(), value.value()), found);
        found.sorted().forEach(secret -> problems.report(secret.movedTo(value.at())));
        return blotted.text();
    }

    private static String blot(String secret) {
        return secret.replaceAll("[^\\r\\n]", "x");
    }
}
