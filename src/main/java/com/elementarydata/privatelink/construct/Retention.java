package com.elementarydata.privatelink.construct;

import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.RemovalPolicy;

/**
 * What is retained when its stack is deleted, because connections depend on it. A rolled-back creation leaves nothing
 * behind, so that it can be tried again.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html">DeletionPolicy
 *     RetainExceptOnCreate</a>
 */
final class Retention {

    private Retention() {}

    static <T extends CfnResource> T retained(T resource) {
        resource.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
        return resource;
    }
}
