package com.elementarydata.privatelink.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegionTest {

    @ParameterizedTest
    @CsvSource({
        "us-eats-1, us-east-1",
        "US-EAST-1, us-east-1",
        "us-east-1a, us-east-1",
        "us-west-2a, us-west-2",
        "us_west_2, us-west-2",
        "euwest1, eu-west-1",
        "eu-cental-1, eu-central-1",
        "Ireland, eu-west-1",
        "Europe (Frankfurt), eu-central-1",
        "'US East (N. Virginia)', us-east-1",
        "São Paulo, sa-east-1",
    })
    void a_mistyped_code_or_a_place_is_answered_with_the_code(String written, String meant) {
        assertThatThrownBy(() -> Region.parse(written))
                .hasMessage("\"%s\" is not a known AWS Region; did you mean %s?".formatted(written, meant));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "europe", "xx-yyyyy-1", "us-east-10", "us-east-0", "eusc-de-east-1"})
    void nothing_is_guessed_of_what_is_near_no_region(String written) {
        assertThatThrownBy(() -> Region.parse(written)).hasMessageEndingWith("give a Region code such as eu-central-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"us-east-9", "eu-west-4", "ap-southeast-8", "sa-north-1", "us-gov-central-1"})
    void a_new_region_is_known_once_it_is_named(String code) {
        assertThat(new KnownRegions(Set.of(Region.parse(code))).parse(code)).hasToString(code);
        assertThatThrownBy(() -> KnownRegions.USUAL.parse(code))
                .hasMessageStartingWith("\"%s\" is not a known AWS Region; ".formatted(code))
                .hasMessageEndingWith("name one that is newer than this version under newRegions in network.yaml");
    }

    @ParameterizedTest
    @MethodSource("com.elementarydata.privatelink.net.Region#known")
    void each_code_is_nearest_to_itself(Region region) {
        assumeThat(region.code()).doesNotStartWith("us-gov");
        assertThat(MeantRegion.of(region.code().toUpperCase(Locale.ROOT), Set.of(region.code())))
                .contains(region.code());
    }
}
