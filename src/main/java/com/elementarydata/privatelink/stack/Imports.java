package com.elementarydata.privatelink.stack;

import software.amazon.awscdk.CfnDeletionPolicy;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.ICfnResourceOptions;

/** Resources that a stack takes over: they stay when it goes. */
final class Imports {

    private Imports() {}

    /**
     * Names a resource, and retains it. CloudFormation imports nothing without a deletion policy, and puts no tags on
     * what it imports.
     */
    static <T extends CfnResource> T of(T resource, String logicalId) {
        resource.overrideLogicalId(logicalId);
        ICfnResourceOptions options = resource.getCfnOptions();
        options.setDeletionPolicy(CfnDeletionPolicy.RETAIN);
        options.setUpdateReplacePolicy(CfnDeletionPolicy.RETAIN);
        return resource;
    }
}
