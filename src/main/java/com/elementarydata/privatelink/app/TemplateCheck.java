package com.elementarydata.privatelink.app;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Checks that a template is not too large to be deployed without a bootstrap bucket, and contains nothing unexpected
 * that CloudFormation would interpret. Values of fleet files are already refused for that; this is a second check, of
 * what would be deployed.
 *
 * @param name the template's file
 * @param text its content
 * @param bootstrapped whether it is deployed through a bucket, so that its size does not matter
 */
record TemplateCheck(String name, String text, boolean bootstrapped) {

    /**
     * What CloudFormation accepts inline.
     *
     * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html">CloudFormation
     *     quotas</a>
     */
    private static final long LARGEST_INLINE = 51_200;

    private static final int MANY_STACK_OUTPUTS = 20;
    private static final Pattern STACK_OUTPUT = Pattern.compile("\"Fn::GetStackOutput\"");
    private static final Pattern INTERPRETED = Pattern.compile(
            "\\{\\{|\\$\\{|\"Fn::(?!(Contains|GetAtt|GetStackOutput|ImportValue|Join|Not|Select|Split)\")[A-Za-z:]*\"|\"Transform\":");

    /** Why it must not be deployed. */
    List<String> errors() {
        List<String> errors = new ArrayList<>();
        int size = text.getBytes(StandardCharsets.UTF_8).length;
        if (!bootstrapped && size > LARGEST_INLINE) {
            errors.add(
                    ("%s has %d bytes, over the %d that CloudFormation accepts inline; run cdk bootstrap in its Region, and"
                                    + " synthesize and deploy with -c bootstrapped=true")
                            .formatted(name, size, LARGEST_INLINE));
        }
        INTERPRETED
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct()
                .forEach(found -> errors.add(
                        "%s holds %s, which CloudFormation would interpret, and which is unexpected; look for it in"
                                        .formatted(name, found)
                                + " the fleet's files"));
        return errors;
    }

    /** What may cause trouble, but can be deployed. */
    List<String> warnings() {
        long reads = STACK_OUTPUT.matcher(text).results().count();
        return reads > MANY_STACK_OUTPUTS
                ? List.of(
                        ("warning: %s reads outputs of other stacks in %d places, each with a call that AWS may throttle;"
                                        + " if it is throttled, deploy again")
                                .formatted(name, reads))
                : List.of();
    }
}
