package com.elementarydata.privatelink.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.elementarydata.privatelink.cli.AwsStub;
import com.elementarydata.privatelink.config.FleetFolder;
import com.elementarydata.privatelink.fleet.CheckedFleet;
import com.elementarydata.privatelink.model.Network;
import com.elementarydata.privatelink.model.Refusal;
import com.elementarydata.privatelink.net.AccountId;
import com.elementarydata.privatelink.net.Region;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;

/** Whose account is asked, how long, and what was asked. */
class AwsAccessTest {

    private static final Region IRELAND = Region.parse("eu-west-1");
    private static final Network NETWORK = CheckedFleet.of(FleetFolder.read(Path.of("stacks")))
            .fleet()
            .orElseThrow()
            .network();

    private static AwsAccess access(AwsStub aws) {
        return AwsAccess.local(aws.endpoint(), AccountId.parse("743289191656"));
    }

    @Test
    void calls_are_kept_in_order_as_iam_names_them() throws Exception {
        try (AwsStub aws = new AwsStub("743289191656")) {
            AwsAccess access = access(aws);

            assertThat(access.account(IRELAND)).hasToString("743289191656");
            assertThatThrownBy(() -> access.ask(IRELAND, CloudFormationClient.builder(), client -> client.listStacks()))
                    .isInstanceOf(CloudFormationException.class);
            access.account(Region.parse("us-east-1"));

            assertThat(access.calls().all())
                    .extracting(Object::toString)
                    .containsExactly(
                            "sts:GetCallerIdentity eu-west-1",
                            "cloudformation:ListStacks eu-west-1",
                            "sts:GetCallerIdentity us-east-1");
            assertThat(access.calls().actions()).containsExactly("cloudformation:ListStacks", "sts:GetCallerIdentity");
        }
    }

    @Test
    void nothing_is_asked_in_an_account_that_is_not_the_fleets() throws Exception {
        try (AwsStub own = new AwsStub(NETWORK.account().value());
                AwsStub other = new AwsStub("999900001111")) {
            assertThatCode(() -> access(own).requireOwn(NETWORK)).doesNotThrowAnyException();
            assertThatThrownBy(() -> access(other).requireOwn(NETWORK))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("the AWS credentials are for account \"999900001111\"");
        }
    }

    @Test
    void another_patience_leaves_everything_else_as_it_is() throws Exception {
        try (AwsStub aws = new AwsStub("743289191656")) {
            AwsAccess access = access(aws);
            AwsAccess impatient = access.waitingFor(Duration.ofSeconds(2));

            assertThat(impatient.silence().left()).hasSeconds(2);
            assertThat(access.silence().left()).isEqualTo(AwsAccess.PATIENCE);
            assertThat(impatient.calls()).isSameAs(access.calls());
            assertThat(impatient.endpoint()).isEqualTo(access.endpoint());
        }
    }

    @Test
    void a_policy_is_for_the_fleets_account_and_partition() {
        assertThat(IamPolicy.Scope.of(NETWORK).known())
                .containsEntry("account", NETWORK.account().value())
                .containsEntry("partition", "aws");
    }
}
