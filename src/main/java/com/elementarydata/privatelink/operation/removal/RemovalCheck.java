package com.elementarydata.privatelink.operation.removal;

import com.elementarydata.privatelink.model.Check;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.model.Party;
import com.elementarydata.privatelink.observed.EndpointTraffic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What may keep a customer from being removed. The codes are contract. */
public enum RemovalCheck implements Check {
    /** A deployment would bring its names back. */
    NAMES_WRITTEN("names-written", "names in the file"),
    /** Its names still point to its endpoints. */
    NAMES_DEPLOYED("names-deployed", "names on AWS"),
    /** An endpoint is still in use. */
    TRAFFIC("traffic", "traffic");

    private static final String NAMES_OUT = "remove the names first (docs/operations.md, Rolling back)";

    private final String code;
    private final String title;

    RemovalCheck(String code, String title) {
        this.code = code;
        this.title = title;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String title() {
        return title;
    }

    /** Whether a finding is about names, and not about traffic. */
    public static boolean isOfNames(Finding finding) {
        return !finding.code().equals(TRAFFIC.code);
    }

    /** All reasons at once why a customer cannot be removed yet. */
    public static List<Finding> refusals(RemovalFacts facts) {
        List<Finding> refusals = new ArrayList<>();
        if (!facts.activeConnections().isEmpty()) {
            refusals.add(NAMES_WRITTEN.failed(
                    "names of %s are active in the file, so a deployment would bring them back"
                            .formatted(String.join(", ", facts.activeConnections())),
                    Party.ELEMENTARY,
                    "set \"dns: prepared\" on %s"
                            .formatted(facts.activeConnections().size() == 1 ? "it" : "each")));
        }
        deployedNames(facts).ifPresent(refusals::add);
        facts.traffic().stream()
                .filter(EndpointTraffic::flows)
                .map(traffic -> TRAFFIC.failed(
                        "%s had %d connections and %d bytes in the last hour"
                                .formatted(traffic.endpointId(), traffic.connections(), traffic.bytes()),
                        Party.ELEMENTARY,
                        "find out who still connects, and check again later"))
                .forEach(refusals::add);
        return List.copyOf(refusals);
    }

    private static Optional<Finding> deployedNames(RemovalFacts facts) {
        if (!facts.dnsStacks().isEmpty()) {
            return Optional.of(NAMES_DEPLOYED.failed(
                    "%s still exists, so names still point to the endpoints"
                            .formatted(String.join(", ", facts.dnsStacks())),
                    Party.ELEMENTARY,
                    NAMES_OUT));
        }
        return facts.zones().isEmpty()
                ? Optional.empty()
                : Optional.of(NAMES_DEPLOYED.failed(
                        "hosted zones of its names exist without a stack: %s"
                                .formatted(String.join(", ", facts.zones())),
                        Party.ELEMENTARY,
                        "find out who created them, and delete them"));
    }
}
