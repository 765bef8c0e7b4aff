package com.elementarydata.privatelink.e2e;

import com.elementarydata.privatelink.net.AccountId;
import com.elementarydata.privatelink.net.Region;
import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * All that the SDK shows of Elementary's account and of a provider's.
 *
 * @param facts attributes by what they belong to, with ids as they are
 * @param names what resources of stacks are called, by id
 */
record WorldState(SortedMap<String, SortedMap<String, String>> facts, SortedMap<String, String> names) {

    private static final Pattern ID = Pattern.compile(
            "/hostedzone/[A-Z0-9]+|vpce-[0-9a-f]{17}-[0-9a-f]{8}(?=\\.)|[a-z]+(-svc)?-[0-9a-f]{8}([0-9a-f]{9})?\\b");
    private static final Pattern HASH = Pattern.compile("[0-9A-F]{8}$");

    /**
     * Asks for everything.
     *
     * @param regions those that anything of the test is in
     * @param provider the account of the services
     */
    static WorldState of(E2eFleet deployed, List<Region> regions, AccountId provider) {
        View view = deployed.view();
        SortedMap<String, SortedMap<String, String>> facts = new TreeMap<>();
        SortedMap<String, String> names = new TreeMap<>();
        for (Region region : regions) {
            new Facts(facts, view, Accounts.ELEMENTARY, region).collect();
            new Facts(facts, view, provider, region).collect();
        }
        Facts.collectZones(facts, view.zones(Accounts.ELEMENTARY));
        Facts.collectNames(
                names,
                regions.stream()
                        .map(region -> view.of(Accounts.ELEMENTARY, region))
                        .toList());
        return new WorldState(facts, names);
    }

    static String withoutHash(String logicalId) {
        return HASH.matcher(logicalId).replaceFirst("");
    }

    /** What became different, in words: what came, what went, and what changed of what stayed. */
    List<String> changesTo(WorldState after) {
        List<String> changes = new ArrayList<>();
        SortedSet<String> things = new TreeSet<>(facts.keySet());
        things.addAll(after.facts.keySet());
        for (String thing : things) {
            Map<String, String> old = facts.getOrDefault(thing, new TreeMap<>());
            Map<String, String> now = after.facts.getOrDefault(thing, new TreeMap<>());
            if (old.isEmpty()) {
                changes.add("+ " + after.named(thing));
            } else if (now.isEmpty()) {
                changes.add("- " + named(thing));
            } else {
                changes.addAll(changes(after, thing, old, now));
            }
        }
        return changes.stream()
                // what a stack says of its resources, the resources say themselves
                .filter(change -> !change.contains(" resource "))
                .filter(change -> !change.endsWith(" status: CREATE_COMPLETE -> UPDATE_COMPLETE"))
                .sorted()
                .toList();
    }

    private List<String> changes(WorldState after, String thing, Map<String, String> old, Map<String, String> now) {
        SortedSet<String> attributes = new TreeSet<>(old.keySet());
        attributes.addAll(now.keySet());
        return attributes.stream()
                .filter(attribute -> !Objects.equals(old.get(attribute), now.get(attribute)))
                .map(attribute -> attribute.equals(Facts.TOUCHED)
                        ? "~ %s updated".formatted(named(thing))
                        : "~ %s %s: %s -> %s"
                                .formatted(named(thing), attribute, value(attribute, old), after.value(attribute, now)))
                .toList();
    }

    /** Everything with names in the place of ids, and so what two deployments of the same have in common. */
    List<String> moduloIds() {
        return facts.entrySet().stream()
                // logical ids depend on hostnames, which are in the facts as they are
                .filter(thing -> !thing.getKey().contains(" resource "))
                .flatMap(thing -> thing.getValue().entrySet().stream()
                        .filter(attribute -> !attribute.getKey().equals(Facts.TOUCHED))
                        .map(attribute ->
                                named("%s %s=%s".formatted(thing.getKey(), attribute.getKey(), attribute.getValue()))))
                .sorted()
                .toList();
    }

    /** Lists are sorted by their names, as the order of ids is chance. */
    private String value(String attribute, Map<String, String> attributes) {
        String named = named(attributes.getOrDefault(attribute, ""));
        return attribute.equals("subnets") || attribute.equals("groups")
                ? Splitter.on(' ').splitToStream(named).sorted().collect(Collectors.joining(" "))
                : named;
    }

    private String named(String text) {
        return ID.matcher(text).replaceAll(found -> java.util.regex.Matcher.quoteReplacement(name(found)));
    }

    private String name(MatchResult found) {
        String id = found.group();
        if (id.startsWith("/hostedzone/")) {
            return names.getOrDefault(id.substring("/hostedzone/".length()), "zone-…");
        }
        if (id.startsWith("vpce-") && id.lastIndexOf('-') > "vpce-".length()) {
            String endpoint = id.substring(0, id.lastIndexOf('-'));
            return id.startsWith("vpce-svc") ? id : names.getOrDefault(endpoint, "vpce-…") + ".dns";
        }
        return isWrittenDown(id) ? id : names.getOrDefault(id, id.substring(0, id.lastIndexOf('-')) + "-…");
    }

    /** Ids that stand in the fleet's files. */
    private static boolean isWrittenDown(String id) {
        return id.startsWith("vpce-svc-")
                || id.equals("vpc-0a1b2c3d4e5f60718")
                || id.startsWith("rtb-0a1b2c3d4e5f6071");
    }
}
