package com.elementarydata.privatelink.config;

import com.elementarydata.privatelink.integration.Integration;
import com.elementarydata.privatelink.integration.Keys;
import com.elementarydata.privatelink.model.Handoff;
import com.elementarydata.privatelink.model.Located;
import com.elementarydata.privatelink.model.Refusal;
import com.elementarydata.privatelink.net.Hostname;
import com.elementarydata.privatelink.net.Region;
import java.util.List;

/**
 * A valid handoff document.
 *
 * @param name what messages call the document
 * @param handoff its contents
 */
public record HandedOff(String name, Handoff handoff) {

    /** Reads a document for an integration. */
    public static HandedOff read(String name, byte[] content, Integration integration) {
        HandoffDocument document = HandoffDocument.read(name, content);
        if (document.handoff().isEmpty()) {
            throw Refusal.of(document.problems());
        }
        Handoff handoff = document.handoff().get();
        if (handoff.integration() != integration) {
            throw Refusal.of("%s is the handoff of a %s; add it with bin/privatelink add %s"
                    .formatted(name, handoff.integration(), handoff.integration()));
        }
        HandedOff read = new HandedOff(name, handoff);
        if (integration.has(Keys.HOSTNAME) && !read.isOfOneHost()) {
            String below = integration.has(Keys.SUBDOMAIN_ISOLATION) ? " and the names below it" : "";
            throw Refusal.of("%s names %s, which are not one host%s; ask which one is meant"
                    .formatted(name, read.hostnames(), below));
        }
        return read;
    }

    Region region() {
        return handoff.address().serviceName().value().region();
    }

    List<Hostname> hostnames() {
        return handoff.address().hostnames().stream().map(Located::value).toList();
    }

    /** The host, or the first of several. */
    public Hostname host() {
        return hostnames().get(0).withoutWildcard();
    }

    /** The names below the host that point there too. */
    List<Hostname> hostsBelow() {
        return hostnames().stream().filter(Hostname::isWildcard).toList();
    }

    private boolean isOfOneHost() {
        return hostnames().stream().map(Hostname::withoutWildcard).distinct().count() == 1
                && (hostsBelow().isEmpty() || handoff.integration().has(Keys.SUBDOMAIN_ISOLATION));
    }
}
