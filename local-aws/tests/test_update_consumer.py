"""Changes of a consumer's stack, in place and by replacement."""

import unittest
from typing import Any, Dict, List

from .support import REGION, client, template
from .test_update import StacksTest


class ConsumerUpdateTest(StacksTest):
    """A consumer's stack: endpoint, zone, record."""

    def body(self, service: Dict[str, Any], subnets: List[str], groups: List[str], **zone: Any) -> str:
        name = service["ServiceName"]
        endpoint = {"VpcId": self.network, "ServiceName": name, "SubnetIds": subnets, "SecurityGroupIds": groups}
        target = {"Fn::Select": [0, {"Fn::GetAtt": ["Endpoint", "DnsEntries"]}]}
        alias = {
            "HostedZoneId": {"Fn::Select": [0, {"Fn::Split": [":", target]}]},
            "DNSName": {"Fn::Select": [1, {"Fn::Split": [":", target]}]},
        }
        record = {"HostedZoneId": {"Ref": "Zone"}, "Name": "git.acme.example", "Type": "A", "AliasTarget": alias}
        own = {"Name": "git.acme.example", "VPCs": [{"VPCId": self.network, "VPCRegion": REGION}], **zone}
        return template(
            ("Endpoint", "AWS::EC2::VPCEndpoint", {**endpoint, "VpcEndpointType": "Interface"}),
            ("Zone", "AWS::Route53::HostedZone", own),
            ("Record", "AWS::Route53::RecordSet", record),
            Interfaces={"Fn::Join": [",", {"Fn::GetAtt": ["Endpoint", "NetworkInterfaceIds"]}]},
        )

    def setUp(self) -> None:
        super().setUp()
        self.network = self.vpc(self.consumer, "10.9.0.0/16")
        zones = ("euw1-az1", "euw1-az2", "euw1-az3")
        self.subnets = [self.subnet(self.consumer, self.network, f"10.9.{n}.0/24", z) for n, z in enumerate(zones)]
        made = self.ec2(self.consumer).create_security_group
        asked = {"Description": "x", "VpcId": self.network}
        self.groups = [made(GroupName=f"g{number}", **asked)["GroupId"] for number in range(2)]

    def endpoint(self) -> Any:
        return self.ec2(self.consumer).describe_vpc_endpoints()["VpcEndpoints"][0]

    def test_subnets_and_groups_of_an_endpoint_change_in_place(self) -> None:
        service = self.service()
        self.create(self.body(service, self.subnets[:1], self.groups[:1]))
        before, first = self.ids(), self.output("Interfaces")
        self.update(self.body(service, self.subnets[:2], self.groups[1:]))
        self.assertEqual(before, self.ids())
        endpoint = self.endpoint()
        self.assertEqual(sorted(self.subnets[:2]), sorted(endpoint["SubnetIds"]))
        self.assertEqual(self.groups[1:], [group["GroupId"] for group in endpoint["Groups"]])
        self.assertEqual(first, self.output("Interfaces").split(",")[0])
        self.update(self.body(service, self.subnets[1:2], self.groups[1:]))
        self.assertNotIn(first, self.output("Interfaces"))
        interfaces = self.ec2(self.consumer).describe_network_interfaces()["NetworkInterfaces"]
        self.assertEqual(self.output("Interfaces"), interfaces[0]["NetworkInterfaceId"])

    def test_another_service_replaces_the_endpoint_and_the_record_follows(self) -> None:
        one, other = self.service(), self.service()
        self.create(self.body(one, self.subnets[:1], self.groups[:1]))
        before = self.ids()
        self.update(self.body(other, self.subnets[:1], self.groups[:1]))
        after = self.ids()
        self.assertNotEqual(before["Endpoint"], after["Endpoint"])
        self.assertEqual(before["Zone"], after["Zone"])
        found = self.ec2(self.consumer).describe_vpc_endpoints()["VpcEndpoints"]
        self.assertEqual([after["Endpoint"]], [endpoint["VpcEndpointId"] for endpoint in found])
        records = client("route53", self.consumer, REGION).list_resource_record_sets(HostedZoneId=after["Zone"])
        names = [r["AliasTarget"]["DNSName"] for r in records["ResourceRecordSets"] if "AliasTarget" in r]
        self.assertEqual([True], [after["Endpoint"] in name for name in names])

    def test_vpcs_comment_and_tags_of_a_zone_change_in_place(self) -> None:
        service, second = self.service(), self.vpc(self.consumer, "10.8.0.0/16")
        self.create(self.body(service, self.subnets[:1], self.groups[:1]))
        before = self.ids()
        vpcs = [{"VPCId": second, "VPCRegion": REGION}]
        tags = [{"Key": "a", "Value": "1"}]
        changed = {"VPCs": vpcs, "HostedZoneConfig": {"Comment": "moved"}, "HostedZoneTags": tags}
        self.update(self.body(service, self.subnets[:1], self.groups[:1], **changed))
        self.assertEqual(before, self.ids())
        route53 = client("route53", self.consumer, REGION)
        zone = route53.get_hosted_zone(Id=before["Zone"])
        self.assertEqual([second], [vpc["VPCId"] for vpc in zone["VPCs"]])
        self.assertEqual("moved", zone["HostedZone"]["Config"]["Comment"])
        found = route53.list_tags_for_resource(ResourceType="hostedzone", ResourceId=before["Zone"])
        self.assertEqual(tags, found["ResourceTagSet"]["Tags"])

    def test_fails_at_a_zone_that_the_service_lacks_and_the_endpoint_stays_as_it_was(self) -> None:
        service = self.service()
        self.create(self.body(service, self.subnets[:1], self.groups[:1]))
        self.update(self.body(service, self.subnets, self.groups[1:]), expected="UPDATE_ROLLBACK_COMPLETE")
        self.assertEqual(self.subnets[:1], self.endpoint()["SubnetIds"])
        self.update(self.body(service, self.subnets[:2], self.groups[:1]))

    def test_a_route_leads_elsewhere_in_place(self) -> None:
        others = [self.vpc(self.consumer, f"10.{n}.0.0/16", "us-east-1") for n in (20, 21)]
        peer = {"VpcId": self.network, "PeerRegion": "us-east-1"}
        peering = "AWS::EC2::VPCPeeringConnection"

        def body(target: int) -> str:
            to = {"RouteTableId": {"Ref": "Table"}, "DestinationCidrBlock": "10.30.0.0/16"}
            return template(
                *[(f"Peer{n}", peering, {**peer, "PeerVpcId": other}) for n, other in enumerate(others)],
                ("Table", "AWS::EC2::RouteTable", {"VpcId": self.network}),
                ("Route", "AWS::EC2::Route", {**to, "VpcPeeringConnectionId": {"Ref": f"Peer{target}"}}),
            )

        self.create(body(0))
        before = self.ids()
        self.update(body(1))
        self.assertEqual(before, self.ids())
        table = self.ec2(self.consumer).describe_route_tables(RouteTableIds=[before["Table"]])["RouteTables"][0]
        self.assertIn(before["Peer1"], [route.get("VpcPeeringConnectionId") for route in table["Routes"]])

    def test_alarms_and_roles_change_in_place(self) -> None:
        def body(periods: int, policy: str) -> str:
            alarm = {
                "AlarmName": f"a-{self.consumer}",
                "Namespace": "x",
                "MetricName": "y",
                "ComparisonOperator": "GreaterThanThreshold",
                "EvaluationPeriods": periods,
                "Period": "60",
                "Statistic": "Maximum",
                "Threshold": "0.5",
            }
            document: Dict[str, Any] = {"Statement": [{"Effect": "Allow", "Action": "logs:*", "Resource": "*"}]}
            trust: Dict[str, Any] = {
                "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "ec2"}}]
            }
            role = {
                "AssumeRolePolicyDocument": {"Version": "2012-10-17", **trust},
                "Policies": [{"PolicyName": policy, "PolicyDocument": {"Version": "2012-10-17", **document}}],
            }
            return template(("Alarm", "AWS::CloudWatch::Alarm", alarm), ("Role", "AWS::IAM::Role", role))

        self.create(body(3, "one"))
        before = self.ids()
        self.update(body(5, "other"))
        self.assertEqual(before, self.ids())
        alarms = client("cloudwatch", self.consumer, REGION).describe_alarms()["MetricAlarms"]
        self.assertEqual([5], [alarm["EvaluationPeriods"] for alarm in alarms])
        policies = client("iam", self.consumer, REGION).list_role_policies(RoleName=before["Role"])
        self.assertEqual(["other"], policies["PolicyNames"])


if __name__ == "__main__":
    unittest.main()
