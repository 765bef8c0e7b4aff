package com.elementarydata.privatelink.operation.deployment;

import java.util.Comparator;
import java.util.List;

/**
 * What a deployment changes in a stack.
 *
 * @param resources what it does to resources, what cuts off first, then by type and name
 * @param sections what else it changes, in the order of the template
 */
public record StackChanges(List<ResourceChange> resources, List<SectionChange> sections) {

    /** Sorts the resources. */
    public StackChanges {
        resources = resources.stream()
                .sorted(Comparator.comparing(ResourceChange::action)
                        .thenComparing(ResourceChange::type)
                        .thenComparing(ResourceChange::name)
                        .thenComparing(ResourceChange::logicalId))
                .toList();
    }

    /**
     * Whether a deployment would change the stack. CDK's comparison ignores only how a template is written: the order of
     * {@code DependsOn}, {@code "443"} for {@code 443}, {@code "A.B"} for {@code ["A", "B"]}. Description and metadata of the
     * template it tells, but CloudFormation updates neither by itself: a deployment says "no changes", and what is
     * deployed stays what it is. A plan that called such a stack changed would do so forever. The metadata of a resource
     * is another matter, which CloudFormation does update.
     *
     * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-description-structure.html">Description</a>
     * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/metadata-section-structure.html">Metadata</a>
     */
    boolean isDeployed() {
        return !resources.isEmpty() || sections.stream().anyMatch(SectionChange::isDeployed);
    }
}
