package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.aws.ApiCalls;
import com.elementarydata.privatelink.aws.AwsAccess;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The credentials with which a verb asks AWS. */
final class AwsOption {

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "A profile of the AWS configuration files, IAM Identity Center's too. By default what the"
                    + " environment says, as for the AWS CLI.")
    private @Nullable String profile;

    @Option(names = "--verbose", description = "Also prints on standard error what AWS was asked, and how often.")
    private boolean verbose;

    private @Nullable AwsAccess access;

    /** Prints what AWS was asked, if requested. */
    void showCalls(PrintWriter err) {
        if (verbose) {
            access().calls().all().stream()
                    .collect(Collectors.groupingBy(ApiCalls.Call::action, TreeMap::new, Collectors.counting()))
                    .forEach((action, times) -> err.println("%s %d".formatted(action, times)));
        }
    }

    /** The profile that was named. */
    Optional<String> profile() {
        return Optional.ofNullable(profile);
    }

    /** One access for all of a verb's calls, so that they are counted together. */
    AwsAccess access() {
        if (access == null) {
            access = profile == null ? AwsAccess.ofTheEnvironment() : AwsAccess.ofProfile(profile);
        }
        return access;
    }
}
