package com.elementarydata.privatelink.cli.render;

import java.time.Duration;
import java.time.Instant;

/** How long ago something was, in one unit. */
final class Age {

    private Age() {}

    static String at(Instant now, Instant then) {
        Duration age = Duration.between(then, now);
        if (age.toDays() > 0) {
            return age.toDays() + " d";
        }
        return age.toHours() > 0 ? age.toHours() + " h" : Math.max(0, age.toMinutes()) + " min";
    }
}
