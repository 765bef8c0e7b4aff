"""Endpoint services and who may ask for them."""

from .kind import Aws, Made, Properties, added, define, picked, retag_ec2, tag_specifications


def create_service(aws: Aws, properties: Properties) -> Made:
    asked = picked(properties, "NetworkLoadBalancerArns SupportedIpAddressTypes SupportedRegions")
    made = aws.ec2.create_vpc_endpoint_service_configuration(
        **asked,
        AcceptanceRequired=properties.get("AcceptanceRequired", False),
        TagSpecifications=tag_specifications("vpc-endpoint-service", properties),
    )["ServiceConfiguration"]["ServiceId"]
    return Made(made, {"ServiceId": made})


def update_service(aws: Aws, made: Made, old: Properties, new: Properties) -> Made:
    asked = {}
    for name in ("NetworkLoadBalancerArns", "SupportedRegions", "SupportedIpAddressTypes"):
        before, after = old.get(name, []), new.get(name, [])
        asked.update({f"Add{name}": added(before, after), f"Remove{name}": added(after, before)})
    aws.ec2.modify_vpc_endpoint_service_configuration(
        ServiceId=made.ref,
        AcceptanceRequired=new.get("AcceptanceRequired", False),
        **{name: entries for name, entries in asked.items() if entries},
    )
    return made


def create_permissions(aws: Aws, properties: Properties) -> Made:
    made = Made(f"{properties['ServiceId']}-permissions", {"Service": properties["ServiceId"]})
    return update_permissions(aws, made, {}, properties)


def update_permissions(aws: Aws, made: Made, old: Properties, new: Properties) -> Made:
    before, after = old.get("AllowedPrincipals", []), new.get("AllowedPrincipals", [])
    changes = {"AddAllowedPrincipals": added(before, after), "RemoveAllowedPrincipals": added(after, before)}
    asked = {name: principals for name, principals in changes.items() if principals}
    if asked:
        aws.ec2.modify_vpc_endpoint_service_permissions(ServiceId=made.attributes["Service"], **asked)
    return Made(made.ref, {**made.attributes, "Allowed": after})


def delete_permissions(aws: Aws, made: Made) -> None:
    update_permissions(aws, made, {"AllowedPrincipals": made.attributes["Allowed"]}, {})


define(
    "AWS::EC2::VPCEndpointService",
    attributes="ServiceId",
    mutable="AcceptanceRequired NetworkLoadBalancerArns SupportedIpAddressTypes SupportedRegions",
    create=create_service,
    update=update_service,
    retag=retag_ec2,
    delete=lambda aws, made: aws.ec2.delete_vpc_endpoint_service_configurations(ServiceIds=[made.ref]),
)
define(
    "AWS::EC2::VPCEndpointServicePermissions",
    replacing="ServiceId",
    mutable="AllowedPrincipals",
    create=create_permissions,
    update=update_permissions,
    delete=delete_permissions,
)
