package com.elementarydata.privatelink.construct;

import java.util.List;
import software.amazon.awscdk.CfnTag;

/** The tag by which a person finds a resource in the console. */
final class NameTag {

    private NameTag() {}

    static List<CfnTag> of(String name) {
        return List.of(CfnTag.builder().key("Name").value(name).build());
    }
}
