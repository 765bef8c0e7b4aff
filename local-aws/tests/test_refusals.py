"""What AWS refuses and moto would do."""

import unittest
import uuid
from typing import Any

from .support import REGION, LocalAwsTest, client, template

LOG_GROUP = ("Logs", "AWS::Logs::LogGroup", {"RetentionInDays": 7})


class RefusalsTest(LocalAwsTest):
    def zone(self, vpc: str, name: str) -> str:
        return client("route53", self.consumer, REGION).create_hosted_zone(
            Name=name,
            CallerReference=uuid.uuid4().hex,
            VPC={"VPCId": vpc, "VPCRegion": REGION},
            HostedZoneConfig={"PrivateZone": True, "Comment": "for a test"},
        )["HostedZone"]["Id"]

    def target_group(self) -> Any:
        """The arguments that name a new target group of addresses, in a VPC with 10.1.0.0/16."""
        elb = client("elbv2", self.provider, REGION)
        asked = {"Protocol": "TCP", "Port": 443, "TargetType": "ip", "VpcId": self.vpc(self.provider)}
        made = elb.create_target_group(Name=uuid.uuid4().hex, **asked)["TargetGroups"][0]
        return {"TargetGroupArn": made["TargetGroupArn"]}

    def test_fails_at_a_target_outside_of_the_vpc_unless_its_zone_is_all(self) -> None:
        elb, group = client("elbv2", self.provider, REGION), self.target_group()
        outside = {"Id": "192.168.1.1"}
        self.refused("ValidationError", "'all'", elb.register_targets, **group, Targets=[outside])
        public = {"Id": "8.8.8.8", "AvailabilityZone": "all"}
        self.refused("ValidationError", "not a valid private", elb.register_targets, **group, Targets=[public])
        elb.register_targets(**group, Targets=[{**outside, "AvailabilityZone": "all"}, {"Id": "10.1.0.4"}])

    def test_a_target_has_as_many_ports_as_are_registered(self) -> None:
        elb, group = client("elbv2", self.provider, REGION), self.target_group()
        elb.register_targets(**group, Targets=[{"Id": "10.1.0.4"}, {"Id": "10.1.0.4", "Port": 22}])
        elb.deregister_targets(**group, Targets=[{"Id": "10.1.0.4", "Port": 443}])
        health = elb.describe_target_health(**group)["TargetHealthDescriptions"]
        found = [(entry["Target"], entry["TargetHealth"]["State"]) for entry in health]
        self.assertEqual([({"Id": "10.1.0.4", "Port": 22}, "unused")], found)

    def test_fails_at_a_security_group_for_a_load_balancer_that_was_made_without(self) -> None:
        arn = self.load_balancer(["euw1-az1"])
        elb = client("elbv2", self.provider, REGION)
        group = self.ec2(self.provider).describe_security_groups()["SecurityGroups"][0]["GroupId"]
        asked = {"LoadBalancerArn": arn, "SecurityGroups": [group]}
        self.refused("InvalidConfigurationRequest", "created without one", elb.set_security_groups, **asked)

    def test_fails_at_leaving_a_zone_in_which_endpoints_may_be(self) -> None:
        service = self.service()
        self.connect(service)
        elb = client("elbv2", self.provider, REGION)
        balancer = elb.describe_load_balancers(LoadBalancerArns=service["NetworkLoadBalancerArns"])["LoadBalancers"][0]
        one = [zone["SubnetId"] for zone in balancer["AvailabilityZones"]][:1]
        asked = {"LoadBalancerArn": balancer["LoadBalancerArn"], "Subnets": one}
        self.refused("ResourceInUse", "while VPC endpoints are connected", elb.set_subnets, **asked)

    def test_fails_at_two_subnets_of_one_zone_for_an_endpoint(self) -> None:
        asked = self.endpoint_arguments(self.service()["ServiceName"])
        second = self.subnet(self.consumer, asked["VpcId"], "10.9.1.0/24", "euw1-az1")
        asked["SubnetIds"].append(second)
        create = self.ec2(self.consumer).create_vpc_endpoint
        self.refused("DuplicateSubnetsInSameZone", second, create, **asked)

    def test_fails_at_a_second_hosted_zone_of_one_name_on_a_vpc(self) -> None:
        vpc, other = self.vpc(self.consumer), self.vpc(self.consumer)
        self.zone(vpc, "git.acme.example")
        self.refused("ConflictingDomainExists", "git.acme.example", self.zone, vpc=vpc, name="GIT.acme.example.")
        elsewhere = self.zone(other, "git.acme.example")
        associate = client("route53", self.consumer, REGION).associate_vpc_with_hosted_zone
        asked = {"HostedZoneId": elsewhere, "VPC": {"VPCId": vpc, "VPCRegion": REGION}}
        self.refused("ConflictingDomainExists", "git.acme.example", associate, **asked)

    def test_fails_at_an_endpoint_in_a_zone_that_the_service_lacks(self) -> None:
        service = self.service(zones=["euw1-az1"])
        asked = self.endpoint_arguments(service["ServiceName"], zone="euw1-az2")
        create = self.ec2(self.consumer).create_vpc_endpoint
        self.refused("InvalidParameter", "does not support the availability zone", create, **asked)

    def test_fails_at_an_unknown_service(self) -> None:
        asked = self.endpoint_arguments(f"com.amazonaws.vpce.{REGION}.vpce-svc-00000000000000000")
        self.refused("InvalidServiceName", "does not exist", self.ec2(self.consumer).create_vpc_endpoint, **asked)

    def test_fails_at_a_service_that_does_not_allow_the_account(self) -> None:
        stranger = "600000000002"
        asked = self.endpoint_arguments(self.service()["ServiceName"], stranger)
        self.refused("InvalidServiceName", "does not exist", self.ec2(stranger).create_vpc_endpoint, **asked)

    def test_fails_at_a_service_of_a_region_that_is_not_supported(self) -> None:
        name = self.service(SupportedRegions=["eu-central-1"])["ServiceName"]
        ec2 = self.ec2(self.consumer, "us-east-1")
        vpc = self.vpc(self.consumer, region="us-east-1")
        asked = {"VpcId": vpc, "ServiceName": name, "VpcEndpointType": "Interface"}
        self.refused("InvalidServiceName", "does not exist", ec2.create_vpc_endpoint, **asked)
        self.refused("InvalidParameter", "Region us-east-1", ec2.create_vpc_endpoint, **asked, ServiceRegion=REGION)

    def test_fails_at_deleting_a_protected_load_balancer(self) -> None:
        arn = self.load_balancer(["euw1-az1"])
        elb = client("elbv2", self.provider, REGION)
        protection = {"Key": "deletion_protection.enabled", "Value": "true"}
        elb.modify_load_balancer_attributes(LoadBalancerArn=arn, Attributes=[protection])
        self.refused("OperationNotPermitted", "deletion protection", elb.delete_load_balancer, LoadBalancerArn=arn)
        self.assertEqual(1, len(elb.describe_load_balancers(LoadBalancerArns=[arn])["LoadBalancers"]))

    def test_fails_at_deleting_the_load_balancer_of_a_service(self) -> None:
        service = self.service()
        elb = client("elbv2", self.provider, REGION)
        arn = service["NetworkLoadBalancerArns"][0]
        self.refused("ResourceInUse", "endpoint service", elb.delete_load_balancer, LoadBalancerArn=arn)

    def test_fails_at_deleting_a_service_with_connections(self) -> None:
        service = self.service()
        endpoint = self.connect(service)
        provider = self.ec2(self.provider)
        delete = provider.delete_vpc_endpoint_service_configurations
        asked = {"ServiceIds": [service["ServiceId"]]}
        self.refused("ExistingVpcEndpointConnections", "existing active", delete, **asked)
        provider.reject_vpc_endpoint_connections(ServiceId=service["ServiceId"], VpcEndpointIds=[endpoint])
        self.assertEqual([], delete(**asked).get("Unsuccessful", []))

    def test_fails_at_deleting_a_stack_with_termination_protection(self) -> None:
        stacks = client("cloudformation", self.consumer, REGION)
        body = template(LOG_GROUP)
        stacks.create_stack(StackName="kept", TemplateBody=body, EnableTerminationProtection=True)
        self.refused("ValidationError", "TerminationProtection", stacks.delete_stack, StackName="kept")
        self.assertEqual("CREATE_COMPLETE", stacks.describe_stacks(StackName="kept")["Stacks"][0]["StackStatus"])
        stacks.update_termination_protection(StackName="kept", EnableTerminationProtection=False)
        stacks.delete_stack(StackName="kept")
        self.refused("ValidationError", "does not exist", stacks.describe_stacks, StackName="kept")

    def test_fails_at_an_inline_template_that_is_too_long(self) -> None:
        body = template(LOG_GROUP)
        exactly = body + " " * (51_200 - len(body))
        stacks = client("cloudformation", self.consumer, REGION)
        self.refused("ValidationError", "51200", stacks.create_stack, StackName="long", TemplateBody=exactly + " ")
        stacks.create_stack(StackName="long", TemplateBody=exactly)
        self.refused("ValidationError", "51200", stacks.update_stack, StackName="long", TemplateBody=exactly + " ")

    def test_fails_at_a_peering_of_overlapping_cidrs(self) -> None:
        production = self.vpc(self.consumer, "10.0.0.0/16", "eu-central-1")
        inside = self.vpc(self.consumer, "10.0.16.0/20")
        asked = {"VpcId": inside, "PeerVpcId": production, "PeerRegion": "eu-central-1"}
        create = self.ec2(self.consumer).create_vpc_peering_connection
        self.refused("OverlappingCidrBlocks", "overlaps", create, **asked)


if __name__ == "__main__":
    unittest.main()
