package com.elementarydata.privatelink.aws;

import com.elementarydata.privatelink.net.EndpointServiceName;
import com.elementarydata.privatelink.net.Region;
import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.ec2.Ec2Client;

/**
 * Who owns endpoint services, as far as they are visible from a Region. EC2 refuses to say anything of many services where
 * one of them is not visible, so they are asked for in halves then, and only so often.
 *
 * @param access with the credentials of who connects
 * @param region the Region of the endpoints
 */
record ServiceOwners(AwsAccess access, Region region) {

    private static final int AT_ONCE = 100;

    /** What is not known after so many calls is left open. */
    private static final int MOST_CALLS = 30;

    static final List<Permission> ASKED = EndpointServices.ASKED;

    /** The accounts by the services' names. */
    SortedMap<String, String> of(Collection<EndpointServiceName> services) {
        SortedMap<String, String> owners = new TreeMap<>();
        if (services.isEmpty()) {
            return owners;
        }
        // a service of another Region is asked for by itself
        List<String> names = services.stream()
                .filter(service -> service.region().equals(region))
                .map(EndpointServiceName::toString)
                .toList();
        return access.ask(region, Ec2Client.builder(), ec2 -> {
            List<List<String>> left = new ArrayList<>(Lists.partition(names, AT_ONCE));
            for (int calls = 0; calls < MOST_CALLS && !left.isEmpty(); calls++) {
                left.addAll(ask(ec2, left.remove(0), owners));
            }
            return owners;
        });
    }

    /** What is still to be asked for: the halves of what was refused. */
    private static List<List<String>> ask(Ec2Client ec2, List<String> some, SortedMap<String, String> owners) {
        try {
            ec2.describeVpcEndpointServices(request -> request.serviceNames(some))
                    .serviceDetails()
                    .forEach(service -> owners.put(service.serviceName(), service.owner()));
            return List.of();
        } catch (AwsServiceException refused) {
            return some.size() > 1 ? Lists.partition(some, (some.size() + 1) / 2) : List.of();
        }
    }
}
