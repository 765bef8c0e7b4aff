package com.elementarydata.privatelink.observed;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What CloudFormation says of a stack.
 *
 * @param name its name
 * @param status in CloudFormation's words: {@code CREATE_COMPLETE}, {@code UPDATE_ROLLBACK_FAILED} and so on
 * @param reason why it has that status, where CloudFormation says
 * @param changed when it was last created or updated
 * @param terminationProtection whether it refuses to be deleted
 * @param drift what the last detection of drift came to: {@code IN_SYNC}, {@code DRIFTED}, {@code NOT_CHECKED}
 * @param outputs its outputs by name
 */
public record DeployedStack(
        String name,
        String status,
        Optional<String> reason,
        Instant changed,
        boolean terminationProtection,
        String drift,
        SortedMap<String, String> outputs) {

    /** Copies the outputs. */
    public DeployedStack {
        outputs = Collections.unmodifiableSortedMap(new TreeMap<>(outputs));
    }

    /** An output. */
    public Optional<String> output(String name) {
        return Optional.ofNullable(outputs.get(name));
    }

    /** Whether its last deployment did what it was to do. */
    public boolean isComplete() {
        return status.equals("CREATE_COMPLETE")
                || status.equals("UPDATE_COMPLETE")
                || status.equals("IMPORT_COMPLETE")
                || status.equals("UPDATE_COMPLETE_CLEANUP_IN_PROGRESS");
    }

    /** Whether CloudFormation is working on it. */
    public boolean isInProgress() {
        return status.endsWith("_IN_PROGRESS") && !isComplete();
    }
}
