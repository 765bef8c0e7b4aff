"""Stacks: what fails them, and what they keep."""

import json
import unittest
from typing import Any, List

from .support import REGION, LocalAwsTest, client, template

VPC = ("Vpc", "AWS::EC2::VPC", {"CidrBlock": "10.5.0.0/20"})


class EngineTest(LocalAwsTest):
    def setUp(self) -> None:
        super().setUp()
        self.stacks = client("cloudformation", self.consumer, REGION)

    def create(self, body: str, name: str = "one") -> str:
        self.stacks.create_stack(StackName=name, TemplateBody=body)
        return self.stacks.describe_stacks(StackName=name)["Stacks"][0]["StackStatus"]

    def own_vpcs(self) -> List[Any]:
        found = self.ec2(self.consumer).describe_vpcs(Filters=[{"Name": "cidr", "Values": ["10.5.0.0/20"]}])
        return found["Vpcs"]

    def test_a_refused_resource_rolls_the_stack_back_and_says_why(self) -> None:
        name = f"com.amazonaws.vpce.{REGION}.vpce-svc-00000000000000000"
        properties = {"ServiceName": name, "VpcId": {"Ref": "Vpc"}, "VpcEndpointType": "Interface"}
        status = self.create(template(VPC, ("Endpoint", "AWS::EC2::VPCEndpoint", properties)))
        self.assertEqual("ROLLBACK_COMPLETE", status)
        events = self.stacks.describe_stack_events(StackName="one")["StackEvents"]
        failed = [event for event in events if event["ResourceStatus"] == "CREATE_FAILED"]
        self.assertEqual(["Endpoint"], [event["LogicalResourceId"] for event in failed])
        self.assertIn("InvalidServiceName", failed[0]["ResourceStatusReason"])
        self.assertEqual([], self.own_vpcs())

    def test_an_output_of_another_region_is_found(self) -> None:
        self.create(template(VPC, VpcId={"Fn::GetAtt": ["Vpc", "VpcId"]}))
        reference = {"Fn::GetStackOutput": {"StackName": "one", "Region": REGION, "OutputName": "VpcId"}}
        far = client("cloudformation", self.consumer, "us-east-1")
        group = ("Logs", "AWS::Logs::LogGroup", {"RetentionInDays": 7})
        far.create_stack(StackName="two", TemplateBody=template(group, Found=reference))
        outputs = far.describe_stacks(StackName="two")["Stacks"][0]["Outputs"]
        self.assertEqual([self.own_vpcs()[0]["VpcId"]], [output["OutputValue"] for output in outputs])

    def test_fails_at_an_output_that_does_not_exist(self) -> None:
        reference = {"Fn::GetStackOutput": {"StackName": "none", "Region": REGION, "OutputName": "VpcId"}}
        table = ("Table", "AWS::EC2::RouteTable", {"VpcId": reference})
        self.assertEqual("ROLLBACK_COMPLETE", self.create(template(table)))

    def test_what_is_retained_outlives_its_stack(self) -> None:
        body = json.loads(template(VPC))
        body["Resources"]["Vpc"]["DeletionPolicy"] = "RetainExceptOnCreate"
        self.create(json.dumps(body))
        self.stacks.delete_stack(StackName="one")
        self.assertEqual(1, len(self.own_vpcs()))

    def test_what_is_not_retained_goes_with_its_stack(self) -> None:
        self.create(template(VPC))
        self.stacks.delete_stack(StackName="one")
        self.assertEqual([], self.own_vpcs())

    def test_an_alarm_is_made_with_its_dimensions(self) -> None:
        properties = {
            "AlarmName": f"unhealthy-{self.consumer}",
            "Namespace": "AWS/NetworkELB",
            "MetricName": "UnHealthyHostCount",
            "Dimensions": [{"Name": "LoadBalancer", "Value": "net/x/1"}],
            "ComparisonOperator": "GreaterThanThreshold",
            "EvaluationPeriods": 3,
            "Period": 60,
            "Statistic": "Maximum",
            "Threshold": 0,
        }
        self.assertEqual("CREATE_COMPLETE", self.create(template(("Alarm", "AWS::CloudWatch::Alarm", properties))))
        alarms = client("cloudwatch", self.consumer, REGION).describe_alarms()["MetricAlarms"]
        self.assertEqual(properties["Dimensions"], alarms[0]["Dimensions"])

    def test_separate_rules_of_a_group_are_made(self) -> None:
        group = {"GroupDescription": "x", "VpcId": {"Ref": "Vpc"}}
        rule = {"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "CidrIp": "10.1.2.3/32"}
        rule["GroupId"] = {"Fn::GetAtt": ["Group", "GroupId"]}
        kind = "AWS::EC2::SecurityGroup"
        body = template(VPC, ("Group", kind, group), ("In", f"{kind}Ingress", rule), ("Out", f"{kind}Egress", rule))
        self.assertEqual("CREATE_COMPLETE", self.create(body))
        vpc = self.own_vpcs()[0]["VpcId"]
        groups = self.ec2(self.consumer).describe_security_groups(Filters=[{"Name": "vpc-id", "Values": [vpc]}])
        made = next(g for g in groups["SecurityGroups"] if g["Description"] == "x")
        self.assertEqual(["10.1.2.3/32"], [r["CidrIp"] for r in made["IpPermissions"][0]["IpRanges"]])
        self.assertIn(443, [p.get("FromPort") for p in made["IpPermissionsEgress"]])


if __name__ == "__main__":
    unittest.main()
