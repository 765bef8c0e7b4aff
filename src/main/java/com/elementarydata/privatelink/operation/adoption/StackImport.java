package com.elementarydata.privatelink.operation.adoption;

import com.elementarydata.privatelink.fleet.ImportedResources;
import com.elementarydata.privatelink.fleet.PlannedStack;
import com.elementarydata.privatelink.net.Region;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A stack that takes resources over.
 *
 * @param stack its name
 * @param region where it is
 * @param mapping what identifies each resource, by its logical id: the content of a resource mapping file
 */
public record StackImport(String stack, Region region, SortedMap<String, Map<String, String>> mapping) {

    /** Copies. */
    public StackImport {
        mapping = Collections.unmodifiableSortedMap(new TreeMap<>(mapping));
    }

    /** What a planned stack takes over. */
    static StackImport of(PlannedStack planned) {
        SortedMap<String, Map<String, String>> mapping = new TreeMap<>();
        ImportedResources.of(planned)
                .byLogicalId()
                .forEach((name, identity) -> mapping.put(name, Map.of(identity.property(), identity.value())));
        return new StackImport(planned.name(), planned.region(), mapping);
    }

    /** The name of its resource mapping file. */
    public String file() {
        return stack + ".import.json";
    }
}
