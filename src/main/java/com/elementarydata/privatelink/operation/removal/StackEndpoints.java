package com.elementarydata.privatelink.operation.removal;

import com.elementarydata.privatelink.fleet.OutputNames;
import com.elementarydata.privatelink.observed.DeployedEndpoint;
import com.elementarydata.privatelink.observed.DeployedStack;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A stack of endpoints, and those that it created.
 *
 * @param stack the stack
 * @param named those that its outputs name
 * @param kept the replaced ones left behind: no stack deletes them, and they hold on to its security groups
 */
public record StackEndpoints(DeployedStack stack, List<DeployedEndpoint> named, List<DeployedEndpoint> kept) {

    /** Finds them among all of an account's in the stack's Region. */
    static StackEndpoints of(DeployedStack stack, Collection<DeployedEndpoint> all) {
        Set<String> ids = stack.outputs().entrySet().stream()
                .filter(output -> OutputNames.isEndpointId(output.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
        List<DeployedEndpoint> named =
                all.stream().filter(endpoint -> ids.contains(endpoint.id())).toList();
        Set<String> groups = named.stream()
                .flatMap(endpoint -> endpoint.securityGroupIds().stream())
                .collect(Collectors.toSet());
        List<DeployedEndpoint> kept = all.stream()
                .filter(endpoint -> !ids.contains(endpoint.id()))
                .filter(endpoint -> !endpoint.is("deleting") && !endpoint.is("deleted"))
                .filter(endpoint -> !Collections.disjoint(endpoint.securityGroupIds(), groups))
                .toList();
        return new StackEndpoints(stack, named, kept);
    }

    /** All that may still be in use. */
    Stream<DeployedEndpoint> all() {
        return Stream.concat(named.stream(), kept.stream());
    }
}
