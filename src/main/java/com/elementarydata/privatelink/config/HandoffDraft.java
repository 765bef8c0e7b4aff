package com.elementarydata.privatelink.config;

import com.elementarydata.privatelink.integration.Integration;
import com.elementarydata.privatelink.net.EndpointServiceName;
import com.elementarydata.privatelink.observed.ProviderFacts;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The handoff document, from what AWS says and what only the customer knows.
 *
 * @param facts what AWS says
 * @param service the endpoint service
 * @param integration the kind of service
 * @param hostnames the names to reach it by
 * @param ports those that Elementary uses, ascending; those with a UDP listener are not handed off
 */
public record HandoffDraft(
        ProviderFacts facts,
        EndpointServiceName service,
        @Nullable Integration integration,
        List<String> hostnames,
        List<Integer> ports) {

    private static final int VERSION = 1;

    /** The document; empty while what only the customer knows is missing, or without a port to connect to. */
    public Optional<ObjectNode> document() {
        List<Integer> offered = facts.overTcp(ports);
        if (integration == null || hostnames.isEmpty() || offered.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode document = JsonMapper.builder().build().createObjectNode();
        document.put("version", VERSION)
                .put("integration", integration.toString())
                .put("region", service.region().code())
                .put("awsAccountId", facts.awsAccountId())
                .put("serviceName", facts.serviceName());
        hostnames.forEach(document.putArray("hostnames")::add);
        offered.forEach(document.putArray("ports")::add);
        facts.availabilityZoneIds().forEach(document.putArray("availabilityZoneIds")::add);
        return Optional.of(document);
    }

    /** Why there is no document. */
    public String whatIsMissing() {
        return integration == null || hostnames.isEmpty()
                ? "give --integration and --hostname to get the handoff document"
                : "nothing yet: none of the ports has a TCP listener";
    }
}
