package com.elementarydata.privatelink.operation.adoption;

import java.util.List;

/**
 * How stacks of the fleet take over what exists.
 *
 * @param subject a Region or a customer
 * @param obstacles why that cannot be, yet; a line each
 * @param notes what to know before the first step
 * @param changes what is to be written in the fleet's files
 * @param imports the stacks, in order
 */
public record Adoption(
        String subject, List<String> obstacles, List<String> notes, List<Change> changes, List<StackImport> imports) {

    /**
     * Lines to write in a file.
     *
     * @param where the file, and the place in it
     * @param lines YAML
     */
    public record Change(String where, List<String> lines) {}
}
