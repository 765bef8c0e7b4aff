package com.elementarydata.privatelink.net;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.net.InternetDomainName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same answers as another reader of the list gives. */
class PublicSuffixesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com",
                "acme.com",
                "git.acme.com",
                "co.uk",
                "acme.co.uk",
                "git.acme.co.uk",
                "ck",
                "co.ck",
                "acme.co.ck",
                "git.acme.co.ck",
                "www.ck",
                "git.www.ck",
                "kawasaki.jp",
                "acme.kawasaki.jp",
                "city.kawasaki.jp",
                "github.io",
                "acme.github.io",
                "git.acme.github.io",
                "internal",
                "git.internal",
                "acme.example",
                "git.acme.example"
            })
    void names_are_public_suffixes_and_whole_domains_where_guava_says_so(String name) {
        InternetDomainName other = InternetDomainName.from(name);

        assertThat(PublicSuffixes.contain(name)).isEqualTo(other.isPublicSuffix());
        assertThat(PublicSuffixes.areRightAbove(name)).isEqualTo(other.isTopDomainUnderRegistrySuffix());
    }
}
