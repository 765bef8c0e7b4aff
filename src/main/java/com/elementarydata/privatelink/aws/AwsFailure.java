package com.elementarydata.privatelink.aws;

import com.elementarydata.privatelink.net.Region;
import com.google.common.base.Throwables;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
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
    private static final String OTHER_CREDENTIALS =
            "run aws sso login, set AWS_PROFILE, or name a profile with --profile";

    /** What went wrong, where it was AWS that failed. */
    public static Optional<AwsFailure> of(Throwable failure) {
        return failure instanceof SdkException ofAws ? Optional.of(new AwsFailure(ofAws)) : Optional.empty();
    }

    /** Where what was asked is not allowed: why nothing of a Region was read. */
    static Optional<String> denial(AwsServiceException refusal, Region region) {
        Asked.Said said = Asked.Said.of(refusal);
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
        if (failure instanceof AwsServiceException refusal && refusal.awsErrorDetails() != null) {
            return refused(refusal);
        }
        Throwable cause = Throwables.getRootCause(failure);
        if (cause instanceof IOException) {
            return "AWS could not be reached: %s; check the network, and AWS_ENDPOINT_URL if it is set"
                    .formatted(firstLine(cause));
        }
        String said = firstLine(failure);
        if (said.toLowerCase(Locale.ROOT).contains("unable to load credentials")) {
            return "no AWS credentials were found; %s".formatted(OTHER_CREDENTIALS);
        }
        return "the AWS credentials cannot be used: %s; %s".formatted(withoutInnards(said), OTHER_CREDENTIALS);
    }

    private static String refused(AwsServiceException refusal) {
        // a proxy's refusal has none
        String code = String.valueOf(refusal.awsErrorDetails().errorCode());
        String said = "AWS refused: %s (%s)".formatted(refusal.awsErrorDetails().errorMessage(), code);
        if (Asked.Said.of(refusal).isOfOrganization()) {
            return said + "; nothing that this account allows helps, have its organization allow the Region";
        }
        if (Asked.Said.of(refusal).isDenial()) {
            return said + "; have the action allowed, or name another profile with --profile";
        }
        if (NOT_VALID.contains(code)) {
            return "%s; %s".formatted(said, OTHER_CREDENTIALS);
        }
        return refusal.isThrottlingException() ? said + "; try again in a minute" : said;
    }

    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }

    /** The SDK shows the objects that it asked, too. */
    private static String withoutInnards(String said) {
        return said.replaceAll(": ProfileFile\\(.*", "");
    }
}
