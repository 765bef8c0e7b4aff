package com.elementarydata.privatelink.model;

import com.elementarydata.privatelink.net.InvalidValueException;
import com.google.common.base.CaseFormat;
import java.util.regex.Pattern;

/**
 * The id of a customer or a connection: lower-case words and digits joined by hyphens, at most 40 characters. Stack
 * names and outputs are derived from it, so it never changes.
 *
 * @param value the id
 */
public record Identifier(String value) implements Comparable<Identifier> {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern DEVICES = Pattern.compile("con|prn|aux|nul|com[0-9]|lpt[0-9]");
    private static final int LONGEST = 40;

    /** Refuses anything but an id. */
    public Identifier {
        if (DEVICES.matcher(value).matches()) {
            throw new InvalidValueException(
                    "\"%s\" is a reserved device name on Windows".formatted(value), "choose another id");
        }
        if (value.length() > LONGEST || !FORM.matcher(value).matches()) {
            throw new InvalidValueException(
                    "\"%s\" is not an id".formatted(value),
                    "use at most 40 lower-case letters and digits in words joined by hyphens, as in acme-emea");
        }
    }

    /** Reads an id. */
    public static Identifier parse(String text) {
        return new Identifier(text);
    }

    /** The prefix of output names: {@code acme-emea} as {@code AcmeEmea}. */
    public String toPascalCase() {
        return CaseFormat.LOWER_HYPHEN.to(CaseFormat.UPPER_CAMEL, value);
    }

    @Override
    public int compareTo(Identifier other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
