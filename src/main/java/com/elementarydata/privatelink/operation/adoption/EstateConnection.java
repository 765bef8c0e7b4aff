package com.elementarydata.privatelink.operation.adoption;

import com.elementarydata.privatelink.observed.EstateFacts.FoundEndpoint;
import java.util.List;

/**
 * A connection of the estate: an endpoint with the names of one customer that lead to it.
 *
 * @param customer whose it is, as far as can be told
 * @param told what says so
 * @param region the endpoint's Region
 * @param found the endpoint
 * @param names the names, sorted; none where nothing leads to it
 */
public record EstateConnection(String customer, Told told, String region, FoundEndpoint found, List<EstateName> names) {

    /** What says whose a connection is. */
    public enum Told {
        /** The file that a person gave. */
        FILE,
        /** A tag of the endpoint or of the names' zone. */
        TAG,
        /** The account in the vendor's own name. */
        NAME,
        /** Nothing: it is named after its service. */
        SERVICE
    }
}
