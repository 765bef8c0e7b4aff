package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.diagnose.ConnectionFacts;
import com.elementarydata.privatelink.diagnose.ConnectionState;
import com.elementarydata.privatelink.diagnose.ConnectionStatus;
import com.elementarydata.privatelink.diagnose.DeployedEndpoint;
import com.elementarydata.privatelink.integration.Integration;
import java.util.List;
import java.util.Optional;

/**
 * What whoever's turn it is does next.
 *
 * @param what in words
 * @param command to paste, where there is one
 */
record NextStep(String what, Optional<String> command) {

    private static final String MOVE =
            "write a second connection in its place, and move to it as docs/operations.md says";

    /** The step that follows from a status; none where all is as it should be. */
    static Optional<NextStep> of(ConnectionStatus status, CdkCommands commands) {
        CdkCommands cdk = commands.forCustomer(status.facts().customer());
        if (status.state() == ConnectionState.PENDING_ACCEPTANCE) {
            return Optional.of(accept(status.facts()));
        }
        return byDeployment(status.state(), status.facts(), cdk).or(() -> byHand(status.state(), status.facts()));
    }

    private static Optional<NextStep> byDeployment(ConnectionState state, ConnectionFacts facts, CdkCommands cdk) {
        String endpoints = facts.stacks().endpoints().name();
        String dns = facts.stacks().dns().name();
        return switch (state) {
            case NOT_DEPLOYED -> step("deploy it", cdk.deploy(List.of(endpoints)));
            case CHANGED -> step("its file has changed; see what a deployment would do", cdk.diff(endpoints));
            case NAMES_NOT_DEPLOYED -> step("deploy its names", cdk.deployNames(List.of(dns)));
            case PREPARED -> step(switchOn(facts), cdk.deployNames(List.of(dns)));
            case NAMES_LEFT_BEHIND ->
                facts.names().active().isEmpty()
                        ? step("take its names back as docs/operations.md says under Rolling back")
                        : step("take its names back", cdk.deployNames(List.of(dns)));
            default -> Optional.empty();
        };
    }

    private static String switchOn(ConnectionFacts facts) {
        String file = facts.connection().id().at().file();
        boolean twin = facts.connection().address().hostnames().stream()
                .anyMatch(hostname -> facts.names().active().contains(hostname.value()));
        return twin
                ? "when its names are to move here, give it \"dns: active\" and the other connection \"dns: prepared\" in %s, and deploy"
                        .formatted(file)
                : "give it \"dns: active\" in %s, and deploy".formatted(file);
    }

    private static Optional<NextStep> byHand(ConnectionState state, ConnectionFacts facts) {
        return switch (state) {
            case IN_PROGRESS -> step("wait until CloudFormation is done");
            case PENDING -> step("wait until AWS has set the endpoint up");
            case UNKNOWN -> step("EC2 says \"%s\"; wait, and look again".formatted(endpointState(facts)));
            case STACK_FAILED -> step("go on as docs/operations.md says under A first deployment that failed");
            case REJECTED -> step("ask who owns the service why, and " + MOVE);
            case FAILED ->
                step("%s; %s"
                        .formatted(
                                facts.endpoint()
                                        .flatMap(DeployedEndpoint::lastError)
                                        .orElse("AWS does not say why"),
                                MOVE));
            case EXPIRED, DELETING, ENDPOINT_MISSING -> step(MOVE);
            default -> Optional.empty();
        };
    }

    private static String endpointState(ConnectionFacts facts) {
        return facts.endpoint().map(DeployedEndpoint::state).orElse("");
    }

    private static NextStep accept(ConnectionFacts facts) {
        String endpoint = facts.endpointId().orElseThrow();
        Integration integration = facts.connection().integration();
        return switch (integration.acceptance()) {
            case VENDOR_SUPPORT ->
                new NextStep(
                        "%s's support accepts %s; bin/privatelink runbook has the case's text"
                                .formatted(integration.title(), endpoint),
                        Optional.empty());
            case REGISTRATION ->
                new NextStep(
                        "the customer registers %s in its %s account console".formatted(endpoint, integration.title()),
                        Optional.empty());
            case CUSTOMER ->
                new NextStep(
                        "the customer accepts, with its own credentials",
                        Optional.of("bin/privatelink provider accept --service-name %s --endpoint-id %s"
                                .formatted(facts.connection().address().serviceName(), endpoint)));
        };
    }

    private static Optional<NextStep> step(String what) {
        return Optional.of(new NextStep(what, Optional.empty()));
    }

    private static Optional<NextStep> step(String what, String command) {
        return Optional.of(new NextStep(what, Optional.of(command)));
    }
}
