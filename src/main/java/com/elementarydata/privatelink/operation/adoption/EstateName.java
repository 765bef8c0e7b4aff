package com.elementarydata.privatelink.operation.adoption;

import com.elementarydata.privatelink.observed.NameFacts.Zone;
import java.util.List;

/**
 * A hostname that a hosted zone of production's VPC leads somewhere.
 *
 * @param hostname the name, maybe a wildcard
 * @param zone the zone that has its record
 * @param answers whether that zone answers for it, or another one hides it
 * @param endpointIds the endpoints that it leads to
 * @param nowhere the names of endpoints that do not exist, which it leads to
 */
public record EstateName(String hostname, Zone zone, boolean answers, List<String> endpointIds, List<String> nowhere) {

    /**
     * Whether a hosted zone of the fleet's would answer for it in place of this one: the zone with the longest name does,
     * and a VPC has no two of the same name.
     */
    public boolean isMovable() {
        return !hostname.replaceFirst("^[*][.]", "").equals(zone.name());
    }
}
