package com.elementarydata.privatelink.observed;

import com.elementarydata.privatelink.net.DnsAnswer;
import com.elementarydata.privatelink.net.Hostname;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a DNS resolver answered.
 *
 * @param resolver who was asked, as a sentence names it
 * @param answers by name; those that it did not answer for are missing
 */
public record DnsFacts(String resolver, SortedMap<Hostname, DnsAnswer> answers) {

    /** Copies. */
    public DnsFacts {
        answers = Collections.unmodifiableSortedMap(new TreeMap<>(answers));
    }

    /** The answer for a name; empty if there was none. */
    public Optional<DnsAnswer> of(Hostname name) {
        return Optional.ofNullable(answers.get(name));
    }
}
