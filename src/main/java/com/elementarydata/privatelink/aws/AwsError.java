package com.elementarydata.privatelink.aws;

import java.util.Optional;
import java.util.function.Supplier;
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

    /** What a question finds; nothing where AWS refuses it with the code for what it does not know. */
    static <T> Optional<T> unless(String unknown, Supplier<Optional<T>> question) {
        try {
            return question.get();
        } catch (AwsServiceException refusal) {
            if (of(refusal).code().equals(unknown)) {
                return Optional.empty();
            }
            throw refusal;
        }
    }
}
