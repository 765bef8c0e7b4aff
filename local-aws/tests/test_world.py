"""The document of what must exist: its form, its refusals, and what is made of it."""

import json
import re
import subprocess
import unittest
from typing import Any, Dict

from local_aws.prepare import prepare
from local_aws.world import WrongWorld, parse

from .support import REGION, ROOT, LocalAwsTest, client
from .test_run import PROGRAM, run

NAME = f"com.amazonaws.vpce.{REGION}.vpce-svc-0fedcba98765432{{:02x}}"
PRINCIPAL = "arn:aws:iam::111122223333:root"


def vpc(**other: Any) -> Dict[str, Any]:
    asked = {"OwnerId": "111122223333", "Region": REGION, "VpcId": "vpc-0fedcba9876543210", "CidrBlock": "10.0.0.0/16"}
    return {**asked, **other}


def service(**other: Any) -> Dict[str, Any]:
    return {"OwnerId": "111122223333", "ServiceName": NAME.format(0), **other}


class DocumentTest(unittest.TestCase):
    def refused(self, document: Any, words: str) -> None:
        with self.assertRaises(WrongWorld) as caught:
            parse(document if isinstance(document, str) else json.dumps(document))
        self.assertEqual(words, str(caught.exception))

    def test_the_readmes_example_is_of_the_form_and_names_every_key(self) -> None:
        readme = (ROOT / "local-aws/README.md").read_text(encoding="utf-8")
        blocks = re.findall(r"```json\n(.*?)```", readme, re.DOTALL)
        world = parse(blocks[0])
        self.assertEqual(1, len(blocks))
        for one in (*world.vpcs, *world.endpoint_services, *world.quotas):
            for name in vars(one):
                self.assertIn(f"`{name.title().replace('_', '')}`", readme)
                self.assertIn(f'"{name.title().replace("_", "")}"', blocks[0])

    def test_lists_may_be_left_out_and_acceptance_is_required_then(self) -> None:
        self.assertEqual([], parse("{}").vpcs)
        made = parse(json.dumps({"EndpointServices": [service()]})).endpoint_services[0]
        self.assertTrue(made.acceptance_required)
        self.assertEqual([[], []], [made.listener_ports, made.supported_regions])

    def test_fails_for_another_form(self) -> None:
        keys = "OwnerId, Region, VpcId, CidrBlock, RouteTableIds, SubnetCidrBlocks"
        self.refused("[]", "[] is not an object; give one with the keys Vpcs, EndpointServices, Quotas")
        self.refused({"Vpc": []}, "Vpc: this key is not known; the keys here are Vpcs, EndpointServices, Quotas")
        self.refused({"Vpcs": {}}, "Vpcs: {} is not a list; write [] around it")
        self.refused({"Vpcs": [vpc(Name="x")]}, f"Vpcs[0].Name: this key is not known; the keys here are {keys}")
        self.refused({"Vpcs": [{"OwnerId": "111122223333"}]}, "Vpcs[0].Region: this key is missing; add it")

    def test_fails_for_what_is_not_json(self) -> None:
        place = "line 1, column 2: this is not JSON (Expecting property name enclosed in double quotes)"
        self.refused("{", f"{place}; give a document as in local-aws/README.md")

    def test_fails_for_values_that_are_not_of_their_form(self) -> None:
        wrong = {
            "OwnerId": (1, "1 is not an AWS account id; give its 12 digits as a text"),
            "Region": ("Ireland", '"Ireland" is not a Region; write it as in eu-central-1'),
            "VpcId": ("subnet-1", '"subnet-1" is not the id of a VPC; write it as in vpc-0123456789abcdef0'),
            "CidrBlock": ("10.0.0.1/16", '"10.0.0.1/16" is not an IPv4 CIDR block; write it as in 10.0.1.0/24'),
        }
        for key, (value, words) in wrong.items():
            with self.subTest(key):
                self.refused({"Vpcs": [vpc(**{key: value})]}, f"Vpcs[0].{key}: {words}")

    def test_fails_for_entries_that_are_not_of_their_form(self) -> None:
        wrong = {
            "AvailabilityZoneIds": ("a", '"a" is not an Availability Zone ID; write it as in euc1-az1'),
            "ListenerPorts": (True, "true is not a TCP port; give a number from 1 to 65535"),
            "AllowedPrincipals": ("me", f'"me" is not the ARN of a principal; write it as in {PRINCIPAL}'),
        }
        for key, (value, words) in wrong.items():
            with self.subTest(key):
                self.refused(
                    {"EndpointServices": [service(**{key: [value]})]}, f"EndpointServices[0].{key}[0]: {words}"
                )
        unsure = {"EndpointServices": [service(AcceptanceRequired="yes")]}
        place = "EndpointServices[0].AcceptanceRequired"
        self.refused(unsure, f'{place}: "yes" is not a boolean; write true or false')

    def test_fails_for_a_quota_that_is_not_of_its_form(self) -> None:
        right = {"OwnerId": "111122223333", "Region": REGION, "ServiceCode": "vpc", "QuotaCode": "L-F678F1CE"}
        wrong = {
            "ServiceCode": ("ec2", '"ec2" is not a service whose quotas are known here; give vpc or route53'),
            "QuotaCode": ("VPCs", '"VPCs" is not the code of a quota; write it as in L-F678F1CE'),
            "Value": ("5", '"5" is not a quota; give a number from 0 on'),
        }
        for key, (value, words) in wrong.items():
            with self.subTest(key):
                self.refused({"Quotas": [{**right, "Value": 5, key: value}]}, f"Quotas[0].{key}: {words}")

    def test_fails_for_duplicates(self) -> None:
        place = "EndpointServices[1].ServiceName"
        words = f'{place}: "{NAME.format(0)}" is a duplicate of EndpointServices[0]; delete one of them'
        self.refused({"EndpointServices": [service(), service()]}, words)

    def test_a_wrong_document_is_told_in_one_line_and_nothing_is_started(self) -> None:
        done = run("--world", "/nowhere.json", "echo", "started")
        remedy = "name a JSON file, or - for standard input"
        words = f"local-aws: /nowhere.json: cannot be read (No such file or directory); {remedy}\n"
        self.assertEqual((2, "", words), (done.returncode, done.stdout, done.stderr))

    def test_a_document_comes_on_standard_input(self) -> None:
        command = [PROGRAM, "--world", "-", "true"]
        done = subprocess.run(command, input='{"Vpcs": 1}', capture_output=True, text=True, check=False)
        words = "local-aws: standard input: Vpcs: 1 is not a list; write [] around it\n"
        self.assertEqual((2, words), (done.returncode, done.stderr))


class PreparedTest(LocalAwsTest):
    def test_a_vpc_has_its_ids_and_its_subnets_take_zones_and_route_tables_in_turn(self) -> None:
        tables = ["rtb-0fedcba9876543210", "rtb-0fedcba9876543211"]
        cidrs = [f"10.0.{n}.0/24" for n in range(4)]
        asked = vpc(OwnerId=self.consumer, RouteTableIds=tables, SubnetCidrBlocks=cidrs)
        prepare(parse(json.dumps({"Vpcs": [asked]})))
        ec2 = self.ec2(self.consumer)
        mine = [{"Name": "vpc-id", "Values": [asked["VpcId"]]}]
        subnets = sorted(ec2.describe_subnets(Filters=mine)["Subnets"], key=lambda subnet: str(subnet["CidrBlock"]))
        self.assertEqual(cidrs, [subnet["CidrBlock"] for subnet in subnets])
        zones = ["euw1-az1", "euw1-az2", "euw1-az3", "euw1-az1"]
        self.assertEqual(zones, [subnet["AvailabilityZoneId"] for subnet in subnets])
        for number, table in enumerate(tables):
            found = ec2.describe_route_tables(RouteTableIds=[table])["RouteTables"][0]["Associations"]
            routed = {one["SubnetId"] for one in found if "SubnetId" in one}
            self.assertEqual({subnet["SubnetId"] for subnet in subnets[number::2]}, routed)

    def test_a_service_is_as_it_is_asked_for(self) -> None:
        asked = service(
            OwnerId=self.provider,
            ServiceName=NAME.format(1),
            AvailabilityZoneIds=["euw1-az1", "euw1-az3"],
            SupportedRegions=["eu-central-1"],
            ListenerPorts=[443, 8443],
            ClientCidrBlocks=["10.0.1.0/24"],
            AcceptanceRequired=False,
            AllowedPrincipals=[PRINCIPAL],
        )
        prepare(parse(json.dumps({"EndpointServices": [asked]})))
        ec2, elb = self.ec2(self.provider), client("elbv2", self.provider, REGION)
        found = ec2.describe_vpc_endpoint_service_configurations()["ServiceConfigurations"][0]
        self.assertEqual(asked["ServiceName"], found["ServiceName"])
        self.assertFalse(found["AcceptanceRequired"])
        self.assertEqual(["eu-central-1"], [region["Region"] for region in found["SupportedRegions"]])
        allowed = ec2.describe_vpc_endpoint_service_permissions(ServiceId=found["ServiceId"])["AllowedPrincipals"]
        self.assertEqual([PRINCIPAL], [entry["Principal"] for entry in allowed])
        balancer = elb.describe_load_balancers()["LoadBalancers"][0]
        listeners = elb.describe_listeners(LoadBalancerArn=balancer["LoadBalancerArn"])["Listeners"]
        self.assertEqual([443, 8443], sorted(listener["Port"] for listener in listeners))
        self.assertEqual(2, len(balancer["AvailabilityZones"]))
        group = ec2.describe_security_groups(GroupIds=balancer["SecurityGroups"])["SecurityGroups"][0]
        admitted = [(rule["FromPort"], rule["IpRanges"][0]["CidrIp"]) for rule in group["IpPermissions"]]
        self.assertEqual([(443, "10.0.1.0/24"), (8443, "10.0.1.0/24")], sorted(admitted))

    def test_a_service_without_zones_is_in_two_of_its_region(self) -> None:
        name = NAME.format(2)
        prepare(parse(json.dumps({"EndpointServices": [service(OwnerId=self.provider, ServiceName=name)]})))
        found = self.ec2(self.provider).describe_vpc_endpoint_service_configurations()["ServiceConfigurations"][0]
        self.assertEqual(2, len(found["AvailabilityZones"]))


if __name__ == "__main__":
    unittest.main()
