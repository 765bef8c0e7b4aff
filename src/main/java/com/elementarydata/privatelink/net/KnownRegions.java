package com.elementarydata.privatelink.net;

import java.util.Set;

/**
 * The Regions that a fleet may use: those that this version knows, and newer ones that the fleet names.
 *
 * @param named the newer ones
 */
public record KnownRegions(Set<Region> named) {

    /** Those that this version knows. */
    public static final KnownRegions USUAL = new KnownRegions(Set.of());

    private static final String NAME_IT = "name one that is newer than this version under newRegions in network.yaml";

    /**
     * Reads the code of a Region.
     *
     * @param text the code, in lower case
     * @return the Region
     * @throws InvalidValueException if it is not known, and the fleet does not name it either
     */
    public Region parse(String text) {
        return require(Region.parse(text));
    }

    /**
     * Refuses a Region that is neither known nor named.
     *
     * @param region any Region
     * @return that Region
     */
    public Region require(Region region) {
        if (!region.isKnown() && !named.contains(region)) {
            throw Region.unknown(
                    region.code(), "give a Region code such as eu-central-1, or " + NAME_IT, " Otherwise " + NAME_IT);
        }
        return region;
    }
}
