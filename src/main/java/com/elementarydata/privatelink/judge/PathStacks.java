package com.elementarydata.privatelink.judge;

import com.elementarydata.privatelink.fleet.ExpectedNetwork;
import com.elementarydata.privatelink.fleet.ExpectedPath;
import com.elementarydata.privatelink.fleet.ExpectedPath.ExpectedStacks;
import com.elementarydata.privatelink.observed.Deployed;
import com.elementarydata.privatelink.observed.DeployedEndpoint;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The stacks that make a connection, with what each is needed for, and whether its endpoint is as they and the files
 * say. Each is looked for only when it is asked for, as it may not have been seen.
 *
 * @param network Elementary's network
 * @param path the connection
 * @param deployed what AWS says
 */
public record PathStacks(ExpectedNetwork network, ExpectedPath path, Deployed deployed) {

    /** The regional VPC's. */
    public ExpectedStack regional() {
        ExpectedStacks stacks = path.stacks();
        Stream<String> subnets = path.zones().stream()
                .flatMap(zone -> Optional.ofNullable(stacks.subnetIds().get(zone)).stream());
        List<String> outputs = Stream.concat(Stream.of(stacks.vpcId(), stacks.peeringId()), subnets)
                .toList();
        return stack(path.endpointRegion(), stacks.regional(), outputs);
    }

    /** The routes' of production. */
    public ExpectedStack production() {
        return stack(network.region(), path.stacks().production(), List.of());
    }

    /** The customer's in the Region. */
    public ExpectedStack endpoints() {
        ExpectedStacks stacks = path.stacks();
        return stack(path.endpointRegion(), stacks.customer(), List.of(stacks.endpointId(), stacks.dnsName()));
    }

    /** The customer's names'. */
    public ExpectedStack dns() {
        return stack(network.region(), path.stacks().dns(), List.of());
    }

    private ExpectedStack stack(String region, String name, List<String> outputs) {
        return new ExpectedStack(name, region, outputs, deployed.stack(region, name));
    }

    /** All of them, in the order of their deployment. */
    public List<ExpectedStack> all() {
        return List.of(regional(), production(), endpoints(), dns());
    }

    /** The endpoint, as the customer's stack names it. */
    public Optional<String> endpointId() {
        return endpoints().output(path.stacks().endpointId());
    }

    /** What EC2 says of that endpoint; empty where it does not know it. */
    public Optional<DeployedEndpoint> endpoint() {
        return endpointId().flatMap(id -> deployed.endpoint(path.endpointRegion(), id));
    }

    /** Where the endpoint has another name than the one that its stack hands on. */
    public Optional<String> staleDnsName(DeployedEndpoint endpoint) {
        return endpoints()
                .output(path.stacks().dnsName())
                .filter(name ->
                        !endpoint.dnsNames().isEmpty() && !endpoint.dnsNames().contains(name))
                .map(name -> "%s has the name \"%s\", but %s says \"%s\""
                        .formatted(
                                endpoint.id(),
                                endpoint.dnsNames().get(0),
                                path.stacks().customer(),
                                name));
    }

    /** Where the endpoint is in other subnets than those of the zones in the file. */
    public Optional<String> otherZones(DeployedEndpoint endpoint) {
        ExpectedStack regional = regional();
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
    public boolean isChangedInFile(DeployedEndpoint endpoint) {
        return otherZones(endpoint).isPresent() || !endpoint.serviceName().equals(path.serviceName());
    }
}
