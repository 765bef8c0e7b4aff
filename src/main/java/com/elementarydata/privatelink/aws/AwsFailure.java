package com.elementarydata.privatelink.aws;

import com.elementarydata.privatelink.net.Region;
import com.google.common.base.Throwables;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/** Why AWS could not be asked or did not answer, in one line that says what to do. */
public record AwsFailure(SdkException failure) {

    private static final Set<String> NOT_VALID = Set.of(
            "AuthFailure",
            "ExpiredToken",
            "ExpiredTokenException",
            "InvalidClientTokenId",
            "RequestExpired",
            "SignatureDoesNotMatch",
            "UnrecognizedClientException");

    /** The SDK has no type for what is wrong with credentials. */
    private static final Set<String> OF_CREDENTIALS = Set.of("credential", "profile", "token", "sso");

    private static final String OTHER_CREDENTIALS =
            "run aws sso login, set AWS_PROFILE, or name a profile with --profile";

    /** What went wrong, where it was AWS that failed. */
    public static Optional<AwsFailure> of(Throwable failure) {
        if (failure instanceof SdkException ofAws) {
            return Optional.of(new AwsFailure(ofAws));
        }
        // of a configuration file's endpoint; the SDK lets it through as it is
        return Throwables.getRootCause(failure) instanceof URISyntaxException
                ? Optional.of(new AwsFailure(SdkClientException.create("no address", failure)))
                : Optional.empty();
    }

    /** Where what was asked is not allowed: why nothing of a Region was read. */
    static Optional<String> denial(AwsServiceException refusal, Region region) {
        Said said = Said.of(refusal);
        if (!said.isDenial()) {
            return Optional.empty();
        }
        return Optional.of(
                said.isOfOrganization()
                        ? "a service control policy of the account's organization denies %s".formatted(region)
                        : "AWS refused %s: %s (%s)".formatted(region, said.message(), said.code()));
    }

    /** In one line. */
    public String words() {
        if (failure instanceof AwsServiceException refusal) {
            return refused(refusal);
        }
        Unanswered unanswered = new Unanswered(failure);
        return isOfCredentials(unanswered)
                ? credentials()
                : "%s; %s".formatted(unanswered.reason(), unanswered.remedy());
    }

    private boolean isOfCredentials(Unanswered unanswered) {
        String said = unanswered.words().toLowerCase(Locale.ROOT);
        return !unanswered.isOfNetwork() && OF_CREDENTIALS.stream().anyMatch(said::contains);
    }

    private String credentials() {
        String said = new Unanswered(failure).words();
        return said.toLowerCase(Locale.ROOT).contains("unable to load credentials")
                ? "no AWS credentials were found; %s".formatted(OTHER_CREDENTIALS)
                : "the AWS credentials cannot be used: %s; %s".formatted(said, OTHER_CREDENTIALS);
    }

    private static String refused(AwsServiceException refusal) {
        Said words = Said.of(refusal);
        String code = words.code();
        if (code.isEmpty()) {
            return "AWS's address answered HTTP %d without a word of AWS's, as a proxy does; %s"
                    .formatted(refusal.statusCode(), ForeignAnswerException.REMEDY);
        }
        String said = "AWS refused: %s (%s)".formatted(words.message(), code);
        if (words.isOfClock()) {
            return said + "; set this machine's clock, which is off";
        }
        if (words.isOfOrganization()) {
            return said + "; nothing that this account allows helps, have its organization allow the Region";
        }
        if (words.isDenial()) {
            return said + "; have the action allowed, or name another profile with --profile";
        }
        if (NOT_VALID.contains(code)) {
            return "%s; %s".formatted(said, OTHER_CREDENTIALS);
        }
        return refusal.isThrottlingException() ? said + "; try again in a minute" : said;
    }
}
