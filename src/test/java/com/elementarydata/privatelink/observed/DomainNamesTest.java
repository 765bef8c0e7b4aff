package com.elementarydata.privatelink.observed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is below what, and has a say in what. */
class DomainNamesTest {

    @ParameterizedTest
    @CsvSource({
        "acme.example, git.acme.example, true",
        "git.acme.example, git.acme.example, true",
        "., git.acme.example, true",
        "db.acme.example, git.acme.example, false",
        "db.git.acme.example, git.acme.example, false",
        "db.acme.example, *.acme.example, true",
        "acme.example, *.acme.example, true",
        "db.birch.example, *.acme.example, false",
    })
    void a_domain_concerns_what_is_below_it_and_what_hides_names_of_a_wildcard(
            String domain, String hostname, boolean concerned) {
        assertThat(DomainNames.concerns(domain, hostname)).isEqualTo(concerned);
    }

    @Test
    void is_below_what_it_ends_with_after_a_dot() {
        assertThat(DomainNames.isBelow("git.acme.example", "acme.example")).isTrue();
        assertThat(DomainNames.isBelow("acme.example", "acme.example")).isFalse();
        assertThat(DomainNames.isBelow("notacme.example", "acme.example")).isFalse();
    }
}
