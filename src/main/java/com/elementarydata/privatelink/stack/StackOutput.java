package com.elementarydata.privatelink.stack;

import com.elementarydata.privatelink.fleet.OutputNames;
import com.elementarydata.privatelink.net.Region;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.CfnOutputProps;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Token;
import software.amazon.awscdk.services.ssm.CfnParameter;

/**
 * Values between stacks, under names that are contract.
 *
 * <p>Within a Region a stack imports what another one exports: that is known before a change set is planned, and AWS
 * refuses to change or delete it while it is imported. Across Regions, and where a value may change, a stack looks up an
 * output with {@code Fn::GetStackOutput}. That is known only after the deployment has begun, so it must not go into a
 * property that can only be set at creation; and every occurrence is a call that AWS may throttle, so a parameter holds
 * what is looked up, and everything else refers to that.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-stack-exports.html">Exported
 *     stack outputs</a>
 */
final class StackOutput {

    private static final String SEPARATOR = "|";

    private StackOutput() {}

    static void write(Stack stack, String name, String value, String description) {
        new CfnOutput(
                stack,
                name,
                CfnOutputProps.builder().value(value).description(description).build());
    }

    /** Writes an output that other stacks of the Region import. */
    static void export(Stack stack, String name, String value, String description) {
        new CfnOutput(
                stack,
                name,
                CfnOutputProps.builder()
                        .value(value)
                        .description(description)
                        .exportName(OutputNames.export(stack.getStackName(), name))
                        .build());
    }

    /** What another stack of the same Region exports. */
    static String imported(String stackName, String name) {
        return Fn.importValue(OutputNames.export(stackName, name));
    }

    /**
     * Outputs of another stack.
     *
     * @param region its Region
     * @param stack its name
     * @param names the outputs
     */
    record Of(Region region, String stack, List<String> names) {

        private Object joined() {
            List<Map<String, Object>> values = names.stream()
                    .map(name -> Map.<String, Object>of(
                            "Fn::GetStackOutput",
                            ImmutableMap.of("StackName", stack, "Region", region.code(), "OutputName", name)))
                    .toList();
            return values.size() == 1 ? values.get(0) : Map.of("Fn::Join", List.of(SEPARATOR, values));
        }

        private List<String> parts(String joined) {
            Map<String, Object> all = Map.of("Fn::Split", List.of(SEPARATOR, joined));
            return names.size() == 1
                    ? List.of(joined)
                    : IntStream.range(0, names.size())
                            .mapToObj(part -> Token.asString(Map.of("Fn::Select", List.of(part, all))))
                            .toList();
        }
    }

    /**
     * Looks up outputs of a stack in any Region, each once, and holds them in a parameter.
     *
     * @param stack the stack that needs them
     * @param id the parameter's id
     * @param description the parameter's, which changes with what the outputs are about: where nothing in a template
     *     changes, CloudFormation does not look up anything again
     * @param outputs the outputs
     * @param tags the parameter's
     * @return their values, as tokens
     */
    static List<String> lookedUp(Stack stack, String id, String description, Of outputs, Map<String, String> tags) {
        String held = CfnParameter.Builder.create(stack, id)
                .type("String")
                .description(description)
                .value(Token.asString(outputs.joined()))
                .tags(tags.isEmpty() ? null : tags)
                .build()
                .getAttrValue();
        return outputs.parts(held);
    }
}
