package com.elementarydata.privatelink.fleet;

import java.util.List;

/**
 * Elementary's network, from its file.
 *
 * @param account the account of all stacks
 * @param region production's Region
 * @param vpcId the production VPC
 * @param cidr its addresses
 * @param clientCidrs where connections come from
 * @param routeTableIds the route tables of those subnets
 */
public record ExpectedNetwork(
        String account,
        String region,
        String vpcId,
        String cidr,
        List<String> clientCidrs,
        List<String> routeTableIds) {}
