"""A provider's side: network, load balancer with a target, and endpoint service."""

from typing import Any, List

from .sdk import Document, client, named, zone_ids
from .world import EndpointService

# what answers behind every such service
TARGET = "172.20.0.10"


def make_service(service: EndpointService) -> None:
    """A provider's VPC, load balancer with a target, and endpoint service with its allowed principals."""
    ec2 = client("ec2", service.owner_id, service.region)
    elb = client("elbv2", service.owner_id, service.region)
    vpc = ec2.create_vpc(CidrBlock="172.20.0.0/16")["Vpc"]["VpcId"]
    subnets = []
    for number, zone in enumerate(service.availability_zone_ids or zone_ids(ec2)[:2]):
        cidr = f"172.20.{number}.0/24"
        subnets.append(ec2.create_subnet(VpcId=vpc, CidrBlock=cidr, AvailabilityZoneId=zone)["Subnet"]["SubnetId"])
    balancer = elb.create_load_balancer(
        Name=service.id[-20:],
        Subnets=subnets,
        SecurityGroups=[make_group(ec2, vpc, service)],
        Type="network",
        Scheme="internal",
    )["LoadBalancers"][0]["LoadBalancerArn"]
    across = {"Key": "load_balancing.cross_zone.enabled", "Value": "true"}
    elb.modify_load_balancer_attributes(LoadBalancerArn=balancer, Attributes=[across])
    for port in service.listener_ports:
        make_listener(elb, vpc, balancer, service, port)
    ec2.create_vpc_endpoint_service_configuration(
        AcceptanceRequired=service.acceptance_required,
        NetworkLoadBalancerArns=[balancer],
        SupportedRegions=service.supported_regions,
        TagSpecifications=named("vpc-endpoint-service", service.id),
    )
    principals = service.allowed_principals
    ec2.modify_vpc_endpoint_service_permissions(ServiceId=service.id, AddAllowedPrincipals=principals)


def make_group(ec2: Any, vpc: str, service: EndpointService) -> str:
    """A load balancer's security group: in from the clients, out to the target."""
    group = ec2.create_security_group(GroupName=service.id, Description=service.id, VpcId=vpc)["GroupId"]
    ec2.revoke_security_group_egress(GroupId=group, IpPermissions=[permission(-1, ["0.0.0.0/0"])])
    for port in service.listener_ports:
        clients = permission(port, service.client_cidr_blocks)
        ec2.authorize_security_group_ingress(GroupId=group, IpPermissions=[clients])
        ec2.authorize_security_group_egress(GroupId=group, IpPermissions=[permission(port, [f"{TARGET}/32"])])
    return group


def permission(port: int, cidrs: List[str]) -> Document:
    """A rule of a security group: a TCP port, or everything where it is -1."""
    ranges = [{"CidrIp": cidr} for cidr in cidrs]
    if port == -1:
        return {"IpProtocol": "-1", "IpRanges": ranges}
    return {"IpProtocol": "tcp", "FromPort": port, "ToPort": port, "IpRanges": ranges}


def make_listener(elb: Any, vpc: str, balancer: str, service: EndpointService, port: int) -> None:
    """A port of a load balancer, and the target behind it."""
    group = elb.create_target_group(
        Name=f"{service.id[-17:]}-{port}", Protocol="TCP", Port=port, VpcId=vpc, TargetType="ip"
    )["TargetGroups"][0]["TargetGroupArn"]
    elb.register_targets(TargetGroupArn=group, Targets=[{"Id": TARGET, "Port": port}])
    elb.create_listener(
        LoadBalancerArn=balancer,
        Protocol="TCP",
        Port=port,
        DefaultActions=[{"Type": "forward", "TargetGroupArn": group}],
    )
