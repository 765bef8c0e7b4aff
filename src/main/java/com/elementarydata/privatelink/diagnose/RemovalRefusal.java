package com.elementarydata.privatelink.diagnose;

import java.util.ArrayList;
import java.util.List;

/**
 * Why a customer can't be removed yet.
 *
 * @param code which kind of reason
 * @param what what was found
 * @param remedy what to do
 */
public record RemovalRefusal(Code code, String what, String remedy) {

    /** Kinds of reasons. The words are contract. */
    public enum Code {
        /** A deployment would bring its names back. */
        NAMES_WRITTEN("names-written"),
        /** Its names still lead to its endpoints. */
        NAMES_DEPLOYED("names-deployed"),
        /** Somebody still uses an endpoint. */
        TRAFFIC("traffic");

        private final String word;

        Code(String word) {
            this.word = word;
        }

        /** Whether it is about names. */
        public boolean isOfNames() {
            return this != TRAFFIC;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    private static final String NAMES_OUT = "take the names out first, as docs/operations.md says under Rolling back";

    /** All reasons at once. */
    public static List<RemovalRefusal> of(RemovalFacts facts) {
        List<RemovalRefusal> refusals = new ArrayList<>();
        if (!facts.activeConnections().isEmpty()) {
            refusals.add(new RemovalRefusal(
                    Code.NAMES_WRITTEN,
                    "the file says that names of %s are active, so that a deployment brings them back"
                            .formatted(String.join(", ", facts.activeConnections())),
                    "give %s \"dns: prepared\""
                            .formatted(facts.activeConnections().size() == 1 ? "it" : "each")));
        }
        if (!facts.dnsStacks().isEmpty()) {
            refusals.add(new RemovalRefusal(
                    Code.NAMES_DEPLOYED,
                    "%s is there, so names still lead to the endpoints".formatted(String.join(", ", facts.dnsStacks())),
                    NAMES_OUT));
        } else if (!facts.zones().isEmpty()) {
            refusals.add(new RemovalRefusal(
                    Code.NAMES_DEPLOYED,
                    "hosted zones of its names are there without a stack: %s"
                            .formatted(String.join(", ", facts.zones())),
                    "find out who made them, and delete them"));
        }
        facts.traffic().stream()
                .filter(EndpointTraffic::flows)
                .map(traffic -> new RemovalRefusal(
                        Code.TRAFFIC,
                        "%s had %d connections and %d bytes in the last hour"
                                .formatted(traffic.endpointId(), traffic.connections(), traffic.bytes()),
                        "find out who still connects, and look again later"))
                .forEach(refusals::add);
        return List.copyOf(refusals);
    }

    @Override
    public String toString() {
        return "%s: %s; %s".formatted(code, what, remedy);
    }
}
