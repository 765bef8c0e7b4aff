package com.elementarydata.privatelink.operation.deployment;

import com.elementarydata.privatelink.model.Words;

/** How a planned stack differs from what is deployed. The words are contract. */
public enum StackChange {
    /** It does not exist yet. */
    NEW,
    /** It was deployed from another template. */
    CHANGED,
    /** It was deployed from the same template. */
    SAME,
    /** CloudFormation is working on it. */
    IN_PROGRESS,
    /** Its last deployment failed, so what exists of it is unknown. */
    FAILED;

    @Override
    public String toString() {
        return Words.of(this);
    }
}
