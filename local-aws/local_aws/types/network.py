"""VPCs, subnets and peering connections.

moto has these types, but knows no subnet by AZ ID, no peer in another Region, and few of their attributes.
"""

from .kind import Aws, Made, Properties, define, picked, retag_ec2, tag_specifications, undone

SUBNET = "SubnetId VpcId CidrBlock AvailabilityZone AvailabilityZoneId"
# attribute, and what a VPC has without being asked
DNS = {"EnableDnsSupport": True, "EnableDnsHostnames": False}


def create_vpc(aws: Aws, properties: Properties) -> Made:
    asked = picked(properties, "CidrBlock InstanceTenancy")
    vpc = aws.ec2.create_vpc(**asked, TagSpecifications=tag_specifications("vpc", properties))["Vpc"]["VpcId"]
    made = Made(vpc, {"VpcId": vpc, "CidrBlock": properties["CidrBlock"]})
    with undone(lambda: delete_vpc(aws, made)):
        return update_vpc(aws, made, {}, properties)


def read_vpc(aws: Aws, ref: str) -> Made:
    return Made(ref, picked(aws.ec2.describe_vpcs(VpcIds=[ref])["Vpcs"][0], "VpcId CidrBlock"))


def update_vpc(aws: Aws, made: Made, old: Properties, new: Properties) -> Made:
    for attribute, default in DNS.items():
        if old.get(attribute) != new.get(attribute):
            aws.ec2.modify_vpc_attribute(VpcId=made.ref, **{attribute: {"Value": new.get(attribute, default)}})
    return made


def delete_vpc(aws: Aws, made: Made) -> None:
    aws.ec2.delete_vpc(VpcId=made.ref)


def create_subnet(aws: Aws, properties: Properties) -> Made:
    asked = picked(properties, "AvailabilityZone AvailabilityZoneId CidrBlock VpcId")
    specifications = tag_specifications("subnet", properties)
    made = _subnet(aws.ec2.create_subnet(**asked, TagSpecifications=specifications)["Subnet"])
    with undone(lambda: delete_subnet(aws, made)):
        return update_subnet(aws, made, {}, properties)


def read_subnet(aws: Aws, ref: str) -> Made:
    return _subnet(aws.ec2.describe_subnets(SubnetIds=[ref])["Subnets"][0])


def _subnet(subnet: Properties) -> Made:
    return Made(subnet["SubnetId"], picked(subnet, SUBNET))


def update_subnet(aws: Aws, made: Made, old: Properties, new: Properties) -> Made:
    public = {"Value": new.get("MapPublicIpOnLaunch", False)}
    aws.ec2.modify_subnet_attribute(SubnetId=made.ref, MapPublicIpOnLaunch=public)
    return made


def delete_subnet(aws: Aws, made: Made) -> None:
    aws.ec2.delete_subnet(SubnetId=made.ref)


def create_peering(aws: Aws, properties: Properties) -> Made:
    """Within an account CloudFormation accepts by itself; between accounts it needs a role, which is not done here."""
    asked = picked(properties, "PeerRegion PeerVpcId VpcId")
    connection = aws.ec2.create_vpc_peering_connection(**asked)["VpcPeeringConnection"]["VpcPeeringConnectionId"]
    made = Made(connection, {"Id": connection})
    peer = aws.client("ec2", properties.get("PeerRegion", aws.region))
    with undone(lambda: delete_peering(aws, made)):
        peer.accept_vpc_peering_connection(VpcPeeringConnectionId=connection)
        retag_ec2(aws, made, {tag["Key"]: tag["Value"] for tag in properties.get("Tags", [])}, [])
    return made


def read_peering(aws: Aws, ref: str) -> Made:
    aws.ec2.describe_vpc_peering_connections(VpcPeeringConnectionIds=[ref])
    return Made(ref, {"Id": ref})


def delete_peering(aws: Aws, made: Made) -> None:
    aws.ec2.delete_vpc_peering_connection(VpcPeeringConnectionId=made.ref)


define(
    "AWS::EC2::VPC",
    attributes="VpcId CidrBlock",
    replacing="CidrBlock",
    conditional="InstanceTenancy",
    mutable="EnableDnsHostnames EnableDnsSupport",
    create=create_vpc,
    update=update_vpc,
    retag=retag_ec2,
    read=read_vpc,
    delete=delete_vpc,
)
define(
    "AWS::EC2::Subnet",
    attributes=SUBNET,
    replacing="AvailabilityZone AvailabilityZoneId CidrBlock VpcId",
    mutable="MapPublicIpOnLaunch",
    create=create_subnet,
    update=update_subnet,
    retag=retag_ec2,
    read=read_subnet,
    delete=delete_subnet,
)
define(
    "AWS::EC2::VPCPeeringConnection",
    attributes="Id",
    replacing="PeerRegion PeerVpcId VpcId",
    create=create_peering,
    retag=retag_ec2,
    read=read_peering,
    delete=delete_peering,
)
