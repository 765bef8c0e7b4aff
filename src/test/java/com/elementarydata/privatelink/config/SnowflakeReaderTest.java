package com.elementarydata.privatelink.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.model.ServiceAddress;
import com.elementarydata.privatelink.net.Port;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class SnowflakeReaderTest {

    private static final String DOMAIN = "privatelink.snowflakecomputing.com";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What a real account printed, with the underscore in one key that no documentation has. */
    private final Map<String, Object> config = new LinkedHashMap<>(Map.ofEntries(
            Map.entry("privatelink-account-name", "testaccount.us-east-1.privatelink"),
            Map.entry("privatelink-vpce-id", "com.amazonaws.vpce.us-east-1.vpce-svc-00000000000000000"),
            Map.entry("privatelink-account-url", "testaccount.us-east-1." + DOMAIN),
            Map.entry("privatelink_ocsp-url", "ocsp.testaccount.us-east-1." + DOMAIN),
            Map.entry("privatelink-account-principal", "arn:aws:iam::000000000000:root"),
            Map.entry("app-service-privatelink-url", "*.testaccount.us-east-1." + DOMAIN),
            Map.entry("regionless-snowsight-privatelink-url", "app-testorg-testaccount." + DOMAIN),
            Map.entry("snowsight-privatelink-url", "app.us-east-1." + DOMAIN),
            Map.entry("regionless-privatelink-account-url", "testorg-testaccount." + DOMAIN),
            Map.entry("regionless-privatelink-ocsp-url", "ocsp.testorg-testaccount." + DOMAIN),
            Map.entry(
                    "privatelink-dashed-urls-for-duo",
                    "[testaccount.us-east-1.%1$s, app-testaccount.us-east-1.%1$s]".formatted(DOMAIN))));

    private CustomerText read(String... keys) {
        return CustomerText.ofConnection("""
                integration: snowflake
                availabilityZoneIds: [use1-az1, use1-az2]
                %s
                privatelinkConfig: %s
                """.formatted(String.join("\n", keys), JSON.writeValueAsString(config)));
    }

    @Test
    void derives_service_ports_and_the_four_names_of_the_account() {
        ServiceAddress address = read().connection().address();

        assertThat(address.serviceName()).hasToString("com.amazonaws.vpce.us-east-1.vpce-svc-00000000000000000");
        assertThat(address.ports()).containsExactly(Port.of(80), Port.of(443));
        assertThat(read().hostnames())
                .containsExactly(
                        "ocsp.testaccount.us-east-1." + DOMAIN,
                        "ocsp.testorg-testaccount." + DOMAIN,
                        "testaccount.us-east-1." + DOMAIN,
                        "testorg-testaccount." + DOMAIN);
    }

    @Test
    void names_the_account_by_its_organization_or_else_by_its_region() {
        config.put("privatelink-connection-urls", "[testorg-primary.%s:443]".formatted(DOMAIN));
        assertThat(read().connection().address().account()).hasValue("testorg-testaccount.privatelink");

        config.remove("regionless-privatelink-account-url");
        config.remove("regionless-privatelink-ocsp-url");
        assertThat(read().connection().address().account()).hasValue("testaccount.us-east-1.privatelink");
    }

    @Test
    void does_not_mind_whether_keys_have_hyphens_or_underscores() {
        var before = read().hostnames();
        config.put("privatelink-ocsp-url", config.remove("privatelink_ocsp-url"));
        config.put("privatelink_account_url", config.remove("privatelink-account-url"));

        assertThat(read().hostnames()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "TestAccount.us-east-1.privatelink",
        "testaccount.us-east-1.aws.privatelink",
        "testorg-testaccount.privatelink",
        "testaccount.us-east-99.privatelink"
    })
    void takes_any_name_of_the_account_that_may_be_the_one_of_its_url(String name) {
        config.put("privatelink-account-name", name);

        assertThat(read().problems()).isEmpty();
    }

    @Test
    void does_not_mind_that_names_have_underscores_where_hosts_have_hyphens() {
        config.put("privatelink-account-name", "test_account.us-east-1.privatelink");
        config.put("privatelink-account-url", "test-account.us-east-1." + DOMAIN);
        config.put("privatelink_ocsp-url", "ocsp.test-account.us-east-1." + DOMAIN);

        assertThat(read().problems()).isEmpty();
    }

    @Test
    void names_with_underscores_are_taken_as_printed_and_with_hyphens() {
        config.put("privatelink-account-name", "test_account.us-east-1.privatelink");
        config.put("privatelink-account-url", "test_account.us-east-1." + DOMAIN);
        config.put("privatelink_ocsp-url", "ocsp.test_account.us-east-1." + DOMAIN);
        config.put("regionless-privatelink-account-url", "testorg-test_account." + DOMAIN);
        config.put("regionless-privatelink-ocsp-url", "ocsp.testorg-test-account." + DOMAIN);

        assertThat(read().problems()).isEmpty();
        assertThat(read().connection().address().account()).hasValue("testorg-test_account.privatelink");
        assertThat(read().hostnames())
                .containsExactly(
                        "ocsp.test-account.us-east-1." + DOMAIN,
                        "ocsp.test_account.us-east-1." + DOMAIN,
                        "ocsp.testorg-test-account." + DOMAIN,
                        "test-account.us-east-1." + DOMAIN,
                        "test_account.us-east-1." + DOMAIN,
                        "testorg-test-account." + DOMAIN,
                        "testorg-test_account." + DOMAIN);
    }

    @Test
    void apps_have_names_of_the_account_or_of_the_whole_deployment() {
        config.put("app-service-privatelink-url", "*.abcxyz.privatelink.snowflake.app");

        assertThat(read("include: [app-service]").problems())
                .singleElement()
                .asString()
                .contains("the configuration has no name for \"app-service\" that only this account has");

        config.put("app-service-privatelink-url-next", "*.testorg-testaccount.privatelink.snowflake.app");

        assertThat(read("include: [app-service]").problems()).isEmpty();
        assertThat(read("include: [app-service]").hostnames())
                .contains("*.testorg-testaccount.privatelink.snowflake.app")
                .doesNotContain("*.abcxyz.privatelink.snowflake.app");
    }

    @ParameterizedTest
    @CsvSource({"other.us-east-1.privatelink", "testaccount.us-west-2.privatelink"})
    void fails_on_a_name_of_another_account_than_its_url(String name) {
        config.put("privatelink-account-name", name);

        assertThat(read().problems())
                .singleElement()
                .asString()
                .contains(
                        "PL216 the account \"%s\" does not match \"testaccount.us-east-1.%s\"".formatted(name, DOMAIN));
    }

    @Test
    void fails_on_a_url_as_long_as_a_file() {
        config.put("privatelink-account-url", "us" + "-west".repeat(10_000));

        assertThat(read().problems())
                .anySatisfy(problem -> assertThat(problem).asString().contains("PL211"));
    }

    @Test
    void says_once_that_the_url_is_of_another_region() {
        config.put("privatelink-account-url", "testaccount.us-west-2." + DOMAIN);
        config.remove("privatelink_ocsp-url");

        assertThat(read().problems()).singleElement().asString().contains("PL211");
    }

    @Test
    void does_not_mind_absent_and_unknown_keys() {
        config.keySet().removeIf(key -> key.startsWith("regionless") || key.contains("snowsight"));
        config.put("privatelink-internal-stage", "sfc-stage.s3.us-east-1.amazonaws.com");
        config.put("something-new", Map.of("a", 1));

        assertThat(read().hostnames())
                .containsExactly("ocsp.testaccount.us-east-1." + DOMAIN, "testaccount.us-east-1." + DOMAIN);
    }

    @Test
    void takes_snowsight_where_it_is_asked_for_but_never_the_name_of_a_whole_region() {
        assertThat(read("include: [snowsight]").hostnames())
                .contains("app-testorg-testaccount." + DOMAIN)
                .doesNotContain("app.us-east-1." + DOMAIN)
                .hasSize(5);
    }

    @Test
    void takes_the_app_services_of_the_account_where_they_are_asked_for() {
        assertThat(read("include: [app-service]").hostnames())
                .contains("*.testaccount.us-east-1." + DOMAIN)
                .hasSize(5);
    }

    @Test
    void reads_the_list_for_duo_inside_its_string() {
        assertThat(read("include: [duo]").hostnames())
                .contains("app-testaccount.us-east-1." + DOMAIN)
                .hasSize(5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"primary.%s:443", "[primary.%s:443]", "[\"primary.%s:443\"]", "[ 'primary.%s' , 'primary.%s:443' ]"
            })
    void reads_the_names_of_client_redirect_without_their_ports(String urls) {
        config.put("privatelink-connection-urls", urls.replace("%s", DOMAIN));
        config.put("privatelink-connection-ocsp-urls", "[ocsp.primary.%s:443]".formatted(DOMAIN));

        assertThat(read("include: [client-redirect]").hostnames())
                .contains("primary." + DOMAIN, "ocsp.primary." + DOMAIN)
                .hasSize(6);
    }

    @Test
    void fails_where_nothing_is_there_of_what_is_asked_for() {
        config.put("privatelink-connection-urls", "[]");
        config.put("privatelink-connection-ocsp-urls", "");
        config.put("privatelink-dashed-urls-for-duo", List.of());

        assertThat(read("include: [client-redirect, duo]").problems())
                .hasSize(2)
                .allMatch(line -> line.contains("PL211 the configuration has no name for"));
    }

    @Test
    void takes_a_region_that_is_given_though_it_is_derived() {
        assertThat(read("region: us-east-1").connection().serviceRegion()).hasToString("us-east-1");
    }

    @Test
    void fails_where_the_region_that_is_given_is_another() {
        assertThat(read("region: us-west-2").problems())
                .last()
                .asString()
                .contains(
                        ": PL208 the service \"com.amazonaws.vpce.us-east-1.vpce-svc-00000000000000000\" is in us-east-1,"
                                + " not in us-west-2; give the Region of the service");
    }

    @ParameterizedTest
    @CsvSource({"privatelink-pls-id, Azure", "privatelink-gcp-service-attachment, Google Cloud"})
    void fails_on_an_account_on_another_cloud_with_nothing_but_that(String key, String cloud) {
        config.remove("privatelink-vpce-id");
        config.put(key, "something");

        assertThat(read().problems())
                .singleElement()
                .asString()
                .contains("PL211 this is the configuration of a Snowflake account on %s; give an account on AWS"
                        .formatted(cloud));
    }

    @Test
    void fails_on_the_id_of_an_endpoint() {
        config.put("privatelink-vpce-id", "vpce-0123456789abcdef0");

        assertThat(read().problems())
                .singleElement()
                .asString()
                .contains(
                        "PL208 \"vpce-0123456789abcdef0\" is not the name of an endpoint service; this is the id of an"
                                + " endpoint");
    }

    @ParameterizedTest
    @CsvSource({"privatelink-vpce-id", "privatelink-account-url"})
    void fails_on_a_configuration_that_was_not_pasted_whole(String key) {
        config.remove(key);

        assertThat(read().problems())
                .singleElement()
                .asString()
                .contains("PL211 the configuration has no \"%s\"; paste the whole output of".formatted(key));
    }

    @Test
    void fails_on_a_configuration_that_breaks_off() {
        CustomerText cut = CustomerText.ofConnection("""
                integration: snowflake
                availabilityZoneIds: [use1-az1, use1-az2]
                privatelinkConfig: {"privatelink-account-name": "acme.us-east-1.privatelink", "privatelink-vp
                """);

        assertThat(cut.problems()).singleElement().asString().contains("PL102 this is not YAML");
    }

    @Test
    void fails_on_a_configuration_inside_a_string() {
        assertThat(CustomerText.ofConnection("""
                                integration: snowflake
                                availabilityZoneIds: [use1-az1, use1-az2]
                                privatelinkConfig: '{"privatelink-account-name": "x"}'
                                """).problems())
                .singleElement()
                .asString()
                .contains("PL113", "expected a mapping");
    }

    @ParameterizedTest
    @CsvSource({
        "acme.us-east-1.snowflakecomputing.com, paste the output unchanged",
        "evil.example, paste the output unchanged",
        "privatelink.snowflakecomputing.com, paste the output unchanged",
        "privatelink.snowflakecomputing.com.evil.example, paste the output unchanged",
        "ACME.us-east-1.privatelink.snowflakecomputing.com, write acme.us-east-1",
        "*.privatelink.snowflakecomputing.com, paste the output unchanged"
    })
    void fails_on_names_that_are_not_the_accounts_own(String name, String remedy) {
        config.put("privatelink-account-url", name);

        assertThat(read().problems())
                .singleElement()
                .asString()
                .contains("PL211 \"%s\"".formatted(name))
                .contains(remedy);
    }

    @ParameterizedTest
    @CsvSource({"serviceName: com.amazonaws.vpce.us-east-1.vpce-svc-00000000000000000", "'ports: [443]'"})
    void fails_on_keys_that_are_derived(String key) {
        assertThat(read(key).problems()).singleElement().asString().contains("PL115");
    }

    @Test
    void knows_the_names_of_regions_that_name_their_cloud() {
        config.replaceAll(
                (key, value) -> value.toString().replace("us-east-1.privatelink", "us-east-1.aws.privatelink"));

        assertThat(read("include: [snowsight]").hostnames())
                .contains("testaccount.us-east-1.aws." + DOMAIN)
                .noneMatch(name -> name.startsWith("app.us-east-1"));
    }
}
