"""Parameters, rules and conditions of a template."""

import json
import unittest
from typing import Any, Dict, List

from .provider_template import provider
from .support import REGION, client
from .test_update import StacksTest

Parameters = List[Dict[str, Any]]


class ParametersTest(StacksTest):
    def setUp(self) -> None:
        super().setUp()
        self.network = self.vpc(self.consumer)
        zones = ("euw1-az1", "euw1-az2")
        self.subnets = [self.subnet(self.consumer, self.network, f"10.1.{n}.0/24", z) for n, z in enumerate(zones)]
        self.body = json.dumps(provider())

    def given(self, **changed: Any) -> Parameters:
        values = {
            "Vpc": self.network,
            "Subnets": ", ".join(self.subnets),
            "Hostname": "git.acme.example",
            "Integration": "Database",
            "Target1": "10.1.0.4",
            **changed,
        }
        return [{"ParameterKey": key, "ParameterValue": v} for key, v in values.items() if v is not None]

    def deploy(self, **changed: Any) -> None:
        self.create(self.body, Parameters=self.given(**changed))

    def targets(self) -> List[Any]:
        elb = client("elbv2", self.consumer, REGION)
        health = elb.describe_target_health(TargetGroupArn=self.ids()["Group443"])["TargetHealthDescriptions"]
        return sorted((entry["Target"]["Id"], entry["Target"].get("AvailabilityZone")) for entry in health)

    def test_only_what_is_given_is_made(self) -> None:
        self.deploy(Target5="10.1.0.5")
        self.assertEqual([("10.1.0.4", None), ("10.1.0.5", None)], self.targets())
        self.assertIn("Plain", self.ids())
        outputs = {output["OutputKey"]: output["OutputValue"] for output in self.stack("one")["Outputs"]}
        handoff = json.loads(outputs["Handoff"])
        self.assertEqual(f"com.amazonaws.vpce.{REGION}.{self.ids()['Service']}", handoff["service"])
        self.assertEqual("git", handoff["first"])
        self.assertEqual("${NotReplaced} aws", outputs["Literal"])
        self.assertEqual("10.0.0.0/27 10.0.0.32/27", outputs["Blocks"])
        self.assertNotIn("Path", outputs)
        shown = {entry["ParameterKey"]: entry["ParameterValue"] for entry in self.stack("one")["Parameters"]}
        self.assertEqual(["443", ", ".join(self.subnets)], [shown["Port"], shown["Subnets"]])

    def test_everything_that_is_given_is_made(self) -> None:
        every = {f"Target{number}": f"192.168.0.{number}" for number in range(1, 9)}
        chosen = {"Outside": "true", "HealthCheckPath": "/status", "Integration": "GitHub", "Port": "8443"}
        self.deploy(**every, **chosen, SupportedRegions="eu-central-1,us-east-1")
        self.assertEqual([(f"192.168.0.{number}", "all") for number in range(1, 9)], self.targets())
        self.assertEqual("https://git.acme.example:8443/status", self.output("Path"))
        self.assertNotIn("Plain", self.ids())
        group = client("elbv2", self.consumer, REGION).describe_target_groups()["TargetGroups"][0]
        shown = [group[name] for name in ("HealthCheckProtocol", "HealthCheckPath", "Port")]
        self.assertEqual(["HTTPS", "/status", 8443], shown)

    def test_an_update_keeps_the_values_that_it_is_told_to_keep(self) -> None:
        self.deploy()
        kept = [{"ParameterKey": e["ParameterKey"], "UsePreviousValue": True} for e in self.stack("one")["Parameters"]]
        changed = [e for e in kept if e["ParameterKey"] not in ("Target2", "HealthCheckPath")]
        changed += [{"ParameterKey": "Target2", "ParameterValue": "10.1.0.9"}]
        changed += [{"ParameterKey": "HealthCheckPath", "ParameterValue": "/status"}]
        before = self.ids()
        self.stacks.update_stack(StackName="one", UsePreviousTemplate=True, Parameters=changed)
        self.assertEqual("UPDATE_COMPLETE", self.status("one"))
        self.assertEqual(["10.1.0.4", "10.1.0.9"], [target for target, _ in self.targets()])
        self.assertEqual({name: i for name, i in before.items() if name != "Plain"}, self.ids())
        update = self.stacks.update_stack
        again = {"StackName": "one", "UsePreviousTemplate": True, "Parameters": kept}
        self.refused("ValidationError", "No updates", update, **again)

    def test_fails_at_a_value_that_its_constraints_refuse(self) -> None:
        elsewhere = self.vpc(self.consumer, "10.2.0.0/16")
        foreign = self.subnet(self.consumer, elsewhere, "10.2.0.0/24", "euw1-az1")
        cases: List[Any] = [
            ({"Port": "0"}, "Parameter 'Port' must be a number not less than 1"),
            ({"Port": "70000"}, "Parameter 'Port' must be a number not greater than 65535"),
            ({"Port": "https"}, "Parameter 'Port' must be a number"),
            ({"Hostname": "a.b"}, "Parameter Hostname failed to satisfy constraint: must be a hostname such as"),
            ({"Hostname": "x" * 21}, "Parameter Hostname failed to satisfy constraint"),
            ({"Hostname": "UPPER.example"}, "Parameter Hostname failed to satisfy constraint"),
            ({"Integration": "GitLab"}, "Parameter 'Integration' must be one of AllowedValues [GitHub, Database]"),
            ({"Target2": "10.1.0.4 or so"}, "Parameter 'Target2' must match pattern"),
            ({"Hostname": None, "Vpc": None}, "Parameters: [Vpc, Hostname] must have values"),
            ({"Colour": "red"}, "Parameters: [Colour] do not exist in the template"),
            ({"Vpc": "vpc-0"}, "parameter value vpc-0 for parameter name Vpc does not exist"),
            ({"Subnets": f"{self.subnets[0]},subnet-1"}, "parameter value subnet-1 for parameter name Subnets"),
            ({"Target1": ""}, "Rule 'ATarget' failed: give at least one target"),
            ({"Subnets": f"{self.subnets[0]},{foreign}"}, "Rule 'OwnSubnets' failed: the subnets must be in the VPC"),
            ({"Integration": "GitHub"}, "Rule 'GitHubIsChecked' failed: GitHub needs the path of its health check"),
        ]
        for changed, words in cases:
            with self.subTest(words):
                asked = {"StackName": "one", "TemplateBody": self.body, "Parameters": self.given(**changed)}
                self.refused("ValidationError", words, self.stacks.create_stack, **asked)
        self.refused("ValidationError", "does not exist", self.stacks.describe_stacks, StackName="one")
        groups = self.ec2(self.consumer).describe_security_groups()["SecurityGroups"]
        self.assertEqual(["default"], sorted({group["GroupName"] for group in groups}))

    def test_fails_at_functions_that_rules_do_not_know(self) -> None:
        for function in ({"Fn::If": ["HasPath", True, False]}, {"Condition": "HasPath"}):
            with self.subTest(str(function)):
                changed = {**provider(), "Rules": {"Wrong": {"Assertions": [{"Assert": function}]}}}
                asked = {"StackName": "one", "TemplateBody": json.dumps(changed), "Parameters": self.given()}
                self.refused("ValidationError", "cannot be used within Rules", self.stacks.create_stack, **asked)

    def test_a_template_is_validated_without_values(self) -> None:
        found = self.stacks.validate_template(TemplateBody=self.body)["Parameters"]
        self.assertEqual(sorted(provider()["Parameters"]), sorted(entry["ParameterKey"] for entry in found))
        self.assertIn({"ParameterKey": "Port", "DefaultValue": "443", "NoEcho": False, "Description": ""}, found)

    def test_short_forms_of_yaml_are_read_by_their_full_names(self) -> None:
        body = """
            AWSTemplateFormatVersion: 2010-09-09
            Parameters: {Port: {Type: String, Default: ''}, Names: {Type: CommaDelimitedList, Default: 'a,b'}}
            Conditions:
              HasPort: !Not [!Equals [!Ref Port, '']]
              HasNone: !Not [!Condition HasPort]
            Resources:
              Topic: {Type: AWS::SNS::Topic, Condition: HasNone, Properties: {DisplayName: !Join ['-', !Ref Names]}}
            Outputs:
              Name: {Value: !GetAtt Topic.TopicName}
              Chosen:
                Value: !If [HasPort, !Ref Port, !Sub ['${AWS::Region} ${Last}', {Last: !Select [1, !Ref Names]}]]
        """
        self.create(body)
        self.assertEqual(f"{REGION} b", self.output("Chosen"))
        self.assertEqual(self.ids()["Topic"].split(":")[-1], self.output("Name"))

    def test_fails_at_yaml_that_cloudformation_does_not_read(self) -> None:
        for body in ("Resources: {A: &a {Type: AWS::SNS::Topic}, B: *a}", "Resources: {"):
            with self.subTest(body):
                create = self.stacks.validate_template
                self.refused("ValidationError", "Template format error", create, TemplateBody=body)

    def test_fails_at_a_template_that_refers_to_nothing(self) -> None:
        nowhere = {"Type": "AWS::EC2::RouteTable", "Properties": {"VpcId": {"Fn::Sub": "${Nowhere}"}}}
        unknown = {"Type": "AWS::EC2::VPC", "Condition": "Never", "Properties": {}}
        cases: List[Any] = [
            ({"Resources": {"Table": nowhere}}, "Unresolved resource dependencies [Nowhere] in the Resources block"),
            ({"Resources": {"Vpc": unknown}}, "Unresolved condition dependency Never"),
            ({"Resources": {}}, "At least one Resources member must be defined"),
            ({"Resources": {"A": {"Type": "AWS::EC2::VPC"}}, "Recources": {}}, "Invalid template property"),
        ]
        for body, words in cases:
            with self.subTest(words):
                text = json.dumps(body)
                self.refused("ValidationError", words, self.stacks.validate_template, TemplateBody=text)
                create = self.stacks.create_stack
                self.refused("ValidationError", words, create, StackName="one", TemplateBody=text)


if __name__ == "__main__":
    unittest.main()
