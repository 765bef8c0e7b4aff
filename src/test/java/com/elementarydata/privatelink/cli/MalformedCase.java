package com.elementarydata.privatelink.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One case of {@code src/test/malformed}: what somebody did to the small fleet in {@code base}, and the lines that he is
 * answered with. {@code README.md} there says how cases are written.
 *
 * @param group the name of the file that the case stands in
 * @param title what was done
 * @param changes what was done to which file
 * @param expected the problem lines
 */
record MalformedCase(String group, String title, List<Change> changes, List<String> expected) {

    static final Path FOLDER = Path.of("src/test/malformed");
    private static final Path BASE = FOLDER.resolve("base");

    private static final Pattern HEAD = Pattern.compile("([a-zA-Z.][\\w/.-]*)(?: \\((.+)\\))?:");
    private static final Pattern CHARACTER = Pattern.compile("<U\\+([0-9A-F]{4,6})>");
    private static final Pattern REPEATED = Pattern.compile("<(\\S{1,3})\\*([0-9]+)>");
    private static final Pattern SECRET = Pattern.compile("<secret: ([^>]+)>");

    /** Secrets that are none, in halves, so that nobody who scans this repository for secrets finds one. */
    private static final Map<String, String> SECRETS = Map.ofEntries(
            Map.entry("access key id", "AKIA" + "FAKEFAKEFAKEFAKE"),
            Map.entry("temporary access key id", "ASIA" + "FAKEFAKEFAKEFAKE"),
            Map.entry("secret access key", "secret_access_key" + ": fakefakefakefakefakefakefakefakefakefake"),
            Map.entry("GitHub token", "ghp_" + "fakefakefakefakefakefakefakefakefake"),
            Map.entry("fine-grained GitHub token", "github_pat_" + "fakefakefakefakefakefake"),
            Map.entry("GitLab token", "glpat-" + "fakefakefakefakefake"),
            Map.entry("Databricks token", "dapi" + "00000000000000000000000000000000"),
            Map.entry("Databricks OAuth secret", "dose" + "00000000000000000000000000000000"),
            Map.entry("private key", "-----BEGIN " + "PRIVATE KEY-----"),
            Map.entry(
                    "PGP private key",
                    "-----BEGIN " + "PGP PRIVATE KEY BLOCK----- f -----END " + "PGP PRIVATE KEY BLOCK-----"),
            Map.entry("signed token", "eyJ" + "mYWtlZmFrZWZha2U" + ".ZmFrZWZha2VmYWtl" + ".ZmFrZWZha2VmYWtl"));

    /**
     * What was done to a file.
     *
     * @param file its path in the fleet
     * @param how encoding and line ends, or that it is deleted
     * @param before what is replaced; empty where the whole file is
     * @param after what replaces it
     */
    record Change(String file, List<String> how, List<String> before, List<String> after) {

        void makeIn(Path fleet) throws IOException {
            Path path = fleet.resolve(file);
            if (how.contains("deleted")) {
                Files.delete(path);
                return;
            }
            String text = expand(String.join("\n", after));
            if (before.isEmpty()) {
                text += text.isEmpty() ? "" : "\n";
            } else {
                String old = Files.readString(path);
                String replaced = String.join("\n", before) + (after.isEmpty() ? "\n" : "");
                int first = old.indexOf(replaced);
                assertThat(first)
                        .as("\"%s\" stands once in %s", replaced, file)
                        .isNotNegative()
                        .isEqualTo(old.lastIndexOf(replaced));
                text = old.replace(replaced, text);
            }
            Files.createDirectories(Objects.requireNonNull(path.getParent()));
            Files.write(path, encode(text));
        }

        private byte[] encode(String text) {
            String encoded = how.contains("BOM") ? "\uFEFF" + text : text;
            encoded = how.contains("CRLF") ? encoded.replace("\n", "\r\n") : encoded;
            encoded = how.contains("CR") ? encoded.replace('\n', '\r') : encoded;
            Charset charset = how.stream()
                    .filter(word -> word.matches("UTF.*|ISO.*|windows.*"))
                    .map(Charset::forName)
                    .findFirst()
                    .orElse(StandardCharsets.UTF_8);
            return encoded.getBytes(charset);
        }
    }

    static List<MalformedCase> all() throws IOException {
        List<MalformedCase> cases = new ArrayList<>();
        for (Path group : groups()) {
            cases.addAll(parse(group));
        }
        return cases;
    }

    static List<Path> groups() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }

    private static List<MalformedCase> parse(Path group) throws IOException {
        List<MalformedCase> cases = new ArrayList<>();
        for (String line : Files.readAllLines(group)) {
            if (line.startsWith("== ")) {
                cases.add(new MalformedCase(
                        group.getFileName().toString(), line.substring(3), new ArrayList<>(), new ArrayList<>()));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                cases.get(cases.size() - 1).take(line);
            }
        }
        return cases;
    }

    private void take(String line) {
        Matcher head = HEAD.matcher(line);
        if (line.startsWith("> ")) {
            expected.add(line.substring(2));
        } else if (line.startsWith("-") || line.startsWith("+")) {
            Change last = changes.get(changes.size() - 1);
            if (line.startsWith("-") && !last.after().isEmpty()) {
                last = new Change(last.file(), last.how(), new ArrayList<>(), new ArrayList<>());
                changes.add(last);
            }
            (line.startsWith("-") ? last.before() : last.after()).add(line.length() > 1 ? line.substring(2) : "");
        } else if (head.matches()) {
            List<String> how =
                    head.group(2) == null ? List.of() : List.of(head.group(2).split(", "));
            String file = head.group(1).contains("/") || Files.exists(BASE.resolve(head.group(1)))
                    ? head.group(1)
                    : "customers/" + head.group(1);
            changes.add(new Change(file, how, new ArrayList<>(), new ArrayList<>()));
        } else {
            throw new IllegalArgumentException("%s, %s: what is \"%s\"?".formatted(group, title, line));
        }
    }

    /** The group's file with other problem lines. */
    static void rewrite(Path group, Map<String, List<String>> linesByTitle) throws IOException {
        List<String> rewritten = new ArrayList<>();
        List<String> pending = new ArrayList<>();
        for (String line : Files.readAllLines(group)) {
            if (line.startsWith("> ")) {
                continue;
            }
            if (line.startsWith("== ")) {
                flush(pending, rewritten);
                linesByTitle.getOrDefault(line.substring(3), List.of()).forEach(problem -> pending.add("> " + problem));
            }
            rewritten.add(line);
        }
        flush(pending, rewritten);
        Files.write(group, rewritten);
    }

    private static void flush(List<String> pending, List<String> rewritten) {
        int end = rewritten.size();
        while (end > 0 && rewritten.get(end - 1).isBlank()) {
            end--;
        }
        rewritten.addAll(end, pending);
        pending.clear();
    }

    /** The secrets in what was done, none of which may be answered with. */
    List<String> secrets() {
        return changes.stream()
                .flatMap(change ->
                        SECRET.matcher(String.join("\n", change.after())).results())
                .map(secret -> secret(secret.group(1)).replaceFirst("^secret_access_key: ", ""))
                .toList();
    }

    private static String secret(String name) {
        return Objects.requireNonNull(SECRETS.get(name), name);
    }

    private static String expand(String text) {
        String characters = CHARACTER
                .matcher(text)
                .replaceAll(code -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(code.group(1), 16))));
        String secrets = SECRET.matcher(characters).replaceAll(name -> Matcher.quoteReplacement(secret(name.group(1))));
        return REPEATED.matcher(secrets)
                .replaceAll(of -> Matcher.quoteReplacement(of.group(1).repeat(Integer.parseInt(of.group(2)))));
    }

    /** Writes the fleet with what was done to it. */
    void writeTo(Path fleet) throws IOException {
        try (Stream<Path> paths = Files.walk(BASE)) {
            for (Path path : paths.toList()) {
                Path copy = fleet.resolve(BASE.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(path, copy);
                }
            }
        }
        for (Change change : changes) {
            change.makeIn(fleet);
        }
    }

    /** Whether it is refused, and not only warned of or accepted. */
    boolean isRefused() {
        return expected.stream().anyMatch(line -> !line.contains(" warning: "));
    }

    @Override
    public String toString() {
        return "%s: %s".formatted(group, title);
    }
}
