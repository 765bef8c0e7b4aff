package com.elementarydata.privatelink.cli.render;

import com.elementarydata.privatelink.model.Json;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * What a verb prints for programs. {@code docs/json} has a schema of each, and says when a version is raised: what is added
 * needs none, what goes or changes its meaning does.
 */
public enum JsonDocument {
    /** What is wrong with the fleet's files. */
    VALIDATE(1),
    /** The stacks, and with {@code --live} what AWS says of them. */
    PLAN(1),
    /** What state every connection is in. */
    STATUS(1),
    /** How a customer is removed. */
    OFFBOARD(1),
    /** What runs around a VPC. */
    INVENTORY(1),
    /** How stacks take over what exists. */
    ADOPT(1),
    /** The hops of paths. */
    DIAGNOSE(1),
    /** A provider's side. */
    PROVIDER_CHECK(1);

    private final int version;

    JsonDocument(int version) {
        this.version = version;
    }

    private record Versioned(int version, @JsonUnwrapped Object report) {}

    /** {@return the text of a document} after its version has the components of a record */
    String of(Record report) {
        return Json.of(new Versioned(version, report));
    }
}
