package com.elementarydata.privatelink.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.elementarydata.privatelink.net.DnsAnswer;
import com.elementarydata.privatelink.net.Hostname;
import com.elementarydata.privatelink.net.InvalidValueException;
import com.elementarydata.privatelink.observed.DnsFacts;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DnsResolverTest {

    private final TinyDns dns = new TinyDns();

    DnsResolverTest() throws IOException {}

    @AfterEach
    void stop() {
        dns.close();
    }

    private DnsFacts ask(String... names) {
        return DnsResolver.at(dns.address())
                .ask(Stream.of(names).map(Hostname::parse).toList());
    }

    @Test
    void aliases_are_followed_to_the_addresses_of_both_versions_of_ip() {
        dns.with("git.acme.example", "Lb.acme.example")
                .with("lb.acme.example", "lb-1.elb.amazonaws.com")
                .with("lb-1.elb.amazonaws.com", "203.0.113.7", "198.51.100.7", "2001:db8::7");

        DnsAnswer answer =
                ask("git.acme.example").of(Hostname.parse("git.acme.example")).orElseThrow();

        assertThat(answer.aliases()).containsExactly("lb.acme.example", "lb-1.elb.amazonaws.com");
        assertThat(answer.addresses()).hasSize(3).startsWith("198.51.100.7").endsWith("203.0.113.7");
        assertThat(answer.isPublic()).isTrue();
    }

    @Test
    void a_wildcard_is_asked_for_as_it_is_written() {
        dns.with("*.git.acme.example", "10.1.2.3");

        assertThat(ask("*.git.acme.example").answers().values())
                .containsExactly(new DnsAnswer(Hostname.parse("*.git.acme.example"), List.of(), List.of("10.1.2.3")));
    }

    @Test
    void a_name_that_does_not_exist_and_an_alias_that_goes_nowhere_have_no_address() {
        dns.with("old.acme.example", "gone.acme.example");

        assertThat(ask("git.acme.example", "old.acme.example").answers().values())
                .extracting(DnsAnswer::aliases, DnsAnswer::resolves)
                .containsExactly(tuple(List.of(), false), tuple(List.of("gone.acme.example"), false));
    }

    @Test
    void an_alias_that_is_no_host_is_said_and_not_followed() {
        dns.with("git.acme.example", "ldap://127.0.0.1/a");

        assertThat(ask("git.acme.example").answers().values())
                .containsExactly(
                        new DnsAnswer(Hostname.parse("git.acme.example"), List.of("ldap://127.0.0.1/a"), List.of()));
    }

    @Test
    void aliases_in_a_circle_end() {
        dns.with("a.acme.example", "b.acme.example").with("b.acme.example", "a.acme.example");

        assertThat(ask("a.acme.example").answers().values())
                .singleElement()
                .extracting(DnsAnswer::resolves)
                .isEqualTo(false);
    }

    @Test
    void what_is_not_answered_in_time_is_missing_and_nothing_else_is() {
        dns.with("git.acme.example", "10.1.2.3").silentAbout("slow.acme.example");
        DnsResolver impatient = new DnsResolver(DnsResolver.at(dns.address()).server(), Duration.ofMillis(800));

        DnsFacts facts =
                impatient.ask(List.of(Hostname.parse("slow.acme.example"), Hostname.parse("git.acme.example")));

        assertThat(facts.answers().keySet()).containsExactly(Hostname.parse("git.acme.example"));
    }

    @Test
    void hundreds_of_names_are_asked_for_at_once() {
        String[] names = IntStream.range(0, 500)
                .mapToObj("n%03d.acme.example"::formatted)
                .toArray(String[]::new);
        Stream.of(names).forEach(name -> dns.with(name, "10.1.2.3"));

        assertThat(ask(names).answers())
                .hasSize(500)
                .allSatisfy((name, answer) -> assertThat(answer.resolves()).isTrue());
    }

    @Test
    void nothing_is_fatal_where_no_resolver_listens() {
        DnsResolver absent = DnsResolver.at(dns.address());
        dns.close();

        assertThat(absent.ask(List.of(Hostname.parse("git.acme.example"))).answers())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.53", "resolver.acme.example", "2001:db8::53"})
    void is_named_without_the_usual_port(String host) {
        assertThat(DnsResolver.at(host)).hasToString(host);
        assertThat(DnsResolver.ofThisMachine()).hasToString("this machine's resolver");
        assertThat(DnsResolver.at("192.0.2.53:5353")).hasToString("192.0.2.53:5353");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "dns://192.0.2.53", "192.0.2.53:port", "192.0.2.53:99999"})
    void fails_for_what_is_no_address(String text) {
        assertThatThrownBy(() -> DnsResolver.at(text))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("is not the address of a resolver");
    }
}
