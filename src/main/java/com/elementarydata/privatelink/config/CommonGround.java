package com.elementarydata.privatelink.config;

import com.elementarydata.privatelink.model.DatabricksServices;
import com.elementarydata.privatelink.model.Network;
import com.elementarydata.privatelink.net.Region;
import java.util.Optional;

/**
 * What customer files are read against. If {@code network.yaml} can't be read they are read all the same, so that every
 * problem of the folder is reported at once.
 *
 * @param productionRegion where the clients are
 * @param databricksServices the workspace services of Databricks
 */
record CommonGround(Region productionRegion, DatabricksServices databricksServices) {

    private static final Region USUAL_PRODUCTION_REGION = Region.parse("eu-central-1");

    static CommonGround of(Optional<Network> network) {
        return network.map(known -> new CommonGround(known.production().region(), known.databricksServices()))
                .orElseGet(() -> new CommonGround(USUAL_PRODUCTION_REGION, DatabricksServices.catalogue()));
    }
}
