package com.elementarydata.privatelink.aws;

import com.elementarydata.privatelink.observed.Reading;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Asks AWS one question, and returns a refusal as an answer, so that all other questions are still asked. */
final class Asked {

    private Asked() {}

    /**
     * Asks.
     *
     * @param action what is asked, as IAM names it
     * @param place where
     * @param question asks it
     */
    static <T> Reading<T> of(String action, Object place, Supplier<T> question) {
        try {
            return Reading.of(question.get());
        } catch (AwsServiceException refusal) {
            String code = AwsError.of(refusal).code();
            return Reading.refused("%s in %s: %s"
                    .formatted(action, place, code.isEmpty() ? "HTTP %d".formatted(refusal.statusCode()) : code));
        } catch (SdkClientException unreachable) {
            return Reading.refused("%s in %s: not reached".formatted(action, place));
        }
    }
}
