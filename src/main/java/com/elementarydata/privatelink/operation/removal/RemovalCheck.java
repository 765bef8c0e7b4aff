package com.elementarydata.privatelink.operation.removal;

import com.elementarydata.privatelink.model.Check;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.observed.EndpointTraffic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What may keep a customer from being removed. The codes are contract. */
public final class RemovalCheck {
    /** A deployment would bring its names back. */
    public static final Check NAMES_WRITTEN = new Check("names-written", "names in the file");
    /** Its names still point to its endpoints. */
    public static final Check NAMES_DEPLOYED = new Check("names-deployed", "names on AWS");
    /** An endpoint is still in use. */
    public static final Check TRAFFIC = new Check("traffic", "traffic");

    private static final String NAMES_OUT = "remove the names first (docs/operations.md, Rolling back)";

    private RemovalCheck() {}

    /** Whether a finding is about names, and not about traffic. */
    public static boolean isOfNames(Finding finding) {
        return !finding.code().equals(TRAFFIC.code());
    }

    /** All reasons at once why a customer cannot be removed yet. */
    public static List<Finding> refusals(RemovalFacts facts) {
        List<Finding> refusals = new ArrayList<>();
        if (!facts.activeConnections().isEmpty()) {
            refusals.add(NAMES_WRITTEN.failed(
                    "names of %s are active in the file, so a deployment would bring them back"
                            .formatted(String.join(", ", facts.activeConnections())),
                    "set \"dns: prepared\" on %s"
                            .formatted(facts.activeConnections().size() == 1 ? "it" : "each")));
        }
        deployedNames(facts).ifPresent(refusals::add);
        facts.traffic().stream()
                .filter(EndpointTraffic::flows)
                .map(traffic -> TRAFFIC.failed(
                        "%s had %d connections and %d bytes in the last hour"
                                .formatted(traffic.endpointId(), traffic.connections(), traffic.bytes()),
                        "find out who still connects, and check again later"))
                .forEach(refusals::add);
        return List.copyOf(refusals);
    }

    private static Optional<Finding> deployedNames(RemovalFacts facts) {
        if (!facts.dnsStacks().isEmpty()) {
            return Optional.of(NAMES_DEPLOYED.failed(
                    "%s still exists, so names still point to the endpoints"
                            .formatted(String.join(", ", facts.dnsStacks())),
                    NAMES_OUT));
        }
        return facts.zones().isEmpty()
                ? Optional.empty()
                : Optional.of(NAMES_DEPLOYED.failed(
                        "hosted zones of its names exist without a stack: %s"
                                .formatted(String.join(", ", facts.zones())),
                        "find out who created them, and delete them"));
    }
}
