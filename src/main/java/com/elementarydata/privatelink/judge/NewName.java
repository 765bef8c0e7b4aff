package com.elementarydata.privatelink.judge;

import com.elementarydata.privatelink.integration.Integration;
import com.elementarydata.privatelink.integration.Integrations;
import com.elementarydata.privatelink.integration.PublicNames.Surprise;
import com.elementarydata.privatelink.model.Check;
import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.net.DnsAnswer;
import com.elementarydata.privatelink.net.Elementary;
import com.elementarydata.privatelink.net.Hostname;
import com.elementarydata.privatelink.net.Region;
import com.elementarydata.privatelink.observed.DnsFacts;
import com.elementarydata.privatelink.observed.DomainNames;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A name of a connection that has no private hosted zone yet, judged by where it points today.
 *
 * @param hostname the name
 * @param integration whose expectation decides
 * @param region the Region of the connection's service
 */
public record NewName(Hostname hostname, Integration integration, Region region) {

    /** Where it points today is what the integration expects. */
    public static final Check CHECK = new Check("PD208", "new names");

    /** The names of a connection. */
    public static Stream<NewName> of(Connection connection) {
        return connection.address().names().stream()
                .map(name -> new NewName(name, connection.integration(), connection.serviceRegion()));
    }

    /** A finding for each name that was answered for, and one for all others. */
    public static List<Finding> judge(Collection<NewName> names, DnsFacts facts) {
        Stream<Finding> answered = names.stream()
                .flatMap(name -> facts.of(name.hostname).map(answer -> name.judge(answer, facts.resolver())).stream());
        String missing = names.stream()
                .filter(name -> facts.of(name.hostname).isEmpty())
                .map(name -> name.hostname.value())
                .collect(Collectors.joining(", "));
        Stream<Finding> unanswered = Stream.of(missing)
                .filter(list -> !list.isEmpty())
                .map(list -> CHECK.unknown(
                        "not resolved, since %s did not answer: %s".formatted(facts.resolver(), list),
                        "name another resolver with --resolver"));
        return Stream.concat(answered, unanswered).toList();
    }

    private Finding judge(DnsAnswer answer, String resolver) {
        String points = answer.resolves() || !answer.aliases().isEmpty()
                ? "%s points to %s today".formatted(hostname, answer.target())
                : "%s does not resolve today".formatted(hostname);
        String found = "%s, as %s answers".formatted(points, resolver);
        return foreign(answer)
                .or(() -> integration.publicNames().surprise(answer, region))
                .map(surprise -> CHECK.warning("%s; %s".formatted(found, surprise.why()), surprise.remedy()))
                .orElseGet(() -> CHECK.passed(found));
    }

    /** An alias in a domain of Elementary's, or of a vendor that does not offer this service. */
    private Optional<Surprise> foreign(DnsAnswer answer) {
        return answer.aliases().stream()
                .flatMap(alias -> owner(alias).stream())
                .findFirst()
                .map(owner -> new Surprise(
                        "that is a host of %s".formatted(owner),
                        "find out who offers the service, and correct the hostname"));
    }

    private Optional<String> owner(String alias) {
        if (DomainNames.covers(Elementary.DOMAIN, alias)) {
            return Optional.of("Elementary's own");
        }
        return Integrations.sharing(alias)
                .filter(vendor -> integration.isHostedByCustomer() || !vendor.equals(integration))
                .map(vendor -> "the vendor of %s, not of the customer".formatted(vendor.title()));
    }
}
