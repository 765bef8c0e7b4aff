package com.elementarydata.privatelink.aws;

import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * An answer that is not AWS's. Asking for it again does not help. It is the cause of what is thrown, as the SDK makes an
 * exception of its own of all others.
 */
final class ForeignAnswerException extends RuntimeException {

    /** What to look at. */
    static final String REMEDY =
            "sign in to the network, check HTTPS_PROXY and its credentials, and AWS_ENDPOINT_URL if it is set";

    private static final long serialVersionUID = 1;

    private ForeignAnswerException(String words) {
        super(words);
    }

    /** What an interceptor throws. */
    static SdkClientException saying(String words) {
        return SdkClientException.create(words, new ForeignAnswerException(words));
    }

    /**
     * What is read out of an answer.
     *
     * @param place where it was asked
     * @param answer reads it
     * @throws SdkClientException where it lacks what AWS always says, or says it in another form
     */
    @SuppressWarnings("PMD.AvoidCatchingNPE")
    static <T> T unless(Object place, Supplier<T> answer) {
        try {
            return answer.get();
        } catch (NullPointerException | IllegalArgumentException | IndexOutOfBoundsException lacking) {
            SdkClientException foreign = saying("an answer in %s lacks what AWS always says".formatted(place));
            foreign.addSuppressed(lacking);
            throw foreign;
        }
    }
}
