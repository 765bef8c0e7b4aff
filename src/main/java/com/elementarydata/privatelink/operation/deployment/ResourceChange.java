package com.elementarydata.privatelink.operation.deployment;

import com.elementarydata.privatelink.model.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a deployment does to a resource of a stack.
 *
 * @param logicalId its id in the template
 * @param path the path of its construct, such as {@code Stack/git/Endpoint/Resource}; only where the template has it, as with
 *     {@code "pathMetadata": true} in {@code cdk.json}
 * @param type such as {@code AWS::EC2::VPCEndpoint}
 * @param action what is done
 * @param properties the innermost properties that change, such as {@code AliasTarget.DNSName}; a list changes as a whole
 * @param attributes what else of it changes, such as {@code DependsOn}
 * @param replacing the properties and attributes of these for which it is replaced, or may be
 */
public record ResourceChange(
        String logicalId,
        Optional<String> path,
        String type,
        Action action,
        List<String> properties,
        List<String> attributes,
        List<String> replacing) {

    private static final String ENDPOINT = "AWS::EC2::VPCEndpoint";

    /** What is done, from what cuts off to what does not. The words are contract. */
    public enum Action {
        /** Another one is created in its place. */
        REPLACED,
        /** CloudFormation decides when it sees the values whether another one is created in its place. */
        MAY_BE_REPLACED,
        /** It is deleted. */
        REMOVED,
        /** It leaves the stack, and stays on AWS. */
        RETAINED,
        /** It is changed in place. */
        CHANGED,
        /** It is created. */
        ADDED;

        @Override
        public String toString() {
            return Words.of(this);
        }
    }

    /**
     * What people know it by: its construct's path below the stack, as {@code cdk diff} shortens it, or its logical id.
     */
    public String name() {
        return path.map(whole -> whole.replaceFirst("^[^/]*/", "").replaceFirst("/(Resource|Default)$", ""))
                .filter(construct -> !construct.isEmpty())
                .orElse(logicalId);
    }

    /** Properties and attributes that change. */
    public List<String> differences() {
        return Stream.concat(properties.stream(), attributes.stream()).toList();
    }

    /** Whether it is an endpoint that a deployment deletes, or puts another one in the place of. */
    public boolean cutsOff() {
        return type.equals(ENDPOINT) && action.compareTo(Action.RETAINED) < 0;
    }
}
