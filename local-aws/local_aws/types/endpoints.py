"""Interface endpoints, endpoint services and their permissions."""

from .handler import Aws, Made, Properties, define, only, picked, tags


def create_endpoint(aws: Aws, properties: Properties) -> Made:
    only(
        properties,
        "PrivateDnsEnabled SecurityGroupIds ServiceName ServiceRegion SubnetIds Tags VpcEndpointType VpcId",
    )
    asked = picked(properties, "SecurityGroupIds ServiceName ServiceRegion SubnetIds VpcEndpointType VpcId")
    private = str(properties.get("PrivateDnsEnabled", False)).lower() == "true"
    made = aws.ec2.create_vpc_endpoint(
        **asked, PrivateDnsEnabled=private, TagSpecifications=tags("vpc-endpoint", properties)
    )["VpcEndpoint"]
    # an entry of the attribute is "hosted zone:name", the endpoint's own name first
    names = [f"{entry['HostedZoneId']}:{entry['DnsName']}" for entry in made["DnsEntries"]]
    attributes = {"Id": made["VpcEndpointId"], "DnsEntries": names}
    return Made(made["VpcEndpointId"], {**attributes, "NetworkInterfaceIds": made["NetworkInterfaceIds"]})


def create_service(aws: Aws, properties: Properties) -> Made:
    only(properties, "AcceptanceRequired NetworkLoadBalancerArns SupportedIpAddressTypes SupportedRegions Tags")
    asked = picked(properties, "NetworkLoadBalancerArns SupportedIpAddressTypes SupportedRegions")
    required = str(properties.get("AcceptanceRequired", False)).lower() == "true"
    made = aws.ec2.create_vpc_endpoint_service_configuration(
        **asked, AcceptanceRequired=required, TagSpecifications=tags("vpc-endpoint-service", properties)
    )["ServiceConfiguration"]["ServiceId"]
    return Made(made, {"ServiceId": made})


def create_permissions(aws: Aws, properties: Properties) -> Made:
    only(properties, "AllowedPrincipals ServiceId")
    allowed = properties.get("AllowedPrincipals", [])
    aws.ec2.modify_vpc_endpoint_service_permissions(ServiceId=properties["ServiceId"], AddAllowedPrincipals=allowed)
    return Made(f"{properties['ServiceId']}-permissions", {"Service": properties["ServiceId"], "Allowed": allowed})


def delete_permissions(aws: Aws, made: Made) -> None:
    aws.ec2.modify_vpc_endpoint_service_permissions(
        ServiceId=made.attributes["Service"], RemoveAllowedPrincipals=made.attributes["Allowed"]
    )


define(
    "AWS::EC2::VPCEndpoint",
    "Id DnsEntries NetworkInterfaceIds",
    create_endpoint,
    lambda aws, made: aws.ec2.delete_vpc_endpoints(VpcEndpointIds=[made.ref]),
)
define(
    "AWS::EC2::VPCEndpointService",
    "ServiceId",
    create_service,
    lambda aws, made: aws.ec2.delete_vpc_endpoint_service_configurations(ServiceIds=[made.ref]),
)
define("AWS::EC2::VPCEndpointServicePermissions", "", create_permissions, delete_permissions)
