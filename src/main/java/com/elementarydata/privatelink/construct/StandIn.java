package com.elementarydata.privatelink.construct;

import software.amazon.awscdk.services.ec2.IVpc;

/**
 * What CDK has in place of a value that it is yet to look up. Such an app is synthesized twice, and nothing that is refused
 * the first time is ever looked up.
 *
 * @see <a href="https://docs.aws.amazon.com/cdk/v2/guide/context.html">Context values and the AWS CDK</a>
 */
final class StandIn {

    private static final String OF_A_PARAMETER = "dummy-value-for-";

    private StandIn() {}

    /** Whether a text is, or has within, what {@code StringParameter.valueFromLookup} gives at first. */
    static boolean isIn(String text) {
        return text.contains(OF_A_PARAMETER);
    }

    /** Whether a VPC is yet to be looked up, so that its subnets and CIDR block are not its own. */
    static boolean is(IVpc vpc) {
        try {
            return Boolean.TRUE.equals(vpc.selectSubnets().getIsPendingLookup());
        } catch (RuntimeException withoutSubnets) {
            return false;
        }
    }
}
