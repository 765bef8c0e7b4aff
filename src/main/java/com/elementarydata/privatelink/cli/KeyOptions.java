package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.integration.Integration;
import com.elementarydata.privatelink.integration.Key;
import com.elementarydata.privatelink.integration.Keys;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options of {@code add} for an integration's keys. */
final class KeyOptions {

    static final String HANDOFF = "--handoff";
    static final String CONNECTIVITY = "--connectivity";

    private final Integration integration;
    private final List<OptionSpec> options = new ArrayList<>();

    KeyOptions(Integration integration) {
        this.integration = integration;
        if (integration.isHostedByCustomer()) {
            options.add(text(HANDOFF, "FILE", "The customer's handoff document; - reads standard input."));
        }
        if (integration.crossesRegions()) {
            options.add(OptionSpec.builder(text(
                            CONNECTIVITY,
                            "WORD",
                            "peered, the default, or cross-region: the endpoint is then in production's Region, whose zones"
                                    + " must be given."))
                    .completionCandidates(List.of("peered", "cross-region"))
                    .build());
        }
        integration.keys().stream()
                .flatMap(key -> key.option().map(option -> ofKey(key, option)).stream())
                .forEach(options::add);
    }

    private static OptionSpec text(String name, String label, String description) {
        return OptionSpec.builder(name)
                .type(String.class)
                .paramLabel(label)
                .description(description)
                .build();
    }

    private OptionSpec ofKey(Key key, Key.Option option) {
        OptionSpec.Builder builder = OptionSpec.builder(option.names().toArray(String[]::new))
                .description(description(key, option).replace("%", "%%").replace("$", "$$"));
        if (key.form() == Key.Form.YES) {
            return builder.type(boolean.class).build();
        }
        builder.paramLabel(option.label());
        return isList(key)
                ? builder.type(List.class)
                        .auxiliaryTypes(String.class)
                        .splitRegex(",")
                        .build()
                : builder.type(String.class).build();
    }

    private String description(Key key, Key.Option option) {
        String meaning = Character.toUpperCase(option.meaning().charAt(0))
                + option.meaning().substring(1);
        if (key.form() == Key.Form.PASTED) {
            return meaning + ", in a file; - reads standard input.";
        }
        return key.equals(Keys.REGION) && integration.has(Keys.SERVICE_NAME)
                ? meaning + ". By default the Region in the service's name."
                : meaning + ".";
    }

    static boolean isList(Key key) {
        return key.form() == Key.Form.TEXTS || key.form() == Key.Form.INTEGERS;
    }

    static String name(Key key) {
        return key.option().orElseThrow().name();
    }

    /** Adds them to a command, with the integration's help. */
    void addTo(CommandSpec spec) {
        options.forEach(spec::addOption);
        List<String> examples = examples();
        String heading = examples.stream().filter(line -> !line.startsWith(" ")).count() > 1 ? "Examples:" : "Example:";
        spec.usageMessage()
                .description("Adds a connection to %s.".formatted(integration.summary()))
                .footer(Stream.concat(Stream.of("", heading), examples.stream().map("  "::concat))
                        .map(line -> line.replace("%", "%%").replace("$", "$$"))
                        .toArray(String[]::new));
    }

    private List<String> examples() {
        if (!integration.helpExamples().isEmpty()) {
            return integration.helpExamples();
        }
        String add = "bin/privatelink add %s acme ".formatted(integration.key());
        String values = String.join(
                " \\\n  ",
                integration.requiredKeys().stream()
                        .filter(key -> !(key.equals(Keys.REGION) && integration.has(Keys.SERVICE_NAME)))
                        .map(key -> "%s %s"
                                .formatted(name(key), key.option().orElseThrow().example()))
                        .toList());
        String whole = "%s--discover \\\n  %s".formatted(add, values);
        return Stream.concat(
                        Stream.of(add + "%s handoff.json".formatted(HANDOFF))
                                .filter(line -> integration.isHostedByCustomer()),
                        whole.lines())
                .toList();
    }

    /** The document of the customer's side. */
    Optional<String> handoff() {
        return said(HANDOFF).stream().findFirst();
    }

    Optional<String> connectivity() {
        return said(CONNECTIVITY).stream().findFirst();
    }

    /** The value of the option that may read standard input. */
    Optional<String> file() {
        return handoff()
                .or(() -> integration.keys().stream()
                        .filter(key -> key.form() == Key.Form.PASTED)
                        .flatMap(key -> values(key).stream())
                        .findFirst());
    }

    /** The value given for a key; {@code true} for an option without a value. */
    List<String> values(Key key) {
        return said(name(key));
    }

    /** The options of keys that were given. */
    Stream<String> namesOfGiven() {
        return integration.keys().stream()
                .filter(key -> key.option().isPresent() && !values(key).isEmpty())
                .map(KeyOptions::name);
    }

    private List<String> said(String name) {
        Optional<Object> value = options.stream()
                .filter(option -> List.of(option.names()).contains(name))
                .findFirst()
                .map(OptionSpec::getValue);
        if (value.isEmpty() || value.get().equals(false)) {
            return List.of();
        }
        return value.get() instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of(value.get().toString());
    }
}
