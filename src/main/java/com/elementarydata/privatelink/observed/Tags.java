package com.elementarydata.privatelink.observed;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The tags of a resource, which say who made it and whose it is.
 *
 * @param byKey the values by their keys
 */
public record Tags(SortedMap<String, String> byKey) {

    private static final String STACK = "aws:cloudformation:stack-name";
    private static final String TERRAFORM = "terraform";
    private static final String CUSTOMER = "customer";

    /** Copies. */
    public Tags {
        byKey = Collections.unmodifiableSortedMap(new TreeMap<>(byKey));
    }

    /** The CloudFormation stack that made it. AWS writes that tag itself, on most kinds of resources. */
    public Optional<String> stack() {
        return Optional.ofNullable(byKey.get(STACK));
    }

    /** Whether a tag says that Terraform made it, as is usual and never certain. */
    public boolean isOfTerraform() {
        return byKey.entrySet().stream().anyMatch(tag -> names(tag.getKey()) || names(tag.getValue()));
    }

    private static boolean names(String text) {
        return text.toLowerCase(Locale.ROOT).contains(TERRAFORM);
    }

    /** Who made it, in words; empty where nothing says so. */
    public String maker() {
        return stack().map("stack %s"::formatted).orElse(isOfTerraform() ? "Terraform" : "");
    }

    /** The customer that it is for. */
    public Optional<String> customer() {
        return byKey.entrySet().stream()
                .filter(tag -> tag.getKey().toLowerCase(Locale.ROOT).equals(CUSTOMER))
                .map(Map.Entry::getValue)
                .filter(value -> !value.isBlank())
                .findFirst();
    }
}
