package com.elementarydata.privatelink.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.elementarydata.privatelink.integration.GitHubEnterpriseServer;
import com.elementarydata.privatelink.model.Refusal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OfferedHostsTest {

    @Test
    void what_add_takes_is_handed_off() {
        List<String> names = List.of("git.acme.example", "*.git.acme.example");

        assertThat(new OfferedHosts(Optional.of(GitHubEnterpriseServer.INTEGRATION), names).checked())
                .isEqualTo(names);
        assertThat(new OfferedHosts(Optional.empty(), List.of()).checked()).isEmpty();
    }

    @Test
    void fails_for_what_add_refuses_with_all_of_it() {
        OfferedHosts several = new OfferedHosts(
                Optional.of(GitHubEnterpriseServer.INTEGRATION), List.of("git.acme.example", "acme.okta.com"));
        OfferedHosts none = new OfferedHosts(Optional.empty(), List.of("acme.com", "Git.acme.example"));

        assertThatThrownBy(several::checked)
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("--hostname: GitHub Enterprise Server has one host, but the hostnames are")
                .hasMessageContaining("--hostname: \"acme.okta.com\" would hide names of \"okta.com\"");
        assertThatThrownBy(none::checked)
                .hasMessageContaining("--hostname: \"acme.com\" is a whole registered domain")
                .hasMessageContaining("write git.acme.example");
    }
}
