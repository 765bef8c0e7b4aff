package com.elementarydata.privatelink.model;

import com.elementarydata.privatelink.net.AccountId;
import com.elementarydata.privatelink.net.Cidr;
import com.elementarydata.privatelink.net.Hostname;
import java.util.List;

/**
 * Elementary's side of every connection.
 *
 * @param file where it is written
 * @param account the account of all Elementary's stacks
 * @param production the production VPC
 * @param regionalCidrPool where the addresses of regional VPCs come from
 * @param reservedCidrs addresses that no regional VPC may have, since production uses them to reach something else
 * @param protectedDomains names that production itself uses, so that no customer may have one at, below or above them
 * @param limits the quotas of the account
 * @param databricksServices the workspace services of Databricks
 */
public record Network(
        String file,
        AccountId account,
        Production production,
        Located<Cidr> regionalCidrPool,
        List<Located<Cidr>> reservedCidrs,
        List<Hostname> protectedDomains,
        Limits limits,
        DatabricksServices databricksServices) {}
