package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.config.ConnectionText;
import com.elementarydata.privatelink.config.HandoffDocument;
import com.elementarydata.privatelink.config.SnowflakeOutput;
import com.elementarydata.privatelink.integration.Integration;
import com.elementarydata.privatelink.integration.Key;
import com.elementarydata.privatelink.integration.Keys;
import com.elementarydata.privatelink.model.Handoff;
import com.elementarydata.privatelink.model.Identifier;
import com.elementarydata.privatelink.model.Refusal;
import com.elementarydata.privatelink.net.EndpointServiceName;
import com.elementarydata.privatelink.net.InvalidValueException;
import com.google.common.base.Splitter;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The values of an integration's keys: from a handoff document, or from options and answers.
 *
 * @param integration the integration
 * @param given the options
 * @param answers asks for what they do not give
 * @param input what an option may name in place of a file
 * @param isShared whether a vendor shares the service of a name among its customers, and so does not publish its account
 */
record KeyValues(
        Integration integration, KeyOptions given, Answers answers, StandardInput input, Predicate<String> isShared) {

    /** Writes them, and returns the connection's usual id. */
    String writeTo(ConnectionText text) {
        return usualId(given.handoff().map(file -> writeHandoff(file, text)).orElseGet(() -> writeAnswers(text)));
    }

    /** With cross-Region access, the zones are not the service's. */
    private List<String> writeHandoff(String file, ConnectionText text) {
        List<String> twice = given.namesOfGiven()
                .map(option ->
                        "%s cannot be combined with %s, which already gives it".formatted(option, KeyOptions.HANDOFF))
                .toList();
        if (!twice.isEmpty()) {
            throw new Refusal(Refusal.Kind.USAGE, twice);
        }
        String name = StandardInput.nameOf(file);
        Handoff document = HandoffDocument.read(name, input.read(file), integration);
        text.handedOff(name, document);
        if (!text.isCrossRegion()) {
            text.texts("availabilityZoneIds", document.availabilityZoneIds(), name);
        }
        return List.of(document.host().value());
    }

    /** The service's name comes first, since it tells the Region. */
    private List<String> writeAnswers(ConnectionText text) {
        List<Key> keys = integration.keys().stream()
                .filter(key -> key.option().isPresent())
                .sorted(Comparator.comparing(key -> !key.equals(Keys.SERVICE_NAME)))
                .toList();
        Optional<String> serviceName = Optional.empty();
        List<String> hosts = List.of();
        for (Key key : keys) {
            if (key.form() == Key.Form.PASTED) {
                paste(key, text);
                continue;
            }
            List<String> values = values(key, serviceName);
            text.write(key, values, KeyOptions.name(key));
            serviceName = key.equals(Keys.SERVICE_NAME) ? values.stream().findFirst() : serviceName;
            hosts = key.equals(Keys.HOSTNAMES) ? values : hosts;
        }
        return hosts;
    }

    private List<String> values(Key key, Optional<String> serviceName) {
        if (key.equals(Keys.REGION) && integration.has(Keys.SERVICE_NAME)) {
            return region(serviceName);
        }
        return key.equals(Keys.AWS_ACCOUNT_ID) && serviceName.filter(isShared).isPresent()
                ? given.values(key)
                : values(key);
    }

    private List<String> values(Key key) {
        List<String> said = given.values(key);
        if (!integration.requiredKeys().contains(key)) {
            return said;
        }
        Key.Option option = key.option().orElseThrow();
        return KeyOptions.isList(key)
                ? answers.needSome(option.name(), said, option.meaning(), option.check())
                : answers.need(option.name(), said, option.meaning(), option.check());
    }

    /** The given Region, or that in the service's name; asked for if the name is wrong and so has no Region. */
    private List<String> region(Optional<String> serviceName) {
        if (!given.values(Keys.REGION).isEmpty() || serviceName.isEmpty()) {
            return given.values(Keys.REGION);
        }
        try {
            return List.of(EndpointServiceName.parse(serviceName.get()).region().code());
        } catch (InvalidValueException refused) {
            return values(Keys.REGION);
        }
    }

    /** From a file if one is named, otherwise from one line that a person pastes. */
    private void paste(Key key, ConnectionText text) {
        Key.Option option = key.option().orElseThrow();
        String name = given.file().map(StandardInput::nameOf).orElse("the answer");
        given.file()
                .map(input::read)
                .or(() -> answers.paste(option.name(), option.meaning() + ", in one line", line -> read(name, line))
                        .map(line -> line.getBytes(StandardCharsets.UTF_8)))
                .ifPresent(content -> text.paste(key, name, SnowflakeOutput.read(name, content)));
    }

    private static void read(String name, String line) {
        SnowflakeOutput.read(name, line.getBytes(StandardCharsets.UTF_8));
    }

    /** A generic service is named after the first word of its host, if that can be an id. */
    private String usualId(List<String> hosts) {
        return Stream.of(integration)
                .filter(any -> any.has(Keys.HOSTNAMES))
                .flatMap(any -> hosts.stream())
                .map(host -> Splitter.on('.').splitToList(host).get(0))
                .findFirst()
                .filter(KeyValues::isId)
                .orElse(integration.usualId());
    }

    private static boolean isId(String label) {
        try {
            return Identifier.parse(label).value().equals(label);
        } catch (InvalidValueException none) {
            return false;
        }
    }
}
