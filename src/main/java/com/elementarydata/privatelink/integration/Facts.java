package com.elementarydata.privatelink.integration;

import com.elementarydata.privatelink.net.Hostname;
import com.elementarydata.privatelink.net.Port;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Gathers the facts of an {@link Integration}. */
final class Facts {

    final String key;
    final String title;
    String summary = "";
    String usualId = "";
    Acceptance acceptance = Acceptance.CUSTOMER;
    List<Key> required = List.of();
    List<Key> optional = List.of();
    List<Port> ports = List.of();
    Map<Integer, String> refusedPorts = Map.of();
    String refusedAs = "";
    String refusalRemedy = "";
    Optional<HealthProbe> healthProbe = Optional.empty();
    List<Hostname> sharedDomains = List.of();
    Optional<Pattern> ofOneCustomer = Optional.empty();
    boolean acrossRegions = true;
    boolean onlyPrivateNames;
    boolean certificateResponders;
    String derived = "";
    List<String> helpExamples = List.of();

    Facts(String key, String title) {
        this.key = key;
        this.title = title;
    }

    Facts addedAs(String summary, String usualId) {
        this.summary = summary;
        this.usualId = usualId;
        return this;
    }

    Facts acceptedBy(Acceptance acceptance) {
        this.acceptance = acceptance;
        return this;
    }

    Facts requires(Key... keys) {
        required = List.of(keys);
        return this;
    }

    Facts allows(Key... keys) {
        optional = List.of(keys);
        return this;
    }

    Facts ports(int... numbers) {
        ports = IntStream.of(numbers).mapToObj(Port::of).toList();
        return this;
    }

    /** Ports by number with their use, what they are all, and what to do instead. */
    Facts refusesPorts(String as, Map<Integer, String> uses, String remedy) {
        refusedPorts = Collections.unmodifiableMap(new TreeMap<>(uses));
        refusedAs = as;
        refusalRemedy = remedy;
        return this;
    }

    Facts checkedByHttps(String path, int port) {
        healthProbe = Optional.of(new HealthProbe("HTTPS", path, Port.of(port)));
        return this;
    }

    Facts sharedDomains(String... domains) {
        sharedDomains = Stream.of(domains).map(Hostname::parse).sorted().toList();
        return this;
    }

    Facts namesOfOneCustomer(String form) {
        ofOneCustomer = Optional.of(Pattern.compile(form));
        return this;
    }

    Facts neverAcrossRegions() {
        acrossRegions = false;
        return this;
    }

    Facts onlyPrivateNames() {
        onlyPrivateNames = true;
        return this;
    }

    Facts certificateResponders() {
        certificateResponders = true;
        return this;
    }

    Facts derives(String markdown) {
        derived = markdown;
        return this;
    }

    Facts helpExamples(String... lines) {
        helpExamples = List.of(lines);
        return this;
    }

    Integration build() {
        return new Integration(this);
    }
}
