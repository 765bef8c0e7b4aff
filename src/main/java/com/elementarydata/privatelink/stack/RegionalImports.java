package com.elementarydata.privatelink.stack;

import com.elementarydata.privatelink.fleet.OutputNames;
import com.elementarydata.privatelink.fleet.StackNames;
import com.elementarydata.privatelink.net.Region;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awscdk.Fn;

/**
 * What stacks import of the regional VPC of their Region. Thousands import the same few values, and each is a call to
 * Node.js, so they share them.
 */
final class RegionalImports {

    private final Map<String, String> values = new HashMap<>();

    /** A token for an output of a Region's stack. */
    String of(Region region, String output) {
        return values.computeIfAbsent(OutputNames.export(StackNames.region(region), output), Fn::importValue);
    }
}
