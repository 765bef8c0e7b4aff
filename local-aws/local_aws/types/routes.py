"""Route tables, their associations with subnets, and routes."""

from .kind import Aws, Made, Properties, define, retag_ec2, tag_specifications


def create_route_table(aws: Aws, properties: Properties) -> Made:
    specifications = tag_specifications("route-table", properties)
    made = aws.ec2.create_route_table(VpcId=properties["VpcId"], TagSpecifications=specifications)["RouteTable"]
    return Made(made["RouteTableId"], {"RouteTableId": made["RouteTableId"]})


def read_route_table(aws: Aws, ref: str) -> Made:
    aws.ec2.describe_route_tables(RouteTableIds=[ref])
    return Made(ref, {"RouteTableId": ref})


def create_association(aws: Aws, properties: Properties) -> Made:
    made = aws.ec2.associate_route_table(**properties)["AssociationId"]
    return Made(made, {"Id": made})


def create_route(aws: Aws, properties: Properties) -> Made:
    aws.ec2.create_route(**properties)
    return Made(f"{properties['RouteTableId']}|{properties['DestinationCidrBlock']}")


def update_route(aws: Aws, made: Made, old: Properties, new: Properties) -> Made:
    aws.ec2.replace_route(**new)
    return made


def delete_route(aws: Aws, made: Made) -> None:
    table, destination = made.ref.split("|")
    aws.ec2.delete_route(RouteTableId=table, DestinationCidrBlock=destination)


define(
    "AWS::EC2::RouteTable",
    attributes="RouteTableId",
    replacing="VpcId",
    create=create_route_table,
    retag=retag_ec2,
    read=read_route_table,
    delete=lambda aws, made: aws.ec2.delete_route_table(RouteTableId=made.ref),
)
define(
    "AWS::EC2::SubnetRouteTableAssociation",
    attributes="Id",
    replacing="RouteTableId SubnetId",
    create=create_association,
    delete=lambda aws, made: aws.ec2.disassociate_route_table(AssociationId=made.ref),
)
define(
    "AWS::EC2::Route",
    replacing="DestinationCidrBlock RouteTableId",
    mutable="GatewayId NatGatewayId VpcPeeringConnectionId",
    create=create_route,
    update=update_route,
    delete=delete_route,
)
