package com.elementarydata.privatelink.operation.status;

import com.elementarydata.privatelink.fleet.ExpectedNetwork;
import com.elementarydata.privatelink.fleet.ExpectedPath;
import com.elementarydata.privatelink.judge.PathStacks;
import com.elementarydata.privatelink.observed.Deployed;
import com.elementarydata.privatelink.observed.DeployedEndpoint;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A connection as its file says, and what AWS says about what was deployed for it.
 *
 * @param path the connection as the fleet's files say
 * @param stacks its stacks
 * @param endpoint what EC2 says of the endpoint that the customer's stack names; empty where it does not know it
 * @param active the hostnames of all the customer's active connections
 * @param zones the names of the hosted zones that are associated with the production VPC
 */
public record ConnectionFacts(
        ExpectedPath path,
        PathStacks stacks,
        Optional<DeployedEndpoint> endpoint,
        List<String> active,
        Set<String> zones) {

    /**
     * Picks what is about one connection.
     *
     * @param network Elementary's network
     * @param path the connection
     * @param active the hostnames of all the customer's active connections
     * @param deployed what AWS says of all
     */
    public static ConnectionFacts of(
            ExpectedNetwork network, ExpectedPath path, List<String> active, Deployed deployed) {
        PathStacks stacks = PathStacks.of(network, path, deployed);
        Optional<DeployedEndpoint> endpoint = stacks.endpoints()
                .output(path.stacks().endpointId())
                .flatMap(id -> deployed.endpoint(path.endpointRegion(), id));
        return new ConnectionFacts(path, stacks, endpoint, active, deployed.zones());
    }

    /** The endpoint, as the customer's stack names it. */
    public Optional<String> endpointId() {
        return stacks.endpoints().output(path.stacks().endpointId());
    }

    /** {@code customer/connection}. */
    public String name() {
        return path.name();
    }
}
