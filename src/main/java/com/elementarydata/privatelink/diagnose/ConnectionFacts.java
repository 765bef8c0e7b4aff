package com.elementarydata.privatelink.diagnose;

import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.model.Identifier;
import com.elementarydata.privatelink.net.AvailabilityZoneId;
import com.elementarydata.privatelink.net.Hostname;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * A connection as it is written, and what AWS says of what was deployed for it.
 *
 * @param customer whose it is
 * @param connection as it is written
 * @param stacks the stacks that make it
 * @param endpointId the endpoint, as the customer's stack names it
 * @param dnsName the endpoint's DNS name, as the customer's stack hands it on to the DNS stack
 * @param endpoint what EC2 says of that endpoint; empty where it does not know it
 * @param vpcId the regional VPC, as its stack says now
 * @param subnetIds its subnets by zone, as its stack says now
 * @param names which hosted zones there are
 */
public record ConnectionFacts(
        Identifier customer,
        Connection connection,
        Stacks stacks,
        Optional<String> endpointId,
        Optional<String> dnsName,
        Optional<DeployedEndpoint> endpoint,
        Optional<String> vpcId,
        SortedMap<AvailabilityZoneId, String> subnetIds,
        Names names) {

    /**
     * The stacks that make a connection.
     *
     * @param regional the regional VPC's
     * @param production the routes' of production
     * @param endpoints the customer's in the Region
     * @param dns the customer's names'
     */
    public record Stacks(ExpectedStack regional, ExpectedStack production, ExpectedStack endpoints, ExpectedStack dns) {

        /** All of them, in the order of their deployment. */
        public List<ExpectedStack> all() {
            return List.of(regional, production, endpoints, dns);
        }
    }

    /**
     * The names of a customer, and the zones that answer for any.
     *
     * @param active the hostnames of all the customer's active connections
     * @param zones the names of the hosted zones that are associated with the production VPC
     */
    public record Names(List<Hostname> active, Set<String> zones) {}

    /** {@code customer/connection}. */
    public String name() {
        return "%s/%s".formatted(customer, connection.id());
    }
}
