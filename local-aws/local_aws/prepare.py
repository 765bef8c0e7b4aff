"""Makes what a fleet expects to exist already: the production VPC, and the endpoint services that its files name.

python -m local_aws.prepare FLEET, within bin/local-aws; or bin/local-aws --fleet FLEET CMD.
"""

import csv
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Dict, Iterator, List, Set

import yaml

from . import ELEMENTARY_PRINCIPAL, ID_TAG
from .clients import client_of

CATALOGUE = (
    Path(__file__).resolve().parents[2]
    / "src/main/resources/com/elementarydata/privatelink/model/databricks-services.csv"
)
# vendors' services belong to accounts that a fleet's files need not name
VENDOR = "999988887777"
Document = Dict[str, Any]


@dataclass
class Service:
    """An endpoint service that a fleet's files name."""

    name: str
    owner: str
    zones: Set[str] = field(default_factory=set)
    consumers: Set[str] = field(default_factory=set)

    @property
    def region(self) -> str:
        return self.name.split(".vpce.")[1].split(".")[0]

    @property
    def id(self) -> str:
        return self.name.split(".")[-1]


def client(service: str, account: str, region: str, retries: bool = True) -> Any:
    """An SDK client of an account."""
    return client_of(account, service, region, retries)


def named(resource: str, wanted: str) -> List[Document]:
    """Tags that give a new resource the id that is written down."""
    return [{"ResourceType": resource, "Tags": [{"Key": ID_TAG, "Value": wanted}]}]


def make_production(network: Document) -> None:
    """The production VPC with DNS, a subnet for each of the clients, and a route table for each."""
    production = network["production"]
    ec2 = client("ec2", network["account"], production["region"])
    vpc = production["vpcId"]
    ec2.create_vpc(CidrBlock=production["cidr"], TagSpecifications=named("vpc", vpc))
    ec2.modify_vpc_attribute(VpcId=vpc, EnableDnsSupport={"Value": True})
    ec2.modify_vpc_attribute(VpcId=vpc, EnableDnsHostnames={"Value": True})
    tables = production["routeTableIds"]
    for table in tables:
        ec2.create_route_table(VpcId=vpc, TagSpecifications=named("route-table", table))
    zones = zone_ids(ec2)
    for number, cidr in enumerate(production["clientCidrs"]):
        zone = zones[number % len(zones)]
        subnet = ec2.create_subnet(VpcId=vpc, CidrBlock=cidr, AvailabilityZoneId=zone)["Subnet"]["SubnetId"]
        ec2.associate_route_table(SubnetId=subnet, RouteTableId=tables[number % len(tables)])


def zone_ids(ec2: Any) -> List[str]:
    """The AZ IDs of a client's Region."""
    return sorted(zone["ZoneId"] for zone in ec2.describe_availability_zones()["AvailabilityZones"])


def wanted_services(network: Document, customers: List[Document]) -> List[Service]:
    """The services of all connections, each once, with all zones and Regions that they are used in."""
    found: Dict[str, Service] = {}
    home = network["production"]["region"]
    for connection in (connection for customer in customers for connection in customer["connections"]):
        name = service_name(connection, network)
        service = found.setdefault(name, Service(name, connection.get("awsAccountId", VENDOR)))
        if connection["integration"] == "databricks":
            service.owner = VENDOR  # the file has the customer's own account
        if connection.get("connectivity") == "cross-region":
            service.consumers.add(home)
        else:
            service.zones.update(connection["availabilityZoneIds"])
    return list(found.values())


def service_name(connection: Document, network: Document) -> str:
    """As the app derives it."""
    if connection["integration"] == "snowflake":
        return connection["privatelinkConfig"]["privatelink-vpce-id"]
    if connection["integration"] != "databricks":
        return connection["serviceName"]
    region = connection["region"]
    overridden = network.get("databricksServices", {}).get(region)
    return overridden or f"com.amazonaws.vpce.{region}.vpce-svc-{dict(catalogue())[region]}"


def catalogue() -> Iterator[List[str]]:
    """Region and service of Databricks's workspaces."""
    with CATALOGUE.open(encoding="utf-8") as rows:
        yield from (row[:2] for row in list(csv.reader(rows))[1:])


def make_service(service: Service) -> None:
    """A provider's VPC, load balancer and endpoint service, with Elementary allowed to ask."""
    ec2 = client("ec2", service.owner, service.region)
    elb = client("elbv2", service.owner, service.region)
    vpc = ec2.create_vpc(CidrBlock="172.20.0.0/16")["Vpc"]["VpcId"]
    subnets = []
    for number, zone in enumerate(sorted(service.zones) or zone_ids(ec2)[:2]):
        cidr = f"172.20.{number}.0/24"
        subnets.append(ec2.create_subnet(VpcId=vpc, CidrBlock=cidr, AvailabilityZoneId=zone)["Subnet"]["SubnetId"])
    balancer = elb.create_load_balancer(Name=service.id[-20:], Subnets=subnets, Type="network", Scheme="internal")
    ec2.create_vpc_endpoint_service_configuration(
        AcceptanceRequired=True,
        NetworkLoadBalancerArns=[balancer["LoadBalancers"][0]["LoadBalancerArn"]],
        SupportedRegions=sorted(service.consumers),
        TagSpecifications=named("vpc-endpoint-service", service.id),
    )
    ec2.modify_vpc_endpoint_service_permissions(ServiceId=service.id, AddAllowedPrincipals=[ELEMENTARY_PRINCIPAL])


def read_services(fleet: Path) -> List[Service]:
    """The services that a fleet folder names."""
    customers = [_read(path) for path in sorted((fleet / "customers").glob("*.yaml"))]
    return wanted_services(_read(fleet / "network.yaml"), customers)


def prepare(fleet: Path) -> List[Service]:
    """Makes everything, and gives the services."""
    make_production(_read(fleet / "network.yaml"))
    services = read_services(fleet)
    for service in services:
        make_service(service)
    return services


def _read(path: Path) -> Document:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


if __name__ == "__main__":
    prepare(Path(sys.argv[1]))
