package com.elementarydata.privatelink.model;

import com.elementarydata.privatelink.net.AccountId;
import com.elementarydata.privatelink.net.Cidr;

/**
 * Elementary's side of every connection.
 *
 * @param account the account that all of Elementary's stacks are in
 * @param production the production VPC
 * @param regionalCidrPool where the addresses of regional VPCs come from
 * @param databricksServices the workspace services of Databricks
 */
public record Network(
        AccountId account,
        Production production,
        Located<Cidr> regionalCidrPool,
        DatabricksServices databricksServices) {}
