package com.elementarydata.privatelink.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.net.Port;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceReaderTest {

    private static final String SERVICE = "com.amazonaws.vpce.us-east-2.vpce-svc-0fedcba9876543210";

    private static CustomerText read(String serviceName, String hostnames, String ports, String... keys) {
        return CustomerText.ofConnection("""
                integration: service
                region: us-east-2
                awsAccountId: "210987654321"
                serviceName: %s
                hostnames: [%s]
                ports: [%s]
                %s
                """.formatted(serviceName, hostnames, ports, String.join("\n", keys)));
    }

    private static CustomerText peered(String serviceName, String hostnames, String ports) {
        return read(serviceName, hostnames, ports, "availabilityZoneIds: [use2-az2, use2-az1]");
    }

    @Test
    void takes_everything_as_it_is_asked_and_sorts_it() {
        CustomerText text =
                peered(SERVICE, "orders.acme.example, \"*.db.acme.example\", db.acme.example", "5433, 5432");
        Connection connection = text.connection();

        assertThat(connection.address().serviceName()).hasToString(SERVICE);
        assertThat(text.hostnames()).containsExactly("*.db.acme.example", "db.acme.example", "orders.acme.example");
        assertThat(connection.address().ports()).containsExactly(Port.of(5432), Port.of(5433));
        assertThat(connection.availabilityZoneIds())
                .extracting(Object::toString)
                .containsExactly("use2-az1", "use2-az2");
        assertThat(connection.isActive()).isTrue();
    }

    @Test
    @Timeout(20)
    void says_what_is_wrong_with_as_many_ports_as_a_file_holds() {
        assertThat(peered(SERVICE, "orders.acme.example", "0, ".repeat(20_000) + "0")
                        .problems())
                .hasSize(20_001);
    }

    @Test
    void stands_in_productions_region_where_it_is_reached_across_regions() {
        assertThat(read(
                                SERVICE,
                                "orders.acme.example",
                                "5432",
                                "connectivity: cross-region",
                                "dns: prepared",
                                "availabilityZoneIds: [euc1-az1, euc1-az2]")
                        .connection()
                        .isActive())
                .isFalse();
        assertThat(read(
                                SERVICE,
                                "orders.acme.example",
                                "5432",
                                "connectivity: cross-region",
                                "availabilityZoneIds: [use2-az1, euc1-az2]")
                        .problems())
                .containsExactly(
                        "acme.yaml:11:27: PL204 the zone \"use2-az1\" is not in eu-central-1; with connectivity"
                                + " cross-region the endpoint is in eu-central-1: give zones that begin with euc1-az");
    }

    @Test
    void warns_of_a_single_zone() {
        CustomerText text = read(SERVICE, "orders.acme.example", "5432", "availabilityZoneIds: [use2-az1]");

        assertThat(text.problems())
                .singleElement()
                .asString()
                .startsWith("acme.yaml:10:27: PL206 warning: the endpoint is in one Availability Zone only");
        assertThat(text.customer().orElseThrow().connections()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vpce-svc-0fedcba9876543210|a.example|1|7:18: PL208 \"vpce-svc-0fedcba9876543210\"",
                "'SERVICE'|10.0.0.1|1|8:17: PL210 \"10.0.0.1\"",
                "'SERVICE'|a.example, a.example|1|8:28: PL205 duplicate \"a.example\" in the list",
                "'SERVICE'|a.example|70000|9:13: PL209 70000 is not a TCP port",
                "'SERVICE'|a.example|22, 22|9:17: PL205 duplicate \"22\" in the list",
                "'SERVICE'|a.example|\"22\"|9:13: PL113 expected a whole number, found \"22\"",
                "'SERVICE'|a.example||9:12: PL113 \"ports\" is empty",
                "'SERVICE'|''|1|8:17: PL210 \"\" is not a hostname",
            })
    void fails_on_what_is_wrong_where_it_stands(String serviceName, String hostnames, String ports, String problem) {
        assertThat(peered(
                                serviceName.replace("SERVICE", SERVICE),
                                hostnames == null || hostnames.isEmpty() ? "''" : hostnames,
                                ports == null ? "" : ports)
                        .problems())
                .singleElement()
                .asString()
                .startsWith("acme.yaml:" + problem);
    }

    @Test
    void fails_on_a_service_in_another_region_than_is_given() {
        assertThat(peered("com.amazonaws.vpce.us-east-1.vpce-svc-0fedcba9876543210", "a.example", "1")
                        .problems())
                .contains(
                        "acme.yaml:7:18: PL208 the service \"com.amazonaws.vpce.us-east-1.vpce-svc-0fedcba9876543210\""
                                + " is in us-east-1, not in us-east-2; give the Region of the service");
    }

    @Test
    void fails_on_a_service_in_another_partition() {
        assertThat(CustomerText.ofConnection("""
                                integration: service
                                region: cn-north-1
                                awsAccountId: "210987654321"
                                serviceName: cn.com.amazonaws.vpce.cn-north-1.vpce-svc-0fedcba9876543210
                                hostnames: [a.example]
                                ports: [1]
                                availabilityZoneIds: [cnn1-az1, cnn1-az2]
                                """).problems())
                .singleElement()
                .asString()
                .contains("PL213 \"cn-north-1\" is in the partition aws-cn");
    }

    @Test
    void fails_on_an_account_id_without_quotes() {
        assertThat(CustomerText.ofConnection("""
                                integration: service
                                region: us-east-2
                                awsAccountId: 210987654321
                                serviceName: %s
                                hostnames: [a.example]
                                ports: [1]
                                availabilityZoneIds: [use2-az1, use2-az2]
                                """.formatted(SERVICE)).problems())
                .containsExactly("acme.yaml:6:19: PL113 expected text, found the number 210987654321;"
                        + " quote it: \"210987654321\"");
    }

    @Test
    void fails_on_a_wildcard_without_the_name_before_it() {
        assertThat(peered(SERVICE, "\"*.db.acme.example\"", "5432").problems())
                .singleElement()
                .asString()
                .contains("PL210 \"*.db.acme.example\" alone would hide \"db.acme.example\"; give both");
    }

    @Test
    void fails_on_a_whole_registered_domain_but_takes_a_database_of_rds() {
        assertThat(peered(SERVICE, "acme.com", "5432").problems())
                .singleElement()
                .asString()
                .contains("PL210 \"acme.com\" is a whole registered domain");
        assertThat(peered(SERVICE, "orders.abcdefghijkl.us-east-2.rds.amazonaws.com", "5432")
                        .problems())
                .isEmpty();
    }
}
