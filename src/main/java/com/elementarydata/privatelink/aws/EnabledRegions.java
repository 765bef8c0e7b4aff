package com.elementarydata.privatelink.aws;

import com.elementarydata.privatelink.net.Region;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which of some Regions an account can use. In the others AWS refuses everything, as if credentials were wrong.
 *
 * @param enabled those that can be read
 * @param disabled those that the account has not opted in to
 */
public record EnabledRegions(SortedSet<Region> enabled, SortedSet<Region> disabled) {

    private static final String DISABLED = "not-opted-in";

    /** Asks in a Region that is enabled, and counts it in. Where AWS does not say, each is taken for enabled. */
    public static EnabledRegions among(AwsAccess access, Region home, Collection<Region> regions) {
        SortedSet<Region> enabled = new TreeSet<>(regions);
        enabled.add(home);
        List<String> codes = enabled.stream().map(Region::code).toList();
        SortedMap<String, String> status =
                new AccountReader(access, home).regions(codes).value().orElseGet(TreeMap::new);
        SortedSet<Region> disabled = new TreeSet<>(enabled);
        disabled.removeIf(region -> !DISABLED.equals(status.get(region.code())));
        enabled.removeAll(disabled);
        return new EnabledRegions(enabled, disabled);
    }

    /** What was not read, a line a Region. */
    public List<String> notes() {
        return disabled.stream()
                .map("%s is not enabled in this account; nothing of it was read"::formatted)
                .toList();
    }
}
