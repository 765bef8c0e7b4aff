package com.elementarydata.privatelink.diagnose;

import static com.elementarydata.privatelink.diagnose.PathCheck.PD104;
import static com.elementarydata.privatelink.diagnose.PathCheck.PD105;
import static com.elementarydata.privatelink.diagnose.PathCheck.PD106;
import static com.elementarydata.privatelink.diagnose.PathCheck.PD107;
import static com.elementarydata.privatelink.diagnose.PathCheck.PD109;

import com.elementarydata.privatelink.diagnose.ExpectedPath.ExpectedStacks;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether the stacks of a way are deployed. */
final class StackChecks {

    private StackChecks() {}

    static PathFinding regional(Walk walk) {
        ExpectedStacks stacks = walk.path().stacks();
        Stream<String> subnets = walk.path().zones().stream()
                .flatMap(zone -> Optional.ofNullable(stacks.subnetIds().get(zone)).stream());
        List<String> outputs = Stream.concat(Stream.of(stacks.vpcId(), stacks.peeringId()), subnets)
                .toList();
        return deployed(walk, PD104, walk.path().endpointRegion(), stacks.regional(), outputs);
    }

    static PathFinding production(Walk walk) {
        return deployed(
                walk, PD105, walk.network().region(), walk.path().stacks().production(), List.of());
    }

    static PathFinding customer(Walk walk) {
        ExpectedStacks stacks = walk.path().stacks();
        return deployed(
                walk,
                PD106,
                walk.path().endpointRegion(),
                stacks.customer(),
                List.of(stacks.endpointId(), stacks.dnsName()));
    }

    static PathFinding dns(Walk walk) {
        return deployed(
                walk, PD107, walk.network().region(), walk.path().stacks().dns(), List.of());
    }

    private static PathFinding deployed(Walk walk, PathCheck check, String region, String name, List<String> outputs) {
        String deploy = walk.deploy(name);
        Optional<DeployedStack> found = walk.stack(region, name);
        if (found.isEmpty()) {
            return check.failed("%s is not deployed".formatted(name), Party.ELEMENTARY, "deploy it")
                    .typing(deploy);
        }
        DeployedStack stack = found.get();
        String status = "%s is %s%s"
                .formatted(
                        name,
                        stack.status(),
                        stack.reason().map(": %s"::formatted).orElse(""));
        if (stack.isInProgress()) {
            return inProgress(check, stack, status, region);
        }
        List<String> missing = outputs.stream()
                .filter(output -> stack.output(output).isEmpty())
                .toList();
        if (stack.status().equals("UPDATE_ROLLBACK_COMPLETE") && missing.isEmpty()) {
            return check.warning(status, Party.ELEMENTARY, "read its events, and deploy again")
                    .typing(deploy);
        }
        if (!stack.isComplete()) {
            return broken(check, stack, status, region, deploy);
        }
        return missing.isEmpty()
                ? check.passed(stack.status())
                : check.failed(
                                "%s has no output %s yet".formatted(name, String.join(", ", missing)),
                                Party.ELEMENTARY,
                                "the connection was written after its last deployment; deploy it")
                        .typing(deploy);
    }

    private static PathFinding inProgress(PathCheck check, DeployedStack stack, String status, String region) {
        String wait = Walk.aws(region, "cloudformation describe-stack-events --stack-name %s".formatted(stack.name()));
        return stack.status().startsWith("UPDATE")
                ? check.warning(status, Party.ELEMENTARY, "wait for its end").typing(wait)
                : check.failed(status, Party.ELEMENTARY, "wait for its end, and look again")
                        .typing(wait);
    }

    private static PathFinding broken(
            PathCheck check, DeployedStack stack, String status, String region, String deploy) {
        String unprotect = Walk.aws(
                region,
                "cloudformation update-termination-protection --no-enable-termination-protection --stack-name %s"
                        .formatted(stack.name()));
        return switch (stack.status()) {
            case "ROLLBACK_COMPLETE", "ROLLBACK_FAILED", "CREATE_FAILED" ->
                check.failed(
                                status,
                                Party.ELEMENTARY,
                                "its events say why; take the protection of the empty stack away, and deploy again")
                        .typing(unprotect, deploy);
            case "UPDATE_ROLLBACK_FAILED" ->
                check.failed(status, Party.ELEMENTARY, "its events say why; mend that, and let the rollback go on")
                        .typing(Walk.aws(
                                region,
                                "cloudformation continue-update-rollback --stack-name %s".formatted(stack.name())));
            default ->
                check.failed(status, Party.ELEMENTARY, "its events say why; mend that, and deploy again")
                        .typing(deploy);
        };
    }

    /** What CloudFormation found when it was last asked; the other checks see what it would find now. */
    static PathFinding drift(Walk walk) {
        ExpectedStacks stacks = walk.path().stacks();
        List<DeployedStack> all = Stream.of(
                        walk.stack(walk.path().endpointRegion(), stacks.regional()),
                        walk.stack(walk.network().region(), stacks.production()),
                        walk.stack(walk.path().endpointRegion(), stacks.customer()),
                        walk.stack(walk.network().region(), stacks.dns()))
                .flatMap(Optional::stream)
                .toList();
        List<String> drifted = all.stream()
                .filter(stack -> stack.drift().equals("DRIFTED"))
                .map(DeployedStack::name)
                .toList();
        if (drifted.isEmpty()) {
            return PD109.passed("none is known");
        }
        return PD109.warning(
                "%s had drifted when last asked".formatted(String.join(", ", drifted)),
                Party.ELEMENTARY,
                "read in the console what was changed by hand: CloudFormation, the stack, Drifts");
    }
}
