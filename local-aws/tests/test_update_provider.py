"""Changes of a provider's stack, in place and by replacement."""

import unittest
from typing import Any, Dict, List

from .support import REGION, client, template
from .test_update import GROUP, StacksTest, rule

ELB = "AWS::ElasticLoadBalancingV2"


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
        nlb: Dict[str, Any] = {"Type": "network", "Scheme": "internal", "SecurityGroups": [{"Ref": "Group"}]}
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

    def own_service(self) -> Any:
        ec2 = self.ec2(self.consumer)
        return ec2.describe_vpc_endpoint_service_configurations()["ServiceConfigurations"][0]

    def test_a_zone_is_added_to_the_load_balancer_and_its_service(self) -> None:
        self.create(self.body(1))
        before = self.ids()
        self.update(self.body(2))
        self.assertEqual(before, self.ids())
        zones = self.elb.describe_load_balancers()["LoadBalancers"][0]["AvailabilityZones"]
        self.assertEqual(sorted(self.subnets[:2]), sorted(zone["SubnetId"] for zone in zones))
        self.assertEqual(2, len(self.own_service()["AvailabilityZones"]))

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
        check: Dict[str, Any] = {"HealthCheckProtocol": "HTTPS", "HealthCheckPath": "/status"}
        check.update(HealthCheckIntervalSeconds="10")
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
        service = self.own_service()
        self.assertTrue(service["AcceptanceRequired"])
        found = self.ec2(self.consumer).describe_vpc_endpoint_service_permissions(ServiceId=service["ServiceId"])
        self.assertEqual([other], [entry["Principal"] for entry in found["AllowedPrincipals"]])
        far = self.ec2("222222222222", "eu-central-1")
        asked = {"ServiceNames": [service["ServiceName"]], "ServiceRegions": [REGION]}
        self.assertEqual(asked["ServiceNames"], far.describe_vpc_endpoint_services(**asked)["ServiceNames"])


if __name__ == "__main__":
    unittest.main()
