package com.elementarydata.privatelink.fleet;

import com.elementarydata.privatelink.fleet.Fleet.CustomerConnection;
import com.elementarydata.privatelink.model.Problem;
import com.elementarydata.privatelink.model.ProblemCode;
import com.elementarydata.privatelink.net.EndpointServiceName;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A service that a customer hosts belongs to that customer alone; a vendor's serves many. */
final class ServiceOfOneCustomer implements FleetRule {

    @Override
    public Stream<Problem> check(Fleet fleet) {
        Map<String, List<CustomerConnection>> byService = fleet.connections()
                .filter(owned -> owned.connection().integration().isHostedByCustomer())
                .collect(Collectors.groupingBy(owned -> service(owned).toString(), TreeMap::new, Collectors.toList()));
        return byService.values().stream().flatMap(ServiceOfOneCustomer::check);
    }

    private static EndpointServiceName service(CustomerConnection owned) {
        return owned.connection().address().serviceName().value();
    }

    private static Stream<Problem> check(List<CustomerConnection> sameService) {
        return sameService.stream()
                .flatMap(one -> sameService.stream()
                        .filter(other ->
                                !other.customer().file().equals(one.customer().file()))
                        .map(other -> new Problem(
                                one.connection().address().serviceName().at(),
                                ProblemCode.PL309,
                                "the service \"%s\" is also used by the customer \"%s\" (%s)"
                                        .formatted(
                                                service(one),
                                                other.customer().id(),
                                                other.connection()
                                                        .address()
                                                        .serviceName()
                                                        .at()),
                                "find out whose it is; it may have been copied from the other file")));
    }
}
