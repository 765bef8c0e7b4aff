package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.aws.DeploymentPermissions;
import com.elementarydata.privatelink.aws.IamPolicy;
import com.elementarydata.privatelink.aws.IamPolicy.Scope;
import com.elementarydata.privatelink.aws.Permission;
import com.elementarydata.privatelink.aws.StackKind;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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
            "  bin/privatelink policy deploy > cdk.json",
            "  bin/privatelink policy deploy --cloudformation > cloudformation.json",
            "  bin/privatelink policy deploy --cloudformation --kind dns",
            "  bin/privatelink policy deploy \\",
            "    --role-arn arn:aws:iam::743289191656:role/deploy-privatelink"
        })
final class PolicyDeployVerb implements Callable<Integer> {

    @Mixin
    private FleetOption fleet;

    @Option(names = "--cloudformation", description = "Prints what CloudFormation needs, for the resources of stacks.")
    private boolean cloudFormation;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
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
        if (cloudFormation && role != null) {
            throw console.wrong("--role-arn is for the CDK CLI's policy; leave it or --cloudformation out");
        }
        Scope scope = Scope.of(fleet.network()).with("stacks", kind == null ? "PrivateLink-*" : kind.stacks());
        console.out()
                .println(IamPolicy.of(cloudFormation ? ofCloudFormation() : ofCli(), scope)
                        .json());
        return ExitCode.FINE;
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
}
