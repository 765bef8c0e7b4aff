package com.elementarydata.privatelink.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.elementarydata.privatelink.aws.IamPolicy.Scope;
import com.elementarydata.privatelink.aws.IamPolicy.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What permissions come to together, and as a policy. */
class PermissionTest {

    private static final String VPCS = "arn:{partition}:ec2:*:{account}:vpc/{vpc}";
    private static final List<Permission> LIMITED = Permission.on(VPCS, "ec2", "DeleteVpc", "CreateVpc");

    @Test
    void nothing_more_is_said_of_an_action_that_is_allowed_on_everything() {
        assertThat(Permission.all(LIMITED, Permission.of("ec2", "DeleteVpc"), LIMITED))
                .containsExactly(
                        new Permission("ec2:CreateVpc", VPCS, Map.of()),
                        new Permission("ec2:DeleteVpc", "*", Map.of()));
    }

    @Test
    void an_action_that_is_allowed_on_everything_under_a_condition_stays_limited_elsewhere() {
        List<Permission> conditional = Permission.of("ec2", "DeleteVpc").stream()
                .map(permission -> permission.onlyIf("aws:RequestedRegion", "eu-west-1"))
                .toList();

        assertThat(Permission.all(LIMITED, conditional)).containsAll(LIMITED).containsAll(conditional);
    }

    @Test
    void actions_are_named_once_each_and_sorted() {
        assertThat(Permission.actions(Permission.all(LIMITED, Permission.of("sts", "GetCallerIdentity"), LIMITED)))
                .containsExactly("ec2:CreateVpc", "ec2:DeleteVpc", "sts:GetCallerIdentity");
    }

    @Test
    void a_policy_has_a_statement_for_each_resource_and_condition_and_everything_first() {
        List<Permission> passed = ResourcePermissions.passing("arn:{partition}:iam::{account}:role/r", "ec2");
        IamPolicy policy = IamPolicy.of(
                Permission.all(passed, LIMITED, Permission.of("ec2", "DescribeVpcs")),
                new Scope(Map.of("partition", "aws")).with("account", "123456789012"));

        assertThat(policy.version()).isEqualTo("2012-10-17");
        assertThat(policy.statement())
                .extracting(Statement::effect, Statement::resource, Statement::action, Statement::condition)
                .containsExactly(
                        tuple("Allow", "*", List.of("ec2:DescribeVpcs"), Optional.empty()),
                        tuple(
                                "Allow",
                                "arn:aws:ec2:*:123456789012:vpc/*",
                                List.of("ec2:CreateVpc", "ec2:DeleteVpc"),
                                Optional.empty()),
                        tuple(
                                "Allow",
                                "arn:aws:iam::123456789012:role/r",
                                List.of("iam:PassRole"),
                                Optional.of(Map.of("StringEquals", Map.of("iam:PassedToService", "ec2")))));
        assertThat(policy.json()).contains("\"Version\"", "\"Resource\"", "\"StringEquals\"");
    }

    @Test
    void what_describes_gets_or_lists_only_reads() {
        assertThat(List.of("ec2:DescribeVpcs", "iam:GetRole", "route53:ListHostedZones"))
                .allMatch(Permissions::isReading);
        assertThat(Permissions.isReading("ec2:CreateVpc")).isFalse();
    }

    @Test
    void stacks_that_look_up_outputs_of_others_may_read_them_and_no_others() {
        List<Permission> described = Stacks.NAMED;

        assertThat(DeploymentPermissions.ofCloudFormation(List.of(StackKind.DNS)))
                .containsAll(described);
        assertThat(DeploymentPermissions.ofCloudFormation(List.of(StackKind.PRODUCTION)))
                .containsAll(described);
        assertThat(DeploymentPermissions.ofCloudFormation(List.of(StackKind.REGION, StackKind.CUSTOMER)))
                .doesNotContainAnyElementsOf(described);
    }

    @Test
    void every_verb_that_asks_aws_needs_to_know_whose_account_it_is() {
        assertThat(Permissions.OF_VERBS.keySet())
                .allSatisfy(
                        verb -> assertThat(Permissions.actions(verb)).isSorted().isNotEmpty());
        assertThat(Permissions.actions("offboard"))
                .contains("cloudwatch:GetMetricData", "sts:GetCallerIdentity", "cloudformation:DescribeStacks")
                .allMatch(action -> action.contains(":Get") || Permissions.isReading(action));
    }

    @Test
    void types_of_several_kinds_are_listed_once_each() {
        assertThat(StackKind.types(List.of(StackKind.PRODUCTION, StackKind.DNS)))
                .containsExactly(
                        "AWS::EC2::Route",
                        "AWS::Route53::HostedZone",
                        "AWS::Route53::RecordSet",
                        "AWS::SSM::Parameter");
        assertThat(StackKind.CUSTOMER).hasToString("customer");
        assertThat(StackKind.CUSTOMER.stacks()).isEqualTo("PrivateLink-Customer-*");
    }
}
