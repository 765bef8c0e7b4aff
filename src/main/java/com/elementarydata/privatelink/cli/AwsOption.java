package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.aws.AwsAccess;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** With whose credentials a verb asks AWS. */
final class AwsOption {

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "A profile of AWS's configuration files, IAM Identity Center's too. By default what the"
                    + " environment says, as for AWS's own command line.")
    private @Nullable String profile;

    private @Nullable AwsAccess access;

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
