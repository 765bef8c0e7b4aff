package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.aws.ApiCalls;
import com.elementarydata.privatelink.aws.AwsAccess;
import com.elementarydata.privatelink.aws.EndpointUrls;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The credentials that a verb asks AWS with. */
final class AwsOption {

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "An AWS profile, also of IAM Identity Center. By default what the"
                    + " environment gives, as with the AWS CLI.")
    private @Nullable String profile;

    @Option(names = "--verbose", description = "Prints which AWS calls were made, and how often, on standard error.")
    private boolean verbose;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            description = "How long AWS may leave everything without an answer, as in 90s or 5m. By default 60s.",
            converter = TimeSpan.class)
    private @Nullable Duration timeout;

    private boolean waiting;

    private @Nullable AwsAccess access;

    /** Prints which AWS calls were made, if requested. */
    void showCalls(PrintWriter err) {
        if (verbose) {
            access().calls().all().stream()
                    .collect(Collectors.groupingBy(ApiCalls.Call::action, TreeMap::new, Collectors.counting()))
                    .forEach((action, times) -> err.println("%s %d".formatted(action, times)));
        }
    }

    /** Has {@code --timeout} say how long to wait for something on AWS, and not for AWS. */
    Duration waitingTime(Duration usual) {
        waiting = true;
        return timeout == null ? usual : timeout;
    }

    /** The profile that was named. */
    Optional<String> profile() {
        return Optional.ofNullable(profile);
    }

    /** One access for all of a verb's calls, so that they are counted together. */
    AwsAccess access() {
        if (access == null) {
            EndpointUrls.of(System.getenv()).check();
            access = (profile == null ? AwsAccess.ofTheEnvironment() : AwsAccess.ofProfile(profile))
                    .waitingFor(timeout == null || waiting ? AwsAccess.PATIENCE : timeout);
        }
        return access;
    }
}
