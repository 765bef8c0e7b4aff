package com.elementarydata.privatelink.assembly;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parts of which an assembly of a whole fleet is made, and what was said when its files were read.
 *
 * @param said the lines; empty, or with a line break at the end
 * @param parts what each part is kept by: that of the shared stacks first, by an empty name, then each customer's
 */
public record KeptFleet(String said, Map<String, String> parts) {

    /** The name of the part that all customers share. */
    public static final String SHARED = "";

    /** Only that of some customers; empty if any of them has no part. No customer stands for all. */
    public Optional<KeptFleet> of(Set<String> customers) {
        if (customers.isEmpty()) {
            return Optional.of(this);
        }
        Map<String, String> chosen = new LinkedHashMap<>(parts);
        chosen.keySet().removeIf(name -> !name.equals(SHARED) && !customers.contains(name));
        return chosen.keySet().containsAll(customers) ? Optional.of(new KeptFleet(said, chosen)) : Optional.empty();
    }
}
