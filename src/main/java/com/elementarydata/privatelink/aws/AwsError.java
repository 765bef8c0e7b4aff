package com.elementarydata.privatelink.aws;

import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * What AWS says when it refuses. A proxy's refusal says nothing of the kind.
 *
 * @param code AWS's word, such as {@code InvalidServiceName}; empty where there is none
 * @param message its sentence; empty where there is none
 */
record AwsError(String code, String message) {

    static AwsError of(AwsServiceException refusal) {
        Optional<AwsErrorDetails> details = Optional.ofNullable(refusal.awsErrorDetails());
        return new AwsError(
                details.map(AwsErrorDetails::errorCode).orElse(""),
                details.map(AwsErrorDetails::errorMessage).orElse(""));
    }

    static boolean is(AwsServiceException refusal, String code) {
        return of(refusal).code().equals(code);
    }
}
