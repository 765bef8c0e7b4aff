package com.elementarydata.privatelink.config;

import com.elementarydata.privatelink.model.Located;
import com.elementarydata.privatelink.model.ProblemCode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Secrets that people paste: refused anywhere in a file, even in a comment, and masked before anything else reads it,
 * so that no message repeats one.
 */
final class Secrets {

    /** As long as the shortest of them. */
    private static final int SHORTEST = 20;

    private static final int LONG_KEY = 40;

    private static final List<Form> FORMS = List.of(
            form("a Databricks token", "\\b(dapi|dose)[0-9a-f]{32}\\b", "dapi", "dose"),
            form(
                    "a GitHub token",
                    "\\b(gh[pousr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,})",
                    "ghp_",
                    "gho_",
                    "ghu_",
                    "ghs_",
                    "ghr_",
                    "github_pat_"),
            form("a GitLab token", "\\bgl(agent|cbt|dt|ffct|ft|imt|oas|pat|ptt|rt|soat)-[A-Za-z0-9_.-]{20,}", "gl"),
            formOfKey(
                    "a key of 40 characters, such as an AWS secret access key",
                    "(?<![A-Za-z0-9/+=])(?=[A-Za-z0-9/+]{0,39}[A-Z])(?=[A-Za-z0-9/+]{0,39}[a-z])"
                            + "(?=[A-Za-z0-9/+]{0,39}[0-9])[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])"),
            form(
                    "a private key",
                    "-----BEGIN [A-Z ]*PRIVATE KEY( BLOCK)?-----(?s:.*?)"
                            + "(-----END [A-Z ]*PRIVATE KEY( BLOCK)?-----|\\z)",
                    "-----BEGIN "),
            form(
                    "a signed token, such as a Snowflake programmatic access token",
                    "\\beyJ[A-Za-z0-9_-]{10,1000}+\\.[A-Za-z0-9_-]{10,}+\\.[A-Za-z0-9_-]{10,}",
                    "eyJ"),
            form("an AWS access key ID", "\\b(AKIA|ASIA)[A-Z0-9]{16}\\b", "AKIA", "ASIA"),
            formOfKey("an AWS secret access key", "(?i)secret_?access_?key[\"']?\\s*[:=]\\s*[\"']?[A-Za-z0-9/+=]{40}"),
            form("an AWS session token", "\\b(IQoJ|FwoG|FQoG)[A-Za-z0-9/+=]{60,}", "IQoJ", "FwoG", "FQoG"));

    /**
     * The form of a kind of secret.
     *
     * @param signs texts of which each such secret has one, which are found sooner; none for one with a key of 40 characters
     */
    private record Form(String name, Pattern pattern, List<String> signs) {

        boolean isPossibleIn(String text, boolean hasLongKey) {
            return signs.isEmpty() ? hasLongKey : signs.stream().anyMatch(text::contains);
        }
    }

    private Secrets() {}

    private static Form form(String name, String pattern, String... signs) {
        return new Form(name, Pattern.compile(pattern), List.of(signs));
    }

    private static Form formOfKey(String name, String pattern) {
        return form(name, pattern);
    }

    /** The text with every secret masked; the places of everything else don't change. */
    static FileText blotOut(FileText file, Problems problems) {
        StringBuilder blotted = new StringBuilder(file.text());
        boolean hasLongKey = hasLongKey(file.text());
        for (Form form : FORMS) {
            if (!form.isPossibleIn(file.text(), hasLongKey)) {
                continue;
            }
            Matcher matcher = form.pattern().matcher(file.text());
            while (matcher.find()) {
                problems.report(
                        file.position(matcher.start()),
                        ProblemCode.PL402,
                        "this looks like %s".formatted(form.name()),
                        "revoke it, since git remembers it, and remove it from the file");
                blotted.replace(matcher.start(), matcher.end(), blot(matcher.group()));
            }
        }
        return new FileText(file.file(), blotted.toString());
    }

    /** The text of a value with every secret masked that escapes had hidden. */
    static String blotOut(Located<String> value, Problems problems) {
        if (value.value().length() < SHORTEST) {
            return value.value();
        }
        Problems found = new Problems();
        FileText blotted = blotOut(new FileText(value.at().file(), value.value()), found);
        found.sorted().forEach(secret -> problems.report(secret.movedTo(value.at())));
        return blotted.text();
    }

    private static boolean hasLongKey(String text) {
        int length = 0;
        for (int i = 0; i < text.length() && length < LONG_KEY; i++) {
            char c = text.charAt(i);
            boolean ofKey =
                    (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '/' && c <= '9') || c == '+' || c == '=';
            length = ofKey ? length + 1 : 0;
        }
        return length == LONG_KEY;
    }

    private static String blot(String secret) {
        return secret.replaceAll("[^\\r\\n]", "x");
    }
}
