package com.elementarydata.privatelink.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.aws.AwsAccess;
import com.elementarydata.privatelink.aws.EndpointServiceConnections;
import com.elementarydata.privatelink.net.AccountId;
import com.elementarydata.privatelink.net.EndpointServiceName;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An endpoint of Elementary's that its provider has rejected is accepted after all, where somebody means it. */
class ProviderAcceptanceTest {

    private static final AccountId PROVIDER = AccountId.parse("210987654321");
    private static final EndpointServiceName SERVICE =
            EndpointServiceName.parse("com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef1");
    private static final String EC2 = "http://ec2.amazonaws.com/doc/2016-11-15/";
    private static final String REJECTED = "vpce-1 of account 743289191656, rejected\n";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private AwsStub aws;
    private AwsAccess access;

    @BeforeEach
    void start() throws IOException {
        aws = new AwsStub(PROVIDER.toString()).answer("DescribeVpcEndpointConnections", """
                <DescribeVpcEndpointConnectionsResponse xmlns="%s"><vpcEndpointConnectionSet><item>
                <serviceId>vpce-svc-0123456789abcdef1</serviceId><vpcEndpointId>vpce-1</vpcEndpointId>
                <vpcEndpointOwner>743289191656</vpcEndpointOwner><vpcEndpointState>rejected</vpcEndpointState>
                </item></vpcEndpointConnectionSet></DescribeVpcEndpointConnectionsResponse>""".formatted(EC2));
        access = AwsAccess.local(aws.endpoint(), PROVIDER);
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    private void answerAcceptance(String unsuccessful) {
        aws.answer("AcceptVpcEndpointConnections", """
                <AcceptVpcEndpointConnectionsResponse xmlns="%s"><unsuccessful>%s</unsuccessful>
                </AcceptVpcEndpointConnectionsResponse>""".formatted(EC2, unsuccessful));
    }

    private int run(String typed, boolean terminal, Optional<String> endpoint, boolean afterRejection, boolean dryRun) {
        StandardInput input = new StandardInput(new ByteArrayInputStream(typed.getBytes(UTF_8)), terminal);
        PrintWriter errors = new PrintWriter(err, true);
        return new ProviderAcceptance(SERVICE, endpoint, afterRejection, dryRun)
                .run(
                        new EndpointServiceConnections(access, SERVICE.region()),
                        new Questions(input, errors),
                        new PrintWriter(out, true),
                        errors);
    }

    private boolean isAccepted() {
        return access.calls().actions().contains("ec2:AcceptVpcEndpointConnections");
    }

    @ParameterizedTest
    @ValueSource(strings = {"y\n", "yes\n"})
    void whoever_says_yes_at_a_terminal_accepts_after_all(String answer) {
        answerAcceptance("");

        assertThat(run(answer, true, Optional.of("vpce-1"), false, false)).isZero();
        assertThat(err).hasToString("vpce-1 was rejected; accept it after all? y/N: ");
        assertThat(out).hasToString("accepting: " + REJECTED);
        assertThat(isAccepted()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"n\n", "\n"})
    void fails_where_somebody_at_a_terminal_does_not_mean_it(String answer) {
        assertThat(run(answer, true, Optional.of("vpce-1"), false, false)).isEqualTo(1);
        assertThat(isAccepted()).isFalse();
    }

    @Test
    void fails_off_a_terminal_with_the_option_that_means_it() {
        assertThat(run("y\n", false, Optional.of("vpce-1"), false, false)).isEqualTo(1);
        assertThat(err).hasToString("vpce-1 was rejected; to accept it after all, add --after-rejection\n");
        assertThat(isAccepted()).isFalse();
    }

    @Test
    void the_option_means_it_without_a_question() {
        answerAcceptance("");

        assertThat(run("", false, Optional.of("vpce-1"), true, false)).isZero();
        assertThat(out).hasToString("accepting: " + REJECTED);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void a_dry_run_asks_nobody_and_accepts_nothing() {
        assertThat(run("", false, Optional.of("vpce-1"), false, true)).isZero();
        assertThat(out).hasToString("would accept: " + REJECTED);
        assertThat(isAccepted()).isFalse();
    }

    @Test
    void fails_where_aws_refuses_with_what_elementary_does_then() {
        answerAcceptance("<item><resourceId>vpce-1</resourceId><error><code>InvalidState</code>"
                + "<message>it is gone</message></error></item>");

        assertThat(run("", false, Optional.of("vpce-1"), true, false)).isEqualTo(1);
        assertThat(err)
                .hasToString("AWS did not accept vpce-1 of vpce-svc-0123456789abcdef1: it is gone; Elementary adds a"
                        + " second connection\n");
    }

    @Test
    void fails_for_a_rejected_endpoint_that_nobody_named() {
        assertThat(run("y\n", true, Optional.empty(), true, false)).isEqualTo(1);
        assertThat(out).hasToString("rejected: " + REJECTED);
        assertThat(err)
                .asString()
                .hasLineCount(1)
                .endsWith("; to accept a rejected one after all, name it with --endpoint-id\n");
        assertThat(isAccepted()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pendingAcceptance", "rejected"})
    void fails_for_an_endpoint_of_another_account_also_where_it_is_named(String state) throws IOException {
        try (AwsStub others = new AwsStub(PROVIDER.toString())) {
            others.answer("DescribeVpcEndpointConnections", """
                            <DescribeVpcEndpointConnectionsResponse xmlns="%s"><vpcEndpointConnectionSet><item>
                            <serviceId>vpce-svc-0123456789abcdef1</serviceId><vpcEndpointId>vpce-1</vpcEndpointId>
                            <vpcEndpointOwner>999900001111</vpcEndpointOwner><vpcEndpointState>%s</vpcEndpointState>
                            </item></vpcEndpointConnectionSet></DescribeVpcEndpointConnectionsResponse>""".formatted(EC2, state))
                    .answer("AcceptVpcEndpointConnections", "<AcceptVpcEndpointConnectionsResponse/>");
            access = AwsAccess.local(others.endpoint(), PROVIDER);

            assertThat(run("y\n", true, Optional.empty(), true, false)).isEqualTo(1);
            assertThat(run("y\n", true, Optional.of("vpce-1"), true, false)).isEqualTo(1);
            assertThat(isAccepted()).isFalse();
            assertThat(out.toString()).doesNotContain("accepting");
        }
    }
}
