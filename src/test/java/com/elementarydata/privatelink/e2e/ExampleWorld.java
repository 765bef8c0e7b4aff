package com.elementarydata.privatelink.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.FleetCopy;
import com.elementarydata.privatelink.config.HandoffDocument;
import com.elementarydata.privatelink.model.Handoff;
import com.elementarydata.privatelink.net.AvailabilityZoneId;
import com.elementarydata.privatelink.observed.EndpointConnection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The example fleet and a customer who deploys the example of a provider's app, all accepted. Several tests read it, and
 * none changes it.
 *
 * @param deployed where
 * @param handoff what the customer's stack handed out
 * @param waited the connections as they were before they were accepted
 */
record ExampleWorld(E2eFleet deployed, Handoff handoff, List<EndpointConnection> waited) {

    static final String PROVIDERS_STACK = "GitHubEnterpriseServer";

    static ExampleWorld deploy(Figures figures) throws IOException, InterruptedException {
        Path folder = E2eFleet.emptyFolder("example");
        E2eFleet deployed = figures.time("start a local AWS", () -> E2eFleet.start(FleetCopy.in(folder), folder));
        Handoff handoff = figures.time("deploy the customer's app", () -> deployProvider(deployed, folder));
        deployed.files().write("maple", customer(handoff));
        figures.time(
                "deploy the example fleet",
                () -> deployed.cdk()
                        .start(
                                Accounts.ELEMENTARY,
                                Accounts.PRODUCTION_REGION,
                                Cdk.deployingFleet(deployed.files().folder(), folder.resolve("cdk.out")))
                        .end()
                        .fine());
        figures.count(deployed.view());
        return new ExampleWorld(deployed, handoff, deployed.acceptAll());
    }

    /** Starts to deploy the customer's app, as the customer. */
    static Cdk.Running startProvider(E2eFleet deployed, Path folder) throws IOException {
        Path app = Path.of("examples/src/main/java/example/GitHubEnterpriseServerApp.java");
        return deployed.cdk()
                .start(
                        Accounts.MAPLE,
                        Accounts.MAPLE_REGION,
                        Cdk.deploying(List.of(
                                "deploy",
                                "--all",
                                "--app",
                                Path.of("bin/run-java").toAbsolutePath() + " " + app.toAbsolutePath(),
                                "--output",
                                folder.resolve("provider.out").toString())));
    }

    private static Handoff deployProvider(E2eFleet deployed, Path folder) throws IOException, InterruptedException {
        startProvider(deployed, folder).end().fine();
        return handoff(deployed);
    }

    /** What the customer's stack hands out. */
    static Handoff handoff(E2eFleet deployed) {
        String document =
                deployed.view().of(Accounts.MAPLE, Accounts.MAPLE_REGION).output(PROVIDERS_STACK, "Handoff");
        HandoffDocument read = HandoffDocument.read("Handoff", document.getBytes(StandardCharsets.UTF_8));
        assertThat(read.problems()).isEmpty();
        return read.handoff().orElseThrow();
    }

    /** The customer's file that follows from a handoff. */
    static String customer(Handoff handoff) {
        return """
                id: maple
                connections:
                  - id: git
                    integration: github-enterprise-server
                    region: %s
                    availabilityZoneIds: [%s]
                    awsAccountId: "%s"
                    serviceName: %s
                    hostname: %s
                    dns: prepared
                """.formatted(
                        handoff.address().serviceName().value().region(),
                        handoff.availabilityZoneIds().stream()
                                .map(AvailabilityZoneId::value)
                                .collect(Collectors.joining(", ")),
                        handoff.awsAccountId(),
                        handoff.address().serviceName().value(),
                        handoff.address().hostnames().get(0).value());
    }

    void close() throws IOException {
        deployed.close();
    }
}
