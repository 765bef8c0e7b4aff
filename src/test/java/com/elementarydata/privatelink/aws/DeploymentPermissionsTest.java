package com.elementarydata.privatelink.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.aws.IamPolicy.Scope;
import com.google.common.collect.Sets;
import com.google.common.io.Resources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class DeploymentPermissionsTest {

    private static final Pattern TYPE = Pattern.compile("\"Type\": \"(AWS::\\w+::\\w+)\"");
    private static final int LARGEST_MANAGED_POLICY = 6144;

    /** What a handler asks for only where a property is set that our templates leave alone, or for what we do not use. */
    private static final Map<String, String> NOT_NEEDED = Map.ofEntries(
            Map.entry("ec2:ModifyVpcTenancy", "the tenancy is never set"),
            Map.entry("firehose:TagDeliveryStream", "logs are delivered to no stream"),
            Map.entry("iam:AttachRolePolicy", "the role has no managed policy"),
            Map.entry("iam:DetachRolePolicy", "the role has no managed policy"),
            Map.entry("iam:DeleteRolePermissionsBoundary", "the role has no boundary"),
            Map.entry("iam:PutRolePermissionsBoundary", "the role has no boundary"),
            Map.entry("iam:UpdateRole", "the role has neither a description nor a duration"),
            Map.entry("iam:UpdateRoleDescription", "the role has no description"),
            Map.entry("logs:AssociateKmsKey", "the group has no key"),
            Map.entry("logs:DisassociateKmsKey", "the group has no key"),
            Map.entry("logs:CreateLogDelivery", "of a group; a flow log has it"),
            Map.entry("logs:DeleteDataProtectionPolicy", "the group has no data protection policy"),
            Map.entry("logs:PutDataProtectionPolicy", "the group has no data protection policy"),
            Map.entry("logs:DescribeResourcePolicies", "the group has no resource policy"),
            Map.entry("logs:PutResourcePolicy", "the group has no resource policy"),
            Map.entry("s3:GetBucketPolicy", "flow logs go to no bucket"),
            Map.entry("s3:PutBucketPolicy", "flow logs go to no bucket"),
            Map.entry("s3:REST.PUT.OBJECT", "no action of IAM"),
            Map.entry("sts:AssumeRole", "both VPCs are of one account"));

    /** What CloudFormation is allowed beyond its handlers, since the stack's own tags and theirs are put and read. */
    private static final Map<String, String> BEYOND = Map.of(
            "AWS::EC2::VPCEndpoint ec2:CreateTags", "the schema at hand is older than the property",
            "AWS::EC2::VPCEndpoint ec2:DeleteTags", "the schema at hand is older than the property",
            "AWS::SSM::Parameter ssm:ListTagsForResource", "tags are read where they change");

    static Stream<String> handlers() throws IOException {
        return Resources.toString(
                        Resources.getResource(DeploymentPermissionsTest.class, "handlers.txt"), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#"));
    }

    @ParameterizedTest
    @MethodSource("handlers")
    void cloud_formation_is_allowed_what_its_handlers_ask_for(String line) {
        List<String> words = List.of(line.split(" "));
        String type = words.get(0);
        Set<String> asked = new TreeSet<>(words.subList(1, words.size()));
        Set<String> allowed = new TreeSet<>(Permission.actions(ResourcePermissions.of(type)));

        assertThat(Sets.difference(asked, allowed)).as("not allowed").isSubsetOf(NOT_NEEDED.keySet());
        assertThat(Sets.difference(allowed, asked).stream().map(action -> type + " " + action))
                .as("allowed without a handler that asks for it")
                .isSubsetOf(BEYOND.keySet());
    }

    @Test
    void no_reason_is_left_over() throws IOException {
        Set<String> asked =
                handlers().flatMap(line -> Stream.of(line.split(" "))).collect(Collectors.toSet());

        assertThat(asked).containsAll(NOT_NEEDED.keySet());
    }

    @ParameterizedTest
    @EnumSource
    void the_templates_of_a_kind_hold_exactly_its_types(StackKind kind) throws IOException {
        String name = kind.stacks().replace("*", ".*") + "\\.template\\.json";
        try (Stream<Path> files = Files.walk(Path.of("src/test/cases"))) {
            Set<String> types = files.filter(
                            file -> file.getFileName().toString().matches(name))
                    .flatMap(DeploymentPermissionsTest::typesIn)
                    .collect(Collectors.toSet());

            assertThat(types).containsExactlyInAnyOrderElementsOf(kind.types());
        }
        assertThat(kind.types())
                .isSorted()
                .allSatisfy(type -> assertThat(ResourcePermissions.of(type)).isNotEmpty());
    }

    private static Stream<String> typesIn(Path template) {
        try {
            return TYPE.matcher(Files.readString(template)).results().map((MatchResult found) -> found.group(1));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    @Test
    void what_is_changed_is_limited_and_a_role_is_passed_to_flow_logs_alone() {
        List<Permission> all = DeploymentPermissions.ofCloudFormation(List.of(StackKind.values()));
        IamPolicy policy = IamPolicy.of(all, new Scope(Map.of("partition", "aws-us-gov", "account", "123456789012")));

        assertThat(policy.json().replaceAll("\\s", "")).hasSizeLessThanOrEqualTo(LARGEST_MANAGED_POLICY);
        // IAM knows no resource for these
        assertThat(all)
                .filteredOn(permission -> permission.resource().equals("*"))
                .extracting(Permission::action)
                .filteredOn(action -> !Permissions.isReading(action))
                .containsExactlyInAnyOrder(
                        "logs:CreateLogDelivery", "logs:DeleteLogDelivery", "route53:CreateHostedZone");
        assertThat(policy.statement())
                .filteredOn(statement -> statement.action().contains("iam:PassRole"))
                .singleElement()
                .satisfies(statement -> {
                    assertThat(statement.resource())
                            .isEqualTo("arn:aws-us-gov:iam::123456789012:role/PrivateLink-Region-*");
                    assertThat(statement.condition())
                            .contains(Map.of(
                                    "StringEquals", Map.of("iam:PassedToService", "vpc-flow-logs.amazonaws.com")));
                });
    }
}
