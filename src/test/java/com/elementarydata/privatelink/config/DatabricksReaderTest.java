package com.elementarydata.privatelink.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.net.Port;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabricksReaderTest {

    private static final String URL = "https://dbc-1a2b3c4d-5e6f.cloud.databricks.com";

    private static CustomerText readIn(String region, String zones, String url, String... keys) {
        return CustomerText.ofConnection("""
                integration: databricks
                region: %s
                availabilityZoneIds: [%s]
                workspaceUrl: "%s"
                %s
                """.formatted(region, zones, url, String.join("\n", keys)));
    }

    private static CustomerText read(String url, String... keys) {
        return readIn("us-east-1", "use1-az1, use1-az2", url, keys);
    }

    @Test
    void derives_service_hostname_and_port() {
        Connection connection = read(URL).connection();

        assertThat(connection.address().serviceName())
                .hasToString("com.amazonaws.vpce.us-east-1.vpce-svc-09143d1e626de2f04");
        assertThat(connection.address().ports()).containsExactly(Port.of(443));
        assertThat(read(URL).hostnames()).containsExactly("dbc-1a2b3c4d-5e6f.cloud.databricks.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {URL, URL + "/", URL + "/?o=1234567890", URL + "/sql/warehouses/1#x"})
    void takes_the_url_as_it_stands_in_the_browser(String url) {
        assertThat(read(url).hostnames()).containsExactly("dbc-1a2b3c4d-5e6f.cloud.databricks.com");
    }

    @Test
    void takes_an_account_that_is_known_and_needs_none() {
        assertThat(read(URL, "awsAccountId: \"123456789012\"").connection().awsAccountId())
                .hasValueSatisfying(account -> assertThat(account).hasToString("123456789012"));
        assertThat(read(URL).connection().awsAccountId()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://adb-1234567890.12.azuredatabricks.net, give a workspace on AWS",
        "https://acme.cloud.databricks.us, is a workspace in AWS GovCloud",
        "https://acme.cloud.databricks.mil, is a workspace in AWS GovCloud",
        "https://1234567890.1.gcp.databricks.com, give a workspace on AWS",
        "https://accounts.cloud.databricks.com, is a host that all customers of Databricks use",
        "https://oregon.cloud.databricks.com, is a host that all customers of Databricks use",
        "https://nvirginia.cloud.databricks.com, is a host that all customers of Databricks use",
        "https://login.cloud.databricks.com, is a host that all customers of Databricks use",
        "https://cloud.databricks.com, is not the URL of a Databricks workspace",
        "https://a.b.cloud.databricks.com, is not the URL of a Databricks workspace",
        "https://evil.example/x.cloud.databricks.com, is not the URL of a Databricks workspace",
        "https://x.cloud.databricks.com.evil.example, is not the URL of a Databricks workspace",
        "http://dbc-1.cloud.databricks.com, is not an https URL",
        "https://dbc-1.cloud.databricks.com:8443, is not an https URL",
        "https://me@dbc-1.cloud.databricks.com, is not an https URL",
        "dbc-1.cloud.databricks.com, is not an https URL",
        "https://, is not an https URL",
        "'', is not an https URL",
    })
    void fails_on_what_is_no_workspace_on_aws(String url, String what) {
        assertThat(read(url).problems())
                .singleElement()
                .asString()
                .startsWith("acme.yaml:7:19: PL212 \"%s\"".formatted(url))
                .contains(what);
    }

    @Test
    void fails_where_databricks_has_no_service() {
        assertThat(readIn("eu-north-1", "eun1-az1, eun1-az2", URL).problems())
                .containsExactly("acme.yaml:5:13: PL213 no Databricks workspace endpoint service is known in"
                        + " \"eu-north-1\"; if Databricks offers one there now, add it to databricksServices in"
                        + " network.yaml");
    }

    @Test
    void fails_across_regions() {
        assertThat(readIn("us-east-1", "euc1-az1, euc1-az2", URL, "connectivity: cross-region")
                        .problems())
                .singleElement()
                .asString()
                .contains("PL213 Databricks does not support \"cross-region\"");
    }

    @Test
    void fails_without_region_and_url() {
        assertThat(CustomerText.ofConnection("integration: databricks\navailabilityZoneIds: [use1-az1, use1-az2]")
                        .problems())
                .containsExactly(
                        "acme.yaml:3:5: PL112 the key \"region\" is missing; add \"region: …\"",
                        "acme.yaml:3:5: PL112 the key \"workspaceUrl\" is missing; add \"workspaceUrl: …\"");
    }

    @Test
    void fails_on_the_name_of_a_service_since_it_is_derived() {
        assertThat(read(URL, "serviceName: com.amazonaws.vpce.us-east-1.vpce-svc-09143d1e626de2f04")
                        .problems())
                .singleElement()
                .asString()
                .contains("PL115 the key \"serviceName\" does not belong to this integration; leave it out");
    }
}
