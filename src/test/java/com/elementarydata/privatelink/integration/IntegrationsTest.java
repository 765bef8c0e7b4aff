package com.elementarydata.privatelink.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.elementarydata.privatelink.net.Hostname;
import com.elementarydata.privatelink.net.Port;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntegrationsTest {

    static List<Integration> all() {
        return Integrations.ALL;
    }

    static Stream<Integration> hosted() {
        return Integrations.hostedByCustomers().stream();
    }

    @Test
    void have_keys_that_never_change() {
        assertThat(Integrations.ALL)
                .extracting(Integration::key)
                .contains("snowflake", "databricks", "github-enterprise-server", "service")
                .doesNotHaveDuplicates();
        assertThat(Integrations.of("")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void are_found_by_their_keys_which_are_what_messages_print(Integration integration) {
        assertThat(integration.key()).matches("[a-z]+(-[a-z]+)*").isEqualTo(integration.toString());
        assertThat(Integrations.of(integration.key())).containsSame(integration);
    }

    @ParameterizedTest
    @MethodSource("all")
    void say_all_that_the_rest_asks_of_them(Integration integration) {
        assertThat(integration.title()).isNotBlank();
        assertThat(integration.summary()).matches("an? .+");
        assertThat(integration.usualId()).matches("[a-z][a-z-]*");
        assertThat(integration.derived()).isNotBlank();
        assertThat(integration.requiredKeys()).isNotEmpty();
        assertThat(integration.keys()).extracting(Key::name).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("all")
    void have_examples_that_are_right(Integration integration) {
        assertThat(integration.requiredKeys())
                .allSatisfy(key -> assertThat(key.option())
                        .hasValueSatisfying(
                                option -> assertThatCode(() -> option.check().accept(option.example()))
                                        .doesNotThrowAnyException()));
    }

    @ParameterizedTest
    @MethodSource("all")
    void are_reached_on_ports_that_they_do_not_refuse(Integration integration) {
        assertThat(integration.ports().isEmpty())
                .isEqualTo(integration.requiredKeys().contains(Keys.PORTS));
        assertThat(integration.ports())
                .allSatisfy(
                        port -> assertThat(integration.requireExposable(port)).isEqualTo(port));
    }

    @ParameterizedTest
    @MethodSource("hosted")
    void are_asked_for_a_name_an_account_and_a_service_where_customers_host_them(Integration integration) {
        assertThat(integration.requiredKeys()).contains(Keys.REGION, Keys.AWS_ACCOUNT_ID, Keys.SERVICE_NAME);
        assertThat(integration.has(Keys.HOSTNAME)).isNotEqualTo(integration.has(Keys.HOSTNAMES));
        assertThat(integration.has(Keys.PORTS)).isTrue();
    }

    static Stream<Integration> presets() {
        return Integrations.ALL.stream()
                .filter(integration -> integration.preset().isPresent());
    }

    @ParameterizedTest
    @MethodSource("presets")
    void say_of_each_preset_where_its_facts_are_from_and_what_a_load_balancer_can_do(Integration integration) {
        Preset preset = integration.preset().orElseThrow();

        assertThat(preset.certificate()).endsWith(".");
        assertThat(preset.signIn()).endsWith(".");
        assertThat(preset.note()).endsWith(".");
        assertThat(preset.sources())
                .extracting(Preset.Source::fact)
                .contains("ports")
                .containsAnyOf("check", "idle")
                .doesNotHaveDuplicates();
        assertThat(preset.sources())
                .allSatisfy(source -> assertThat(source.page()).hasScheme("https"));
        assertThat(integration.tcpIdleTimeout()).isBetween(60, 6000);
        assertThat(integration.healthProbe().stream()).allSatisfy(probe -> {
            assertThat(probe.protocol()).isIn("HTTP", "HTTPS");
            assertThat(probe.path()).startsWith("/");
            assertThat(integration.ports()).containsAll(probe.port().stream().toList());
        });
    }

    @Test
    void are_silent_for_longer_where_they_are_databases() {
        assertThat(presets().filter(preset -> preset.tcpIdleTimeout() > 350).map(Integration::key))
                .containsExactly("postgres", "redshift", "sql-server", "clickhouse", "vertica", "spark-thrift");
    }

    @ParameterizedTest
    @ValueSource(ints = {122, 123, 161, 1194, 8080, 8443, 9103})
    void fails_on_the_administrative_ports_of_github_enterprise_server(int number) {
        assertThatThrownBy(() -> GitHubEnterpriseServer.INTEGRATION.requireExposable(Port.of(number)))
                .hasMessageContaining("administrative port");
    }

    @ParameterizedTest
    @ValueSource(ints = {443, 22, 80, 9418})
    void let_the_ports_for_users_of_github_enterprise_server_pass(int number) {
        assertThat(GitHubEnterpriseServer.INTEGRATION.requireExposable(Port.of(number)))
                .isEqualTo(Port.of(number));
    }

    @ParameterizedTest
    @CsvSource({
        "snowflake, acme.eu-west-1.privatelink.snowflakecomputing.com, true",
        "snowflake, app.eu-west-1.privatelink.snowflakecomputing.com, false",
        "databricks, dbc-1a2b3c4d-5e6f.cloud.databricks.com, true",
        "databricks, accounts.cloud.databricks.com, false",
        "github-enterprise-server, acme.ghe.com, false",
        "service, orders.abc.eu-west-1.rds.amazonaws.com, true",
    })
    void know_the_names_of_one_customer_from_those_of_many(String key, String hostname, boolean ofOne) {
        assertThat(Integrations.of(key).orElseThrow().isOfOneCustomer(Hostname.parse(hostname)))
                .isEqualTo(ofOne);
    }
}
