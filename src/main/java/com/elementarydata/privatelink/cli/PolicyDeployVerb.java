package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.aws.DeploymentPermissions;
import com.elementarydata.privatelink.aws.IamPolicy;
import com.elementarydata.privatelink.aws.IamPolicy.Scope;
import com.elementarydata.privatelink.aws.Permission;
import com.elementarydata.privatelink.aws.StackKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Prints what a deployment has to be allowed. */
@Command(
        name = "deploy",
        description = {
            "Prints the least-privilege IAM policy of the CDK CLI that deploys the stacks; with --cloudformation that of"
                    + " what CloudFormation does for it.",
            "CloudFormation acts with the credentials of whoever deploys, who then needs both, unless a role is handed to"
                    + " it: npx cdk deploy --role-arn ARN."
        },
        footer = {
            "",
            "Examples:",
            "  bin/privatelink policy deploy > deploy-policy.json",
            "  bin/privatelink policy deploy --cloudformation > cloudformation-policy.json",
            "  bin/privatelink policy deploy --cloudformation --kind dns",
            "  bin/privatelink policy deploy \\",
            "    --role-arn arn:aws:iam::743289191656:role/deploy-privatelink"
        })
final class PolicyDeployVerb implements Callable<Integer> {

    private static final Pattern ROLE = Pattern.compile("arn:aws(-[a-z]+)*:iam::[0-9]{12}:role/[!-~]+");

    @Mixin
    private FleetOption fleet;

    @Option(names = "--cloudformation", description = "Prints what CloudFormation needs, for the resources of stacks.")
    private boolean cloudFormation;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            converter = OfFleet.class,
            completionCandidates = OfFleet.class,
            description = "Only for one kind of stacks: ${COMPLETION-CANDIDATES}. By default for all.")
    private @Nullable StackKind kind;

    @Option(
            names = "--role-arn",
            paramLabel = "ARN",
            description = "The role that the CDK CLI hands to CloudFormation.")
    private @Nullable String role;

    @Mixin
    private Console console;

    @Override
    public Integer call() {
        refuseRole();
        Scope scope = Scope.of(fleet.network()).with("stacks", kind == null ? "PrivateLink-*" : kind.stacks());
        console.print(IamPolicy.of(cloudFormation ? ofCloudFormation() : ofCli(), scope)
                        .json() + "\n");
        return ExitCode.FINE;
    }

    private void refuseRole() {
        if (role == null) {
            return;
        }
        if (cloudFormation) {
            throw console.wrong("--role-arn is for the CDK CLI's policy; leave it or --cloudformation out");
        }
        if (!ROLE.matcher(role).matches()) {
            throw console.wrong("\"%s\" is not the ARN of a role; write it as in arn:aws:iam::743289191656:role/deploy"
                    .formatted(role));
        }
    }

    private List<Permission> ofCloudFormation() {
        return DeploymentPermissions.ofCloudFormation(kind == null ? List.of(StackKind.values()) : List.of(kind));
    }

    private List<Permission> ofCli() {
        List<Permission> needed = new ArrayList<>(DeploymentPermissions.CLI);
        if (role != null) {
            needed.addAll(DeploymentPermissions.passedToCloudFormation(role));
        }
        return needed;
    }

    /** A kind of stack by its word, and all of them for completion and help. */
    static final class OfFleet implements ITypeConverter<StackKind>, Iterable<String> {

        @Override
        public StackKind convert(String word) {
            return Stream.of(StackKind.values())
                    .filter(kind -> kind.toString().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(
                            "\"%s\" is not one of %s".formatted(word, Arrays.toString(StackKind.values()))));
        }

        @Override
        public Iterator<String> iterator() {
            return Stream.of(StackKind.values()).map(StackKind::toString).iterator();
        }
    }
}
