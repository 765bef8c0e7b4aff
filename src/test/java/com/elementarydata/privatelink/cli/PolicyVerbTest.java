package com.elementarydata.privatelink.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.aws.Permissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PolicyVerbTest {

    private static JsonNode policy(String... words) {
        VerbRun run =
                VerbRun.of(Stream.concat(Stream.of("policy"), Stream.of(words)).toArray(String[]::new));
        assertThat(run.exitCode()).as(run.err()).isZero();
        return JsonMapper.shared().readTree(run.out());
    }

    private static Stream<String> askingAws(CommandLine command, String path) {
        Stream<String> here =
                Stream.of(path.strip()).filter(name -> command.getCommandSpec().findOption("--profile") != null);
        return Stream.concat(
                here,
                command.getSubcommands().entrySet().stream()
                        .flatMap(verb -> askingAws(verb.getValue(), path + " " + verb.getKey())));
    }

    @Test
    void every_verb_that_asks_aws_has_a_policy() {
        assertThat(askingAws(new CommandLine(new Main()), "")
                        .map(verb -> verb.replaceFirst("^add .*", "add"))
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(Permissions.OF_VERBS.keySet());
    }

    @Test
    void only_acceptance_changes_anything() {
        assertThat(Permissions.OF_VERBS.keySet().stream()
                        .flatMap(verb -> Permissions.actions(verb).stream())
                        .filter(action -> !Permissions.isReading(action)))
                .containsExactly("ec2:AcceptVpcEndpointConnections");
    }

    @Test
    void what_can_be_limited_is_limited_to_the_fleets_account() {
        JsonNode policy = policy("diagnose", "--stacks", "stacks");

        assertThat(policy.at("/Version").asString()).isEqualTo("2012-10-17");
        assertThat(policy.at("/Statement/0/Resource").asString()).isEqualTo("*");
        assertThat(policy.at("/Statement")
                        .valueStream()
                        .skip(1)
                        .map(statement -> statement.path("Action").path(0).asString() + " "
                                + statement.path("Resource").asString()))
                .containsExactly(
                        "cloudformation:DescribeStacks arn:aws:cloudformation:*:743289191656:stack/PrivateLink-*/*",
                        // lists of AWS's own, and shared ones, are other accounts'
                        "ec2:GetManagedPrefixListEntries arn:aws:ec2:*:*:prefix-list/*",
                        "ec2:DescribeVpcAttribute arn:aws:ec2:*:743289191656:vpc/*",
                        "route53:ListResourceRecordSets arn:aws:route53:::hostedzone/*");
    }

    @ParameterizedTest
    @CsvSource({
        "us-gov-west-1, arn:aws-us-gov:ec2:us-gov-west-1:*:vpc-endpoint-service/vpce-svc-0123456789abcdef0",
        "cn-north-1, arn:aws-cn:ec2:cn-north-1:*:vpc-endpoint-service/vpce-svc-0123456789abcdef0",
    })
    void a_customer_accepts_at_one_service_alone(String region, String arn) {
        String prefix = region.startsWith("cn") ? "cn.com" : "com";
        JsonNode policy = policy(
                "provider",
                "accept",
                "--service-name",
                "%s.amazonaws.vpce.%s.vpce-svc-0123456789abcdef0".formatted(prefix, region));

        assertThat(policy.at("/Statement/1/Resource").asString()).isEqualTo(arn);
        assertThat(policy("provider", "accept").at("/Statement/1/Resource").asString())
                .isEqualTo("arn:aws:ec2:*:*:vpc-endpoint-service/*");
    }

    @Test
    void a_deployment_is_limited_to_stacks_and_a_role_is_handed_to_cloud_formation_alone() {
        assertThat(policy("deploy", "--kind", "dns", "--stacks", "stacks")
                        .at("/Statement/1/Resource")
                        .asString())
                .isEqualTo("arn:aws:cloudformation:*:743289191656:stack/PrivateLink-Dns-*/*");
        assertThat(policy("deploy", "--role-arn", "arn:aws:iam::743289191656:role/deploy", "--stacks", "stacks")
                        .at("/Statement")
                        .valueStream()
                        .filter(statement ->
                                statement.path("Resource").asString().endsWith("role/deploy")))
                .singleElement()
                .satisfies(statement ->
                        assertThat(statement.path("Condition").toString()).contains("cloudformation.amazonaws.com"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "policy statu | \"statu\" asks AWS for nothing; did you mean \"status\"?",
                "policy validate | \"validate\" asks AWS for nothing; choose from add, adopt, diagnose, init, inventory,",
                "policy | name a verb; choose from add, adopt, diagnose, init, inventory,",
                "policy status --service-name com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0 | --service-name is for",
                "policy deploy --cloudformation --role-arn x | --role-arn is for the CDK CLI's policy",
                "policy deploy --role-arn deploy | \"deploy\" is not the ARN of a role; write it as in arn:aws:iam::",
                "policy deploy --kind vpc | \"vpc\" is not a value of --kind",
            })
    void fails_for_what_needs_no_policy(String line, String words) {
        VerbRun run = VerbRun.of(line.split(" "));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(words);
    }
}
