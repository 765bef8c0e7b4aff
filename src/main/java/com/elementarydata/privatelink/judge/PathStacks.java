package com.elementarydata.privatelink.judge;

import com.elementarydata.privatelink.fleet.ExpectedNetwork;
import com.elementarydata.privatelink.fleet.ExpectedPath;
import com.elementarydata.privatelink.fleet.ExpectedPath.ExpectedEndpoint;
import com.elementarydata.privatelink.fleet.ExpectedPath.ExpectedStacks;
import com.elementarydata.privatelink.fleet.ExpectedPath.ExpectedVpc;
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

    /** The regional VPC's; one that existed before the fleet has none. */
    public Optional<ExpectedStack> regional() {
        if (path.adoptedVpc().isPresent()) {
            return Optional.empty();
        }
        ExpectedStacks stacks = path.stacks();
        Stream<String> subnets = path.zones().stream()
                .flatMap(zone -> Optional.ofNullable(stacks.subnetIds().get(zone)).stream());
        List<String> outputs = Stream.concat(Stream.of(stacks.vpcId(), stacks.peeringId()), subnets)
                .toList();
        return Optional.of(stack(path.endpointRegion(), stacks.regional(), outputs));
    }

    /** The routes' of production, where the fleet makes those to the regional VPC. */
    public Optional<ExpectedStack> production() {
        return path.adoptedVpc().map(ExpectedVpc::routed).orElse(true)
                ? Optional.of(stack(network.region(), path.stacks().production(), List.of()))
                : Optional.empty();
    }

    /** The regional VPC, as the ledger or its stack names it. */
    public Optional<String> vpcId() {
        return path.adoptedVpc()
                .map(ExpectedVpc::vpcId)
                .or(() -> regional().flatMap(stack -> stack.output(path.stacks().vpcId())));
    }

    /** The peering connection of the regional VPC, as the ledger or its stack names it. */
    public Optional<String> peeringId() {
        return path.adoptedVpc()
                .map(ExpectedVpc::peeringId)
                .or(() -> regional().flatMap(stack -> stack.output(path.stacks().peeringId())));
    }

    /** The subnet of a zone, as the ledger or its stack names it. */
    public Optional<String> subnetId(String zone) {
        return path.adoptedVpc().isPresent()
                ? path.adoptedVpc().map(vpc -> vpc.subnetIds().get(zone))
                : regional()
                        .flatMap(stack -> Optional.ofNullable(
                                        path.stacks().subnetIds().get(zone))
                                .flatMap(stack::output));
    }

    /** The customer's in the Region; an endpoint that existed before the fleet is in none. */
    public Optional<ExpectedStack> endpoints() {
        if (path.adoptedEndpoint().isPresent()) {
            return Optional.empty();
        }
        ExpectedStacks stacks = path.stacks();
        return Optional.of(
                stack(path.endpointRegion(), stacks.customer(), List.of(stacks.endpointId(), stacks.dnsName())));
    }

    /** The customer's names'; those in zones of others are in none. */
    public Optional<ExpectedStack> dns() {
        return path.external()
                ? Optional.empty()
                : Optional.of(stack(network.region(), path.stacks().dns(), List.of()));
    }

    private ExpectedStack stack(String region, String name, List<String> outputs) {
        return new ExpectedStack(name, region, outputs, deployed.stack(region, name));
    }

    /** All of them, in the order of their deployment. */
    public List<ExpectedStack> all() {
        return Stream.of(regional(), production(), endpoints(), dns())
                .flatMap(Optional::stream)
                .toList();
    }

    /** The endpoint, as the customer's file or stack names it. */
    public Optional<String> endpointId() {
        return path.adoptedEndpoint()
                .map(ExpectedEndpoint::id)
                .or(() ->
                        endpoints().flatMap(stack -> stack.output(path.stacks().endpointId())));
    }

    /** The endpoint's DNS name, as the customer's file or stack hands it on. */
    public Optional<String> dnsName() {
        return path.adoptedEndpoint()
                .map(ExpectedEndpoint::dnsName)
                .or(() ->
                        endpoints().flatMap(stack -> stack.output(path.stacks().dnsName())));
    }

    /** What names the endpoint: the customer's file or its stack. */
    public String namedBy() {
        return path.adoptedEndpoint().isPresent() ? path.file() : path.stacks().customer();
    }

    /** What EC2 says of that endpoint; empty where it does not know it. */
    public Optional<DeployedEndpoint> endpoint() {
        return endpointId().flatMap(id -> deployed.endpoint(path.endpointRegion(), id));
    }

    /** Where the endpoint has another name than the one that its stack hands on. */
    public Optional<String> staleDnsName(DeployedEndpoint endpoint) {
        return dnsName()
                .filter(name ->
                        !endpoint.dnsNames().isEmpty() && !endpoint.dnsNames().contains(name))
                .map(name -> "%s has the name \"%s\", but %s says \"%s\""
                        .formatted(endpoint.id(), endpoint.dnsNames().get(0), namedBy(), name));
    }

    /** Where the endpoint is in other subnets than those of the zones in the file, which an adopted one may be. */
    public Optional<String> otherZones(DeployedEndpoint endpoint) {
        if (path.adoptedEndpoint().isPresent()) {
            return Optional.empty();
        }
        List<String> written = path.zones().stream()
                .map(zone -> subnetId(zone).orElse("none in " + zone))
                .sorted()
                .distinct()
                .toList();
        return vpcId().isPresent() && !written.equals(endpoint.subnetIds())
                ? Optional.of("%s is in %s, but the files and the regional stack say %s"
                        .formatted(endpoint.id(), String.join(", ", endpoint.subnetIds()), String.join(", ", written)))
                : Optional.empty();
    }

    /** Whether the endpoint is not as the file says now. */
    public boolean isChangedInFile(DeployedEndpoint endpoint) {
        return otherZones(endpoint).isPresent() || !endpoint.serviceName().equals(path.serviceName());
    }
}
