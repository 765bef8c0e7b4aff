package com.elementarydata.privatelink.aws;

import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * What AWS says when it refuses. A proxy's refusal says nothing of the kind.
 *
 * @param code AWS's word, such as {@code InvalidServiceName}; empty where there is none
 * @param message its sentence; empty where there is none
 */
record Said(String code, String message) {

    private static final Set<String> NOT_ALLOWED =
            Set.of("UnauthorizedOperation", "AccessDenied", "AccessDeniedException", "NotAuthorized");
    private static final Set<String> OF_CLOCK = Set.of("RequestTimeTooSkewed", "RequestInTheFuture");
    private static final String OF_ORGANIZATION = "service control policy";

    static Said of(AwsServiceException refusal) {
        Optional<AwsErrorDetails> details = Optional.ofNullable(refusal.awsErrorDetails());
        return new Said(
                details.map(AwsErrorDetails::errorCode).orElse(""),
                details.map(AwsErrorDetails::errorMessage).orElse(""));
    }

    /** Whether the request was signed at another time than AWS's. */
    boolean isOfClock() {
        return OF_CLOCK.contains(code) || message.contains("Signature expired") || message.contains("not yet current");
    }

    /** Whether the credentials are not allowed what they asked for. */
    boolean isDenial() {
        return NOT_ALLOWED.contains(code);
    }

    /** Whether no permission within the account helps. */
    boolean isOfOrganization() {
        return isDenial() && message.contains(OF_ORGANIZATION);
    }
}
