package com.elementarydata.privatelink.judge;

import com.elementarydata.privatelink.fleet.ExpectedPath;
import com.elementarydata.privatelink.observed.DeployedEndpoint;
import java.util.List;
import java.util.Optional;

/**
 * An endpoint, compared with the customer's file and with what the stacks say.
 *
 * @param path the connection
 * @param regional the regional VPC's stack
 * @param endpoint the endpoint
 */
public record EndpointComparison(ExpectedPath path, ExpectedStack regional, DeployedEndpoint endpoint) {

    /** Where the endpoint has another name than the one that its stack hands on. */
    public Optional<String> staleDnsName(ExpectedStack endpoints) {
        return endpoints
                .output(path.stacks().dnsName())
                .filter(name ->
                        !endpoint.dnsNames().isEmpty() && !endpoint.dnsNames().contains(name))
                .map(name -> "%s has the name \"%s\", but %s says \"%s\""
                        .formatted(endpoint.id(), endpoint.dnsNames().get(0), endpoints.name(), name));
    }

    /** Where the endpoint is in other subnets than those of the zones in the file. */
    public Optional<String> otherZones() {
        List<String> written = path.zones().stream()
                .map(zone -> Optional.ofNullable(path.stacks().subnetIds().get(zone))
                        .flatMap(regional::output)
                        .orElse("none in " + zone))
                .sorted()
                .distinct()
                .toList();
        boolean isDeployed = regional.output(path.stacks().vpcId()).isPresent();
        return isDeployed && !written.equals(endpoint.subnetIds())
                ? Optional.of("%s is in %s, but the files and the regional stack say %s"
                        .formatted(endpoint.id(), String.join(", ", endpoint.subnetIds()), String.join(", ", written)))
                : Optional.empty();
    }

    /** Whether the endpoint is not as the file says now. */
    public boolean isChangedInFile() {
        return otherZones().isPresent() || !endpoint.serviceName().equals(path.serviceName());
    }
}
