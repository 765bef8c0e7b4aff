package com.elementarydata.privatelink.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.config.FleetFolder;
import com.elementarydata.privatelink.fleet.CheckedFleet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same cases as in {@link MalformedFilesTest} without the command line, fast enough for mutation testing, which is all that runs it. */
@Tag("mutation")
class MalformedFleetsTest {

    @TempDir
    private Path temporary;

    static List<MalformedCase> cases() throws IOException {
        return MalformedCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void have_the_problems_that_a_person_needs_to_know_of(MalformedCase malformed) throws IOException {
        Path fleet = temporary.resolve("stacks");
        malformed.writeTo(fleet);

        assertThat(CheckedFleet.of(FleetFolder.read(fleet)).problems())
                .extracting(problem -> problem.toString().replace(fleet.toString(), "stacks"))
                .isEqualTo(malformed.expected());
    }
}
