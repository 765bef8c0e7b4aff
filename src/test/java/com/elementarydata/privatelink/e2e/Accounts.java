package com.elementarydata.privatelink.e2e;

import com.elementarydata.privatelink.demo.LocalWorld;
import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.net.AccountId;
import com.elementarydata.privatelink.net.Region;

/** Who owns what on the local AWS. */
final class Accounts {

    static final AccountId ELEMENTARY = AccountId.parse("743289191656");
    static final Region PRODUCTION_REGION = Region.parse("eu-central-1");

    /** The customer who deploys the example of a provider's app, and where. */
    static final AccountId MAPLE = AccountId.parse("678901234567");

    static final Region MAPLE_REGION = Region.parse("eu-west-1");

    private Accounts() {}

    /** Who provides the service of a connection. */
    static AccountId providerOf(Connection connection) {
        return LocalWorld.ownerOf(connection);
    }
}
