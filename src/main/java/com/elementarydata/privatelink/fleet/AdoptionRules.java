package com.elementarydata.privatelink.fleet;

import com.elementarydata.privatelink.fleet.Fleet.CustomerConnection;
import com.elementarydata.privatelink.model.AdoptedEndpoint;
import com.elementarydata.privatelink.model.ImportedEndpoint;
import com.elementarydata.privatelink.model.ImportedGroup;
import com.elementarydata.privatelink.model.Problem;
import com.elementarydata.privatelink.model.ProblemCode;
import com.elementarydata.privatelink.model.RegionalAddresses;
import com.elementarydata.privatelink.net.Region;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The rules of endpoints that existed before the fleet. */
final class AdoptionRules {

    private AdoptionRules() {}

    /** Connections of several customers may share an endpoint that exists, which has one name and one hosted zone. */
    static Stream<Problem> describedAlike(Fleet fleet) {
        Map<String, AdoptedEndpoint> first = new HashMap<>();
        return fleet.connections()
                .flatMap(owned -> owned.connection().endpoint().stream())
                .filter(endpoint -> {
                    AdoptedEndpoint other = first.putIfAbsent(endpoint.id().value(), endpoint);
                    return other != null && !other.isDescribedAs(endpoint);
                })
                .map(endpoint -> new Problem(
                        endpoint.id().at(),
                        ProblemCode.PL314,
                        "\"%s\" has another dnsName or hostedZoneId at %s"
                                .formatted(
                                        endpoint.id(),
                                        Objects.requireNonNull(
                                                        first.get(endpoint.id().value()))
                                                .id()
                                                .at()),
                        "write in both what AWS says of the endpoint"));
    }

    /** A customer's stack takes over what is in the VPC of its Region, by the ids of that. */
    static Stream<Problem> besideAdopted(Fleet fleet) {
        return fleet.connections().flatMap(owned -> {
            Region region = owned.connection().endpointRegion(fleet.network().production());
            return Optional.ofNullable(fleet.ledger().regions().get(region))
                            .filter(RegionalAddresses::isAdopted)
                            .isPresent()
                    ? Stream.empty()
                    : imported(owned)
                            .map(endpoint -> new Problem(
                                    endpoint.id().at(),
                                    ProblemCode.PL314,
                                    "\"%s\" is imported, but the VPC in %s is not adopted"
                                            .formatted(endpoint.id(), region),
                                    "delete \"imported: true\" and the security groups"));
        });
    }

    /** A resource belongs to one stack. */
    static Stream<Problem> importedOnce(Fleet fleet) {
        Map<String, String> owners = new HashMap<>();
        return fleet.connections()
                .flatMap(owned -> imported(owned)
                        .flatMap(endpoint -> resources(endpoint)
                                .flatMap(id -> Stream.ofNullable(owners.putIfAbsent(id, owned.name()))
                                        .map(owner -> twice(endpoint, id, owner)))));
    }

    private static Problem twice(AdoptedEndpoint endpoint, String id, String owner) {
        return new Problem(
                endpoint.id().at(),
                ProblemCode.PL314,
                "\"%s\" is imported by %s, too, and belongs to one stack".formatted(id, owner),
                "keep it where it was imported; a group that several use is in securityGroupIds");
    }

    private static Stream<AdoptedEndpoint> imported(CustomerConnection owned) {
        return owned
                .connection()
                .endpoint()
                .filter(endpoint -> endpoint.imported().isPresent())
                .stream();
    }

    private static Stream<String> resources(AdoptedEndpoint endpoint) {
        return Stream.concat(
                Stream.of(endpoint.id().value()),
                endpoint.imported().flatMap(ImportedEndpoint::group).map(ImportedGroup::id).stream());
    }
}
