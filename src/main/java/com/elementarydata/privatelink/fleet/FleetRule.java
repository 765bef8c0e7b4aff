package com.elementarydata.privatelink.fleet;

import com.elementarydata.privatelink.model.Problem;
import java.util.stream.Stream;

/** A rule across files. */
interface FleetRule {

    /** Violations of the rule, at every place involved. */
    Stream<Problem> check(Fleet fleet);
}
