package com.elementarydata.privatelink.judge;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.integration.Databricks;
import com.elementarydata.privatelink.integration.GitHubEnterpriseServer;
import com.elementarydata.privatelink.integration.Integration;
import com.elementarydata.privatelink.integration.Snowflake;
import com.elementarydata.privatelink.integration.TcpService;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.model.Verdict;
import com.elementarydata.privatelink.net.DnsAnswer;
import com.elementarydata.privatelink.net.Hostname;
import com.elementarydata.privatelink.net.Region;
import com.elementarydata.privatelink.observed.DnsFacts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewNameTest {

    private static final String GIT = "git.acme.example";
    private static final String WORKSPACE = "dbc-1a2b3c4d-5e6f.cloud.databricks.com";
    private static final String ACCOUNT = "acme.us-west-2.privatelink.snowflakecomputing.com";

    private static NewName name(Integration integration, String hostname) {
        return new NewName(Hostname.parse(hostname), integration, Region.parse("us-west-2"));
    }

    /** Targets that begin with a digit are addresses, and the others aliases. */
    private static Finding judge(Integration integration, String hostname, String... targets) {
        List<String> aliases = new ArrayList<>(Arrays.asList(targets));
        aliases.removeIf(target -> Character.isDigit(target.charAt(0)));
        List<String> addresses = new ArrayList<>(Arrays.asList(targets));
        addresses.removeAll(aliases);
        TreeMap<Hostname, DnsAnswer> answers = new TreeMap<>();
        answers.put(Hostname.parse(hostname), new DnsAnswer(Hostname.parse(hostname), aliases, addresses));
        List<Finding> findings =
                NewName.judge(List.of(name(integration, hostname)), new DnsFacts("192.0.2.53", answers));
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    private static void assertPassed(Finding finding, String found) {
        assertThat(finding.verdict()).as(finding.found()).isEqualTo(Verdict.PASSED);
        assertThat(finding.found()).isEqualTo(found + ", as 192.0.2.53 answers");
    }

    private static void assertWarned(Finding finding, String found, String why) {
        assertThat(finding.verdict()).as(finding.found()).isEqualTo(Verdict.WARNING);
        assertThat(finding.found()).isEqualTo("%s, as 192.0.2.53 answers; %s".formatted(found, why));
        assertThat(finding.remedy()).isNotEmpty();
        assertThat(finding.isBlamed()).isFalse();
    }

    @Test
    void a_customers_own_host_resolves_nowhere_or_to_a_private_address() {
        assertPassed(judge(GitHubEnterpriseServer.INTEGRATION, GIT), "git.acme.example does not resolve today");
        assertPassed(
                judge(GitHubEnterpriseServer.INTEGRATION, GIT, "10.1.2.3", "100.64.0.1"),
                "git.acme.example points to 10.1.2.3, 100.64.0.1 today");
        assertPassed(
                judge(
                        TcpService.INTEGRATION,
                        "db.acme.example",
                        "x.cluster-y.eu-west-1.rds.amazonaws.com",
                        "172.16.0.9"),
                "db.acme.example points to x.cluster-y.eu-west-1.rds.amazonaws.com, 172.16.0.9 today");
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.7", "2606:4700::1"})
    void a_public_address_of_a_customers_own_host_is_taken_over_for_production(String address) {
        assertWarned(
                judge(GitHubEnterpriseServer.INTEGRATION, GIT, "lb.acme.example", address),
                "git.acme.example points to lb.acme.example, %s today".formatted(address),
                "once active, production reaches it only over this connection");
    }

    @ParameterizedTest
    @CsvSource({
        "acme.ghe.com, 'the vendor of GitHub Enterprise Server, not of the customer'",
        "acme.gitlab.io, 'the vendor of GitLab self-managed, not of the customer'",
        "oregon.cloud.databricks.com, 'the vendor of Databricks, not of the customer'",
        "app.elementary-data.com, Elementary's own",
    })
    void an_alias_of_a_host_of_others_is_said_whatever_its_address(String alias, String owner) {
        assertWarned(
                judge(GitHubEnterpriseServer.INTEGRATION, GIT, alias, "10.1.2.3"),
                "git.acme.example points to %s, 10.1.2.3 today".formatted(alias),
                "that is a host of " + owner);
    }

    @Test
    void names_of_snowflake_are_for_private_connections_alone() {
        assertPassed(judge(Snowflake.INTEGRATION, ACCOUNT), ACCOUNT + " does not resolve today");
        assertPassed(judge(Snowflake.INTEGRATION, ACCOUNT, "10.1.2.3"), ACCOUNT + " points to 10.1.2.3 today");
        assertWarned(
                judge(Snowflake.INTEGRATION, ACCOUNT, "203.0.113.7"),
                ACCOUNT + " points to 203.0.113.7 today",
                "it is for private connections alone, and should have no public address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"oregon", "oregon.privatelink", "a-new-region"})
    void a_workspace_is_an_alias_of_its_regions_front_end(String frontEnd) {
        assertPassed(
                judge(Databricks.INTEGRATION, WORKSPACE, frontEnd + ".cloud.databricks.com", "44.234.192.32"),
                "%s points to %s.cloud.databricks.com, 44.234.192.32 today".formatted(WORKSPACE, frontEnd));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nvirginia", "nvirginia.privatelink"})
    void a_workspace_of_another_region_is_noticed(String frontEnd) {
        assertWarned(
                judge(Databricks.INTEGRATION, WORKSPACE, frontEnd + ".cloud.databricks.com", "44.234.192.32"),
                "%s points to %s.cloud.databricks.com, 44.234.192.32 today".formatted(WORKSPACE, frontEnd),
                "nvirginia is the front end of us-east-1, and the connection is to us-west-2");
    }

    @Test
    void a_workspace_that_does_not_resolve_or_is_somewhere_else_is_noticed() {
        assertWarned(
                judge(Databricks.INTEGRATION, WORKSPACE),
                WORKSPACE + " does not resolve today",
                "the host of every workspace resolves");
        assertWarned(
                judge(Databricks.INTEGRATION, WORKSPACE, "203.0.113.7"),
                WORKSPACE + " points to 203.0.113.7 today",
                "that is no front end of Databricks");
    }

    @Test
    void what_was_not_answered_is_unknown_in_one_finding() {
        List<NewName> names =
                List.of(name(GitHubEnterpriseServer.INTEGRATION, GIT), name(Databricks.INTEGRATION, WORKSPACE));

        assertThat(NewName.judge(names, new DnsFacts("192.0.2.53", new TreeMap<>())))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.verdict()).isEqualTo(Verdict.UNKNOWN);
                    assertThat(finding.found())
                            .isEqualTo(
                                    "not resolved, since 192.0.2.53 did not answer: %s, %s".formatted(GIT, WORKSPACE));
                });
    }
}
