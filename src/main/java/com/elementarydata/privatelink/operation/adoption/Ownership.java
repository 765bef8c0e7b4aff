package com.elementarydata.privatelink.operation.adoption;

import com.elementarydata.privatelink.observed.Tags;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a stack can take resources over, as far as their tags say who made them.
 *
 * @param stack the stack
 * @param obstacles hears why it cannot
 * @param notes hears what else to do
 */
record Ownership(String stack, List<String> obstacles, List<String> notes) {

    static Ownership of(String stack) {
        return new Ownership(stack, new ArrayList<>(), new ArrayList<>());
    }

    /** Looks at a resource. */
    void check(String id, Tags tags) {
        tags.stack()
                .filter(other -> !other.equals(stack))
                .ifPresent(other ->
                        obstacles.add("%s belongs to the stack %s; have that retain it, and take it out of its template"
                                .formatted(id, other)));
        if (tags.stack().isEmpty() && tags.isOfTerraform()) {
            notes.add("Terraform seems to have made %s: run terraform state rm on it there, so that only one owns it"
                    .formatted(id));
        }
    }
}
