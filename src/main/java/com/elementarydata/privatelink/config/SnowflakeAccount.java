package com.elementarydata.privatelink.config;

import com.elementarydata.privatelink.net.Region;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Snowflake account, named by its locator and its Region.
 *
 * @param locator in lower case, with hyphens for underscores, as hosts have it
 * @param region where the account is
 */
record SnowflakeAccount(String locator, Region region) {

    private static final Pattern FORM = Pattern.compile(
            "([a-z0-9_-]+)\\.([a-z0-9-]+?)(\\.aws)?\\.privatelink(\\.snowflakecomputing\\.com)?",
            Pattern.CASE_INSENSITIVE);

    /** With its Region or its organization's, or neither, as the first accounts of a cloud have it. */
    private static final Pattern NAME = Pattern.compile(
            "[a-z0-9][a-z0-9_-]{0,254}(\\.[a-z0-9-]{1,63}){0,2}\\.privatelink(\\.snowflakecomputing\\.com)?",
            Pattern.CASE_INSENSITIVE);

    /** Whether this is the name of an account for private connections, whether or not it says where that is. */
    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** The account of a login name or URL; empty if it does not name a Region, which not all do. */
    static Optional<SnowflakeAccount> of(String name) {
        Matcher form = FORM.matcher(name);
        if (!form.matches()) {
            return Optional.empty();
        }
        String locator = form.group(1).toLowerCase(Locale.ROOT).replace('_', '-');
        return Region.find(form.group(2).toLowerCase(Locale.ROOT)).map(region -> new SnowflakeAccount(locator, region));
    }
}
