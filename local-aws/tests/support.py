"""What the tests share. They run within bin/local-aws, and each in accounts of its own."""

import itertools
import json
import unittest
from pathlib import Path
from typing import Any, Dict, List, Tuple

from botocore.exceptions import ClientError
from local_aws import ELEMENTARY
from local_aws.sdk import client, named

ROOT = Path(__file__).resolve().parents[2]
REGION = "eu-west-1"
ELEMENTARY_PRINCIPAL = f"arn:aws:iam::{ELEMENTARY}:root"
_accounts = itertools.count(500000000001)


def new_account() -> str:
    """An account that no other test uses."""
    return str(next(_accounts))


def template(*resources: Tuple[str, str, Dict[str, Any]], **outputs: Any) -> str:
    """A template out of (logical id, type, properties)."""
    return json.dumps(
        {
            "Resources": {name: {"Type": kind, "Properties": properties} for name, kind, properties in resources},
            "Outputs": {name: {"Value": value} for name, value in outputs.items()},
        }
    )


def told(stacks: Any, name: str) -> List[Any]:
    """What failed in a stack, and why; oldest first."""
    events = stacks.describe_stack_events(StackName=name)["StackEvents"][::-1]
    failed = [event for event in events if event["ResourceStatus"].endswith("_FAILED")]
    return [(e["LogicalResourceId"], e["ResourceStatus"], e.get("ResourceStatusReason", "")) for e in failed]


class LocalAwsTest(unittest.TestCase):
    """A test with an account of a provider and one of a consumer."""

    def setUp(self) -> None:
        self.provider = new_account()
        self.consumer = new_account()

    def refused(self, code: str, words: str, call: Any, **arguments: Any) -> None:
        """Asserts that a call is refused with this code and these words."""
        with self.assertRaises(ClientError) as caught:
            call(**arguments)
        error = caught.exception.response["Error"]
        self.assertEqual(code, error["Code"])
        self.assertIn(words, error["Message"])

    def ec2(self, account: str, region: str = REGION) -> Any:
        return client("ec2", account, region)

    def vpc(self, account: str, cidr: str = "10.1.0.0/16", region: str = REGION) -> str:
        return self.ec2(account, region).create_vpc(CidrBlock=cidr)["Vpc"]["VpcId"]

    def subnet(self, account: str, vpc: str, cidr: str, zone: str, region: str = REGION) -> str:
        ec2 = self.ec2(account, region)
        return ec2.create_subnet(VpcId=vpc, CidrBlock=cidr, AvailabilityZoneId=zone)["Subnet"]["SubnetId"]

    def load_balancer(self, zones: List[str]) -> str:
        """The provider's network load balancer in these zones."""
        vpc = self.vpc(self.provider)
        subnets = [self.subnet(self.provider, vpc, f"10.1.{n}.0/24", zone) for n, zone in enumerate(zones)]
        elb = client("elbv2", self.provider, REGION)
        made = elb.create_load_balancer(Name=f"nlb-{vpc[-8:]}", Subnets=subnets, Type="network", Scheme="internal")
        return made["LoadBalancers"][0]["LoadBalancerArn"]

    def service(self, zones: Any = ("euw1-az1", "euw1-az2"), **options: Any) -> Dict[str, Any]:
        """The provider's endpoint service, which the consumer is allowed to ask for."""
        ec2 = self.ec2(self.provider)
        made = ec2.create_vpc_endpoint_service_configuration(
            NetworkLoadBalancerArns=[self.load_balancer(zones)], **{"AcceptanceRequired": True, **options}
        )["ServiceConfiguration"]
        principal = f"arn:aws:iam::{self.consumer}:root"
        ec2.modify_vpc_endpoint_service_permissions(ServiceId=made["ServiceId"], AddAllowedPrincipals=[principal])
        return made

    def endpoint_arguments(self, service_name: str, account: str = "", zone: str = "euw1-az1") -> Dict[str, Any]:
        """What CreateVpcEndpoint is asked for, with a VPC and a subnet in the zone."""
        owner = account or self.consumer
        vpc = self.vpc(owner, "10.9.0.0/16")
        subnet = self.subnet(owner, vpc, "10.9.0.0/24", zone)
        return {"VpcId": vpc, "SubnetIds": [subnet], "ServiceName": service_name, "VpcEndpointType": "Interface"}

    def connect(self, service: Dict[str, Any]) -> str:
        """A consumer's endpoint."""
        asked = self.endpoint_arguments(service["ServiceName"])
        return self.ec2(self.consumer).create_vpc_endpoint(**asked)["VpcEndpoint"]["VpcEndpointId"]

    def state(self, endpoint: str, account: str = "") -> str:
        found = self.ec2(account or self.consumer).describe_vpc_endpoints(VpcEndpointIds=[endpoint])["VpcEndpoints"]
        return found[0]["State"]


__all__ = ["ELEMENTARY", "ELEMENTARY_PRINCIPAL", "LocalAwsTest", "REGION", "ROOT", "client", "named", "template"]
