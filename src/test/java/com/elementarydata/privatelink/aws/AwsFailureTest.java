package com.elementarydata.privatelink.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;

class AwsFailureTest {

    private static final String OTHER = "; run aws sso login, set AWS_PROFILE, or name a profile with --profile";

    @ParameterizedTest
    @CsvSource({
        "UnauthorizedOperation, '; have the action allowed, or name another profile with --profile'",
        "AccessDeniedException, '; have the action allowed, or name another profile with --profile'",
        "ExpiredToken, '" + OTHER + "'",
        "AuthFailure, '" + OTHER + "'",
        "RequestTimeTooSkewed, '; set this machine''s clock, which is off'",
        "RequestLimitExceeded, '; try again in a minute'",
        "InternalError, ''",
    })
    void a_refusal_says_what_to_do_about_it(String code, String remedy) {
        assertThat(new AwsFailure(Ec2Exception.builder()
                                .awsErrorDetails(AwsErrorDetails.builder()
                                        .errorCode(code)
                                        .errorMessage("no")
                                        .build())
                                .build())
                        .words())
                .isEqualTo("AWS refused: no (%s)%s".formatted(code, remedy));
    }

    @Test
    void a_denied_region_is_nothing_that_the_account_can_allow() {
        assertThat(new AwsFailure(Ec2Exception.builder()
                                .awsErrorDetails(AwsErrorDetails.builder()
                                        .errorCode("UnauthorizedOperation")
                                        .errorMessage("no, with an explicit deny in a service control policy")
                                        .build())
                                .build())
                        .words())
                .endsWith("(UnauthorizedOperation); nothing that this account allows helps, have its organization allow"
                        + " the Region");
    }

    @Test
    void aws_out_of_reach_is_said_to_be_that() {
        SdkClientException failure =
                SdkClientException.create("Unable to execute HTTP request", new ConnectException("Connection refused"));

        assertThat(new AwsFailure(failure).words())
                .isEqualTo("AWS could not be reached: Connection refused; check the network and HTTPS_PROXY, and"
                        + " AWS_ENDPOINT_URL or a profile's endpoint_url if it is set");
    }

    @Test
    void missing_credentials_are_not_explained_by_a_list_of_providers() {
        SdkClientException failure = SdkClientException.create(
                "Unable to load credentials from any of the providers in the chain AwsCredentialsProviderChain(…)");

        assertThat(new AwsFailure(failure).words()).isEqualTo("no AWS credentials were found" + OTHER);
    }

    @Test
    void a_profile_without_credentials_is_named() {
        SdkClientException failure = SdkClientException.create(
                "Profile file contained no credentials for profile 'nix': ProfileFile(sections=[])");

        assertThat(new AwsFailure(failure).words())
                .isEqualTo("the AWS credentials cannot be used: Profile file contained no credentials for profile"
                        + " 'nix'" + OTHER);
    }
}
