package com.elementarydata.privatelink.observed;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.net.DnsAnswer;
import com.elementarydata.privatelink.net.Hostname;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Answers of a resolver by name. */
class DnsFactsTest {

    private static final Hostname GIT = Hostname.parse("git.acme.example");

    @Test
    void a_name_that_was_not_answered_for_has_no_answer() {
        DnsAnswer answer = new DnsAnswer(GIT, List.of(), List.of("10.1.2.3"));
        DnsFacts facts = new DnsFacts("192.0.2.53", new TreeMap<>(Map.of(GIT, answer)));

        assertThat(facts.of(GIT)).hasValue(answer);
        assertThat(facts.of(Hostname.parse("db.acme.example"))).isEmpty();
    }
}
