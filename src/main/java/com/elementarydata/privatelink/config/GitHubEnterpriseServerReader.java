package com.elementarydata.privatelink.config;

import com.elementarydata.privatelink.config.YamlNode.Mapping;
import com.elementarydata.privatelink.model.Located;
import com.elementarydata.privatelink.model.ProblemCode;
import com.elementarydata.privatelink.model.ServiceAddress;
import com.elementarydata.privatelink.net.GitHubEnterpriseServerPorts;
import com.elementarydata.privatelink.net.Hostname;
import com.elementarydata.privatelink.net.InvalidValueException;
import com.elementarydata.privatelink.net.Port;
import com.elementarydata.privatelink.net.Region;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A GitHub Enterprise Server that a customer hosts: its exact host, HTTPS unless other ports are asked for, and all names
 * below the host where subdomain isolation is on.
 */
final class GitHubEnterpriseServerReader implements IntegrationReader {

    private final Problems problems;
    private final ServiceReader service;

    GitHubEnterpriseServerReader(Problems problems) {
        this.problems = problems;
        service = new ServiceReader(problems);
    }

    @Override
    public Optional<ServiceAddress> read(Mapping connection, Optional<Located<Region>> region) {
        var hostname = connection
                .text("hostname")
                .flatMap(text -> problems.parse(text, ProblemCode.PL210, GitHubEnterpriseServerReader::host));
        List<Port> ports = ports(connection);
        var name = service.serviceName(connection, region);
        if (name.isEmpty() || hostname.isEmpty()) {
            return Optional.empty();
        }
        Stream<Located<Hostname>> below = connection.isTrue("subdomainIsolation")
                ? Stream.of(hostname.get().map(host -> Hostname.parse("*." + host)))
                : Stream.empty();
        return Optional.of(new ServiceAddress(
                name.get(), Stream.concat(hostname.stream(), below).toList(), ports));
    }

    private static Hostname host(String text) {
        Hostname host = Hostnames.parse(text);
        if (host.isWildcard()) {
            throw new InvalidValueException(
                    "\"%s\" is a wildcard".formatted(text),
                    "give the host itself, and \"subdomainIsolation: true\" for the names below it");
        }
        return host;
    }

    private List<Port> ports(Mapping connection) {
        refuseAdministrative(connection, problems);
        List<Port> asked = service.ports(connection);
        return asked.isEmpty() ? List.of(GitHubEnterpriseServerPorts.HTTPS) : asked;
    }

    /** Ports that are none are reported by who reads them. */
    static void refuseAdministrative(Mapping mapping, Problems problems) {
        ServiceReader.portsIn(mapping, new Problems())
                .forEach(port -> problems.parse(
                        port.map(Port::toString),
                        ProblemCode.PL209,
                        text -> GitHubEnterpriseServerPorts.requireNotAdministrative(port.value())));
    }
}
