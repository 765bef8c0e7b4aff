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

    /** What AWS has by default; clients of HTTPS soon connect again. */
    private static final int USUAL_IDLE_TIMEOUT = 350;

    private final String key;
    private final String title;
    private String summary = "";
    private String usualId = "";
    private Acceptance acceptance = Acceptance.CUSTOMER;
    private List<Key> required = List.of();
    private List<Key> optional = List.of();
    private List<Port> ports = List.of();
    private Map<Integer, String> refusedPorts = Map.of();
    private String refusedAs = "";
    private String refusalRemedy = "";
    private Optional<HealthProbe> healthProbe = Optional.empty();
    private Optional<Preset> preset = Optional.empty();
    private int tcpIdleTimeout = USUAL_IDLE_TIMEOUT;
    private List<Hostname> sharedDomains = List.of();
    private Optional<Pattern> ofOneCustomer = Optional.empty();
    private boolean acrossRegions = true;
    private PublicNames publicNames = PublicNames.ofOwnHosts();
    private boolean certificateResponders;
    private String derived = "";
    private List<String> helpExamples = List.of();

    private Facts(String key, String title) {
        this.key = key;
        this.title = title;
    }

    static Facts named(String key, String title) {
        return new Facts(key, title);
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

    /** Ports by number with their use, what all of them are, and what to do instead. */
    Facts refusesPorts(String as, Map<Integer, String> uses, String remedy) {
        refusedPorts = Collections.unmodifiableMap(new TreeMap<>(uses));
        refusedAs = as;
        refusalRemedy = remedy;
        return this;
    }

    Facts checkedByHttps(String path, int port) {
        return checkedBy(new HealthProbe("HTTPS", path, Optional.of(Port.of(port))));
    }

    Facts checkedBy(HealthProbe probe) {
        healthProbe = Optional.of(probe);
        return this;
    }

    Facts preset(Preset row) {
        preset = Optional.of(row);
        return this;
    }

    Facts idleFor(int seconds) {
        tcpIdleTimeout = seconds;
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

    Facts expectsInPublic(PublicNames names) {
        publicNames = names;
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
        return new Integration(
                key,
                title,
                summary,
                usualId,
                acceptance,
                required,
                optional,
                ports,
                refusedPorts,
                refusedAs,
                refusalRemedy,
                healthProbe,
                tcpIdleTimeout,
                preset,
                sharedDomains,
                ofOneCustomer,
                acrossRegions,
                publicNames,
                certificateResponders,
                derived,
                helpExamples);
    }
}
