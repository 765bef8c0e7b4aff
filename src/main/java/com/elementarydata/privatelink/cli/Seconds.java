package com.elementarydata.privatelink.cli;

import java.time.Duration;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A time of an option, in whole seconds: at least one, at most an hour. */
final class Seconds implements ITypeConverter<Duration> {

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,4}");
    private static final int LONGEST = 3600;

    @Override
    public Duration convert(String text) {
        int seconds = DIGITS.matcher(text).matches() ? Integer.parseInt(text) : 0;
        if (seconds < 1 || seconds > LONGEST) {
            throw new TypeConversionException(
                    "\"%s\" is not a number of seconds from 1 to %d".formatted(text, LONGEST));
        }
        return Duration.ofSeconds(seconds);
    }
}
