package com.elementarydata.privatelink.operation.deployment;

/** How a planned stack differs from what is deployed. The words are contract. */
public enum StackChange {
    /** It is not there yet. */
    NEW("new"),
    /** It was deployed from another template. */
    CHANGED("changed"),
    /** It was deployed from the same template. */
    SAME("same"),
    /** CloudFormation is at work on it. */
    IN_PROGRESS("in-progress"),
    /** Its last deployment failed, so that nothing says what there is of it. */
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
