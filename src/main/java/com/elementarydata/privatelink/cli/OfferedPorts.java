package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.integration.Integration;
import com.elementarydata.privatelink.model.Refusal;
import com.elementarydata.privatelink.net.InvalidValueException;
import com.elementarydata.privatelink.net.Port;
import com.elementarydata.privatelink.observed.ProviderFacts;
import com.google.common.primitives.Ints;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The ports of an endpoint service that Elementary uses. A load balancer may have listeners for others too, and nothing of
 * those is opened.
 *
 * @param integration what is behind the service, where it was said
 * @param facts what AWS says of it
 */
record OfferedPorts(Optional<Integration> integration, ProviderFacts facts) {

    /**
     * Those that were given, or the integration's, or that of the only listener. A person is asked otherwise.
     *
     * @return ascending, each once
     */
    List<Integer> choose(List<Integer> given, Answers answers) {
        List<Integer> usual = integration.stream()
                .flatMap(known -> known.ports().stream())
                .map(Port::number)
                .toList();
        List<Integer> known = Stream.of(given, usual, only())
                .filter(ports -> !ports.isEmpty())
                .findFirst()
                .orElse(List.of());
        if (!known.isEmpty() || facts.ports().isEmpty()) {
            return checked(known.stream().map(String::valueOf));
        }
        List<String> answered = answers.needSome(ProviderCheckVerb.PORT, List.of(), meaning(), this::check);
        answers.requireAll();
        return checked(answered.stream());
    }

    private List<Integer> only() {
        return facts.ports().size() == 1 ? facts.ports() : List.of();
    }

    private String meaning() {
        return facts.loadBalancers().stream()
                .flatMap(balancer -> balancer.listeners().stream())
                .map(listener -> "%s %d".formatted(listener.protocol(), listener.port()))
                .distinct()
                .collect(Collectors.joining(
                        ", ", "the ports that Elementary uses, such as 443; there are listeners on ", ""));
    }

    private List<Integer> checked(Stream<String> ports) {
        try {
            return ports.peek(this::check)
                    .map(Integer::valueOf)
                    .distinct()
                    .sorted()
                    .toList();
        } catch (InvalidValueException refused) {
            throw new Refusal(
                    Refusal.Kind.USAGE,
                    List.of("%s: %s; %s".formatted(ProviderCheckVerb.PORT, refused.what(), refused.remedy())));
        }
    }

    private void check(String text) {
        Integer number = Ints.tryParse(text);
        if (number == null) {
            throw new InvalidValueException(
                    "\"%s\" is not a TCP port".formatted(text), "give a number from 1 to 65535");
        }
        Port port = Port.of(number);
        integration.ifPresent(known -> known.requireExposable(port));
    }
}
