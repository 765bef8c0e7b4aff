package com.elementarydata.privatelink.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class TimeSpanTest {

    @ParameterizedTest
    @CsvSource({"90, PT90S", "90s, PT90S", "30m, PT30M", "1h, PT1H", "24h, P1D", "1, PT1S", "86400, P1D"})
    void a_number_is_one_of_seconds_unless_it_has_a_unit(String text, Duration time) {
        assertThat(new TimeSpan().convert(text)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0m", "-1", "25h", "86401", "1.5m", "30 m", "m", "", "1d", "30M", "99999999999"})
    void anything_else_is_answered_with_what_can_be_given(String text) {
        assertThatThrownBy(() -> new TimeSpan().convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessage("\"%s\" is no time from 1s to 24h; give one such as 90s, 30m or 1h".formatted(text));
    }
}
