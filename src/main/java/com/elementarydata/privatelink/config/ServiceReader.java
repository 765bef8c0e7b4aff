package com.elementarydata.privatelink.config;

import com.elementarydata.privatelink.config.YamlNode.Mapping;
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

/** Any TCP service that a customer hosts: everything is asked, since nothing can be derived. */
final class ServiceReader implements IntegrationReader {

    private final Problems problems;

    ServiceReader(Problems problems) {
        this.problems = problems;
    }

    @Override
    public Optional<ServiceAddress> read(Mapping connection, Optional<Located<Region>> region) {
        var hostnames = Repetition.report(
                problems.parseAll(connection.texts("hostnames"), ProblemCode.PL210, Hostnames::parse), problems);
        requireBases(hostnames);
        var ports = ports(connection);
        return serviceName(connection, region).map(name -> new ServiceAddress(name, hostnames, ports));
    }

    /** The zone of a wildcard answers for the name before it too, and would say that there is none. */
    private void requireBases(List<Located<Hostname>> hostnames) {
        Set<Hostname> names = hostnames.stream().map(Located::value).collect(Collectors.toSet());
        hostnames.stream()
                .filter(hostname -> !names.contains(hostname.value().withoutWildcard()))
                .forEach(hostname -> problems.report(
                        hostname.at(),
                        ProblemCode.PL210,
                        "\"%s\" would leave \"%s\" without an address"
                                .formatted(hostname, hostname.value().withoutWildcard()),
                        "name both"));
    }

    /** The service's name, which must be one of the Region beside it. */
    Optional<Located<EndpointServiceName>> serviceName(Mapping connection, Optional<Located<Region>> region) {
        var name = connection
                .text("serviceName")
                .flatMap(text -> problems.parse(text, ProblemCode.PL208, EndpointServiceName::parse));
        if (name.isPresent() && region.isPresent()) {
            ServiceNames.requireIn(region.get().value(), name.get(), problems);
        }
        return name;
    }

    /** The TCP ports, each once. */
    List<Port> ports(Mapping connection) {
        return Repetition.report(portsIn(connection, problems), problems).stream()
                .map(Located::value)
                .toList();
    }

    static List<Located<Port>> portsIn(Mapping mapping, Problems problems) {
        return problems.parseAll(mapping.integers("ports"), ProblemCode.PL209, ServiceReader::port);
    }

    private static Port port(String digits) {
        try {
            return Port.of(Integer.parseInt(digits));
        } catch (NumberFormatException tooLarge) {
            throw new InvalidValueException("%s is not a TCP port".formatted(digits), "give a number from 1 to 65535");
        }
    }
}
