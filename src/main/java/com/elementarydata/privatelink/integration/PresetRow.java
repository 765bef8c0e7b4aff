package com.elementarydata.privatelink.integration;

import com.elementarydata.privatelink.net.Port;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A row of {@code presets.txt}, whose head says what a row has.
 *
 * @param values the values by key; a key that is repeated has several
 */
record PresetRow(Map<String, List<String>> values) {

    /** The integration that the row is all of. */
    Integration integration() {
        Facts facts = Facts.named(value("key"), value("title"))
                .addedAs(summary(value("title")), value("id"))
                .requires(Keys.REGION, Keys.AWS_ACCOUNT_ID, Keys.SERVICE_NAME, hostname(value("id")))
                .allows(Keys.PORTS)
                .ports(words("ports").mapToInt(Integer::parseInt).toArray())
                .idleFor(Integer.parseInt(value("idle")))
                .sharedDomains(words("shared").toArray(String[]::new))
                .namesOfOneCustomer(TcpService.DATABASES_OF_AWS)
                .derives(Stream.concat(Stream.of("port " + value("ports")), lines("also").stream())
                        .collect(Collectors.joining("; ")))
                .preset(new Preset(
                        value("certificate"),
                        value("sign-in"),
                        value("note"),
                        lines("source").stream().map(Preset.Source::parse).toList()));
        probe(words("check").toList()).ifPresent(facts::checkedBy);
        return facts.build();
    }

    private static String summary(String title) {
        String article = "AEIOU".indexOf(title.charAt(0)) < 0 ? "a" : "an";
        return "%s %s that the customer hosts, prepared until the customer accepts it".formatted(article, title);
    }

    private static Key hostname(String id) {
        String example = id + ".acme.example";
        return Keys.HOSTNAME.asked("the hostname that the customer's users use, such as " + example, example);
    }

    private static Optional<HealthProbe> probe(List<String> check) {
        return check.equals(List.of("TCP"))
                ? Optional.empty()
                : Optional.of(new HealthProbe(
                        check.get(0),
                        check.get(1),
                        check.stream().skip(2).findFirst().map(Integer::valueOf).map(Port::of)));
    }

    private String value(String key) {
        return lines(key).get(0);
    }

    private Stream<String> words(String key) {
        return lines(key).stream().flatMap(line -> Stream.of(line.split(" ", -1)));
    }

    private List<String> lines(String key) {
        return values.getOrDefault(key, List.of());
    }
}
