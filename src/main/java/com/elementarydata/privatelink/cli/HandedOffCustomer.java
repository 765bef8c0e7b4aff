package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.model.DnsState;
import com.elementarydata.privatelink.model.Handoff;
import com.elementarydata.privatelink.model.Integration;
import com.elementarydata.privatelink.model.Located;
import com.elementarydata.privatelink.net.Hostname;
import java.util.List;

/**
 * A customer's file, made from what the customer handed off.
 *
 * @param customer the customer's id
 * @param connection the connection's id
 * @param handoff what was handed off
 * @param dns whether the hostnames lead to it
 */
record HandedOffCustomer(String customer, String connection, Handoff handoff, DnsState dns) {

    String yaml() {
        return """
                # yaml-language-server: $schema=../customer.schema.json
                id: %s
                connections:
                  - id: %s
                    integration: %s
                    region: %s
                    availabilityZoneIds: %s
                    awsAccountId: "%s"
                    serviceName: %s
                %s    ports: %s
                    dns: %s
                """.formatted(
                        customer,
                        connection,
                        handoff.integration(),
                        handoff.address().serviceName().value().region(),
                        handoff.availabilityZoneIds(),
                        handoff.awsAccountId(),
                        handoff.address().serviceName(),
                        hostnames(),
                        handoff.address().ports(),
                        dns);
    }

    private String hostnames() {
        List<Hostname> names =
                handoff.address().hostnames().stream().map(Located::value).toList();
        if (handoff.integration() != Integration.GITHUB_ENTERPRISE_SERVER) {
            return "    hostnames: %s\n"
                    .formatted(names.stream().map("\"%s\""::formatted).toList());
        }
        String host = names.stream()
                .filter(name -> !name.isWildcard())
                .findFirst()
                .orElseThrow()
                .toString();
        return "    hostname: %s\n    subdomainIsolation: %s\n"
                .formatted(host, names.stream().anyMatch(Hostname::isWildcard));
    }
}
