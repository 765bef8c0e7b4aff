package com.elementarydata.privatelink.operation.runbook;

import com.elementarydata.privatelink.aws.AwsAccess;
import com.elementarydata.privatelink.aws.EnabledRegions;
import com.elementarydata.privatelink.aws.Endpoints;
import com.elementarydata.privatelink.aws.Stacks;
import com.elementarydata.privatelink.fleet.Fleet.CustomerConnection;
import com.elementarydata.privatelink.fleet.OutputNames;
import com.elementarydata.privatelink.fleet.StackNames;
import com.elementarydata.privatelink.model.AdoptedEndpoint;
import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.model.Customer;
import com.elementarydata.privatelink.model.Identifier;
import com.elementarydata.privatelink.model.Production;
import com.elementarydata.privatelink.model.Refusal;
import com.elementarydata.privatelink.net.Region;
import com.elementarydata.privatelink.observed.DeployedEndpoint;
import com.elementarydata.privatelink.observed.DeployedStack;
import com.elementarydata.privatelink.observed.Reading;
import com.google.common.collect.Maps;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What AWS says about a customer's connections.
 *
 * @param production where connections across Regions have their endpoints
 * @param found by the Region that endpoints are in
 * @param dnsTemplate the template of the customer's hosted zones as they are; empty where there are none
 */
public record LiveConnections(Production production, SortedMap<Region, InRegion> found, String dnsTemplate) {

    /** The customer's stack in a Region, and all endpoints there by their ids. */
    private record InRegion(Optional<DeployedStack> stack, SortedMap<String, DeployedEndpoint> endpoints) {

        Optional<DeployedEndpoint> endpoint(Connection connection) {
            return connection
                    .endpoint()
                    .map(adopted -> adopted.id().value())
                    .or(() -> stack.flatMap(deployed -> deployed.output(
                            OutputNames.endpointId(connection.id().value()))))
                    .flatMap(id -> Optional.ofNullable(endpoints.get(id)));
        }
    }

    /** Asks AWS, all Regions of the customer at once. */
    public static LiveConnections read(AwsAccess access, Customer customer, Production production) {
        SortedSet<Region> regions = customer.connections().stream()
                .map(connection -> connection.endpointRegion(production))
                .collect(Collectors.toCollection(TreeSet::new));
        regions.add(production.region());
        Identifier id = customer.id().value();
        SortedMap<Region, Reading<InRegion>> readings =
                new EnabledRegions(regions, new TreeSet<>()).read(region -> inRegion(access, id, region));
        List<String> notRead = EnabledRegions.notRead(readings);
        if (!notRead.isEmpty()) {
            // what is unknown is not yet to be done
            throw new Refusal(Refusal.Kind.AWS, notRead);
        }
        return new LiveConnections(
                production, Maps.transformValues(readings, Reading::get), dnsTemplate(access, id, production.region()));
    }

    private static InRegion inRegion(AwsAccess access, Identifier customer, Region region) {
        Optional<DeployedStack> stack = new Stacks(access, region).named(StackNames.customer(customer, region));
        return new InRegion(stack, new Endpoints(access, region).all());
    }

    private static String dnsTemplate(AwsAccess access, Identifier customer, Region region) {
        Stacks stacks = new Stacks(access, region);
        String name = StackNames.dns(customer);
        return stacks.named(name)
                .filter(DeployedStack::isComplete)
                .flatMap(stack -> stacks.template(name))
                .orElse("");
    }

    /** An endpoint for a service other than the file's is about to be replaced, and not to be accepted. */
    public DeployedConnection of(CustomerConnection owned) {
        InRegion there = Objects.requireNonNull(found.get(owned.connection().endpointRegion(production)));
        return there.endpoint(owned.connection())
                .filter(endpoint -> endpoint.serviceName()
                        .equals(owned.connection().address().serviceName().toString()))
                .map(endpoint -> new DeployedConnection(
                        Optional.of(endpoint.id()), Optional.of(endpoint.state()), isNamed(owned.connection())))
                .orElse(DeployedConnection.UNKNOWN);
    }

    /** Records of the customer's zones point to the endpoint by the output with its name, or by an adopted one's own. */
    private boolean isNamed(Connection connection) {
        String target = connection
                .endpoint()
                .map(AdoptedEndpoint::dnsName)
                .orElseGet(() -> OutputNames.dnsName(connection.id().value()));
        return Pattern.compile("\\b%s\\b".formatted(Pattern.quote(target)))
                .matcher(dnsTemplate)
                .find();
    }
}
