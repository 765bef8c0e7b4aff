"""The stand-in for the AWS CLI: what it takes, what it refuses, and how it ends."""

import subprocess
import unittest
from typing import Any

REGION = ("--region", "eu-west-1")


def aws(*words: str) -> Any:
    """A command line, as a shell hands it over."""
    return subprocess.run(["aws", *words], capture_output=True, text=True, check=False)


def said(*words: str) -> str:
    """The text that a command ends well with."""
    done = aws(*words, *REGION, "--output", "text")
    assert done.returncode == 0, done.stderr
    return str(done.stdout).strip()


class CliTest(unittest.TestCase):
    def refuses(self, code: int, text: str, *words: str) -> None:
        done = aws(*words, *REGION)
        self.assertEqual((code, ""), (done.returncode, done.stdout))
        self.assertIn(text, done.stderr)

    def test_switches_shorthand_and_the_options_for_one_rule(self) -> None:
        vpc = said("ec2", "create-vpc", "--cidr-block", "10.71.0.0/16", "--query", "Vpc.VpcId")
        said("ec2", "modify-vpc-attribute", "--vpc-id", vpc, "--enable-dns-hostnames", "Value=true")
        found = (
            "ec2",
            "describe-vpcs",
            "--filters",
            "Name=cidr,Values=10.71.0.0/16,10.72.0.0/16",
            "Name=state,Values=available",
        )
        self.assertEqual(f"{vpc}\t10.71.0.0/16", said(*found, "--query", "Vpcs[].[VpcId,CidrBlock]"))
        made = ("ec2", "create-security-group", "--group-name", "g", "--description", "two words", "--vpc-id", vpc)
        group = said(*made, "--query", "GroupId")
        rule = ("--group-id", group, "--protocol", "tcp", "--port", "443", "--cidr", "10.71.1.0/24")
        said("ec2", "authorize-security-group-ingress", *rule)
        rules = "SecurityGroups[0].IpPermissions[].[FromPort,IpRanges[0].CidrIp]"
        self.assertEqual(
            "443\t10.71.1.0/24", said("ec2", "describe-security-groups", "--group-ids", group, "--query", rules)
        )

    def test_a_stack_with_a_list_as_a_parameter_is_created_and_waited_for(self) -> None:
        body = '{"Parameters": {"A": {"Type": "CommaDelimitedList"}}, "Resources": {"T": {"Type": "AWS::SNS::Topic"}}}'
        name = ("--stack-name", "of-the-cli")
        values = ("--parameters", 'ParameterKey=A,ParameterValue="a,b"')
        said("cloudformation", "create-stack", *name, "--template-body", body, *values)
        said("cloudformation", "wait", "stack-create-complete", *name)
        given = "Stacks[].Parameters[].ParameterValue"
        self.assertEqual("a,b", said("cloudformation", "describe-stacks", *name, "--query", given))
        said("cloudformation", "update-termination-protection", "--enable-termination-protection", *name)
        self.refuses(254, "(ValidationError) when calling the DeleteStack", "cloudformation", "delete-stack", *name)
        said("cloudformation", "update-termination-protection", "--no-enable-termination-protection", *name)
        said("cloudformation", "delete-stack", *name)
        said("cloudformation", "wait", "stack-delete-complete", *name)

    def test_a_number_with_a_fraction_is_taken(self) -> None:
        quota = ("--service-code", "vpc", "--quota-code", "L-F678F1CE", "--desired-value", "12")
        asked = ("service-quotas", "request-service-quota-increase", *quota)
        self.assertEqual("12.0", said(*asked, "--query", "RequestedQuota.DesiredValue"))

    def test_global_options_stand_before_the_operation_too(self) -> None:
        found = aws("--output", "text", *REGION, "--no-cli-pager", "ec2", "describe-vpcs", "--query", "length(Vpcs)")
        self.assertEqual((0, ""), (found.returncode, found.stderr))
        self.assertEqual(1, len(found.stdout.splitlines()))

    def test_deploy_needs_its_file_and_refuses_what_it_does_not_know(self) -> None:
        self.refuses(252, "deploy needs --template-file", "cloudformation", "deploy", "--stack-name", "a")
        words = ("--stack-name", "a", "--template-file", "/dev/null", "--s3-bucket", "b")
        self.refuses(252, "s3-bucket", "cloudformation", "deploy", *words)

    def test_what_the_aws_cli_refuses_is_refused(self) -> None:
        self.refuses(252, "Invalid choice: launch-vpc", "ec2", "launch-vpc")
        self.refuses(252, "Invalid choice: network", "network", "create-vpc")
        self.refuses(252, "Unknown options: --vpc", "ec2", "create-subnet", "--vpc", "vpc-1")
        self.refuses(252, "arguments are required: --vpc-id", "ec2", "create-subnet", "--cidr-block", "10.0.0.0/24")
        self.refuses(252, "'Nam'", "ec2", "describe-vpcs", "--filters", "Nam=cidr,Values=10.0.0.0/16")
        self.refuses(252, "more", "ec2", "describe-vpcs", "--dry-run", "more")
