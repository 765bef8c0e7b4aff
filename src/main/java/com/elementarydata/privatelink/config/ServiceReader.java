package com.elementarydata.privatelink.config;

import com.elementarydata.privatelink.config.YamlNode.Mapping;
import com.elementarydata.privatelink.model.Located;
import com.elementarydata.privatelink.model.ProblemCode;
import com.elementarydata.privatelink.model.ServiceAddress;
import com.elementarydata.privatelink.net.EndpointServiceName;
import com.elementarydata.privatelink.net.InvalidValueException;
import com.elementarydata.privatelink.net.Port;
import com.elementarydata.privatelink.net.Region;
import java.util.List;
import java.util.Optional;

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
        var ports = ports(connection);
        return serviceName(connection, region).map(name -> new ServiceAddress(name, hostnames, ports));
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
