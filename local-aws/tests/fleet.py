"""What must be true of the example fleet once it is deployed, read with an SDK from the local AWS.

Templates are the only source: whoever deployed them, the CDK CLI or a test, the same must be found. Run as a program it
accepts every connection as its provider would, and says so:

    bin/local-aws --fleet stacks bash -c 'npx cdk deploy --all … && python3 -m tests.fleet cdk.out'
"""

import json
import sys
from pathlib import Path
from typing import Any, Dict, Iterator, List, Tuple

from local_aws import ELEMENTARY
from local_aws.prepare import read_services
from local_aws.sdk import client

from .support import ROOT

PRODUCTION = "eu-central-1"
Stack = Tuple[str, str, Dict[str, Any]]


def stacks(folder: Path) -> List[Stack]:
    """(name, Region, template) in the order of deployment."""
    found = [(path.name.split(".")[0], json.loads(path.read_text())) for path in folder.glob("*.template.json")]
    order = ["Region", "Production", "Customer", "Dns"]
    ordered = sorted(found, key=lambda stack: (order.index(stack[0].split("-")[1]), stack[0]))
    return [(name, region_of(name), template) for name, template in ordered]


def region_of(name: str) -> str:
    """The Region at the end of a stack's name; production's where there is none."""
    kind = name.split("-")[1]
    return "-".join(name.split("-")[-3:]) if kind in ("Region", "Customer") else PRODUCTION


def resources(folder: Path, kind: str) -> Iterator[Tuple[str, Dict[str, Any]]]:
    """(Region, properties) of every resource of a type."""
    for _, region, template in stacks(folder):
        for resource in template["Resources"].values():
            if resource["Type"] == kind:
                yield region, resource["Properties"]


def outputs(folder: Path) -> Dict[Tuple[str, str], str]:
    """(stack, output) and value, of every deployed stack."""
    found = {}
    for name, region, _ in stacks(folder):
        stack = client("cloudformation", ELEMENTARY, region).describe_stacks(StackName=name)["Stacks"][0]
        require(stack["StackStatus"] == "CREATE_COMPLETE", f"{name} is {stack['StackStatus']}")
        require(stack["EnableTerminationProtection"], f"{name} is not protected")
        found.update({(name, output["OutputKey"]): output["OutputValue"] for output in stack.get("Outputs", [])})
    return found


def require(true: bool, otherwise: str) -> None:
    """An assertion that also works outside of a test, and with -O."""
    if not true:
        raise AssertionError(otherwise)


def resolve(value: Any, values: Dict[Tuple[str, str], str]) -> Any:
    """A property whose only reference is to another stack's output."""
    if isinstance(value, dict) and "Fn::GetStackOutput" in value:
        reference = value["Fn::GetStackOutput"]
        return values[reference["StackName"], reference["OutputName"]]
    return value


def check_endpoints(folder: Path, state: str) -> List[Dict[str, Any]]:
    """Every endpoint of the templates is there, in this state, in its subnets and behind its closed group."""
    values = outputs(folder)
    found = []
    for region in sorted({region for _, region, _ in stacks(folder)}):
        found += client("ec2", ELEMENTARY, region).describe_vpc_endpoints()["VpcEndpoints"]
    wanted = list(resources(folder, "AWS::EC2::VPCEndpoint"))
    require(len(found) == len(wanted), f"{len(found)} endpoints instead of {len(wanted)}")
    for _, properties in wanted:
        subnets = [resolve(subnet, values) for subnet in properties["SubnetIds"]]
        twins = [e for e in found if sorted(e["SubnetIds"]) == sorted(subnets)]
        mine = [e for e in twins if e["ServiceName"] == properties["ServiceName"]]
        require(bool(mine), f"no endpoint for {properties['ServiceName']} in {subnets}")
        require(all(e["State"] == state for e in mine), f"{mine[0]['VpcEndpointId']} is {mine[0]['State']}")
        require(mine[0]["VpcEndpointId"] in values.values(), "an endpoint's id is nowhere in the outputs")
    return found


def check_peerings(folder: Path) -> None:
    """Every regional VPC is peered with production, and routes lead both ways."""
    values = outputs(folder)
    for region, _ in resources(folder, "AWS::EC2::VPCPeeringConnection"):
        peering = values[f"PrivateLink-Region-{region}", "PeeringConnectionId"]
        asked = {"VpcPeeringConnectionIds": [peering]}
        found = client("ec2", ELEMENTARY, region).describe_vpc_peering_connections(**asked)["VpcPeeringConnections"]
        require(found[0]["Status"]["Code"] == "active", f"{peering} is {found[0]['Status']['Code']}")
    for region in sorted({region for _, region, _ in stacks(folder)}):
        tables = client("ec2", ELEMENTARY, region).describe_route_tables()["RouteTables"]
        made = [route for table in tables for route in table["Routes"] if route.get("VpcPeeringConnectionId")]
        wanted = [properties for at, properties in resources(folder, "AWS::EC2::Route") if at == region]
        require(len(made) == len(wanted), f"{len(made)} routes in {region} instead of {len(wanted)}")


def check_names(folder: Path, endpoints: List[Dict[str, Any]]) -> None:
    """Every hostname leads to an endpoint, from zones of the production VPC alone."""
    route53 = client("route53", ELEMENTARY, PRODUCTION)
    values, names = outputs(folder), {}
    for zone in route53.list_hosted_zones()["HostedZones"]:
        vpcs = route53.get_hosted_zone(Id=zone["Id"])["VPCs"]
        require(len(vpcs) == 1 and vpcs[0]["VPCRegion"] == PRODUCTION, f"{zone['Name']} is associated with {vpcs}")
        for record in route53.list_resource_record_sets(HostedZoneId=zone["Id"])["ResourceRecordSets"]:
            if "AliasTarget" in record:
                names[record["Name"].rstrip(".").replace("\\052", "*")] = record["AliasTarget"]
    wanted = {properties["Name"]: properties for _, properties in resources(folder, "AWS::Route53::RecordSet")}
    require(sorted(names) == sorted(wanted), f"the names are {sorted(names)}")
    own = {entry["DnsName"] for endpoint in endpoints for entry in endpoint["DnsEntries"]}
    for name, properties in wanted.items():
        led_to = names[name]["DNSName"].rstrip(".")
        require(led_to == resolve(properties["AliasTarget"]["DNSName"], values), f"{name} leads to {led_to}")
        require(led_to in own, f"{name} leads to {led_to}, which is no endpoint's name")


def accept_all(services: List[Any]) -> int:
    """Accepts every connection, as each provider would; how many there were."""
    accepted = 0
    for service in services:
        provider = client("ec2", service.owner, service.region)
        filters = [{"Name": "service-id", "Values": [service.id]}]
        found = provider.describe_vpc_endpoint_connections(Filters=filters)["VpcEndpointConnections"]
        waiting = [connection["VpcEndpointId"] for connection in found]
        provider.accept_vpc_endpoint_connections(ServiceId=service.id, VpcEndpointIds=waiting)
        accepted += len(waiting)
    return accepted


def check(folder: Path, services: List[Any]) -> str:
    """Everything, before and after the providers accept."""
    endpoints = check_endpoints(folder, "pendingAcceptance")
    check_peerings(folder)
    check_names(folder, endpoints)
    accepted = accept_all(services)
    check_endpoints(folder, "available")
    return f"{accepted} of {len(endpoints)} connections available"


def main(folder: Path) -> str:
    """Checks what somebody else deployed of stacks/."""
    return check(folder, read_services(ROOT / "stacks"))


if __name__ == "__main__":
    print(main(Path(sys.argv[1])))
