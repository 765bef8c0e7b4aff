"""VPCs, subnets, route tables, routes and peering connections.

moto has these types, but knows no subnet by AZ ID, no peer in another Region, and few of their attributes.
"""

from .handler import Aws, Made, Properties, define, only, picked, tags


def create_vpc(aws: Aws, properties: Properties) -> Made:
    only(properties, "CidrBlock EnableDnsHostnames EnableDnsSupport InstanceTenancy Tags")
    asked = picked(properties, "CidrBlock InstanceTenancy")
    vpc = aws.ec2.create_vpc(**asked, TagSpecifications=tags("vpc", properties))["Vpc"]["VpcId"]
    for attribute in ("EnableDnsSupport", "EnableDnsHostnames"):
        if attribute in properties:
            value = {"Value": str(properties[attribute]).lower() == "true"}
            aws.ec2.modify_vpc_attribute(VpcId=vpc, **{attribute: value})
    return Made(vpc, {"VpcId": vpc, "CidrBlock": properties["CidrBlock"]})


def create_subnet(aws: Aws, properties: Properties) -> Made:
    only(properties, "AvailabilityZone AvailabilityZoneId CidrBlock MapPublicIpOnLaunch Tags VpcId")
    asked = picked(properties, "AvailabilityZone AvailabilityZoneId CidrBlock VpcId")
    subnet = aws.ec2.create_subnet(**asked, TagSpecifications=tags("subnet", properties))["Subnet"]
    public = str(properties.get("MapPublicIpOnLaunch", False)).lower() == "true"
    aws.ec2.modify_subnet_attribute(SubnetId=subnet["SubnetId"], MapPublicIpOnLaunch={"Value": public})
    return Made(subnet["SubnetId"], picked(subnet, "SubnetId VpcId CidrBlock AvailabilityZone AvailabilityZoneId"))


def create_route_table(aws: Aws, properties: Properties) -> Made:
    only(properties, "Tags VpcId")
    made = aws.ec2.create_route_table(VpcId=properties["VpcId"], TagSpecifications=tags("route-table", properties))
    return Made(made["RouteTable"]["RouteTableId"], {"RouteTableId": made["RouteTable"]["RouteTableId"]})


def create_association(aws: Aws, properties: Properties) -> Made:
    made = aws.ec2.associate_route_table(**only(properties, "RouteTableId SubnetId"))["AssociationId"]
    return Made(made, {"Id": made})


def create_route(aws: Aws, properties: Properties) -> Made:
    aws.ec2.create_route(**only(properties, "DestinationCidrBlock RouteTableId VpcPeeringConnectionId"))
    return Made(f"{properties['RouteTableId']}|{properties['DestinationCidrBlock']}")


def delete_route(aws: Aws, made: Made) -> None:
    table, destination = made.ref.split("|")
    aws.ec2.delete_route(RouteTableId=table, DestinationCidrBlock=destination)


def create_peering(aws: Aws, properties: Properties) -> Made:
    """Within an account CloudFormation accepts by itself; between accounts it needs a role, which is not done here."""
    only(properties, "PeerRegion PeerVpcId Tags VpcId")
    asked = picked(properties, "PeerRegion PeerVpcId VpcId")
    connection = aws.ec2.create_vpc_peering_connection(**asked)["VpcPeeringConnection"]["VpcPeeringConnectionId"]
    peer = aws.client("ec2", properties.get("PeerRegion", aws.region))
    peer.accept_vpc_peering_connection(VpcPeeringConnectionId=connection)
    aws.ec2.create_tags(Resources=[connection], Tags=properties.get("Tags", []))
    return Made(connection, {"Id": connection})


define(
    "AWS::EC2::VPC",
    "VpcId CidrBlock",
    create_vpc,
    lambda aws, made: aws.ec2.delete_vpc(VpcId=made.ref),
)
define(
    "AWS::EC2::Subnet",
    "SubnetId VpcId CidrBlock AvailabilityZone AvailabilityZoneId",
    create_subnet,
    lambda aws, made: aws.ec2.delete_subnet(SubnetId=made.ref),
)
define(
    "AWS::EC2::RouteTable",
    "RouteTableId",
    create_route_table,
    lambda aws, made: aws.ec2.delete_route_table(RouteTableId=made.ref),
)
define(
    "AWS::EC2::SubnetRouteTableAssociation",
    "Id",
    create_association,
    lambda aws, made: aws.ec2.disassociate_route_table(AssociationId=made.ref),
)
define("AWS::EC2::Route", "", create_route, delete_route)
define(
    "AWS::EC2::VPCPeeringConnection",
    "Id",
    create_peering,
    lambda aws, made: aws.ec2.delete_vpc_peering_connection(VpcPeeringConnectionId=made.ref),
)
