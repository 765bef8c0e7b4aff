package com.elementarydata.privatelink.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesOnAwsTest {

    @ParameterizedTest
    @CsvSource({
        "us-east-1, use1, aws",
        "ap-southeast-3, apse3, aws",
        "ap-northeast-1, apne1, aws",
        "eu-central-1, euc1, aws",
        "ca-west-1, caw1, aws",
        "mx-central-1, mxc1, aws",
        "us-gov-west-1, usgw1, aws-us-gov",
        "cn-northwest-1, cnnw1, aws-cn"
    })
    void a_region_has_a_short_form_and_a_partition(String code, String shortForm, String partition) {
        Region region = Region.parse(code);
        assertThat(region.shortForm()).isEqualTo(shortForm);
        assertThat(region.partition()).isEqualTo(partition);
        assertThat(region).hasToString(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"eu-cental-1", "EU-CENTRAL-1", "eu-central-1a", "", "frankfurt"})
    void fails_on_an_unknown_region(String text) {
        assertThatThrownBy(() -> Region.parse(text)).hasMessageContaining("\"" + text + "\"");
    }

    @Test
    void regions_are_equal_and_sort_by_their_codes() {
        Region region = Region.parse("eu-west-1");
        assertThat(region.code()).isEqualTo("eu-west-1");
        assertThat(region)
                .isEqualTo(Region.parse("eu-west-1"))
                .isNotEqualTo(Region.parse("eu-west-2"))
                .isLessThan(Region.parse("eu-west-2"))
                .isGreaterThan(Region.parse("ap-south-1"));
        assertThat(Region.known()).extracting(Region::hashCode).doesNotHaveDuplicates();
    }

    @Test
    void no_two_regions_share_a_short_form() {
        assertThat(Region.known()).extracting(Region::shortForm).doesNotHaveDuplicates();
        assertThat(Region.known()).isSorted().hasSizeGreaterThan(30);
    }

    @Test
    void an_az_id_belongs_to_its_region_alone() {
        AvailabilityZoneId zone = AvailabilityZoneId.parse("apse3-az2");
        assertThat(zone.isIn(Region.parse("ap-southeast-3"))).isTrue();
        assertThat(zone.isIn(Region.parse("ap-southeast-1"))).isFalse();
        assertThat(zone.toPascalCase()).isEqualTo("Apse3Az2");
        assertThat(zone.number()).isEqualTo(2);
        assertThat(zone).hasToString("apse3-az2");
    }

    @Test
    void az_ids_sort_by_region_and_number() {
        assertThat(AvailabilityZoneId.parse("use1-az10")).isGreaterThan(AvailabilityZoneId.parse("use1-az9"));
        assertThat(AvailabilityZoneId.parse("use1-az1")).isLessThan(AvailabilityZoneId.parse("usw2-az1"));
    }

    @ParameterizedTest
    @CsvSource({
        "euc1-az3, true",
        "euc1-az4, false",
        "use1-az6, true",
        "use1-az7, false",
        "cac1-az4, true",
        "usw2-az9, false",
        "use9-az9, true",
    })
    void tells_a_zone_that_aws_has_not_listed_for_a_region_that_is_known(String zone, boolean listed) {
        assertThat(AvailabilityZoneId.parse(zone).isListed()).isEqualTo(listed);
    }

    @Test
    void fails_on_a_zone_name_with_the_reason() {
        assertThatThrownBy(() -> AvailabilityZoneId.parse("us-west-2a"))
                .hasMessageContaining("zone names differ from account to account");
    }

    @Test
    void fails_on_a_text_as_long_as_a_file() {
        assertThatThrownBy(() -> AvailabilityZoneId.parse("us" + "-west".repeat(10_000) + "-2a"))
                .isInstanceOf(InvalidValueException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"usw2-az0", "usw2_az1", "USW2-AZ1", "usw2-lax1-az1", "az1", ""})
    void fails_on_what_is_no_az_id(String text) {
        assertThatThrownBy(() -> AvailabilityZoneId.parse(text)).isInstanceOf(InvalidValueException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.amazonaws.vpce.us-west-2.vpce-svc-0123456789abcdef0",
                "com.amazonaws.vpce.us-west-2.vpce-svc-01234567",
                "com.amazonaws.vpce.us-gov-west-1.vpce-svc-0123456789abcdef0",
                "cn.com.amazonaws.vpce.cn-north-1.vpce-svc-0123456789abcdef0"
            })
    void keeps_the_name_of_an_endpoint_service_as_it_was_written(String text) {
        assertThat(EndpointServiceName.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({
        "vpce-0123456789abcdef0, this is the id of an endpoint",
        "vpce-svc-0123456789abcdef0, this is only its id",
        "com.amazonaws.us-west-2.s3, give its whole name",
        "com.amazonaws.vpce.us-west-2a.vpce-svc-0123456789abcdef0, did you mean us-west-2?",
        "com.amazonaws.vpce.us-west-2.vpce-svc-0123456789ABCDEF0, give its whole name",
        "com.amazonaws.vpce.us-west-2.vpce-svc-0123, give its whole name",
        "com.amazonaws.vpce.cn-north-1.vpce-svc-0123456789abcdef0, write cn.com.amazonaws.vpce",
    })
    void fails_on_what_is_not_the_name_of_an_endpoint_service(String text, String remedy) {
        assertThatThrownBy(() -> EndpointServiceName.parse(text)).hasMessageContaining("; " + remedy);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345678901", "1234567890123", "1234-5678-9012", "12345678901x", ""})
    void fails_on_what_is_no_account_id(String text) {
        assertThatThrownBy(() -> AccountId.parse(text)).hasMessageContaining("12 digits");
    }

    @Test
    void an_account_id_keeps_its_leading_zeros() {
        assertThat(AccountId.parse("001234567890")).hasToString("001234567890");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 80, 65_535})
    void keeps_a_port_as_it_was_written(int number) {
        assertThat(Port.of(number)).hasToString(String.valueOf(number));
    }

    @Test
    void ports_sort_by_number() {
        assertThat(Port.of(80)).isLessThan(Port.of(443));
        assertThat(Port.of(8443)).isGreaterThan(Port.of(443));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 65_536})
    void fails_on_what_is_no_port(int number) {
        assertThatThrownBy(() -> Port.of(number)).hasMessageContaining("1 to 65535");
    }
}
