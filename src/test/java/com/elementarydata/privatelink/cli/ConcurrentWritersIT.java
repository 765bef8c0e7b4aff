package com.elementarydata.privatelink.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.FleetCopy;
import com.elementarydata.privatelink.config.FleetFolder;
import com.elementarydata.privatelink.fleet.CheckedFleet;
import com.elementarydata.privatelink.model.Connection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People and jobs that change one fleet folder at once, each in a process of its own. */
class ConcurrentWritersIT {

    private static final List<String> REGIONS = List.of("us-west-1", "eu-west-2", "eu-north-1", "ap-south-1");
    private static final List<String> ZONES = List.of("usw1-az1", "euw2-az1", "eun1-az1", "aps1-az1");

    @TempDir
    private Path root;

    /** One writer: a connection of a customer, in a Region that has no addresses yet. */
    private record Writer(String customer, int number) {

        ProgramProcess start(Path work, Path fleet) throws IOException {
            return ProgramProcess.start(
                    work,
                    "",
                    "add",
                    "service",
                    customer,
                    "--connection",
                    "c" + number,
                    "--service-name",
                    "com.amazonaws.vpce.%s.vpce-svc-0123456789abcde%02d".formatted(REGIONS.get(number), number),
                    "--aws-account-id",
                    "11112222333" + number,
                    "--hostname",
                    "c%d.writers.example".formatted(number),
                    "--ports",
                    "443",
                    "--availability-zone-ids",
                    ZONES.get(number),
                    "--stacks",
                    fleet.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void what_succeeded_is_there_and_what_is_not_there_failed(int seed) throws Exception {
        Path fleet = FleetCopy.withoutCustomers(root).folder();
        Random random = new Random(seed);
        List<Writer> writers = new ArrayList<>();
        List<ProgramProcess> started = new ArrayList<>();
        for (int number = 0; number < REGIONS.size(); number++) {
            Writer writer = new Writer(random.nextBoolean() ? "shared" : "own" + number, number);
            writers.add(writer);
            started.add(writer.start(root, fleet));
        }
        List<String> succeeded = new ArrayList<>();
        for (int number = 0; number < started.size(); number++) {
            ProgramProcess.Ended ended = started.get(number).end();
            if (ended.exitCode() == 0) {
                succeeded.add(writers.get(number).customer() + "/c" + number);
            } else {
                assertThat(ended.exitCode()).as(ended.err()).isEqualTo(1);
                assertThat(ended.err()).contains("nothing was written");
            }
        }

        CheckedFleet there = CheckedFleet.of(FleetFolder.read(fleet));
        assertThat(there.errors()).isEmpty();
        assertThat(there.fleet().orElseThrow().customers().stream()
                        .flatMap(customer -> customer.connections().stream()
                                .map(Connection::id)
                                .map(id -> customer.id() + "/" + id)))
                .containsExactlyInAnyOrderElementsOf(succeeded);
        assertThat(succeeded).isNotEmpty();
        try (var files = Files.walk(fleet)) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.startsWith("."));
        }
    }
}
