package com.elementarydata.privatelink.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.FleetCopy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** {@code bin/local-aws --fleet}, as a person types it. */
class LocalAwsIT {

    private static final String LOOK = """
            import boto3, sys
            found = boto3.client("ec2").describe_vpcs(VpcIds=["vpc-0a1b2c3d4e5f60718"])
            print(sys.stdin.read(), found["Vpcs"][0]["CidrBlock"])
            """;

    @TempDir
    private Path folder;

    private record Run(int exitCode, String out, String err) {}

    @Test
    void what_a_fleets_files_expect_is_there_and_the_input_is_the_commands() throws IOException, InterruptedException {
        FleetCopy fleet = FleetCopy.withoutCustomers(folder);

        Run run = run(fleet, "python3", "-c", LOOK);

        assertThat(run).isEqualTo(new Run(0, "typed 10.0.0.0/16\n", ""));
    }

    @Test
    void fails_for_files_with_errors_before_anything_is_started() throws IOException, InterruptedException {
        FleetCopy fleet = FleetCopy.withoutCustomers(folder);
        fleet.write("maple", "id: oak\nconnections: []\n");

        Run run = run(fleet, "echo", "started");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("the id \"oak\" does not match the file name maple.yaml");
    }

    @Test
    @ResourceLock("cdk.out")
    void the_documented_command_deploys_the_example_fleet() throws IOException, InterruptedException {
        String documented = Commands.in("docs/local-aws.md", "The local AWS", 0).get(0);
        Process process = new ProcessBuilder("sh", "-c", documented)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("PrivateLink-Dns-acme").doesNotContain("no changes");
    }

    private Run run(FleetCopy fleet, String... command) throws IOException, InterruptedException {
        Path input = Files.writeString(folder.resolve("input"), "typed");
        Path err = folder.resolve("err");
        List<String> words = Stream.concat(
                        Stream.of("bin/local-aws", "--fleet", fleet.folder().toString()), Stream.of(command))
                .toList();
        Process process = new ProcessBuilder(words)
                .redirectInput(input.toFile())
                .redirectError(err.toFile())
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), out, Files.readString(err));
    }
}
