package com.elementarydata.privatelink.operation.adoption;

import com.elementarydata.privatelink.fleet.Fleet;
import com.elementarydata.privatelink.fleet.StackNames;
import com.elementarydata.privatelink.model.AdoptedEndpoint;
import com.elementarydata.privatelink.model.AdoptedNetwork;
import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.model.Customer;
import com.elementarydata.privatelink.model.DnsState;
import com.elementarydata.privatelink.model.ImportedEndpoint;
import com.elementarydata.privatelink.model.ImportedGroup;
import com.elementarydata.privatelink.model.RegionalAddresses;
import com.elementarydata.privatelink.net.Region;
import com.elementarydata.privatelink.observed.EstateFacts;
import com.elementarydata.privatelink.observed.EstateFacts.FoundEndpoint;
import com.elementarydata.privatelink.observed.EstateFacts.InRegion;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** How a customer's stack takes over the endpoint of a connection, with a security group that nothing else uses. */
final class ConnectionAdoption {

    private final Connection connection;
    private final AdoptedEndpoint endpoint;
    private final Region region;
    private final Optional<AdoptedNetwork> network;
    private final InRegion facts;
    private final Ownership ownership;
    private final Optional<String> owner;
    private final ImportedEndpoint imported;

    ConnectionAdoption(Fleet fleet, Customer customer, Connection connection, EstateFacts facts) {
        this.connection = connection;
        endpoint = connection.endpoint().orElseThrow();
        region = connection.endpointRegion(fleet.network().production());
        network = Optional.ofNullable(fleet.ledger().regions().get(region)).flatMap(RegionalAddresses::adopted);
        this.facts = facts.in(region.code()).orElseGet(InRegion::empty);
        ownership = Ownership.of(StackNames.customer(customer.id().value(), region));
        owner = owner(fleet, customer);
        imported = endpoint.imported().orElseGet(this::groups);
        check();
    }

    /** The connection of another customer that imports the same endpoint. */
    private Optional<String> owner(Fleet fleet, Customer customer) {
        return fleet.connections()
                .filter(other -> !other.customer().equals(customer))
                .filter(other -> other.connection()
                        .endpoint()
                        .filter(one -> one.imported().isPresent()
                                && one.id().value().equals(endpoint.id().value()))
                        .isPresent())
                .map(Fleet.CustomerConnection::name)
                .findFirst();
    }

    private Optional<FoundEndpoint> found() {
        return facts.endpoints().stream()
                .filter(one -> one.endpoint().id().equals(endpoint.id().value()))
                .findFirst();
    }

    private void check() {
        String id = endpoint.id().value();
        Optional<FoundEndpoint> found = found();
        found.ifPresent(one -> ownership.check(id, one.tags()));
        imported.group()
                .map(group -> facts.groups().get(group.id()))
                .ifPresent(group -> ownership.check(group.name(), group.tags()));
        owner.ifPresent(other -> ownership
                .obstacles()
                .add("%s is imported by %s, too, and belongs to one stack: leave it to that".formatted(id, other)));
        if (network.isEmpty()) {
            ownership.obstacles().add("%s is in a VPC in %s that is not adopted".formatted(id, region));
        } else if (found.isEmpty()) {
            ownership.obstacles().add("AWS has no endpoint %s in %s".formatted(id, region));
        } else if (!found.get().endpoint().subnetIds().equals(subnets())) {
            ownership
                    .obstacles()
                    .add("%s is in %s, and not in the subnets of its zones in the ledger, %s; write those there"
                            .formatted(id, found.get().endpoint().subnetIds(), subnets()));
        }
    }

    private List<String> subnets() {
        return connection.availabilityZoneIds().stream()
                .flatMap(zone -> network.map(of -> of.subnetIds().get(zone.value())).stream())
                .filter(Objects::nonNull)
                .sorted()
                .toList();
    }

    /** A group that another endpoint has, too, is nobody's to take over. */
    private ImportedEndpoint groups() {
        List<String> ids = found().map(one -> one.endpoint().securityGroupIds()).orElse(List.of());
        Optional<ImportedGroup> own = Optional.of(ids)
                .filter(all -> all.size() == 1 && isUsedOnce(all.get(0)))
                .flatMap(all -> Optional.ofNullable(facts.groups().get(all.get(0)))
                        .map(group -> new ImportedGroup(all.get(0), group.name(), group.description())));
        return new ImportedEndpoint(own, own.isPresent() ? List.of() : ids);
    }

    private boolean isUsedOnce(String group) {
        return facts.endpoints().stream()
                        .filter(one -> one.endpoint().securityGroupIds().contains(group))
                        .count()
                == 1;
    }

    List<String> obstacles() {
        return ownership.obstacles();
    }

    List<String> notes() {
        return ownership.notes();
    }

    /** What is to be written in place of its {@code endpoint}. */
    List<String> lines() {
        if (endpoint.imported().isPresent()) {
            return List.of();
        }
        String groups = imported.group()
                .map(group -> "  securityGroup: {id: %s, name: %s, description: %s}"
                        .formatted(group.id(), quoted(group.name()), quoted(group.description())))
                .orElseGet(() -> "  securityGroupIds: " + imported.groupIds());
        return List.of(
                "endpoint:",
                "  id: " + endpoint.id(),
                "  dnsName: " + endpoint.dnsName(),
                "  hostedZoneId: " + endpoint.hostedZoneId(),
                "  imported: true",
                groups);
    }

    private static String quoted(String text) {
        return "\"%s\"".formatted(text.replace("\\", "\\\\").replace("\"", "\\\""));
    }

    /** The connection once that is written. */
    Connection taken(boolean named) {
        return new Connection(
                connection.id(),
                connection.integration(),
                connection.address(),
                connection.connectivity(),
                connection.availabilityZoneIds(),
                connection.awsAccountId(),
                named ? DnsState.IMPORTED : connection.dns(),
                Optional.of(new AdoptedEndpoint(
                        endpoint.id(), endpoint.dnsName(), endpoint.hostedZoneId(), Optional.of(imported))));
    }
}
