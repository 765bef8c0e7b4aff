package com.elementarydata.privatelink.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

class ActivityTest {

    private static String said(boolean terminal, String... others) {
        StringWriter said = new StringWriter();
        String before = System.getProperty("privatelink.terminal", "false");
        System.setProperty("privatelink.terminal", Boolean.toString(terminal));
        try (Activity activity = new Activity(new PrintWriter(said))) {
            activity.accept("reading the templates");
            activity.accept("comparing");
            List.of(others).forEach(activity::say);
        } finally {
            System.setProperty("privatelink.terminal", before);
        }
        return said.toString();
    }

    @Test
    @ResourceLock(Resources.SYSTEM_PROPERTIES)
    void a_terminal_has_one_line_that_is_redrawn_and_wiped_off() {
        assertThat(said(true))
                .isEqualTo("\rreading the templates ..." + "\rcomparing ..." + " ".repeat(12) + "\r" + " ".repeat(13)
                        + "\r");
    }

    @Test
    @ResourceLock(Resources.SYSTEM_PROPERTIES)
    void what_else_is_said_stays_below_no_step() {
        assertThat(said(true, "it failed"))
                .endsWith("\rcomparing ..." + " ".repeat(12) + "\r" + " ".repeat(13) + "\rit failed\n");
    }

    @Test
    @ResourceLock(Resources.SYSTEM_PROPERTIES)
    void elsewhere_each_step_is_a_line() {
        assertThat(said(false).lines()).containsExactly("reading the templates", "comparing");
    }
}
