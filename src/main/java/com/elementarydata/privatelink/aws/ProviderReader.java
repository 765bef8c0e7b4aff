package com.elementarydata.privatelink.aws;

import com.elementarydata.privatelink.net.EndpointServiceName;
import com.elementarydata.privatelink.net.Region;
import com.elementarydata.privatelink.observed.ProviderFacts;
import com.google.common.base.Splitter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AllowedPrincipal;
import software.amazon.awssdk.services.ec2.model.AvailabilityZone;
import software.amazon.awssdk.services.ec2.model.ServiceConfiguration;
import software.amazon.awssdk.services.ec2.model.SupportedRegionDetail;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;

/**
 * What AWS says of a provider's side.
 *
 * @param ec2 with the provider's credentials, in the service's Region
 * @param loadBalancing with the same
 * @param connections to the services there
 */
public record ProviderReader(
        Ec2Client ec2, ElasticLoadBalancingV2Client loadBalancing, EndpointServiceConnections connections) {

    private static final String UNKNOWN_SERVICE = "InvalidVpcEndpointServiceId.NotFound";

    private static final int ACCOUNT_IN_ARN = 4;

    static final List<Permission> ASKED = Permission.all(
            Permission.of(
                    "ec2",
                    "DescribeAvailabilityZones",
                    "DescribeVpcEndpointConnections",
                    "DescribeVpcEndpointServiceConfigurations"),
            Permission.on(EndpointServiceConnections.SERVICE, "ec2", "DescribeVpcEndpointServicePermissions"),
            LoadBalancers.ASKED);

    /** Reads everything about a service; nothing where the account has no such service. */
    public static Optional<ProviderFacts> read(AwsAccess access, EndpointServiceName service) {
        Region region = service.region();
        try (Ec2Client ec2 = access.client(region, Ec2Client.builder());
                ElasticLoadBalancingV2Client loadBalancing =
                        access.client(region, ElasticLoadBalancingV2Client.builder())) {
            return new ProviderReader(ec2, loadBalancing, new EndpointServiceConnections(access, region)).read(service);
        }
    }

    private Optional<ProviderFacts> read(EndpointServiceName service) {
        return configuration(service.serviceId()).map(configuration -> facts(service, configuration));
    }

    private Optional<ServiceConfiguration> configuration(String serviceId) {
        return Asked.unless(
                UNKNOWN_SERVICE,
                "",
                () -> ec2
                        .describeVpcEndpointServiceConfigurations(request -> request.serviceIds(serviceId))
                        .serviceConfigurations()
                        .stream()
                        .findFirst());
    }

    private ProviderFacts facts(EndpointServiceName service, ServiceConfiguration configuration) {
        Map<String, String> zoneIds = zoneIds();
        LoadBalancers loadBalancers = new LoadBalancers(ec2, loadBalancing, zoneIds);
        return new ProviderFacts(
                account(configuration),
                service.toString(),
                configuration.serviceStateAsString(),
                configuration.acceptanceRequired(),
                configuration.availabilityZones().stream()
                        .map(zone -> zoneIds.getOrDefault(zone, zone))
                        .sorted()
                        .toList(),
                configuration.supportedRegions().stream()
                        .map(SupportedRegionDetail::region)
                        .sorted()
                        .toList(),
                principals(service.serviceId()),
                connections(service.serviceId()),
                configuration.networkLoadBalancerArns().stream()
                        .map(loadBalancers::read)
                        .toList());
    }

    /** Nothing of the service itself names it. */
    private static String account(ServiceConfiguration configuration) {
        return configuration.networkLoadBalancerArns().stream()
                .map(arn -> Splitter.on(':').splitToList(arn).get(ACCOUNT_IN_ARN))
                .findFirst()
                .orElse("");
    }

    /** The AZ IDs of this account's zone names. */
    private Map<String, String> zoneIds() {
        return ec2.describeAvailabilityZones().availabilityZones().stream()
                .collect(Collectors.toMap(AvailabilityZone::zoneName, AvailabilityZone::zoneId));
    }

    private List<String> principals(String serviceId) {
        return ec2
                .describeVpcEndpointServicePermissionsPaginator(request -> request.serviceId(serviceId))
                .allowedPrincipals()
                .stream()
                .map(AllowedPrincipal::principal)
                .sorted()
                .toList();
    }

    private List<ProviderFacts.Connection> connections(String serviceId) {
        return connections.of(serviceId).stream()
                .map(connection -> new ProviderFacts.Connection(
                        connection.endpointId(), connection.endpointOwner().toString(), connection.state()))
                .toList();
    }
}
