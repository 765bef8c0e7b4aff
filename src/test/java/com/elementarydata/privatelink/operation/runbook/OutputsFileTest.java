package com.elementarydata.privatelink.operation.runbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.elementarydata.privatelink.config.FleetFolder;
import com.elementarydata.privatelink.fleet.CheckedFleet;
import com.elementarydata.privatelink.fleet.Fleet;
import com.elementarydata.privatelink.fleet.Fleet.CustomerConnection;
import com.elementarydata.privatelink.model.Customer;
import com.elementarydata.privatelink.model.Refusal;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a file of outputs says of endpoints that no stack made, and of services that are a vendor's. */
class OutputsFileTest {

    private static final Fleet FLEET = CheckedFleet.of(FleetFolder.read(Path.of("src/test/cases/imported-vpc/stacks")))
            .fleet()
            .orElseThrow();

    @TempDir
    private Path folder;

    private static Customer pine() {
        return FLEET.customers().stream()
                .filter(customer -> customer.id().toString().equals("pine"))
                .findFirst()
                .orElseThrow();
    }

    private OutputsFile read(Path file) {
        return OutputsFile.read(file, pine(), FLEET.network().production());
    }

    @Test
    void an_endpoint_that_existed_before_the_fleet_is_the_files_own_and_in_no_outputs() throws IOException {
        OutputsFile outputs = read(Files.writeString(folder.resolve("outputs.json"), "{}"));

        assertThat(CustomerConnection.of(pine()).map(outputs::of))
                .containsExactly(
                        new DeployedConnection(Optional.of("vpce-0c1d2e3f4a5b60722"), Optional.empty(), false));
    }

    @Test
    void fails_for_a_file_that_is_too_large_to_be_one() throws IOException {
        Path large = folder.resolve("outputs.json");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(20_000_001);
        }

        assertThatThrownBy(() -> read(large))
                .isInstanceOf(Refusal.class)
                .hasMessage(
                        large + ": it is larger than 20 MB; give the file that npx cdk deploy --outputs-file wrote");
    }

    @Test
    void a_shared_service_has_the_section_of_its_vendor() {
        Fleet shared = CheckedFleet.of(FleetFolder.read(Path.of("src/test/cases/shared-service/stacks")))
                .fleet()
                .orElseThrow();
        RunbookSection vendors = new RunbookSection(
                shared.network(), shared.connections().findFirst().orElseThrow(), DeployedConnection.UNKNOWN);

        assertThat(vendors.template()).isEqualTo("vendor");
        assertThat(vendors.vendor()).isEqualTo("ClickHouse Cloud");
    }
}
