"""Faults on request, and what is left of a stack after one."""

import os
import threading
import time
import unittest
from pathlib import Path
from typing import Any, List

from botocore.exceptions import ClientError

from .support import REGION, client, template, told
from .test_update import VPC, StacksTest

FAULTS = Path(os.environ["LOCAL_AWS_FAULTS"])
TABLE = ("Table", "AWS::EC2::RouteTable", {"VpcId": {"Ref": "Vpc"}})


class FaultsTest(StacksTest):
    def setUp(self) -> None:
        super().setUp()
        self.addCleanup(self.faults)

    def faults(self, *lines: str) -> None:
        FAULTS.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")

    def left(self) -> List[str]:
        return FAULTS.read_text(encoding="utf-8").splitlines()

    def own_vpcs(self) -> List[str]:
        found = self.ec2(self.consumer).describe_vpcs()["Vpcs"]
        return sorted(vpc["CidrBlock"] for vpc in found if not vpc["IsDefault"])

    def test_a_creation_that_fails_is_rolled_back_and_the_next_one_succeeds(self) -> None:
        body = template(VPC, TABLE)
        for fault in ("Table", "AWS::EC2::RouteTable", "one/Table"):
            with self.subTest(fault):
                self.faults(f"fail create {fault}", "fail create other/Table")
                self.stacks.create_stack(StackName="one", TemplateBody=body)
                self.assertEqual("ROLLBACK_COMPLETE", self.status("one"))
                self.assertIn("InternalFailure", told(self.stacks, "one")[0][2])
                self.assertEqual([], self.own_vpcs())
                self.assertEqual(["fail create other/Table"], self.left())
                update = self.stacks.update_stack
                reason = "is in ROLLBACK_COMPLETE state and can not be updated"
                self.refused("ValidationError", reason, update, StackName="one", TemplateBody=body)
                self.stacks.delete_stack(StackName="one")
        self.create(body)

    def test_a_protected_load_balancer_withstands_the_rollback(self) -> None:
        vpc = self.vpc(self.consumer)
        subnets = [self.subnet(self.consumer, vpc, f"10.1.{n}.0/24", f"euw1-az{n}") for n in (1, 2)]
        protected = [{"Key": "deletion_protection.enabled", "Value": "true"}]
        nlb = {"Type": "network", "Scheme": "internal", "Subnets": subnets, "LoadBalancerAttributes": protected}
        body = template(
            ("Nlb", "AWS::ElasticLoadBalancingV2::LoadBalancer", nlb),
            ("Service", "AWS::EC2::VPCEndpointService", {"NetworkLoadBalancerArns": [{"Ref": "Nlb"}]}),
        )
        self.faults("fail create Service")
        self.stacks.create_stack(StackName="one", TemplateBody=body)
        self.assertEqual("ROLLBACK_FAILED", self.status("one"))
        self.stacks.delete_stack(StackName="one")
        self.assertEqual("DELETE_FAILED", self.status("one"))
        self.stacks.delete_stack(StackName="one", RetainResources=["Nlb"])
        self.refused("ValidationError", "does not exist", self.stacks.describe_stacks, StackName="one")
        self.assertEqual(1, len(client("elbv2", self.consumer, REGION).describe_load_balancers()["LoadBalancers"]))

    def test_an_update_that_fails_puts_everything_back(self) -> None:
        def body(name: str, cidr: str, *more: Any) -> str:
            tags = [{"Key": "Name", "Value": name}]
            return template(
                ("Vpc", "AWS::EC2::VPC", {"CidrBlock": "10.5.0.0/20", "Tags": tags}),
                ("Other", "AWS::EC2::VPC", {"CidrBlock": cidr}),
                ("Logs", "AWS::Logs::LogGroup", {"RetentionInDays": 7}),
                *more,
                Id={"Ref": "Other"},
            )

        self.create(body("old", "10.6.0.0/20"))
        before, output = self.ids(), self.output("Id")
        third = ("Third", "AWS::EC2::VPC", {"CidrBlock": "10.8.0.0/20"})
        last = ("Last", "AWS::EC2::RouteTable", {"VpcId": {"Ref": "Third"}})
        self.faults("fail create Last")
        self.update(body("new", "10.7.0.0/20", third, last), expected="UPDATE_ROLLBACK_COMPLETE")
        self.assertEqual([before, output], [self.ids(), self.output("Id")])
        self.assertEqual(["10.5.0.0/20", "10.6.0.0/20"], self.own_vpcs())
        vpc = self.ec2(self.consumer).describe_vpcs(VpcIds=[before["Vpc"]])["Vpcs"][0]
        self.assertEqual([{"Key": "Name", "Value": "old"}], vpc["Tags"])
        self.assertIn(("Last", "CREATE_FAILED"), self.events())
        reasons = [event.get("ResourceStatusReason", "") for event in self.stack_events("UPDATE_ROLLBACK_IN_PROGRESS")]
        self.assertEqual(["The following resource(s) failed to create: [Last]."], reasons)
        self.assertIn("10.6.0.0/20", str(self.stacks.get_template(StackName="one")["TemplateBody"]))

        self.update(body("new", "10.7.0.0/20", third, last))
        self.assertEqual(["10.5.0.0/20", "10.7.0.0/20", "10.8.0.0/20"], self.own_vpcs())

    def stack_events(self, status: str) -> List[Any]:
        events = self.stacks.describe_stack_events(StackName="one")["StackEvents"]
        return [event for event in events if event["ResourceStatus"] == status]

    def test_a_change_in_place_that_fails_is_put_back_too(self) -> None:
        def body(days: int, cidr: str) -> str:
            rule = {"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "CidrIp": cidr}
            group = {"GroupDescription": "x", "VpcId": {"Ref": "Vpc"}, "SecurityGroupIngress": [rule]}
            logs = ("Logs", "AWS::Logs::LogGroup", {"RetentionInDays": days})
            return template(VPC, logs, ("Group", "AWS::EC2::SecurityGroup", group))

        self.create(body(7, "10.1.2.3/32"))
        self.faults("fail update AWS::EC2::SecurityGroup")
        self.update(body(30, "10.1.2.4/32"), expected="UPDATE_ROLLBACK_COMPLETE")
        groups = client("logs", self.consumer, REGION).describe_log_groups()["logGroups"]
        self.assertEqual([7], [group["retentionInDays"] for group in groups])
        self.assertEqual(["10.1.2.3/32"], self.cidrs())
        self.update(body(30, "10.1.2.4/32"))
        self.assertEqual(["10.1.2.4/32"], self.cidrs())

    def cidrs(self) -> List[str]:
        group = self.ec2(self.consumer).describe_security_groups(GroupIds=[self.ids()["Group"]])["SecurityGroups"][0]
        return [entry["CidrIp"] for entry in group["IpPermissions"][0]["IpRanges"]]

    def test_what_cannot_be_removed_stays_in_the_stack(self) -> None:
        self.create(template(VPC, TABLE))
        self.faults("fail delete Vpc")
        self.stacks.delete_stack(StackName="one")
        self.assertEqual("DELETE_FAILED", self.status("one"))
        self.assertEqual(["Vpc"], sorted(self.ids()))
        self.stacks.delete_stack(StackName="one")
        self.assertEqual([], self.own_vpcs())

    def test_a_throttled_output_fails_the_stack_and_the_next_attempt_succeeds(self) -> None:
        self.create(template(VPC, Id={"Ref": "Vpc"}))
        reference = {"Fn::GetStackOutput": {"StackName": "one", "OutputName": "Id"}}
        body = template(("Table", "AWS::EC2::RouteTable", {"VpcId": reference}))
        self.faults("throttle Fn::GetStackOutput")
        self.stacks.create_stack(StackName="two", TemplateBody=body)
        self.assertEqual("ROLLBACK_COMPLETE", self.status("two"))
        self.assertIn("Rate exceeded", told(self.stacks, "two")[0][2])
        self.stacks.delete_stack(StackName="two")
        self.create(body, "two")

    def test_throttled_calls_are_refused_as_often_as_wanted_but_not_those_of_stacks(self) -> None:
        self.faults("throttle DescribeVpcs 2", "throttle DescribeStacks", "throttle DescribeVpcEndpoints")
        self.stacks.create_stack(StackName="one", TemplateBody=template(VPC))
        with self.assertRaises(ClientError) as caught:
            client("cloudformation", self.consumer, REGION, retries=False).describe_stacks(StackName="one")
        self.assertEqual("Throttling", caught.exception.response["Error"]["Code"])
        ec2 = client("ec2", self.consumer, REGION, retries=False)
        for _ in range(2):
            with self.assertRaises(ClientError) as caught:
                ec2.describe_vpcs()
            self.assertEqual("RequestLimitExceeded", caught.exception.response["Error"]["Code"])
        ec2.describe_vpcs()
        self.assertEqual(["throttle DescribeVpcEndpoints"], self.left())
        # an SDK that repeats its calls does not notice
        self.assertEqual([], self.ec2(self.consumer).describe_vpc_endpoints()["VpcEndpoints"])
        self.assertEqual([], self.left())

    def test_a_step_is_held_until_its_line_is_taken_away(self) -> None:
        self.faults("hold create Table")
        started = threading.Thread(target=self.create, args=(template(VPC, TABLE),))
        started.start()
        until = time.monotonic() + 20
        while time.monotonic() < until and ("Table", "CREATE_IN_PROGRESS") not in self.safe_events():
            time.sleep(0.05)
        self.assertEqual("CREATE_IN_PROGRESS", self.status("one"))
        self.assertNotIn(("Table", "CREATE_COMPLETE"), self.events())
        update = self.stacks.update_stack
        self.refused("ValidationError", "IN_PROGRESS", update, StackName="one", TemplateBody=template(VPC))
        self.faults()
        started.join()
        self.assertIn(("Table", "CREATE_COMPLETE"), self.events())

    def safe_events(self) -> List[Any]:
        try:
            return self.events()
        except ClientError:
            return []

    def test_a_denied_region_refuses_everything_but_what_has_no_region(self) -> None:
        self.faults(f"deny {REGION}")
        deny = "with an explicit deny in a service control policy"
        self.refused("UnauthorizedOperation", f"ec2:DescribeVpcs {deny}", self.ec2(self.consumer).describe_vpcs)
        self.refused("AccessDenied", f"cloudformation:DescribeStacks {deny}", self.stacks.describe_stacks)
        resolver = client("route53resolver", self.consumer, REGION)
        self.refused("AccessDeniedException", deny, resolver.list_resolver_rules)
        self.assertEqual([], client("route53", self.consumer, REGION).list_hosted_zones()["HostedZones"])
        self.assertTrue(client("sts", self.consumer, REGION).get_caller_identity()["Account"])
        self.ec2(self.consumer, "us-west-2").describe_vpcs()
        self.assertEqual([f"deny {REGION}"], self.left())

    def test_a_denied_region_fails_a_resource_that_needs_it(self) -> None:
        peer = self.vpc(self.consumer, "10.9.0.0/16", "us-west-2")
        peering = {"VpcId": {"Ref": "Vpc"}, "PeerVpcId": peer, "PeerRegion": "us-west-2"}
        self.faults("deny us-west-2")
        body = template(VPC, ("Peering", "AWS::EC2::VPCPeeringConnection", peering))
        self.stacks.create_stack(StackName="one", TemplateBody=body)
        self.assertEqual("ROLLBACK_COMPLETE", self.status("one"))
        self.assertIn("explicit deny in a service control policy", told(self.stacks, "one")[0][2])


if __name__ == "__main__":
    unittest.main()
