package com.elementarydata.privatelink.operation.status;

import com.elementarydata.privatelink.fleet.ExpectedPath;
import com.elementarydata.privatelink.judge.PathStacks;
import com.elementarydata.privatelink.observed.DeployedEndpoint;
import java.util.List;
import java.util.Optional;

/**
 * A connection as its file says, and what AWS says about what was deployed for it.
 *
 * @param stacks its stacks
 * @param active the hostnames of all the customer's active connections
 */
public record ConnectionFacts(PathStacks stacks, List<String> active) {

    /** The connection as the fleet's files say. */
    public ExpectedPath path() {
        return stacks.path();
    }

    /** The endpoint, as the customer's stack names it. */
    public Optional<String> endpointId() {
        return stacks.endpoints().output(path().stacks().endpointId());
    }

    /** What EC2 says of that endpoint; empty where it does not know it. */
    public Optional<DeployedEndpoint> endpoint() {
        return endpointId().flatMap(id -> stacks.deployed().endpoint(path().endpointRegion(), id));
    }

    /** {@code customer/connection}. */
    public String name() {
        return path().name();
    }
}
