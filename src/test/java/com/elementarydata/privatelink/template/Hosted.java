package com.elementarydata.privatelink.template;

import com.elementarydata.privatelink.integration.Integrations;
import java.util.List;

/**
 * An integration that customers host.
 *
 * @param key its key, such as {@code service}
 * @param port the port that it usually has; 443 if there is none
 * @param refusedPorts the ports that are refused for it
 */
record Hosted(String key, String port, List<Integer> refusedPorts) {

    static final List<Hosted> ALL = Integrations.hostedByCustomers().stream()
            .map(hosted -> new Hosted(
                    hosted.key(),
                    hosted.ports().isEmpty() ? "443" : hosted.ports().get(0).toString(),
                    List.copyOf(hosted.refusedPorts().keySet())))
            .toList();
}
