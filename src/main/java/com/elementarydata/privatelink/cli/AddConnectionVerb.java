package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.config.ConnectionText;
import com.elementarydata.privatelink.config.HandoffDocument;
import com.elementarydata.privatelink.config.Origin;
import com.elementarydata.privatelink.config.SnowflakeOutput;
import com.elementarydata.privatelink.integration.Integration;
import com.elementarydata.privatelink.integration.Key;
import com.elementarydata.privatelink.integration.Keys;
import com.elementarydata.privatelink.model.Handoff;
import com.elementarydata.privatelink.model.Identifier;
import com.elementarydata.privatelink.model.Refusal;
import com.elementarydata.privatelink.net.EndpointServiceName;
import com.elementarydata.privatelink.net.InvalidValueException;
import com.elementarydata.privatelink.operation.onboard.FleetDraft;
import com.google.common.base.Splitter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;

/** Adds a connection of one integration, from the options of its keys, answers, or a handoff document. */
@Command(mixinStandardHelpOptions = true)
final class AddConnectionVerb implements Callable<Integer> {

    private final Integration integration;
    private final KeyOptions given;

    @Mixin
    private AddOptions options;

    private AddConnectionVerb(Integration integration) {
        this.integration = integration;
        given = new KeyOptions(integration);
    }

    static CommandSpec specOf(Integration integration) {
        AddConnectionVerb verb = new AddConnectionVerb(integration);
        CommandSpec spec = CommandSpec.forAnnotatedObject(verb).name(integration.key());
        verb.given.addTo(spec);
        return spec;
    }

    @Override
    public Integer call() throws IOException {
        return options.add(given.file().orElse(null), this::make);
    }

    private ConnectionText make(FleetDraft fleet, Answers answers) {
        ConnectionText text = new ConnectionText(integration)
                .text("connectivity", given.connectivity(), new Origin.Named(KeyOptions.CONNECTIVITY));
        List<String> hosts =
                given.handoff().map(file -> writeHandoff(file, text)).orElseGet(() -> writeAnswers(answers, text));
        return text.id(options.id(fleet, usualId(hosts)));
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
        InputFile input = InputFile.read(file, options.input());
        Handoff document = HandoffDocument.read(input.name(), input.content(), integration);
        text.handedOff(input.name(), document);
        if (!text.isCrossRegion()) {
            text.texts("availabilityZoneIds", document.availabilityZoneIds(), new Origin.Named(input.name()));
        }
        return List.of(document.host().value());
    }

    /** The service's name comes first, since it tells the Region. */
    private List<String> writeAnswers(Answers answers, ConnectionText text) {
        List<Key> keys = integration.keys().stream()
                .filter(key -> key.option().isPresent())
                .sorted(Comparator.comparing(key -> !key.equals(Keys.SERVICE_NAME)))
                .toList();
        Optional<String> serviceName = Optional.empty();
        List<String> hosts = List.of();
        for (Key key : keys) {
            if (key.form() == Key.Form.PASTED) {
                paste(key, answers, text);
                continue;
            }
            List<String> values = key.equals(Keys.REGION) && integration.has(Keys.SERVICE_NAME)
                    ? region(serviceName, answers)
                    : values(key, answers);
            text.write(key, values, new Origin.Named(KeyOptions.name(key)));
            serviceName = key.equals(Keys.SERVICE_NAME) ? values.stream().findFirst() : serviceName;
            hosts = key.equals(Keys.HOSTNAMES) ? values : hosts;
        }
        return hosts;
    }

    private List<String> values(Key key, Answers answers) {
        List<String> said = given.values(key);
        if (!integration.requiredKeys().contains(key)) {
            return said;
        }
        Key.Option option = key.option().orElseThrow();
        return KeyOptions.isList(key)
                ? answers.needSome(option.name(), said, option.meaning(), option.check())
                : answers
                        .need(option.name(), said.stream().findFirst().orElse(null), option.meaning(), option.check())
                        .stream()
                        .toList();
    }

    /** The given Region, or that in the service's name; asked for if the name is wrong and so has no Region. */
    private List<String> region(Optional<String> serviceName, Answers answers) {
        if (!given.values(Keys.REGION).isEmpty() || serviceName.isEmpty()) {
            return given.values(Keys.REGION);
        }
        try {
            return List.of(EndpointServiceName.parse(serviceName.get()).region().code());
        } catch (InvalidValueException refused) {
            return values(Keys.REGION, answers);
        }
    }

    /** From a file if one is named, otherwise from one line that a person pastes. */
    private void paste(Key key, Answers answers, ConnectionText text) {
        Key.Option option = key.option().orElseThrow();
        Optional<InputFile> input = given.file()
                .map(file -> InputFile.read(file, options.input()))
                .or(() -> answers.need(option.name(), null, option.meaning() + ", in one line", line -> {})
                        .map(line -> new InputFile("the answer", line.getBytes(StandardCharsets.UTF_8))));
        input.ifPresent(pasted -> text.paste(key, pasted.name(), output(pasted)));
    }

    private static SnowflakeOutput output(InputFile input) {
        SnowflakeOutput output = SnowflakeOutput.read(input.name(), input.content());
        if (!output.problems().isEmpty()) {
            throw Refusal.of(output.problems());
        }
        return output;
    }

    /** A generic service is named after the first word of its host, if that can be an id. */
    private String usualId(List<String> hosts) {
        return Stream.of(integration)
                .filter(any -> any.has(Keys.HOSTNAMES))
                .flatMap(any -> hosts.stream())
                .map(host -> Splitter.on('.').splitToList(host).get(0))
                .findFirst()
                .filter(AddConnectionVerb::isId)
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
