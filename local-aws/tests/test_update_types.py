"""Which types change in place, and how: against CloudFormation's own description, and by deploying them."""

import gzip
import json
import unittest
from typing import Any, Dict, List

from local_aws.types import KINDS

from .support import REGION, ROOT, client, template
from .test_update import GROUP, StacksTest, rule

# the specification of all types, which the CDK CLI brings for its diff
SPECIFICATION = ROOT / "node_modules/aws-cdk/db.json.gz"
ELB = "AWS::ElasticLoadBalancingV2"


class SpecificationTest(unittest.TestCase):
    @unittest.skipUnless(SPECIFICATION.exists(), "bin/install-cdk has not run")
    def test_what_replaces_is_what_cloudformation_says(self) -> None:
        with gzip.open(SPECIFICATION) as packed:
            entities = json.load(packed)["schema"]["resource"]["entities"]
        types = {entity["cloudFormationType"]: entity for entity in entities}
        for name, kind in KINDS.items():
            if name not in types:
                continue
            properties = types[name]["properties"]
            with self.subTest(name):
                self.assertEqual(set(), kind.properties - set(properties), "properties that do not exist")
                replacing = {n for n in kind.properties if properties[n].get("causesReplacement", "no") != "no"}
                self.assertEqual(replacing, set(kind.replacing))
                self.assertEqual(kind.retag is not None, "tagInformation" in types[name])


class ProviderUpdateTest(StacksTest):
    """A provider's stack: load balancer, target group, listener, endpoint service."""

    def setUp(self) -> None:
        super().setUp()
        self.network = self.vpc(self.consumer)
        zones = ("euw1-az1", "euw1-az2", "euw1-az3")
        self.subnets = [self.subnet(self.consumer, self.network, f"10.1.{n}.0/24", z) for n, z in enumerate(zones)]
        self.elb = client("elbv2", self.consumer, REGION)

    def body(self, zones: int = 1, balancer: Any = None, targets: Any = None, listener: Any = None, **of: Any) -> str:
        group = {"GroupDescription": "x", "VpcId": self.network, "SecurityGroupIngress": [rule(443)]}
        nlb = {"Type": "network", "Scheme": "internal", "SecurityGroups": [{"Ref": "Group"}]}
        nlb.update(Subnets=self.subnets[:zones], **(balancer or {}))
        members = {"Protocol": "TCP", "Port": 443, "TargetType": "ip", "VpcId": self.network, **(targets or {})}
        forward = [{"Type": "forward", "TargetGroupArn": {"Ref": "Targets"}}]
        listening = {"LoadBalancerArn": {"Ref": "Nlb"}, "Port": 443, "Protocol": "TCP", "DefaultActions": forward}
        principals = of.pop("principals", ["arn:aws:iam::111111111111:root"])
        return template(
            ("Group", GROUP, group),
            ("Nlb", f"{ELB}::LoadBalancer", nlb),
            ("Targets", f"{ELB}::TargetGroup", members),
            ("Listener", f"{ELB}::Listener", {**listening, **(listener or {})}),
            ("Service", "AWS::EC2::VPCEndpointService", {"NetworkLoadBalancerArns": [{"Ref": "Nlb"}], **of}),
            (
                "Allowed",
                "AWS::EC2::VPCEndpointServicePermissions",
                {"ServiceId": {"Ref": "Service"}, "AllowedPrincipals": principals},
            ),
        )

    def service(self) -> Any:
        ec2 = self.ec2(self.consumer)
        return ec2.describe_vpc_endpoint_service_configurations()["ServiceConfigurations"][0]

    def test_a_zone_is_added_to_the_load_balancer_and_its_service(self) -> None:
        self.create(self.body(1))
        before = self.ids()
        self.update(self.body(2))
        self.assertEqual(before, self.ids())
        zones = self.elb.describe_load_balancers()["LoadBalancers"][0]["AvailabilityZones"]
        self.assertEqual(sorted(self.subnets[:2]), sorted(zone["SubnetId"] for zone in zones))
        self.assertEqual(2, len(self.service()["AvailabilityZones"]))

    def test_attributes_and_enforcement_change_in_place(self) -> None:
        enforce = "EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic"
        self.create(self.body(2))
        before = self.ids()
        self.assertEqual("on", self.elb.describe_load_balancers()["LoadBalancers"][0][enforce])
        crossing = {"Key": "load_balancing.cross_zone.enabled", "Value": "true"}
        self.update(self.body(2, {"LoadBalancerAttributes": [crossing], enforce: "off"}))
        self.assertEqual(before, self.ids())
        attributes = self.elb.describe_load_balancer_attributes(LoadBalancerArn=before["Nlb"])["Attributes"]
        self.assertIn(crossing, attributes)
        self.assertEqual("off", self.elb.describe_load_balancers()["LoadBalancers"][0][enforce])

    def test_targets_and_health_check_change_in_place_and_a_port_replaces(self) -> None:
        def targets(*ips: str) -> List[Any]:
            return [{"Id": ip, "Port": "443"} for ip in ips]

        self.create(self.body(targets={"Targets": targets("10.1.0.4", "10.1.0.5")}))
        before = self.ids()
        delay = [{"Key": "deregistration_delay.timeout_seconds", "Value": "60"}]
        check = {"HealthCheckProtocol": "HTTPS", "HealthCheckPath": "/status", "HealthCheckIntervalSeconds": "10"}
        changed = {"Targets": targets("10.1.0.5", "10.1.0.6"), "TargetGroupAttributes": delay, **check}
        self.update(self.body(targets=changed))
        self.assertEqual(before, self.ids())
        health = self.elb.describe_target_health(TargetGroupArn=before["Targets"])["TargetHealthDescriptions"]
        self.assertEqual(["10.1.0.5", "10.1.0.6"], sorted(entry["Target"]["Id"] for entry in health))
        group = self.elb.describe_target_groups()["TargetGroups"][0]
        self.assertEqual(["HTTPS", "/status"], [group["HealthCheckProtocol"], group["HealthCheckPath"]])
        attributes = self.elb.describe_target_group_attributes(TargetGroupArn=before["Targets"])["Attributes"]
        self.assertIn(delay[0], attributes)

        self.update(self.body(targets={"Port": 8443, **changed}))
        after = self.ids()
        groups = self.elb.describe_target_groups()["TargetGroups"]
        self.assertEqual([after["Targets"]], [group["TargetGroupArn"] for group in groups])
        self.assertEqual(before["Listener"], after["Listener"])
        listener = self.elb.describe_listeners(ListenerArns=[after["Listener"]])["Listeners"][0]
        self.assertEqual(after["Targets"], listener["DefaultActions"][0]["TargetGroupArn"])

    def test_a_listener_moves_to_another_port(self) -> None:
        self.create(self.body())
        before = self.ids()
        self.update(self.body(listener={"Port": "8443"}))
        self.assertEqual(before, self.ids())
        listeners = self.elb.describe_listeners(LoadBalancerArn=before["Nlb"])["Listeners"]
        self.assertEqual([8443], [listener["Port"] for listener in listeners])

    def test_acceptance_regions_and_principals_change_in_place(self) -> None:
        one, other = "arn:aws:iam::111111111111:root", "arn:aws:iam::222222222222:root"
        self.create(self.body(AcceptanceRequired=False, principals=[one]))
        before = self.ids()
        self.update(self.body(AcceptanceRequired=True, SupportedRegions=["eu-central-1"], principals=[other]))
        self.assertEqual(before, self.ids())
        service = self.service()
        self.assertTrue(service["AcceptanceRequired"])
        found = self.ec2(self.consumer).describe_vpc_endpoint_service_permissions(ServiceId=service["ServiceId"])
        self.assertEqual([other], [entry["Principal"] for entry in found["AllowedPrincipals"]])
        far = self.ec2("222222222222", "eu-central-1")
        asked = {"ServiceNames": [service["ServiceName"]], "ServiceRegions": [REGION]}
        self.assertEqual(asked["ServiceNames"], far.describe_vpc_endpoint_services(**asked)["ServiceNames"])


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
            document = {"Statement": [{"Effect": "Allow", "Action": "logs:*", "Resource": "*"}]}
            trust = {"Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "ec2"}}]}
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
