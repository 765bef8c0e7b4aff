package com.elementarydata.privatelink.construct;

import static com.elementarydata.privatelink.TestApp.resources;
import static com.elementarydata.privatelink.TestApp.template;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.elasticloadbalancingv2.HealthCheck;
import software.amazon.awscdk.services.elasticloadbalancingv2.Protocol;
import tools.jackson.databind.JsonNode;

/** Health checks as AWS takes them for a network load balancer, and no others. */
class HealthCheckValuesTest {

    private final Stack stack = Offers.stack();

    private static HealthCheck.Builder http() {
        return HealthCheck.builder().protocol(Protocol.HTTP).path("/healthz");
    }

    private void assertRefused(HealthCheck.Builder check, String message) {
        Offers.assertRefused(Offers.service(stack, 443).healthCheck(check.build()))
                .hasMessage("CustomerEndpointService: the health check" + message);
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP, /, 200-399, 5, 2, 2, 10",
        "HTTPS, /api/health?full=1, '200,204,301-302,404-404', 300, 120, 10, 2",
        "HTTP, /-/ready, 200-599, 6, 6, 3, 3"
    })
    void everything_that_aws_takes_reaches_the_target_group(
            Protocol protocol, String path, String codes, int interval, int timeout, int healthy, int unhealthy) {
        Offers.service(stack, 443)
                .healthCheck(HealthCheck.builder()
                        .protocol(protocol)
                        .path(path)
                        .healthyHttpCodes(codes)
                        .interval(Duration.seconds(interval))
                        .timeout(Duration.seconds(timeout))
                        .healthyThresholdCount(healthy)
                        .unhealthyThresholdCount(unhealthy)
                        .build())
                .build();

        JsonNode group = resources(template(stack), "AWS::ElasticLoadBalancingV2::TargetGroup")
                .get(0)
                .get("Properties");
        assertThat(group.at("/Matcher/HttpCode").asString()).isEqualTo(codes);
        assertThat(group.get("HealthCheckPath").asString()).isEqualTo(path);
        assertThat(group.get("HealthCheckIntervalSeconds").asInt()).isEqualTo(interval);
        assertThat(group.get("HealthCheckTimeoutSeconds").asInt()).isEqualTo(timeout);
        assertThat(group.get("HealthyThresholdCount").asInt()).isEqualTo(healthy);
        assertThat(group.get("UnhealthyThresholdCount").asInt()).isEqualTo(unhealthy);
    }

    @Test
    void parameters_of_the_template_are_left_to_cloudformation() {
        String text = CfnParameter.Builder.create(stack, "Text").build().getValueAsString();
        Number number = CfnParameter.Builder.create(stack, "Number")
                .type("Number")
                .build()
                .getValueAsNumber();

        Offers.service(stack, 443)
                .healthCheck(http().path(text)
                        .healthyHttpCodes(text)
                        .interval(Duration.seconds(number))
                        .build())
                .build();

        JsonNode group = resources(template(stack), "AWS::ElasticLoadBalancingV2::TargetGroup")
                .get(0)
                .get("Properties");
        assertThat(group.get("HealthCheckPath").toString()).isEqualTo("{\"Ref\":\"Text\"}");
        assertThat(group.at("/Matcher/HttpCode").toString()).isEqualTo("{\"Ref\":\"Text\"}");
        assertThat(group.get("HealthCheckIntervalSeconds").toString()).isEqualTo("{\"Ref\":\"Number\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "100", "199-399", "200-600", "399-200", "2xx", "200;204", "200, 204", "200,"})
    void fails_for_codes_that_aws_does_not_take(String codes) {
        assertRefused(
                http().healthyHttpCodes(codes),
                "'s codes \"%s\" are not HTTP codes from 200 to 599; write them as in 200-399 or 200,204"
                        .formatted(codes));
    }

    @Test
    void fails_for_codes_of_tcp_and_of_grpc() {
        assertRefused(
                HealthCheck.builder().healthyHttpCodes("200-399"),
                " has the codes \"200-399\", but its protocol is TCP; choose HTTP or HTTPS, or omit the codes");
        assertRefused(
                http().healthyGrpcCodes("0"),
                " has gRPC codes, which network load balancers do not know; pass healthyHttpCodes(…)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"healthz", "", "/a b", "/ü"})
    void fails_for_a_path_that_is_none(String path) {
        assertRefused(
                http().path(path),
                "'s path \"%s\" is not one; begin it with a slash, and use at most 1,024 characters, encoded as in a URL"
                        .formatted(path));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 4_999, 5_500, 301_000})
    void fails_for_an_interval_that_aws_does_not_take(long milliseconds) {
        Offers.assertRefused(Offers.service(stack, 443)
                        .healthCheck(
                                http().interval(Duration.millis(milliseconds)).build()))
                .hasMessageContaining("; pass whole seconds from 5 to 300");
    }

    @Test
    void fails_for_a_timeout_that_aws_does_not_take_or_that_outlasts_the_interval() {
        assertRefused(http().timeout(Duration.seconds(1)), "'s timeout is 1 s; pass whole seconds from 2 to 120");
        assertRefused(http().timeout(Duration.seconds(121)), "'s timeout is 121 s; pass whole seconds from 2 to 120");
        assertRefused(
                http().interval(Duration.seconds(5)).timeout(Duration.seconds(10)),
                "'s timeout is longer than its interval; pass an interval(…) that is at least as long");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 11, 2.5})
    void fails_for_a_threshold_that_aws_does_not_take(double count) {
        Offers.assertRefused(Offers.service(stack, 443)
                        .healthCheck(http().healthyThresholdCount(count)
                                .unhealthyThresholdCount(count)
                                .build()))
                .hasMessageContaining("the health check's healthyThresholdCount is")
                .hasMessageContaining("the health check's unhealthyThresholdCount is")
                .hasMessageContaining("; pass a whole number from 2 to 10");
    }
}
