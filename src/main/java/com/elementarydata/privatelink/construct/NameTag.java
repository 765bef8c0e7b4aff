package com.elementarydata.privatelink.construct;

import java.util.List;
import software.amazon.awscdk.CfnTag;
import software.constructs.Construct;

/** The tag by which a person finds a resource in the console: the path of the construct, as the CDK's own do. */
final class NameTag {

    static final String KEY = "Name";
    // AWS takes no longer value; the end of a path says more than its beginning
    private static final int LONGEST = 256;

    private NameTag() {}

    static List<CfnTag> of(Construct construct) {
        return List.of(CfnTag.builder().key(KEY).value(valueFor(construct)).build());
    }

    static String valueFor(Construct construct) {
        String path = construct.getNode().getPath();
        return path.substring(Math.max(0, path.length() - LONGEST));
    }
}
