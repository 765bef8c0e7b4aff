"""EC2 instances and their profiles: what stands behind a load balancer."""

import uuid
from typing import Any, Dict

from .kind import Aws, Made, Properties, define, picked, retag_ec2, tag_specifications, undone


def create_profile(aws: Aws, properties: Properties) -> Made:
    name = properties.get("InstanceProfileName", f"local-{uuid.uuid4().hex[:16]}")
    iam = aws.client("iam")
    profile = iam.create_instance_profile(InstanceProfileName=name, **picked(properties, "Path"))["InstanceProfile"]
    made = Made(name, {"Arn": profile["Arn"], "Roles": list(properties["Roles"])})
    with undone(lambda: delete_profile(aws, made)):
        for role in properties["Roles"]:
            iam.add_role_to_instance_profile(InstanceProfileName=name, RoleName=role)
    return made


def delete_profile(aws: Aws, made: Made) -> None:
    iam = aws.client("iam")
    for role in iam.get_instance_profile(InstanceProfileName=made.ref)["InstanceProfile"]["Roles"]:
        iam.remove_role_from_instance_profile(InstanceProfileName=made.ref, RoleName=role["RoleName"])
    iam.delete_instance_profile(InstanceProfileName=made.ref)


def create_instance(aws: Aws, properties: Properties) -> Made:
    asked: Dict[str, Any] = picked(properties, "ImageId InstanceType SecurityGroupIds SubnetId UserData")
    if "AvailabilityZone" in properties:
        asked["Placement"] = {"AvailabilityZone": properties["AvailabilityZone"]}
    if "IamInstanceProfile" in properties:
        asked["IamInstanceProfile"] = {"Name": properties["IamInstanceProfile"]}
    tags = tag_specifications("instance", properties)
    instance = aws.ec2.run_instances(**asked, TagSpecifications=tags, MinCount=1, MaxCount=1)["Instances"][0]
    return Made(
        instance["InstanceId"], {"InstanceId": instance["InstanceId"], "PrivateIp": instance["PrivateIpAddress"]}
    )


define(
    "AWS::IAM::InstanceProfile",
    attributes="Arn",
    replacing="InstanceProfileName Path",
    mutable="Roles",
    create=create_profile,
    delete=delete_profile,
)
define(
    "AWS::EC2::Instance",
    attributes="InstanceId PrivateIp",
    replacing="AvailabilityZone ImageId SubnetId",
    conditional="InstanceType SecurityGroupIds UserData",
    mutable="IamInstanceProfile",
    create=create_instance,
    retag=retag_ec2,
    delete=lambda aws, made: aws.ec2.terminate_instances(InstanceIds=[made.ref]),
)
