package com.elementarydata.privatelink.observed;

import java.util.Optional;
import java.util.Set;

/** What AWS says of a fleet's stacks, endpoints and hosted zones, however it was read. */
public interface Deployed {

    /** A stack of a Region, by its name. */
    Optional<DeployedStack> stack(String region, String name);

    /** An endpoint of a Region, by its id. */
    Optional<DeployedEndpoint> endpoint(String region, String id);

    /** The names of the hosted zones that are associated with the production VPC. */
    Set<String> zones();
}
