package com.elementarydata.privatelink.fleet;

import com.elementarydata.privatelink.integration.Integration;
import com.elementarydata.privatelink.integration.Integrations;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The path of one connection, from the fleet's files.
 *
 * @param name {@code customer/connection}
 * @param file the customer's file
 * @param integration the kind of service
 * @param hostedByCustomer whether the customer hosts the service, or a vendor does
 * @param owner the account that owns the service, if known
 * @param serviceName the endpoint service
 * @param serviceRegion its Region
 * @param endpointRegion the Region that the endpoint is in
 * @param zones the endpoint's zones
 * @param regionalCidr the addresses of the regional VPC
 * @param hostnames the names that clients use
 * @param hostedZones the fleet's hosted zones of those names
 * @param ports the ports that they use
 * @param active whether the names resolve to the endpoint
 * @param external whether they do so by hosted zones of others
 * @param adoptedVpc the regional VPC where it existed before the fleet
 * @param adoptedEndpoint the endpoint where it existed before the fleet
 * @param stacks its stacks
 */
public record ExpectedPath(
        String name,
        String file,
        String integration,
        boolean hostedByCustomer,
        Optional<String> owner,
        String serviceName,
        String serviceRegion,
        String endpointRegion,
        List<String> zones,
        String regionalCidr,
        List<String> hostnames,
        List<String> hostedZones,
        List<Integer> ports,
        boolean active,
        boolean external,
        Optional<ExpectedVpc> adoptedVpc,
        Optional<ExpectedEndpoint> adoptedEndpoint,
        ExpectedStacks stacks) {

    /** Whether PrivateLink itself crosses Regions. */
    public boolean isCrossRegion() {
        return !serviceRegion.equals(endpointRegion);
    }

    /** Names of those connections whose names resolve to the endpoint, each once. */
    public static List<String> active(List<ExpectedPath> paths, Function<ExpectedPath, List<String>> names) {
        return paths.stream()
                .filter(ExpectedPath::active)
                .flatMap(path -> names.apply(path).stream())
                .distinct()
                .toList();
    }

    /** Of paths that share an endpoint which exists only the first, and all others. */
    public static Predicate<ExpectedPath> firstOfEndpoint() {
        Set<ExpectedEndpoint> seen = new HashSet<>();
        return path -> path.adoptedEndpoint().map(seen::add).orElse(true);
    }

    /** The customer's id. */
    public String customer() {
        return name.substring(0, name.indexOf('/'));
    }

    /** The connection's id within its customer. */
    public String connection() {
        return name.substring(name.indexOf('/') + 1);
    }

    /** Whether clients check certificates with the vendor's OCSP responders, at their own names and port. */
    public boolean hasCertificateResponders() {
        return Integrations.of(integration)
                .filter(Integration::hasCertificateResponders)
                .isPresent();
    }

    /**
     * A regional VPC that existed before the fleet, by ids instead of a stack's outputs.
     *
     * @param vpcId the VPC
     * @param peeringId its peering connection with production
     * @param subnetIds its subnets, by zone
     * @param routed whether the fleet makes production's routes to it
     */
    public record ExpectedVpc(String vpcId, String peeringId, SortedMap<String, String> subnetIds, boolean routed) {}

    /**
     * An endpoint that existed before the fleet, by what a stack's outputs say of others.
     *
     * @param id {@code vpce-…}
     * @param dnsName its DNS name
     */
    public record ExpectedEndpoint(String id, String dnsName) {}

    /**
     * The stacks of a path, and the outputs that matter.
     *
     * @param regional the regional VPC's
     * @param production production's routes
     * @param customer the endpoint's
     * @param dns the hosted zones'
     * @param vpcId the regional stack's output for its VPC
     * @param peeringId the regional stack's output for its peering connection
     * @param subnetIds the regional stack's outputs for subnets, by zone
     * @param endpointId the customer's stack's output for the endpoint
     * @param dnsName the customer's stack's output for the endpoint's name
     */
    public record ExpectedStacks(
            String regional,
            String production,
            String customer,
            String dns,
            String vpcId,
            String peeringId,
            SortedMap<String, String> subnetIds,
            String endpointId,
            String dnsName) {}
}
