"""Makes what a document says must exist. Started by `run`, with the document on standard input."""

import sys

from .provider import make_service
from .sdk import client, named, zone_ids
from .world import Quota, Vpc, World, parse


def make_vpc(vpc: Vpc) -> None:
    """A VPC with its route tables and subnets."""
    ec2 = client("ec2", vpc.owner_id, vpc.region)
    ec2.create_vpc(CidrBlock=vpc.cidr_block, TagSpecifications=named("vpc", vpc.vpc_id))
    ec2.modify_vpc_attribute(VpcId=vpc.vpc_id, EnableDnsSupport={"Value": True})
    ec2.modify_vpc_attribute(VpcId=vpc.vpc_id, EnableDnsHostnames={"Value": True})
    tables = vpc.route_table_ids
    for table in tables:
        ec2.create_route_table(VpcId=vpc.vpc_id, TagSpecifications=named("route-table", table))
    zones = zone_ids(ec2)
    for number, cidr in enumerate(vpc.subnet_cidr_blocks):
        zone = zones[number % len(zones)]
        subnet = ec2.create_subnet(VpcId=vpc.vpc_id, CidrBlock=cidr, AvailabilityZoneId=zone)["Subnet"]["SubnetId"]
        if tables:
            ec2.associate_route_table(SubnetId=subnet, RouteTableId=tables[number % len(tables)])


def set_quota(quota: Quota) -> None:
    """A quota as it was granted, or as little as a test needs."""
    client("service-quotas", quota.owner_id, quota.region).request_service_quota_increase(
        ServiceCode=quota.service_code, QuotaCode=quota.quota_code, DesiredValue=quota.value
    )


def prepare(world: World) -> None:
    """Makes everything."""
    for vpc in world.vpcs:
        make_vpc(vpc)
    for service in world.endpoint_services:
        make_service(service)
    for quota in world.quotas:
        set_quota(quota)


if __name__ == "__main__":
    prepare(parse(sys.stdin.read()))
