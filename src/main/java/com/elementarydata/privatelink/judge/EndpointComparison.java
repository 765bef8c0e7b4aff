package com.elementarydata.privatelink.judge;

import com.elementarydata.privatelink.fleet.ExpectedPath;
import com.elementarydata.privatelink.observed.DeployedEndpoint;
import java.util.List;
import java.util.Optional;

/**
 * Whether what an endpoint was made from is still what the stacks say: a stack is not told when an output that it has read
 * changes.
 *
 * @param path the connection
 * @param regional the regional VPC's stack
 * @param endpoint the endpoint
 */
public record StaleIds(ExpectedPath path, ExpectedStack regional, DeployedEndpoint endpoint) {

    /** Where the endpoint is in another VPC than the regional stack says now. */
    public Optional<String> vpc() {
        return regional.output(path.stacks().vpcId())
                .filter(vpc -> !vpc.equals(endpoint.vpcId()))
                .map(vpc -> "%s is in \"%s\", but %s says \"%s\""
                        .formatted(endpoint.id(), endpoint.vpcId(), regional.name(), vpc));
    }

    /** Where the endpoint is in subnets that the regional stack no longer names. */
    public Optional<String> subnets() {
        List<String> unknown = unknownSubnets();
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of("%s is in \"%s\", which %s does not name"
                        .formatted(endpoint.id(), String.join("\", \"", unknown), regional.name()));
    }

    private List<String> unknownSubnets() {
        return isDeployed()
                ? endpoint.subnetIds().stream()
                        .filter(subnet -> regional.deployed().stream()
                                .noneMatch(stack -> stack.outputs().containsValue(subnet)))
                        .toList()
                : List.of();
    }

    private boolean isDeployed() {
        return regional.output(path.stacks().vpcId()).isPresent();
    }

    /** Where the endpoint has another name than the one that its stack hands on. */
    public Optional<String> dnsName(ExpectedStack endpoints) {
        return endpoints
                .output(path.stacks().dnsName())
                .filter(name ->
                        !endpoint.dnsNames().isEmpty() && !endpoint.dnsNames().contains(name))
                .map(name -> "%s has the name \"%s\", but %s says \"%s\""
                        .formatted(endpoint.id(), endpoint.dnsNames().get(0), endpoints.name(), name));
    }

    /** Where the endpoint is in subnets of this network, but in others than the file asks for now. */
    public Optional<String> otherZones() {
        List<String> written = path.zones().stream()
                .map(zone -> Optional.ofNullable(path.stacks().subnetIds().get(zone))
                        .flatMap(regional::output)
                        .orElse("none in " + zone))
                .sorted()
                .distinct()
                .toList();
        return isDeployed() && unknownSubnets().isEmpty() && !written.equals(endpoint.subnetIds())
                ? Optional.of("%s is in %s, but the files and the regional stack say %s"
                        .formatted(endpoint.id(), String.join(", ", endpoint.subnetIds()), String.join(", ", written)))
                : Optional.empty();
    }

    /** Whether the endpoint is of this network, but not as the file says now. */
    public boolean isChangedInFile() {
        return otherZones().isPresent() || !endpoint.serviceName().equals(path.serviceName());
    }
}
