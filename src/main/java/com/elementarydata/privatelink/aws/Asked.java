package com.elementarydata.privatelink.aws;

import com.elementarydata.privatelink.observed.Reading;
import java.util.Optional;
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
            return Reading.of(ForeignAnswerException.unless(place, question));
        } catch (AwsServiceException refusal) {
            return Reading.refused("%s in %s: %s".formatted(action, place, why(refusal)));
        } catch (SdkClientException unreachable) {
            return Reading.refused("%s in %s: %s".formatted(action, place, new Unanswered(unreachable).reason()));
        }
    }

    private static String why(AwsServiceException refusal) {
        Said said = Said.of(refusal);
        if (said.isOfOrganization()) {
            return "denied by a service control policy of the account's organization";
        }
        return said.code().isEmpty() ? "HTTP %d without a word of AWS's".formatted(refusal.statusCode()) : said.code();
    }

    /**
     * What a question finds; nothing where AWS does not know what it is about.
     *
     * @param unknown the code that AWS refuses with then
     * @param words what its sentence then says, where the code has other meanings too
     */
    static <T> Optional<T> unless(String unknown, String words, Supplier<Optional<T>> question) {
        try {
            return question.get();
        } catch (AwsServiceException refusal) {
            Said said = Said.of(refusal);
            if (said.code().equals(unknown) && said.message().contains(words)) {
                return Optional.empty();
            }
            throw refusal;
        }
    }
}
