package com.elementarydata.privatelink.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.elementarydata.privatelink.net.Region;
import com.elementarydata.privatelink.observed.Reading;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;

/** What AWS's refusals and its silence come to. */
class RefusalsTest {

    private static final Region IRELAND = Region.parse("eu-west-1");
    private static final String CHECK =
            "check the network and HTTPS_PROXY, and AWS_ENDPOINT_URL or a profile's endpoint_url if it is set";

    private static AwsServiceException refusal(String code, String message) {
        return Ec2Exception.builder()
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage(message)
                        .build())
                .build();
    }

    private static AwsServiceException wordless() {
        return Ec2Exception.builder().statusCode(502).build();
    }

    private static Reading<String> asked(RuntimeException failure) {
        return Asked.of("ec2:DescribeVpcs", IRELAND, () -> {
            throw failure;
        });
    }

    private static Unanswered unanswered(Throwable cause) {
        return new Unanswered(SdkClientException.create("Unable to execute HTTP request", cause));
    }

    @Test
    void a_refusal_is_an_answer_that_says_what_was_asked_and_where() {
        assertThat(Asked.of("ec2:DescribeVpcs", IRELAND, () -> "vpc-1")).isEqualTo(Reading.of("vpc-1"));
        assertThat(asked(refusal("UnauthorizedOperation", "no")).refusal())
                .hasValue("ec2:DescribeVpcs in eu-west-1: UnauthorizedOperation");
        assertThat(asked(refusal("AccessDenied", "no, by a service control policy"))
                        .refusal())
                .hasValue("ec2:DescribeVpcs in eu-west-1: denied by a service control policy of the account's"
                        + " organization");
        assertThat(asked(wordless()).refusal())
                .hasValue("ec2:DescribeVpcs in eu-west-1: HTTP 502 without a word of AWS's");
        assertThat(asked(SdkClientException.create("x", new SocketTimeoutException("Read timed out")))
                        .refusal())
                .hasValue("ec2:DescribeVpcs in eu-west-1: AWS did not answer in time");
    }

    @Test
    void an_answer_that_lacks_something_is_not_awss() {
        assertThat(asked(new NullPointerException()).refusal())
                .hasValue("ec2:DescribeVpcs in eu-west-1: an answer in eu-west-1 lacks what AWS always says");
    }

    @Test
    void what_aws_does_not_know_is_nothing_and_all_other_refusals_are_thrown() {
        assertThat(Asked.unless("InvalidServiceName", "", () -> Optional.of("service")))
                .hasValue("service");
        assertThat(Asked.<String>unless("ValidationError", "does not exist", () -> {
                    throw refusal("ValidationError", "Stack s does not exist");
                }))
                .isEmpty();
        assertThatThrownBy(() -> Asked.<String>unless("ValidationError", "does not exist", () -> {
                    throw refusal("ValidationError", "1 validation error");
                }))
                .isInstanceOf(Ec2Exception.class);
        assertThatThrownBy(() -> Asked.<String>unless("ValidationError", "", () -> {
                    throw refusal("Throttling", "Rate exceeded");
                }))
                .isInstanceOf(Ec2Exception.class);
    }

    @ParameterizedTest
    @CsvSource({
        "RequestTimeTooSkewed, no, true, false, false",
        "SignatureDoesNotMatch, Signature expired: 1, true, false, false",
        "SignatureDoesNotMatch, Signature not yet current: 1, true, false, false",
        "SignatureDoesNotMatch, no, false, false, false",
        "NotAuthorized, no, false, true, false",
        "AccessDenied, by a service control policy, false, true, true",
        "Throttling, by a service control policy, false, false, false",
    })
    void a_refusal_is_of_the_clock_or_a_denial_maybe_of_the_organization(
            String code, String message, boolean clock, boolean denial, boolean organization) {
        Said said = Said.of(refusal(code, message));

        assertThat(said.isOfClock()).isEqualTo(clock);
        assertThat(said.isDenial()).isEqualTo(denial);
        assertThat(said.isOfOrganization()).isEqualTo(organization);
    }

    @Test
    void a_denial_says_of_which_region_nothing_was_read() {
        assertThat(AwsFailure.denial(refusal("AccessDenied", "no"), IRELAND))
                .hasValue("AWS refused eu-west-1: no (AccessDenied)");
        assertThat(AwsFailure.denial(refusal("AccessDenied", "by a service control policy"), IRELAND))
                .hasValue("a service control policy of the account's organization denies eu-west-1");
        assertThat(AwsFailure.denial(refusal("Throttling", "no"), IRELAND)).isEmpty();
    }

    @Test
    void only_what_the_sdk_throws_and_a_wrong_address_are_failures_of_aws() {
        assertThat(AwsFailure.of(new IllegalStateException("ours"))).isEmpty();
        assertThat(AwsFailure.of(refusal("Throttling", "Rate exceeded"))
                        .map(AwsFailure::words)
                        .orElseThrow())
                .startsWith("AWS refused: Rate exceeded (Throttling)");
        assertThat(AwsFailure.of(new IllegalArgumentException(new URISyntaxException("::", "Expected scheme name")))
                        .map(AwsFailure::words))
                .hasValue("AWS's endpoint is not an address: Expected scheme name: ::; " + CHECK);
        assertThat(new AwsFailure(wordless()).words())
                .startsWith("AWS's address answered HTTP 502 without a word of AWS's, as a proxy does; sign in");
    }

    @Test
    void silence_and_the_network_are_told_apart_from_what_the_sdk_will_not_do() {
        assertThat(unanswered(new SocketTimeoutException("Read timed out")))
                .returns("AWS did not answer in time", Unanswered::reason)
                .returns("check the network and the proxy, or wait longer with --timeout", Unanswered::remedy)
                .returns(true, Unanswered::isOfNetwork);
        assertThat(unanswered(new UnknownHostException("ec2.example")))
                .returns("AWS could not be reached: no address was found for ec2.example", Unanswered::reason)
                .returns(CHECK, Unanswered::remedy)
                .returns(true, Unanswered::isOfNetwork);
        assertThat(unanswered(new SSLHandshakeException("PKIX path building failed"))
                        .reason())
                .isEqualTo(
                        "AWS could not be reached: its certificate was not accepted, or something else took its place"
                                + " (PKIX path building failed)");
        assertThat(new Unanswered(SdkClientException.create("Unable to marshall (SDK Attempt Count: 3)\nat x")))
                .returns("AWS could not be asked: Unable to marshall", Unanswered::reason)
                .returns(false, Unanswered::isOfNetwork);
        assertThat(new Unanswered(ForeignAnswerException.saying("a proxy wants credentials")))
                .returns("a proxy wants credentials", Unanswered::reason)
                .returns(ForeignAnswerException.REMEDY, Unanswered::remedy)
                .returns(true, Unanswered::isOfNetwork);
    }

    @Test
    void a_network_failure_is_none_of_credentials_whatever_it_says() {
        assertThat(new AwsFailure(SdkClientException.create("x", new IOException("no token in the answer"))).words())
                .startsWith("AWS could not be reached: ");
    }
}
