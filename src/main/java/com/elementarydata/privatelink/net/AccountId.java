package com.elementarydata.privatelink.net;

import java.util.regex.Pattern;

/**
 * An AWS account id: exactly 12 decimal digits, kept as text because leading zeros count.
 *
 * @param value the 12 digits
 * @see <a href="https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-identifiers.html">AWS account identifiers</a>
 */
public record AccountId(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9]{12}");

    /**
     * Refuses anything but 12 digits.
     *
     * @param value the 12 digits
     */
    public AccountId {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidValueException(
                    "\"%s\" is not an AWS account id".formatted(value), "give its 12 digits, without dashes or spaces");
        }
    }

    /**
     * Reads an account id.
     *
     * @param text 12 digits
     * @return the account id
     * @throws InvalidValueException if it is anything else
     */
    public static AccountId parse(String text) {
        return new AccountId(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
