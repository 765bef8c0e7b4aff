package com.elementarydata.privatelink.config;

import com.elementarydata.privatelink.config.YamlNode.Mapping;
import com.elementarydata.privatelink.integration.Integration;
import com.elementarydata.privatelink.integration.Keys;
import com.elementarydata.privatelink.integration.OfferedNames;
import com.elementarydata.privatelink.model.Located;
import com.elementarydata.privatelink.model.ProblemCode;
import com.elementarydata.privatelink.model.ServiceAddress;
import com.elementarydata.privatelink.net.EndpointServiceName;
import com.elementarydata.privatelink.net.Hostname;
import com.elementarydata.privatelink.net.InvalidValueException;
import com.elementarydata.privatelink.net.Port;
import com.elementarydata.privatelink.net.Region;
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

    @Override
    public Optional<ServiceAddress> read(Mapping connection, Optional<Located<Region>> region) {
        return integration.has(Keys.HOSTNAME) ? readHost(connection, region) : readHandoff(connection, region);
    }

    /** Reads a list of all names, as the handoff document has for every integration. */
    Optional<ServiceAddress> readHandoff(Mapping mapping, Optional<Located<Region>> region) {
        var hostnames = problems.values(mapping, "hostnames", ProblemCode.PL210, OfferedNames::parse);
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
        Hostname host = OfferedNames.parse(text);
        if (host.isWildcard()) {
            throw new InvalidValueException(
                    "\"%s\" is a wildcard".formatted(text),
                    integration.has(Keys.SUBDOMAIN_ISOLATION)
                            ? "give the host itself, and \"subdomainIsolation: true\" for the names below it"
                            : "give the host itself");
        }
        return host;
    }

    private void requireBases(List<Located<Hostname>> hostnames) {
        Set<Hostname> names = hostnames.stream().map(Located::value).collect(Collectors.toSet());
        hostnames.stream()
                .filter(hostname -> OfferedNames.lacksBase(hostname.value(), names))
                .forEach(hostname -> {
                    InvalidValueException lacking = OfferedNames.lackingBase(hostname.value());
                    problems.report(hostname.at(), ProblemCode.PL210, lacking.what(), lacking.remedy());
                });
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
