package com.elementarydata.privatelink.model;

import com.elementarydata.privatelink.net.Cidr;
import com.elementarydata.privatelink.net.Region;
import java.util.List;

/**
 * The production VPC, in which all clients are.
 *
 * @param region its Region
 * @param vpcId {@code vpc-…}
 * @param cidr its addresses
 * @param clientCidrs the subnets that connections come from
 * @param routeTableIds {@code rtb-…}, the route tables of those subnets, sorted
 */
public record Production(
        Region region, String vpcId, Located<Cidr> cidr, List<Cidr> clientCidrs, List<String> routeTableIds) {

    /** Sorts, so that the order in a file never matters. */
    public Production {
        clientCidrs = clientCidrs.stream().sorted().toList();
        routeTableIds = routeTableIds.stream().sorted().toList();
    }
}
