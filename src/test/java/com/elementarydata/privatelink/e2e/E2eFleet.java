package com.elementarydata.privatelink.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.FleetCopy;
import com.elementarydata.privatelink.aws.EndpointServiceConnections;
import com.elementarydata.privatelink.config.FleetFolder;
import com.elementarydata.privatelink.demo.LocalAws;
import com.elementarydata.privatelink.demo.LocalWorld;
import com.elementarydata.privatelink.fleet.CheckedFleet;
import com.elementarydata.privatelink.fleet.Fleet;
import com.elementarydata.privatelink.fleet.Fleet.CustomerConnection;
import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.net.Region;
import com.elementarydata.privatelink.observed.EndpointConnection;
import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A fleet folder, and a local AWS that it is deployed to.
 *
 * @param files the fleet folder, which a test may change
 * @param aws the local AWS
 * @param cdk the CDK CLI
 * @param clients SDK clients
 * @param faults the file of faults that are still to come
 */
record E2eFleet(FleetCopy files, LocalAws aws, Cdk cdk, Clients clients, Path faults) implements AutoCloseable {

    /** CDK has one Node process, whoever asks. */
    private static final Object SYNTHESIS = new Object();

    /** Where anything of fleets is that tests write. */
    private static final List<Region> REGIONS =
            List.of(Region.parse("eu-central-1"), Region.parse("eu-west-1"), Region.parse("us-west-2"));

    /** An empty folder below {@code target}. */
    static Path emptyFolder(String name) throws IOException {
        Path folder = Path.of("target/e2e", name).toAbsolutePath();
        if (Files.exists(folder)) {
            MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
        }
        return Files.createDirectories(folder);
    }

    /** Starts a local AWS with the services of all customers that are in the files at that moment. */
    static E2eFleet start(FleetCopy files, Path folder) throws IOException, InterruptedException {
        Path faults = folder.resolve("faults");
        LocalAws aws = LocalAws.start(
                worldOf(files.folder()),
                folder,
                Map.of(
                        "LOCAL_AWS_FAULTS",
                        faults.toString(),
                        RecordedCalls.FILE,
                        RecordedCalls.in(folder).toString()));
        return new E2eFleet(files, aws, new Cdk(aws, folder), new Clients(aws), faults);
    }

    /**
     * Starts a local AWS and deploys a fleet that it writes.
     *
     * @param name the folder's
     * @param toCome customers' files of which the services shall exist, but nothing else yet
     * @param present customers' files to deploy, and to accept
     */
    static E2eFleet deployed(String name, Map<String, String> toCome, Map<String, String> present)
            throws IOException, InterruptedException {
        Path folder = emptyFolder(name);
        FleetCopy files = FleetCopy.withoutCustomers(folder);
        for (var file : toCome.entrySet()) {
            files.write(file.getKey(), file.getValue());
        }
        for (var file : present.entrySet()) {
            files.write("present-" + file.getKey(), file.getValue());
        }
        E2eFleet fleet = start(files, folder);
        for (String customer : toCome.keySet()) {
            files.delete(customer);
        }
        for (var file : present.entrySet()) {
            files.delete("present-" + file.getKey());
            files.write(file.getKey(), file.getValue());
        }
        fleet.allocate();
        fleet.deploy();
        fleet.acceptAll();
        return fleet;
    }

    /** All that the SDK shows. */
    WorldState state() {
        return WorldState.of(this, REGIONS, Accounts.MAPLE);
    }

    /** What the SDK shows from now on. */
    View view() {
        return new View(clients);
    }

    /** The fleet as it is written. */
    Fleet fleet() {
        return CheckedFleet.of(FleetFolder.read(files.folder())).fleet().orElseThrow();
    }

    /** What a fleet folder expects to exist, as its files are at that moment. */
    static LocalWorld worldOf(Path folder) {
        return LocalWorld.of(FleetFolder.read(folder));
    }

    /** Gives addresses to what has none. */
    void allocate() throws IOException, InterruptedException {
        Process verb = new ProcessBuilder(
                        "bin/privatelink",
                        "allocate",
                        "--stacks",
                        files.folder().toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(verb.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(verb.waitFor()).as(said).isZero();
    }

    /** Synthesizes the fleet as it is written, or some customers of it. */
    Path assembly(String... customers) throws IOException {
        synchronized (SYNTHESIS) {
            FleetCopy.Run run = files.synthesize(customers);
            assertThat(run.fine()).as(run.messages()).isTrue();
            return run.output();
        }
    }

    /** Synthesizes and deploys the fleet as it is written, or some customers of it. */
    Cdk.Run deploy(String... customers) throws IOException, InterruptedException {
        return cdk.deploy(assembly(customers)).fine();
    }

    /** Every provider accepts what waits; gives what waited. */
    List<EndpointConnection> acceptAll() {
        List<EndpointConnection> accepted = new ArrayList<>();
        for (CustomerConnection owned : fleet().connections().toList()) {
            Connection connection = owned.connection();
            var provider =
                    new EndpointServiceConnections(aws.as(Accounts.providerOf(connection)), connection.serviceRegion());
            List<EndpointConnection> waiting = provider.waiting(Accounts.ELEMENTARY);
            provider.accept(waiting);
            accepted.addAll(waiting);
        }
        return accepted;
    }

    @Override
    public void close() throws IOException {
        clients.close();
        aws.close();
        RecordedCalls.of(this).requireAllowed();
    }
}
