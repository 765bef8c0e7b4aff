package com.elementarydata.privatelink.model;

import com.elementarydata.privatelink.net.AccountId;
import com.elementarydata.privatelink.net.Cidr;
import com.elementarydata.privatelink.net.EndpointServiceName;
import com.elementarydata.privatelink.net.Hostname;
import com.elementarydata.privatelink.net.KnownRegions;
import java.util.List;
import java.util.Optional;

/**
 * Elementary's side of every connection.
 *
 * @param file where it is written
 * @param regions which Regions the fleet may use
 * @param account the account of all Elementary's stacks
 * @param production the production VPC
 * @param regionalCidrPool where the addresses of regional VPCs come from
 * @param reservedCidrs addresses that no regional VPC may have, since production uses them to reach something else
 * @param protectedDomains names that production itself uses, so that no customer may have one at, below or above them
 * @param limits the quotas of the account
 * @param databricksServices the workspace services of Databricks
 * @param sharedServices services of vendors that several customers may connect to
 */
public record Network(
        String file,
        KnownRegions regions,
        AccountId account,
        Production production,
        Located<Cidr> regionalCidrPool,
        List<Located<Cidr>> reservedCidrs,
        List<Hostname> protectedDomains,
        Limits limits,
        DatabricksServices databricksServices,
        List<SharedService> sharedServices) {

    /**
     * {@return what is known of a service that a vendor shares; empty for any other}
     *
     * @param name the full name of any endpoint service
     */
    public Optional<SharedService> shared(EndpointServiceName name) {
        return sharedServices.stream()
                .filter(service -> service.serviceName().value().equals(name))
                .findFirst();
    }

    /**
     * {@return whether the customer runs the connection's service, for itself alone}
     *
     * @param connection any connection
     */
    public boolean isHostedByCustomer(Connection connection) {
        return connection.integration().isHostedByCustomer()
                && shared(connection.address().serviceName().value()).isEmpty();
    }
}
