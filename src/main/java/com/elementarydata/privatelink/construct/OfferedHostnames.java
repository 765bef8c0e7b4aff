package com.elementarydata.privatelink.construct;

import com.elementarydata.privatelink.integration.Integration;
import com.elementarydata.privatelink.integration.OfferedNames;
import com.elementarydata.privatelink.net.Elementary;
import com.elementarydata.privatelink.net.Hostname;
import java.util.List;

/** The names in the handoff document, which Elementary takes as they are. */
final class OfferedHostnames {

    private OfferedHostnames() {}

    static void check(Integration integration, List<String> hostnames, List<String> principals, Refusals refusals) {
        refusals.refuseIf(
                hostnames.isEmpty(),
                "no hostname is given",
                "pass the names of the service in your network, as in hostnames(List.of(\"git.acme.example\"))");
        refusals.refuseRepeated("hostname", hostnames);
        List<Hostname> names = refusals.parseAll(hostnames, OfferedNames::parse);
        if (!names.isEmpty() && names.size() == hostnames.size()) {
            OfferedNames.problems(integration, names).forEach(refusals::refuse);
        }
        if (principals.stream().anyMatch(principal -> principal.contains(Elementary.ACCOUNT_ID))) {
            OfferedNames.hidden(names).forEach(refusals::refuse);
        }
    }
}
