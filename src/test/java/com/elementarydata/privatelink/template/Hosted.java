package com.elementarydata.privatelink.template;

import com.elementarydata.privatelink.construct.CustomerEndpointServiceProps;
import com.elementarydata.privatelink.model.Integration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An integration that customers host, as the construct knows it.
 *
 * @param key its key, such as {@code service}
 * @param refusedPorts the ports that the construct refuses for it
 */
record Hosted(String key, List<Integer> refusedPorts) {

    /** All that the construct takes. */
    static final List<Hosted> ALL = all();

    private static List<Hosted> all() {
        return Stream.of(Integration.values())
                .map(Integration::toString)
                .filter(key -> !refusals(key, List.of(443)).contains("the integration"))
                .map(key -> new Hosted(key, refusedPorts(key)))
                .toList();
    }

    private static List<Integer> refusedPorts(String key) {
        List<Integer> every = IntStream.rangeClosed(1, 65_535).boxed().toList();
        return Pattern.compile("port ([0-9]+) ")
                .matcher(refusals(key, every))
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .toList();
    }

    private static String refusals(String key, List<Integer> ports) {
        try {
            CustomerEndpointServiceProps.builder().integration(key).ports(ports).build();
            throw new IllegalStateException("props without a VPC were taken");
        } catch (IllegalArgumentException refused) {
            return String.valueOf(refused.getMessage());
        }
    }
}
