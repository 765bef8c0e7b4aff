"""Stacks that change: in place, by replacement, or not at all."""

import json
import unittest
from typing import Any, Dict, List

from .support import REGION, LocalAwsTest, client, template, told

VPC = ("Vpc", "AWS::EC2::VPC", {"CidrBlock": "10.5.0.0/20"})
GROUP = "AWS::EC2::SecurityGroup"
COMPLETE = "UPDATE_COMPLETE"


def rule(port: int, cidr: str = "10.1.2.3/32", **more: str) -> Dict[str, Any]:
    return {"IpProtocol": "tcp", "FromPort": port, "ToPort": port, "CidrIp": cidr, **more}


class StacksTest(LocalAwsTest):
    """Tests with a stack of the consumer's."""

    def setUp(self) -> None:
        super().setUp()
        self.stacks = client("cloudformation", self.consumer, REGION)

    def create(self, body: str, name: str = "one", **options: Any) -> None:
        self.stacks.create_stack(StackName=name, TemplateBody=body, **options)
        self.assertEqual("CREATE_COMPLETE", self.status(name), told(self.stacks, name))

    def update(self, body: str, name: str = "one", expected: str = COMPLETE, **options: Any) -> None:
        self.stacks.update_stack(StackName=name, TemplateBody=body, **options)
        self.assertEqual(expected, self.status(name), told(self.stacks, name))

    def status(self, name: str) -> str:
        return str(self.stack(name)["StackStatus"])

    def stack(self, name: str) -> Any:
        return self.stacks.describe_stacks(StackName=name)["Stacks"][0]

    def output(self, key: str, name: str = "one") -> str:
        return str(next(o["OutputValue"] for o in self.stack(name)["Outputs"] if o["OutputKey"] == key))

    def ids(self, name: str = "one") -> Dict[str, str]:
        found = self.stacks.describe_stack_resources(StackName=name)["StackResources"]
        return {entry["LogicalResourceId"]: entry["PhysicalResourceId"] for entry in found}

    def events(self, name: str = "one") -> List[Any]:
        events = self.stacks.describe_stack_events(StackName=name)["StackEvents"][::-1]
        return [(event["LogicalResourceId"], event["ResourceStatus"]) for event in events]


class UpdateTest(StacksTest):
    def group(self, ingress: List[Any], *more: Any, **properties: Any) -> str:
        given = {"GroupDescription": "x", "VpcId": {"Ref": "Vpc"}, "SecurityGroupIngress": ingress, **properties}
        return template(VPC, ("Group", GROUP, given), *more)

    def ports(self, egress: bool = False) -> List[Any]:
        found = self.ec2(self.consumer).describe_security_groups(GroupIds=[self.ids()["Group"]])["SecurityGroups"][0]
        rules = found["IpPermissionsEgress" if egress else "IpPermissions"]
        return sorted((r.get("FromPort", -1), i["CidrIp"]) for r in rules for i in r["IpRanges"])

    def test_rules_of_a_group_come_and_go_in_place(self) -> None:
        self.create(self.group([rule(443), rule(80)]))
        before = self.ids()
        self.assertEqual([(-1, "0.0.0.0/0")], self.ports(egress=True))
        self.update(self.group([rule(443), rule(22, "10.9.0.0/16")], SecurityGroupEgress=[rule(443)]))
        self.assertEqual(before, self.ids())
        self.assertEqual([(22, "10.9.0.0/16"), (443, "10.1.2.3/32")], self.ports())
        self.assertEqual([(443, "10.1.2.3/32")], self.ports(egress=True))
        self.update(self.group([rule(443)]))
        self.assertEqual([(-1, "0.0.0.0/0")], self.ports(egress=True))

    def test_a_separate_rule_is_described_in_place_and_replaced_for_another_port(self) -> None:
        def body(port: int, words: str) -> str:
            given = rule(port, Description=words)
            return template(
                VPC,
                ("Group", GROUP, {"GroupDescription": "x", "VpcId": {"Ref": "Vpc"}}),
                ("In", f"{GROUP}Ingress", {**given, "GroupId": {"Fn::GetAtt": "Group.GroupId"}}),
                ("Out", f"{GROUP}Egress", {**given, "GroupId": {"Fn::GetAtt": "Group.GroupId"}}),
            )

        self.create(body(443, "one"))
        self.update(body(443, "other"))
        self.update(body(8443, "other"))
        self.assertEqual([(8443, "10.1.2.3/32")], self.ports())
        self.assertEqual([(-1, "0.0.0.0/0"), (8443, "10.1.2.3/32")], self.ports(egress=True))

    def test_fails_at_an_update_that_changes_nothing(self) -> None:
        body = self.group([rule(443)])
        self.create(body)
        update = self.stacks.update_stack
        self.refused("ValidationError", "No updates are to be performed.", update, StackName="one", TemplateBody=body)
        described = json.dumps({**json.loads(body), "Description": "other words"})
        self.refused("ValidationError", "No updates", update, StackName="one", TemplateBody=described)
        self.refused("ValidationError", "No updates", update, StackName="one", UsePreviousTemplate=True)
        self.assertEqual("CREATE_COMPLETE", self.status("one"))

    def test_every_event_has_a_time_of_its_own(self) -> None:
        self.create(self.group([rule(443)]))
        times = [event["Timestamp"] for event in self.stacks.describe_stack_events(StackName="one")["StackEvents"]]
        self.assertEqual(sorted(set(times), reverse=True), times)

    def test_tags_change_alone(self) -> None:
        def body(tags: Dict[str, str]) -> str:
            given = {"CidrBlock": "10.5.0.0/20", "Tags": [{"Key": k, "Value": v} for k, v in tags.items()]}
            return template(("Vpc", "AWS::EC2::VPC", given))

        self.create(body({"a": "1", "b": "2"}))
        before = self.ids()
        self.update(body({"b": "3", "c": "4"}), Tags=[{"Key": "of", "Value": "the stack"}])
        self.assertEqual(before, self.ids())
        found = self.ec2(self.consumer).describe_vpcs(VpcIds=[before["Vpc"]])["Vpcs"][0]["Tags"]
        self.assertEqual({"b": "3", "c": "4", "of": "the stack"}, {tag["Key"]: tag["Value"] for tag in found})

    def test_a_replacement_moves_what_refers_to_it_and_then_goes(self) -> None:
        def body(cidr: str, **policy: str) -> str:
            table = ("Table", "AWS::EC2::RouteTable", {"VpcId": {"Ref": "Vpc"}})
            made = json.loads(template(("Vpc", "AWS::EC2::VPC", {"CidrBlock": cidr}), table, Id={"Ref": "Vpc"}))
            made["Resources"]["Vpc"].update(policy)
            return json.dumps(made)

        self.create(body("10.5.0.0/20"))
        before = self.ids()
        self.update(body("10.6.0.0/20"))
        after = self.ids()
        self.assertNotEqual(before["Vpc"], after["Vpc"])
        self.assertEqual(after["Vpc"], self.output("Id"))
        tables = self.ec2(self.consumer).describe_route_tables(RouteTableIds=[after["Table"]])["RouteTables"]
        self.assertEqual(after["Vpc"], tables[0]["VpcId"])
        self.assertEqual(["10.6.0.0/20"], self.cidrs())
        self.update(body("10.7.0.0/20", UpdateReplacePolicy="Retain"))
        self.assertEqual(["10.6.0.0/20", "10.7.0.0/20"], self.cidrs())

    def cidrs(self) -> List[str]:
        found = self.ec2(self.consumer).describe_vpcs()["Vpcs"]
        return sorted(vpc["CidrBlock"] for vpc in found if not vpc["IsDefault"])

    def test_what_is_taken_out_goes_unless_it_is_retained(self) -> None:
        def body(*cidrs: str) -> str:
            kept = {"Type": "AWS::EC2::VPC", "DeletionPolicy": "RetainExceptOnCreate"}
            resources: Dict[str, Any] = {"Logs": {"Type": "AWS::Logs::LogGroup"}}
            for number, cidr in enumerate(cidrs):
                resources[f"Vpc{number}"] = {**(kept if number else {"Type": "AWS::EC2::VPC"})}
                resources[f"Vpc{number}"]["Properties"] = {"CidrBlock": cidr}
            return json.dumps({"Resources": resources})

        self.create(body("10.5.0.0/20", "10.6.0.0/20"))
        self.update(body())
        self.assertEqual(["10.6.0.0/20"], self.cidrs())
        self.assertIn(("Vpc1", "DELETE_SKIPPED"), self.events())
        self.assertEqual(["Logs"], sorted(self.ids()))

    def test_fails_at_another_type_under_the_same_logical_id(self) -> None:
        self.create(template(VPC))
        other = template(("Vpc", "AWS::Logs::LogGroup", {}))
        update = self.stacks.update_stack
        self.refused("ValidationError", "resource type", update, StackName="one", TemplateBody=other)

    def test_an_untouched_stack_is_not_told_of_another_stacks_new_output(self) -> None:
        def first(cidr: str) -> str:
            return template(("Vpc", "AWS::EC2::VPC", {"CidrBlock": cidr}), Id={"Ref": "Vpc"})

        reference = {"Fn::GetStackOutput": {"StackName": "one", "OutputName": "Id"}}
        second = template(("Table", "AWS::EC2::RouteTable", {"VpcId": reference}))
        self.create(first("10.5.0.0/20"))
        self.create(second, "two")
        self.update(json.dumps({**json.loads(first("10.5.0.0/20")), "Outputs": {"Id": {"Value": "vpc-1"}}}))
        update = self.stacks.update_stack
        self.refused("ValidationError", "No updates", update, StackName="two", TemplateBody=second)

    def test_dns_attributes_routes_and_retention_change_in_place(self) -> None:
        def body(dns: str, days: int, *more: Any) -> str:
            vpc = ("Vpc", "AWS::EC2::VPC", {"CidrBlock": "10.5.0.0/20", "EnableDnsHostnames": dns})
            return template(vpc, ("Logs", "AWS::Logs::LogGroup", {"RetentionInDays": days}), *more)

        self.create(body("false", 7))
        before = self.ids()
        self.update(body("true", 30))
        self.assertEqual(before, self.ids())
        asked = {"VpcId": before["Vpc"], "Attribute": "enableDnsHostnames"}
        self.assertTrue(self.ec2(self.consumer).describe_vpc_attribute(**asked)["EnableDnsHostnames"]["Value"])
        groups = client("logs", self.consumer, REGION).describe_log_groups()["logGroups"]
        self.assertEqual([30], [group["retentionInDays"] for group in groups])


if __name__ == "__main__":
    unittest.main()
