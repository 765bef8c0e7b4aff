package com.elementarydata.privatelink.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An adopted endpoint that its customer's stack took over as it is.
 *
 * @param group the security group that came with it; empty where others use its groups, too
 * @param groupIds its other security groups, {@code sg-…}, which stay as they are
 */
public record ImportedEndpoint(Optional<ImportedGroup> group, List<String> groupIds) {

    /** Copies. */
    public ImportedEndpoint {
        groupIds = List.copyOf(groupIds);
    }

    /** All of its security groups. */
    public List<String> allGroupIds() {
        return Stream.concat(group.map(ImportedGroup::id).stream(), groupIds.stream())
                .toList();
    }
}
