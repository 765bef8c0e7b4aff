package com.elementarydata.privatelink.construct;

import software.amazon.awscdk.Annotations;
import software.constructs.Construct;

/** Warnings about what works but is risky, or may not work. Their ids are stable, so that each can be acknowledged. */
final class Warnings {

    private static final String IDS = "@elementarydata/privatelink-cdk:";

    private Warnings() {}

    static void add(Construct scope, String id, String message) {
        Annotations.of(scope).addWarningV2(IDS + id, Refusals.printable(message));
    }
}
