package com.elementarydata.privatelink.construct;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awscdk.CfnTag;
import software.constructs.Construct;

/** The tag by which a person finds a resource in the console: the path of the construct, as the CDK's own do. */
final class NameTag {

    static final String KEY = "Name";
    // AWS takes no longer value; the end of a path says more than its beginning
    private static final int LONGEST = 256;

    private NameTag() {}

    static List<CfnTag> of(Construct construct) {
        return with(construct, Map.of());
    }

    /** With further tags, of which one called the same counts. */
    static List<CfnTag> with(Construct construct, Map<String, String> others) {
        SortedMap<String, String> all = new TreeMap<>(Map.of(KEY, valueFor(construct)));
        all.putAll(others);
        return all.entrySet().stream()
                .map(tag ->
                        CfnTag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }

    static String valueFor(Construct construct) {
        String path = construct.getNode().getPath();
        return path.substring(Math.max(0, path.length() - LONGEST));
    }
}
