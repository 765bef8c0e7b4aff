package com.elementarydata.privatelink.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What {@code docs/first-real-deployment.md} proves on a real account, as far as it holds on the local AWS. */
@ExtendWith(EndToEnd.class)
class RealAwsIT {

    @Test
    void every_check_that_can_hold_here_does_and_none_of_the_others_passes(Figures figures)
            throws IOException, InterruptedException {
        Path folder = E2eFleet.emptyFolder("real-aws");
        ProcessBuilder builder = new ProcessBuilder(
                        "sh",
                        "-c",
                        "exec bin/local-aws "
                                + Commands.in(
                                                "docs/first-real-deployment.md",
                                                "The first deployment to a real account",
                                                0)
                                        .get(0))
                .redirectErrorStream(true);
        builder.environment().put("REAL_AWS_FOLDER", folder.toString());

        Process process = builder.start();
        process.getOutputStream().close();
        List<String> said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();

        assertThat(process.waitFor()).as(String.join("\n", said)).isZero();
        assertThat(said)
                .filteredOn(line -> line.startsWith("not provable on the local AWS: "))
                .hasSize(4);
        assertThat(said)
                .last()
                .asString()
                .matches("2[0-9] passed, 0 failed, 0 by hand, 4 not provable on the local AWS");
        figures.add("bench/real-aws: " + said.get(said.size() - 1));
    }
}
