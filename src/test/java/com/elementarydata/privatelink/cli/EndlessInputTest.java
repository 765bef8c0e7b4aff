package com.elementarydata.privatelink.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that never end, which a person or a job may name. */
class EndlessInputTest {

    private static final String ENDLESS = "/dev/zero";
    private static final Duration SOON = Duration.ofSeconds(60);

    @BeforeEach
    void assumeThatThereIsOne() {
        Assumptions.assumeTrue(Files.exists(Path.of(ENDLESS)), "no /dev/zero here");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "runbook acme --outputs /dev/zero",
                "diagnose --replay /dev/zero",
                "diagnose acme --provider /dev/zero",
                "add snowflake gum --config /dev/zero --availability-zone-ids usw2-az1",
                "add service gum --handoff /dev/zero",
                "validate --stacks /dev/zero",
                "validate @/dev/zero",
                "@/dev/zero"
            })
    void is_refused(String words) {
        VerbRun run = Assertions.assertTimeoutPreemptively(SOON, () -> VerbRun.of(words.split(" ")));

        assertThat(run.exitCode()).isBetween(1, 2);
        assertThat(run.err()).containsAnyOf(ENDLESS, "--config", "--handoff");
        assertThat(run.err().length()).isLessThan(5_000);
    }
}
