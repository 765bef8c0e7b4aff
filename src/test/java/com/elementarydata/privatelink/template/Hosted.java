package com.elementarydata.privatelink.template;

import com.elementarydata.privatelink.integration.Integrations;
import java.util.List;

/**
 * An integration that customers host.
 *
 * @param key its key, such as {@code service}
 * @param refusedPorts the ports that are refused for it
 */
record Hosted(String key, List<Integer> refusedPorts) {

    static final List<Hosted> ALL = Integrations.hostedByCustomers().stream()
            .map(hosted ->
                    new Hosted(hosted.key(), List.copyOf(hosted.refusedPorts().keySet())))
            .toList();
}
