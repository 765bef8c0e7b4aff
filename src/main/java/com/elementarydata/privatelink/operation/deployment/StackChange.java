package com.elementarydata.privatelink.operation.deployment;

/** How a planned stack differs from what is deployed. The words are contract. */
public enum StackChange {
    /** It does not exist yet. */
    NEW("new"),
    /** It was deployed from another template. */
    CHANGED("changed"),
    /** It was deployed from the same template. */
    SAME("same"),
    /** CloudFormation is working on it. */
    IN_PROGRESS("in-progress"),
    /** Its last deployment failed, so what exists of it is unknown. */
    FAILED("failed");

    private final String word;

    StackChange(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
