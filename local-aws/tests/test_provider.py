"""A provider's template, deployed in a customer's account, up to an accepted connection of Elementary's."""

import json
import unittest
from typing import Dict

from .support import ELEMENTARY, ELEMENTARY_PRINCIPAL, REGION, ROOT, LocalAwsTest, client, named, told

CONSTRUCTS = ROOT / "src/test/constructs"
VPC = "vpc-0123456789abcdef0"
SUBNETS = {"subnet-0123456789abcdef0": "euw1-az1", "subnet-0123456789abcdef1": "euw1-az2"}


class ProviderTest(LocalAwsTest):
    def deploy(self, name: str) -> Dict[str, str]:
        """Deploys a template beside the VPC that it names; gives its outputs."""
        ec2 = self.ec2(self.provider)
        ec2.create_vpc(CidrBlock="10.1.0.0/16", TagSpecifications=named("vpc", VPC))
        for number, (subnet, zone) in enumerate(SUBNETS.items()):
            ec2.create_subnet(
                VpcId=VPC,
                CidrBlock=f"10.1.{number}.0/24",
                AvailabilityZoneId=zone,
                TagSpecifications=named("subnet", subnet),
            )
        stacks = client("cloudformation", self.provider, REGION)
        body = (CONSTRUCTS / f"{name}.template.json").read_text()
        stacks.create_stack(StackName=name, TemplateBody=body)
        stack = stacks.describe_stacks(StackName=name)["Stacks"][0]
        self.assertEqual("CREATE_COMPLETE", stack["StackStatus"], told(stacks, name))
        return {output["OutputKey"]: output["OutputValue"] for output in stack["Outputs"]}

    def test_a_database_is_offered_and_connected_to(self) -> None:
        handoff = json.loads(self.deploy("database-by-ip")["Handoff"])
        self.assertEqual([self.provider, REGION], [handoff["awsAccountId"], handoff["region"]])
        asked = self.endpoint_arguments(handoff["serviceName"], ELEMENTARY)
        endpoint = self.ec2(ELEMENTARY).create_vpc_endpoint(**asked)["VpcEndpoint"]["VpcEndpointId"]
        self.assertEqual("pendingAcceptance", self.state(endpoint, ELEMENTARY))
        service = handoff["serviceName"].split(".")[-1]
        self.ec2(self.provider).accept_vpc_endpoint_connections(ServiceId=service, VpcEndpointIds=[endpoint])
        self.assertEqual("available", self.state(endpoint, ELEMENTARY))
        self.ec2(ELEMENTARY).delete_vpc_endpoints(VpcEndpointIds=[endpoint])

    def test_only_elementary_may_ask(self) -> None:
        name = self.deploy("database-by-ip")["ServiceName"]
        service = name.split(".")[-1]
        allowed = self.ec2(self.provider).describe_vpc_endpoint_service_permissions(ServiceId=service)
        self.assertEqual([ELEMENTARY_PRINCIPAL], [entry["Principal"] for entry in allowed["AllowedPrincipals"]])
        create = self.ec2(self.consumer).create_vpc_endpoint
        self.refused("InvalidServiceName", "does not exist", create, **self.endpoint_arguments(name))

    def test_the_load_balancer_is_internal_and_listens_on_the_ports(self) -> None:
        self.deploy("database-by-ip")
        elb = client("elbv2", self.provider, REGION)
        balancer = elb.describe_load_balancers()["LoadBalancers"][0]
        self.assertEqual(["network", "internal"], [balancer["Type"], balancer["Scheme"]])
        arn = balancer["LoadBalancerArn"]
        listeners = elb.describe_listeners(LoadBalancerArn=arn)["Listeners"]
        self.assertEqual([5432, 6432], sorted(listener["Port"] for listener in listeners))
        attributes = elb.describe_load_balancer_attributes(LoadBalancerArn=arn)["Attributes"]
        self.assertIn({"Key": "deletion_protection.enabled", "Value": "false"}, attributes)
        group = listeners[0]["DefaultActions"][0]["TargetGroupArn"]
        targets = elb.describe_target_health(TargetGroupArn=group)["TargetHealthDescriptions"]
        self.assertEqual(["10.1.2.3", "192.168.7.8"], sorted(target["Target"]["Id"] for target in targets))

    def test_what_is_offered_outlives_its_stack(self) -> None:
        service = self.deploy("database-by-ip")["ServiceName"].split(".")[-1]
        client("cloudformation", self.provider, REGION).delete_stack(StackName="database-by-ip")
        kept = self.ec2(self.provider).describe_vpc_endpoint_service_configurations(ServiceIds=[service])
        self.assertEqual(1, len(kept["ServiceConfigurations"]))

    def test_the_other_templates_deploy_too(self) -> None:
        for name in ("behind-an-application-load-balancer", "github-enterprise-server-on-instances"):
            with self.subTest(name):
                self.setUp()
                self.assertIn("ServiceName", self.deploy(name))


if __name__ == "__main__":
    unittest.main()
