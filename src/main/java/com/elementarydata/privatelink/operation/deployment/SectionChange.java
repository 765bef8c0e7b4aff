package com.elementarydata.privatelink.operation.deployment;

import com.elementarydata.privatelink.operation.deployment.ResourceChange.Action;
import java.util.Set;

/**
 * What a deployment changes in a template beside its resources.
 *
 * @param section of the template, such as {@code Outputs}
 * @param name of what changes in it; empty for a section that has no names, such as {@code Description}
 * @param action {@link Action#ADDED}, {@link Action#CHANGED} or {@link Action#REMOVED}
 */
public record SectionChange(String section, String name, Action action) {

    /** What CloudFormation updates only along with something else. */
    private static final Set<String> NEVER_ALONE = Set.of("AWSTemplateFormatVersion", "Description", "Metadata");

    /** Whether a deployment of this alone would change the stack. */
    boolean isDeployed() {
        return !NEVER_ALONE.contains(section);
    }
}
