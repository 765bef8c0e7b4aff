"""Parameters of Systems Manager."""

import uuid
from typing import Any, Dict, List

from .kind import Aws, Made, Properties, define, picked, tag_list

WRITTEN = "AllowedPattern DataType Description Tier Type Value"


def create_parameter(aws: Aws, properties: Properties) -> Made:
    name = properties.get("Name", f"local-{uuid.uuid4().hex[:16]}")
    tags = tag_list(properties.get("Tags", {}))
    aws.client("ssm").put_parameter(Name=name, **picked(properties, WRITTEN), Tags=tags)
    return _made(name, properties)


def _made(name: str, properties: Properties) -> Made:
    return Made(name, picked(properties, "Type Value"))


def update_parameter(aws: Aws, made: Made, old: Properties, new: Properties) -> Made:
    aws.client("ssm").put_parameter(Name=made.ref, **picked(new, WRITTEN), Overwrite=True)
    return _made(made.ref, new)


def retag_parameter(aws: Aws, made: Made, put: Dict[str, str], removed: List[str]) -> None:
    asked: Dict[str, Any] = {"ResourceType": "Parameter", "ResourceId": made.ref}
    if put:
        aws.client("ssm").add_tags_to_resource(**asked, Tags=tag_list(put))
    if removed:
        aws.client("ssm").remove_tags_from_resource(**asked, TagKeys=removed)


define(
    "AWS::SSM::Parameter",
    attributes="Type Value",
    replacing="Name",
    mutable="AllowedPattern DataType Description Tier Type Value",
    create=create_parameter,
    update=update_parameter,
    retag=retag_parameter,
    tags_are_a_mapping=True,
    delete=lambda aws, made: aws.client("ssm").delete_parameter(Name=made.ref),
)
