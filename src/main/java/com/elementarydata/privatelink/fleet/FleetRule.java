package com.elementarydata.privatelink.fleet;

import com.elementarydata.privatelink.model.Problem;
import java.util.stream.Stream;

/** One rule that no single file can be judged by. */
interface FleetRule {

    /** What breaks the rule, at every place that takes part in it. */
    Stream<Problem> check(Fleet fleet);
}
