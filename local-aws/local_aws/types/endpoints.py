"""Interface endpoints."""

from .kind import Aws, Made, Properties, added, define, picked, retag_ec2, tag_specifications


def create_endpoint(aws: Aws, properties: Properties) -> Made:
    asked = picked(
        properties, "PrivateDnsEnabled SecurityGroupIds ServiceName ServiceRegion SubnetIds VpcEndpointType VpcId"
    )
    made = aws.ec2.create_vpc_endpoint(
        **{"PrivateDnsEnabled": False, **asked}, TagSpecifications=tag_specifications("vpc-endpoint", properties)
    )["VpcEndpoint"]
    return _made(made)


def update_endpoint(aws: Aws, made: Made, old: Properties, new: Properties) -> Made:
    asked = {}
    for name in ("SubnetIds", "SecurityGroupIds"):
        before, after = old.get(name, []), new.get(name, [])
        asked.update({f"Add{name}": added(before, after), f"Remove{name}": added(after, before)})
    private = {"PrivateDnsEnabled": new.get("PrivateDnsEnabled", False)}
    aws.ec2.modify_vpc_endpoint(VpcEndpointId=made.ref, **{k: v for k, v in asked.items() if v}, **private)
    return read_endpoint(aws, made.ref)


def read_endpoint(aws: Aws, ref: str) -> Made:
    return _made(aws.ec2.describe_vpc_endpoints(VpcEndpointIds=[ref])["VpcEndpoints"][0])


def _made(endpoint: Properties) -> Made:
    # an entry of the attribute is "hosted zone:name", the endpoint's own name first
    names = [f"{entry['HostedZoneId']}:{entry['DnsName']}" for entry in endpoint["DnsEntries"]]
    attributes = {"Id": endpoint["VpcEndpointId"], "DnsEntries": names}
    return Made(endpoint["VpcEndpointId"], {**attributes, "NetworkInterfaceIds": endpoint["NetworkInterfaceIds"]})


define(
    "AWS::EC2::VPCEndpoint",
    attributes="Id DnsEntries NetworkInterfaceIds",
    replacing="ServiceName ServiceRegion VpcEndpointType VpcId",
    mutable="PrivateDnsEnabled SecurityGroupIds SubnetIds",
    create=create_endpoint,
    update=update_endpoint,
    retag=retag_ec2,
    read=read_endpoint,
    delete=lambda aws, made: aws.ec2.delete_vpc_endpoints(VpcEndpointIds=[made.ref]),
)
