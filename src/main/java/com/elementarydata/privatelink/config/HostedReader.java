package com.elementarydata.privatelink.config;

import com.elementarydata.privatelink.config.YamlNode.Mapping;
import com.elementarydata.privatelink.integration.Integration;
import com.elementarydata.privatelink.integration.Keys;
import com.elementarydata.privatelink.model.Located;
import com.elementarydata.privatelink.model.ProblemCode;
import com.elementarydata.privatelink.model.ServiceAddress;
import com.elementarydata.privatelink.net.EndpointServiceName;
import com.elementarydata.privatelink.net.Hostname;
import com.elementarydata.privatelink.net.InvalidValueException;
import com.elementarydata.privatelink.net.Port;
import com.elementarydata.privatelink.net.Region;
import com.google.common.net.InternetDomainName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A service that a customer hosts: its exact host, and all names below it if subdomain isolation is enabled, or the
 * list of its names; the integration's ports unless others are given.
 */
record HostedReader(Integration integration, Problems problems) implements IntegrationReader {

    private static final String REMEDY = "give the full name of the service";

    @Override
    public Optional<ServiceAddress> read(Mapping connection, Optional<Located<Region>> region) {
        return integration.has(Keys.HOSTNAME) ? readHost(connection, region) : readHandoff(connection, region);
    }

    /** Reads a list of all names, as the handoff document has for every integration. */
    Optional<ServiceAddress> readHandoff(Mapping mapping, Optional<Located<Region>> region) {
        var hostnames = problems.values(mapping, "hostnames", ProblemCode.PL210, HostedReader::hostname);
        requireBases(hostnames);
        var ports = ports(mapping);
        return serviceName(mapping, region).map(name -> new ServiceAddress(name, hostnames, ports));
    }

    private Optional<ServiceAddress> readHost(Mapping connection, Optional<Located<Region>> region) {
        var hostname = problems.value(connection, "hostname", ProblemCode.PL210, this::host);
        List<Port> ports = ports(connection);
        var name = serviceName(connection, region);
        if (name.isEmpty() || hostname.isEmpty()) {
            return Optional.empty();
        }
        Stream<Located<Hostname>> below = connection.isTrue("subdomainIsolation")
                ? Stream.of(hostname.get().map(host -> Hostname.parse("*." + host)))
                : Stream.empty();
        return Optional.of(new ServiceAddress(
                name.get(), Stream.concat(hostname.stream(), below).toList(), ports));
    }

    private Hostname host(String text) {
        Hostname host = hostname(text);
        if (host.isWildcard()) {
            throw new InvalidValueException(
                    "\"%s\" is a wildcard".formatted(text),
                    integration.has(Keys.SUBDOMAIN_ISOLATION)
                            ? "give the host itself, and \"subdomainIsolation: true\" for the names below it"
                            : "give the host itself");
        }
        return host;
    }

    /** A hostname belongs to one owner, by the list of public suffixes: its zone must hide no more than the service. */
    private static Hostname hostname(String text) {
        Hostname hostname = Hostname.parseServer(text);
        String zone = hostname.withoutWildcard().value();
        if (!InternetDomainName.isValid(zone)) {
            return hostname;
        }
        InternetDomainName domain = InternetDomainName.from(zone);
        if (domain.isPublicSuffix()) {
            throw new InvalidValueException(
                    "\"%s\" is a public suffix, and the names below it belong to others".formatted(text), REMEDY);
        }
        if (domain.isTopDomainUnderRegistrySuffix()) {
            throw new InvalidValueException(
                    "\"%s\" is a whole registered domain, and would hide every name below it".formatted(text), REMEDY);
        }
        return hostname;
    }

    /** A wildcard's zone answers for the name at its apex too, and would hide it. */
    private void requireBases(List<Located<Hostname>> hostnames) {
        Set<Hostname> names = hostnames.stream().map(Located::value).collect(Collectors.toSet());
        hostnames.stream()
                .filter(hostname -> !names.contains(hostname.value().withoutWildcard()))
                .forEach(hostname -> problems.report(
                        hostname.at(),
                        ProblemCode.PL210,
                        "\"%s\" alone would hide \"%s\""
                                .formatted(hostname, hostname.value().withoutWildcard()),
                        "give both"));
    }

    /** The service's name, which must be in the given Region. */
    private Optional<Located<EndpointServiceName>> serviceName(Mapping connection, Optional<Located<Region>> region) {
        return IntegrationReader.serviceName(connection.text("serviceName"), region, problems);
    }

    /** The given ports without duplicates, or the integration's. */
    private List<Port> ports(Mapping mapping) {
        List<Located<Port>> asked = problems.parseAll(mapping.integers("ports"), ProblemCode.PL209, HostedReader::port);
        asked.forEach(port -> problems.parse(
                port.map(Port::toString), ProblemCode.PL209, text -> integration.requireExposable(port.value())));
        List<Port> once = problems.once(asked).stream().map(Located::value).toList();
        return once.isEmpty() ? integration.ports() : once;
    }

    private static Port port(String digits) {
        try {
            return Port.of(Integer.parseInt(digits));
        } catch (NumberFormatException tooLarge) {
            throw new InvalidValueException("%s is not a TCP port".formatted(digits), "give a number from 1 to 65535");
        }
    }
}
