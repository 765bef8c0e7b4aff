package com.elementarydata.privatelink.config;

import com.elementarydata.privatelink.model.Located;
import com.elementarydata.privatelink.model.ProblemCode;
import com.elementarydata.privatelink.net.EndpointServiceName;
import com.elementarydata.privatelink.net.Region;

/** The rule that an endpoint service's name and the given Region agree. */
final class ServiceNames {

    private ServiceNames() {}

    static void requireIn(Region region, Located<EndpointServiceName> name, Problems problems) {
        if (!name.value().region().equals(region)) {
            problems.report(
                    name.at(),
                    ProblemCode.PL208,
                    "the service \"%s\" is in %s, not in %s"
                            .formatted(name, name.value().region(), region),
                    "give the Region of the service");
        }
    }
}
