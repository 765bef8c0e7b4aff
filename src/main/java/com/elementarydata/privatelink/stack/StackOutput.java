package com.elementarydata.privatelink.stack;

import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.CfnOutputProps;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.Stack;

/**
 * Values between stacks: written as outputs with fixed names, read with {@code Fn::GetStackOutput}, which locks nothing
 * and works across Regions.
 */
final class StackOutput {

    private StackOutput() {}

    static void write(Stack stack, String name, String value, String description) {
        new CfnOutput(
                stack,
                name,
                CfnOutputProps.builder().value(value).description(description).build());
    }

    static String read(String stackName, String name, String region) {
        return Fn.getStackOutput(stackName, name, region);
    }
}
