"""Types that CloudFormation knows, but that make nothing in an account."""

import uuid

from .kind import Aws, Made, Properties, define


def create_nothing(aws: Aws, properties: Properties) -> Made:
    return Made(uuid.uuid4().hex)


def change_nothing(aws: Aws, made: Made, old: Properties, new: Properties) -> Made:
    return made


define(
    "AWS::CDK::Metadata",
    mutable="Analytics",
    create=create_nothing,
    update=change_nothing,
    delete=lambda aws, made: None,
)
define("AWS::CloudFormation::WaitConditionHandle", create=create_nothing, delete=lambda aws, made: None)
