"""The acceptance handshake, between accounts."""

import unittest
from typing import Any, Dict

import boto3

from .support import REGION, LocalAwsTest, client


class HandshakeTest(LocalAwsTest):
    def test_an_endpoint_waits_until_the_provider_accepts(self) -> None:
        service = self.service()
        endpoint = self.connect(service)
        self.assertEqual("pendingAcceptance", self.state(endpoint))

        provider = self.ec2(self.provider)
        waiting = provider.describe_vpc_endpoint_connections()["VpcEndpointConnections"]
        self.assertEqual([endpoint], [connection["VpcEndpointId"] for connection in waiting])
        self.assertEqual(self.consumer, waiting[0]["VpcEndpointOwner"])
        self.assertEqual("pendingAcceptance", waiting[0]["VpcEndpointState"])

        done = provider.accept_vpc_endpoint_connections(ServiceId=service["ServiceId"], VpcEndpointIds=[endpoint])
        self.assertEqual([], done.get("Unsuccessful", []))
        self.assertEqual("available", self.state(endpoint))

    def test_a_rejected_endpoint_says_so_and_may_be_accepted_later(self) -> None:
        service = self.service()
        endpoint = self.connect(service)
        asked = {"ServiceId": service["ServiceId"], "VpcEndpointIds": [endpoint]}
        provider = self.ec2(self.provider)
        provider.reject_vpc_endpoint_connections(**asked)
        self.assertEqual("rejected", self.state(endpoint))
        provider.accept_vpc_endpoint_connections(**asked)
        self.assertEqual("available", self.state(endpoint))

    def test_without_acceptance_an_endpoint_is_available_at_once(self) -> None:
        self.assertEqual("available", self.state(self.connect(self.service(AcceptanceRequired=False))))

    def test_what_cannot_be_accepted_is_told_one_by_one(self) -> None:
        service = self.service()
        endpoint = self.connect(service)
        asked = {"ServiceId": service["ServiceId"], "VpcEndpointIds": [endpoint, "vpce-00000000000000000"]}
        provider = self.ec2(self.provider)
        failed = provider.accept_vpc_endpoint_connections(**asked)["Unsuccessful"]
        self.assertEqual(["vpce-00000000000000000"], [item["ResourceId"] for item in failed])
        again = provider.accept_vpc_endpoint_connections(**asked)["Unsuccessful"]
        self.assertEqual("InvalidState", again[0]["Error"]["Code"])

    def test_connections_are_filtered(self) -> None:
        service = self.service()
        accepted, waiting = self.connect(service), self.connect(service)
        provider = self.ec2(self.provider)
        provider.accept_vpc_endpoint_connections(ServiceId=service["ServiceId"], VpcEndpointIds=[accepted])
        filters = [{"Name": "vpc-endpoint-state", "Values": ["pendingAcceptance"]}]
        found = provider.describe_vpc_endpoint_connections(Filters=filters)["VpcEndpointConnections"]
        self.assertEqual([waiting], [connection["VpcEndpointId"] for connection in found])

    def test_fails_to_accept_for_anybody_but_the_provider(self) -> None:
        service = self.service()
        endpoint = self.connect(service)
        call = self.ec2(self.consumer).accept_vpc_endpoint_connections
        asked = {"ServiceId": service["ServiceId"], "VpcEndpointIds": [endpoint]}
        self.refused("InvalidVpcEndpointServiceId.NotFound", "does not exist", call, **asked)
        self.assertEqual("pendingAcceptance", self.state(endpoint))

    def test_a_service_is_visible_to_allowed_accounts_only(self) -> None:
        name = self.service()["ServiceName"]
        for account in (self.provider, self.consumer):
            found = self.ec2(account).describe_vpc_endpoint_services(ServiceNames=[name])["ServiceDetails"]
            self.assertEqual([self.provider], [service["Owner"] for service in found])
        describe = self.ec2("600000000001").describe_vpc_endpoint_services
        self.refused("InvalidServiceName", "does not exist", describe, ServiceNames=[name])
        self.assertNotIn(name, describe()["ServiceNames"])

    def test_a_service_is_visible_in_the_regions_that_it_supports(self) -> None:
        name = self.service(SupportedRegions=["eu-central-1"])["ServiceName"]
        asked = {"ServiceNames": [name], "ServiceRegions": [REGION]}
        near = self.ec2(self.consumer, "eu-central-1").describe_vpc_endpoint_services(**asked)
        self.assertEqual([name], near["ServiceNames"])
        far = self.ec2(self.consumer, "us-east-1").describe_vpc_endpoint_services
        self.refused("InvalidServiceName", "does not exist", far, **asked)

    def test_a_role_of_another_account_is_that_account(self) -> None:
        sts = client("sts", self.consumer, REGION)
        role = f"arn:aws:iam::{self.provider}:role/anything"
        assumed = sts.assume_role(RoleArn=role, RoleSessionName="test")["Credentials"]
        caller = self.as_role(assumed).get_caller_identity()
        self.assertEqual(self.provider, caller["Account"])

    @staticmethod
    def as_role(credentials: Dict[str, str]) -> Any:
        return boto3.client(
            "sts",
            region_name=REGION,
            aws_access_key_id=credentials["AccessKeyId"],
            aws_secret_access_key=credentials["SecretAccessKey"],
            aws_session_token=credentials["SessionToken"],
        )


if __name__ == "__main__":
    unittest.main()
