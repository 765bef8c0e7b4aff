package com.elementarydata.privatelink.observed;

import com.elementarydata.privatelink.observed.NameFacts.Zone;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What AWS says of a fleet's stacks, endpoints and hosted zones, however it was read. */
public interface Deployed {

    /** A stack of a Region, by its name. */
    Optional<DeployedStack> stack(String region, String name);

    /** An endpoint of a Region, by its id. */
    Optional<DeployedEndpoint> endpoint(String region, String id);

    /** How the resolver of the production VPC answers for the fleet's names. */
    NameLookup lookup();

    /** The names of the hosted zones that are associated with the production VPC, as far as they concern the fleet. */
    default Set<String> zones() {
        return lookup().zones().stream().map(Zone::name).collect(Collectors.toSet());
    }
}
