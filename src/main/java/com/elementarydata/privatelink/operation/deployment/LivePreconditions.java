package com.elementarydata.privatelink.operation.deployment;

import com.elementarydata.privatelink.aws.AwsAccess;
import com.elementarydata.privatelink.aws.PathReader;
import com.elementarydata.privatelink.fleet.ExpectedPath;
import com.elementarydata.privatelink.fleet.ExpectedPaths;
import com.elementarydata.privatelink.fleet.Fleet;
import com.elementarydata.privatelink.model.Customer;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.observed.PathFacts;
import com.elementarydata.privatelink.operation.diagnosis.Preconditions;
import java.util.List;
import java.util.stream.Stream;

/**
 * What has to be true on AWS before a plan is deployed, and that no stack can bring about.
 *
 * @param findings the finding of each precondition
 */
public record LivePreconditions(List<Finding> findings) {

    private static final String REGIONS = "PD102";

    /** Asks AWS, which is only read, about the connections of some customers and what all of them share. */
    public static LivePreconditions of(AwsAccess access, Fleet fleet, List<Customer> customers) {
        ExpectedPaths expected = new ExpectedPaths(fleet);
        List<ExpectedPath> paths = customers.stream()
                .flatMap(customer -> expected.of(customer).stream())
                .toList();
        List<String> regions = Stream.concat(
                        fleet.ledger().regions().keySet().stream().map(region -> region.code()),
                        paths.stream().map(ExpectedPath::serviceRegion))
                .distinct()
                .toList();
        PathFacts facts = new PathReader(access).preconditions(expected.network(), regions, paths);
        return new LivePreconditions(Preconditions.of(expected.network(), regions, paths, facts));
    }

    /** Whether none prevents a deployment. */
    public boolean isFine() {
        return findings.stream().noneMatch(Finding::isBlamed);
    }

    /** Whether every Region answers, so that it can be asked for more. */
    public boolean areRegionsEnabled() {
        return findings.stream()
                .noneMatch(finding -> finding.isBlamed() && finding.code().equals(REGIONS));
    }
}
