package com.elementarydata.privatelink.net;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Optional;
import java.util.function.Function;

class NetFuzzTest {

    private static final String WRITE = "write ";
    private static final String EXAMPLE = "write it as in ";

    @FuzzTest
    void reads_any_cidr_block_or_says_what_to_write(FuzzedDataProvider data) {
        String text = data.consumeRemainingAsString();
        read(text, Cidr::parse);
        if (text.indexOf('/') < 0) {
            readAddress(text);
        }
    }

    @FuzzTest
    void reads_any_hostname_or_says_what_to_write(FuzzedDataProvider data) {
        read(data.consumeRemainingAsString(), Hostname::parse).ifPresent(name -> {
            assertThat(name.isAtOrBelow(name.withoutWildcard())).isTrue();
            assertThat(name.parents()).allMatch(name::isAtOrBelow);
        });
    }

    @FuzzTest
    void reads_any_endpoint_services_name_or_says_what_to_write(FuzzedDataProvider data) {
        read(data.consumeRemainingAsString(), EndpointServiceName::parse);
    }

    @FuzzTest
    void reads_any_az_id_or_says_what_to_write(FuzzedDataProvider data) {
        read(data.consumeRemainingAsString(), AvailabilityZoneId::parse).ifPresent(zone -> {
            assertThat(zone.number()).isBetween(1, 99);
            assertThat(zone.toPascalCase()).isEqualToIgnoringCase(zone.value().replace("-", ""));
        });
    }

    @FuzzTest
    void reads_any_region_or_says_what_to_write(FuzzedDataProvider data) {
        read(data.consumeRemainingAsString(), Region::parse);
    }

    @FuzzTest
    void reads_any_account_id_or_says_what_to_write(FuzzedDataProvider data) {
        read(data.consumeRemainingAsString(), AccountId::parse);
    }

    private static <T> Optional<T> read(String text, Function<String, T> parser) {
        try {
            T value = parser.apply(text);
            assertThat(value).hasToString(text);
            return Optional.of(value);
        } catch (InvalidValueException refused) {
            assertThat(refused.what()).isNotBlank();
            assertThat(refused.remedy()).isNotBlank();
            if (refused.remedy().startsWith(WRITE) && !refused.remedy().startsWith(EXAMPLE)) {
                assertThat(parser.apply(refused.remedy().substring(WRITE.length())))
                        .isNotNull();
            }
            return Optional.empty();
        }
    }

    private static void readAddress(String text) {
        try {
            assertThat(Cidr.ofAddress(text)).hasToString(text + "/32");
        } catch (InvalidValueException refused) {
            assertThat(refused.remedy()).isNotBlank();
        }
    }
}
