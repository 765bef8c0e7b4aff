package com.elementarydata.privatelink.construct;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.TimeConversionOptions;
import software.amazon.awscdk.services.elasticloadbalancingv2.HealthCheck;

/**
 * The path, codes, times and counts of a health check, within what AWS takes for a network load balancer.
 *
 * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html">CreateTargetGroup</a>
 */
record HealthCheckValues(Refusals refusals) {

    private static final Pattern PATH = Pattern.compile("/[!-~]{0,1023}");
    private static final Pattern CODE = Pattern.compile("([2-5][0-9]{2})(?:-([2-5][0-9]{2}))?");
    private static final int SHORTEST_INTERVAL = 5;
    private static final int LONGEST_INTERVAL = 300;
    private static final int SHORTEST_TIMEOUT = 2;
    private static final int LONGEST_TIMEOUT = 120;
    private static final int FEWEST = 2;
    private static final int MOST = 10;

    static void check(HealthCheck check, boolean overHttp, Refusals refusals) {
        HealthCheckValues values = new HealthCheckValues(refusals);
        values.checkPath(check.getPath());
        values.checkCodes(check, overHttp);
        double interval = values.seconds("interval", check.getInterval(), SHORTEST_INTERVAL, LONGEST_INTERVAL);
        double timeout = values.seconds("timeout", check.getTimeout(), SHORTEST_TIMEOUT, LONGEST_TIMEOUT);
        refusals.refuseIf(
                interval < timeout,
                "the health check's timeout is longer than its interval",
                "pass an interval(…) that is at least as long");
        values.checkCount("healthyThresholdCount", check.getHealthyThresholdCount());
        values.checkCount("unhealthyThresholdCount", check.getUnhealthyThresholdCount());
    }

    private void checkPath(@Nullable String path) {
        refusals.refuseIf(
                path != null && !Refusals.isToken(path) && !PATH.matcher(path).matches(),
                "the health check's path \"%s\" is not one".formatted(path),
                "begin it with a slash, and use at most 1,024 characters, encoded as in a URL");
    }

    private void checkCodes(HealthCheck check, boolean overHttp) {
        refusals.refuseIf(
                check.getHealthyGrpcCodes() != null,
                "the health check has gRPC codes, which network load balancers do not know",
                "pass healthyHttpCodes(…)");
        String codes = check.getHealthyHttpCodes();
        if (codes == null || Refusals.isToken(codes)) {
            return;
        }
        refusals.refuseIf(
                !overHttp,
                "the health check has the codes \"%s\", but its protocol is TCP".formatted(codes),
                "choose HTTP or HTTPS, or omit the codes");
        refusals.refuseIf(
                !Stream.of(codes.split(",", -1)).allMatch(HealthCheckValues::isCode),
                "the health check's codes \"%s\" are not HTTP codes from 200 to 599".formatted(codes),
                "write them as in 200-399 or 200,204");
    }

    private static boolean isCode(String text) {
        Matcher code = CODE.matcher(text);
        return code.matches() && (code.group(2) == null || code.group(1).compareTo(code.group(2)) <= 0);
    }

    /** The seconds, not a number where they are not known. */
    private double seconds(String what, @Nullable Duration given, int shortest, int longest) {
        if (given == null || Boolean.TRUE.equals(given.isUnresolved())) {
            return Double.NaN;
        }
        double seconds = given.toSeconds(
                        TimeConversionOptions.builder().integral(false).build())
                .doubleValue();
        refusals.refuseIf(
                seconds < shortest || seconds > longest || seconds % 1 != 0,
                "the health check's %s is %s s"
                        .formatted(
                                what,
                                BigDecimal.valueOf(seconds).stripTrailingZeros().toPlainString()),
                "pass whole seconds from %d to %d".formatted(shortest, longest));
        return seconds;
    }

    /** Numbers far below zero are tokens. */
    private void checkCount(String what, @Nullable Number count) {
        if (count != null && count.doubleValue() > Integer.MIN_VALUE) {
            refusals.refuseIf(
                    count.doubleValue() < FEWEST || count.doubleValue() > MOST || count.doubleValue() % 1 != 0,
                    "the health check's %s is %s".formatted(what, count),
                    "pass a whole number from %d to %d".formatted(FEWEST, MOST));
        }
    }
}
