package com.elementarydata.privatelink.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A time of an option, as in {@code 90}, {@code 90s}, {@code 30m} or {@code 1h}: at least a second, at most a day. */
final class TimeSpan implements ITypeConverter<Duration> {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,5})([smh]?)");
    private static final Duration LONGEST = Duration.ofDays(1);

    @Override
    public Duration convert(String text) {
        Matcher form = FORM.matcher(text);
        Duration time = form.matches() ? of(Integer.parseInt(form.group(1)), form.group(2)) : Duration.ZERO;
        if (time.isZero() || time.compareTo(LONGEST) > 0) {
            throw new TypeConversionException(
                    "\"%s\" is no time from 1s to 24h; give one such as 90s, 30m or 1h".formatted(text));
        }
        return time;
    }

    private static Duration of(int number, String unit) {
        return switch (unit) {
            case "h" -> Duration.ofHours(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofSeconds(number);
        };
    }
}
