"""Keys of the key management service."""

import json
from typing import Dict, List

from .kind import Aws, Made, Properties, define, undone


def create_key(aws: Aws, properties: Properties) -> Made:
    tags = [{"TagKey": tag["Key"], "TagValue": tag["Value"]} for tag in properties.get("Tags", [])]
    policy = {"Policy": json.dumps(properties["KeyPolicy"])} if "KeyPolicy" in properties else {}
    description = properties.get("Description", "")
    key = aws.client("kms").create_key(Description=description, Tags=tags, **policy)["KeyMetadata"]
    made = Made(key["KeyId"], {"KeyId": key["KeyId"], "Arn": key["Arn"]})
    with undone(lambda: delete_key(aws, made)):
        _rotate(aws, made, properties)
    return made


def _rotate(aws: Aws, made: Made, properties: Properties) -> None:
    wanted = str(properties.get("EnableKeyRotation", False)).lower() == "true"
    kms = aws.client("kms")
    (kms.enable_key_rotation if wanted else kms.disable_key_rotation)(KeyId=made.ref)


def update_key(aws: Aws, made: Made, old: Properties, new: Properties) -> Made:
    kms = aws.client("kms")
    if old.get("KeyPolicy") != new.get("KeyPolicy"):
        kms.put_key_policy(KeyId=made.ref, PolicyName="default", Policy=json.dumps(new["KeyPolicy"]))
    kms.update_key_description(KeyId=made.ref, Description=new.get("Description", ""))
    _rotate(aws, made, new)
    return made


def retag_key(aws: Aws, made: Made, put: Dict[str, str], removed: List[str]) -> None:
    tags = [{"TagKey": key, "TagValue": value} for key, value in put.items()]
    if tags:
        aws.client("kms").tag_resource(KeyId=made.ref, Tags=tags)
    if removed:
        aws.client("kms").untag_resource(KeyId=made.ref, TagKeys=removed)


def delete_key(aws: Aws, made: Made) -> None:
    aws.client("kms").schedule_key_deletion(KeyId=made.ref, PendingWindowInDays=30)


define(
    "AWS::KMS::Key",
    attributes="KeyId Arn",
    mutable="Description EnableKeyRotation KeyPolicy",
    create=create_key,
    update=update_key,
    retag=retag_key,
    delete=delete_key,
)
