package com.elementarydata.privatelink.aws;

import com.google.common.base.Throwables;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Why no answer came that AWS gave.
 *
 * @param failure what the SDK throws
 */
record Unanswered(SdkException failure) {

    /** The SDK shows the objects that it asked, too, and how often. */
    private static final Pattern INNARDS = Pattern.compile(": ProfileFile\\(.*| \\(SDK Attempt Count: [0-9]+\\)");

    /** In a few words. */
    String reason() {
        if (isSilence()) {
            return "AWS did not answer in time";
        }
        String said = firstLine(cause());
        if (cause() instanceof ForeignAnswerException) {
            return said;
        }
        if (cause() instanceof UnknownHostException) {
            return "AWS could not be reached: no address was found for %s".formatted(said);
        }
        if (cause() instanceof SSLException) {
            return "AWS could not be reached: its certificate was not accepted, or something else took its place (%s)"
                    .formatted(said);
        }
        if (cause() instanceof IOException) {
            return "AWS could not be reached: %s".formatted(said);
        }
        return cause() instanceof URISyntaxException
                ? "AWS's endpoint is not an address: %s".formatted(said)
                : "AWS could not be asked: %s".formatted(words());
    }

    /** What to look at. */
    String remedy() {
        if (isSilence()) {
            return "check the network and the proxy, or wait longer with --timeout";
        }
        return cause() instanceof ForeignAnswerException
                ? ForeignAnswerException.REMEDY
                : "check the network and HTTPS_PROXY, and AWS_ENDPOINT_URL or a profile's endpoint_url if it is set";
    }

    /** What the SDK says, in one line. */
    String words() {
        return INNARDS.matcher(firstLine(failure)).replaceAll("");
    }

    /** Whether the network is to blame, or what is in it. */
    boolean isOfNetwork() {
        return isSilence() || cause() instanceof IOException || cause() instanceof ForeignAnswerException;
    }

    private Throwable cause() {
        return Throwables.getRootCause(failure);
    }

    private boolean isSilence() {
        return cause() instanceof ApiCallAttemptTimeoutException
                || cause() instanceof SilenceLimit.SilenceException
                || cause() instanceof SocketTimeoutException;
    }

    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }
}
