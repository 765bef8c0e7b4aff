package com.elementarydata.privatelink.operation.status;

import com.elementarydata.privatelink.command.CdkCommands;
import com.elementarydata.privatelink.judge.EndpointJudgement;
import com.elementarydata.privatelink.judge.StackJudgement;
import com.elementarydata.privatelink.observed.DeployedEndpoint;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The next step for whoever must act.
 *
 * @param what in words
 * @param command to paste, where there is one
 * @param then to paste after it, in order
 */
public record NextStep(String what, Optional<String> command, List<String> then) {

    private NextStep(String what, List<String> commands) {
        this(what, commands.stream().findFirst(), commands.stream().skip(1).toList());
    }

    /** All to paste, in order. */
    public List<String> commands() {
        return Stream.concat(command.stream(), then.stream()).toList();
    }

    /**
     * The step that follows from a status; none where all is as it should be.
     *
     * @param status the status
     * @param commands of the CDK CLI
     * @param profile whose credentials commands of the AWS CLI use, unless the environment says
     */
    public static Optional<NextStep> of(ConnectionStatus status, CdkCommands commands, Optional<String> profile) {
        CdkCommands cdk = commands.forCustomer(status.stacks().path().customer());
        return switch (status.state()) {
            case IN_PROGRESS -> step("wait until CloudFormation is done");
            case STACK_FAILED ->
                status.stacks().endpoints().flatMap(stack -> step(new StackJudgement(stack), cdk, profile));
            case PENDING_ACCEPTANCE, PENDING, REJECTED, EXPIRED, DELETING, ENDPOINT_MISSING, UNKNOWN ->
                step(status.ofEndpoint());
            case FAILED -> failed(status);
            case NOT_READ, AVAILABLE -> Optional.empty();
            case NOT_DEPLOYED,
                    CHANGED,
                    NAMES_NOT_DEPLOYED,
                    NAMES_ELSEWHERE,
                    NAMES_TO_MOVE,
                    NAMES_LEFT_BEHIND,
                    PREPARED -> byDeployment(status, cdk);
        };
    }

    private static Optional<NextStep> byDeployment(ConnectionStatus status, CdkCommands cdk) {
        String endpoints = status.stacks().path().stacks().customer();
        String dns = status.stacks().path().stacks().dns();
        return switch (status.state()) {
            case NOT_DEPLOYED -> step("deploy it", cdk.deploy(List.of(endpoints)));
            case CHANGED ->
                status.stacks().endpoints().isEmpty()
                        ? step("its endpoint is adopted, and is not as %s says; correct the file"
                                .formatted(status.stacks().path().file()))
                        : step("its file has changed; see what a deployment would change", cdk.diff(endpoints));
            case NAMES_NOT_DEPLOYED ->
                status.stacks().path().external() ? step(addZone(status)) : step("deploy its names", cdk.redeploy(dns));
            case NAMES_ELSEWHERE -> elsewhere(status, cdk.redeploy(dns));
            case NAMES_TO_MOVE ->
                step("production still reaches its names here; deploy them to move them", cdk.redeploy(dns));
            case PREPARED -> step(switchOn(status), cdk.redeploy(dns));
            default ->
                status.names().active().isEmpty()
                        ? step("withdraw its names (docs/operations.md, Rolling back)")
                        : step("withdraw its names", cdk.redeploy(dns));
        };
    }

    /** What no connection of the customer has is a finding, which says more. */
    private static Optional<NextStep> elsewhere(ConnectionStatus status, String deploy) {
        String others = new LeadingNames(status.stacks())
                .judged().others().stream()
                        .flatMap(target -> status.names().connectionOf(target).stream())
                        .distinct()
                        .collect(Collectors.joining(", "));
        if (status.stacks().path().external()) {
            return Optional.empty();
        }
        return step(
                others.isEmpty() ? "deploy its names" : "its names still lead to %s; deploy them".formatted(others),
                deploy);
    }

    private static String addZone(ConnectionStatus status) {
        return "no hosted zone of production's VPC answers for its names: have whoever owns them add one, or set"
                + " \"dns: active\" in %s, and deploy"
                        .formatted(status.stacks().path().file());
    }

    private static String switchOn(ConnectionStatus status) {
        String file = status.stacks().path().file();
        return status.names().hasActive(status.stacks().path().hostnames())
                ? "to move its names here, set \"dns: active\" on it and \"dns: prepared\" on the other connection in %s, and deploy"
                        .formatted(file)
                : "set \"dns: active\" in %s, and deploy".formatted(file);
    }

    private static Optional<NextStep> failed(ConnectionStatus status) {
        String why =
                status.stacks().endpoint().flatMap(DeployedEndpoint::lastError).orElse("AWS does not say why");
        return step("%s; %s".formatted(why, status.ofEndpoint().remedy()));
    }

    private static Optional<NextStep> step(StackJudgement judgement, CdkCommands cdk, Optional<String> profile) {
        String remedy = judgement.finding(StatusCheck.STACK_FAILED).remedy();
        return Optional.of(new NextStep(remedy, judgement.commands(cdk, profile)));
    }

    private static Optional<NextStep> step(EndpointJudgement judgement) {
        return Optional.of(new NextStep(judgement.remedy(), judgement.commands()));
    }

    private static Optional<NextStep> step(String what, String... commands) {
        return Optional.of(new NextStep(what, List.of(commands)));
    }
}
