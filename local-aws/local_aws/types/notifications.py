"""Notifications about endpoint connections, and the topics that they go to."""

import json
import uuid
from typing import Any, Dict, List

from .kind import Aws, Made, Properties, define, picked, tag_list

ATTRIBUTES = "DisplayName KmsMasterKeyId"


def create_notification(aws: Aws, properties: Properties) -> Made:
    made = aws.ec2.create_vpc_endpoint_connection_notification(
        **picked(properties, "ConnectionEvents ConnectionNotificationArn ServiceId"),
        **({"VpcEndpointId": properties["VPCEndpointId"]} if "VPCEndpointId" in properties else {}),
    )["ConnectionNotification"]["ConnectionNotificationId"]
    return Made(made, {"VPCEndpointConnectionNotificationId": made})


def update_notification(aws: Aws, made: Made, old: Properties, new: Properties) -> Made:
    asked = picked(new, "ConnectionEvents ConnectionNotificationArn")
    aws.ec2.modify_vpc_endpoint_connection_notification(ConnectionNotificationId=made.ref, **asked)
    return made


def delete_notification(aws: Aws, made: Made) -> None:
    aws.ec2.delete_vpc_endpoint_connection_notifications(ConnectionNotificationIds=[made.ref])


def create_topic(aws: Aws, properties: Properties) -> Made:
    name = properties.get("TopicName", f"local-{uuid.uuid4().hex[:16]}")
    asked = picked(properties, "Tags")
    arn = aws.client("sns").create_topic(Name=name, Attributes=picked(properties, ATTRIBUTES), **asked)["TopicArn"]
    return Made(arn, {"TopicArn": arn, "TopicName": name})


def update_topic(aws: Aws, made: Made, old: Properties, new: Properties) -> Made:
    for name in ATTRIBUTES.split():
        if old.get(name) != new.get(name):
            value = new.get(name, "")
            aws.client("sns").set_topic_attributes(TopicArn=made.ref, AttributeName=name, AttributeValue=value)
    return made


def retag_topic(aws: Aws, made: Made, put: Dict[str, str], removed: List[str]) -> None:
    if put:
        aws.client("sns").tag_resource(ResourceArn=made.ref, Tags=tag_list(put))
    if removed:
        aws.client("sns").untag_resource(ResourceArn=made.ref, TagKeys=removed)


def create_policy(aws: Aws, properties: Properties) -> Made:
    made = Made(uuid.uuid4().hex)
    return update_policy(aws, made, {}, properties)


def update_policy(aws: Aws, made: Made, old: Properties, new: Properties) -> Made:
    _set_policy(aws, [t for t in old.get("Topics", []) if t not in new["Topics"]], None)
    _set_policy(aws, new["Topics"], new["PolicyDocument"])
    return Made(made.ref, {"Id": made.ref, "Topics": new["Topics"]})


def _set_policy(aws: Aws, topics: List[str], document: Any) -> None:
    """Without a document the topic is its owner's again."""
    for topic in topics:
        owner = {"Effect": "Allow", "Principal": {"AWS": aws.account}, "Action": "SNS:Publish", "Resource": topic}
        text = json.dumps(document or {"Version": "2012-10-17", "Statement": [owner]})
        aws.client("sns").set_topic_attributes(TopicArn=topic, AttributeName="Policy", AttributeValue=text)


define(
    "AWS::EC2::VPCEndpointConnectionNotification",
    attributes="VPCEndpointConnectionNotificationId",
    replacing="ServiceId VPCEndpointId",
    mutable="ConnectionEvents ConnectionNotificationArn",
    create=create_notification,
    update=update_notification,
    delete=delete_notification,
)
define(
    "AWS::SNS::Topic",
    attributes="TopicArn TopicName",
    replacing="TopicName",
    mutable=ATTRIBUTES,
    create=create_topic,
    update=update_topic,
    retag=retag_topic,
    delete=lambda aws, made: aws.client("sns").delete_topic(TopicArn=made.ref),
)
define(
    "AWS::SNS::TopicPolicy",
    attributes="Id",
    mutable="PolicyDocument Topics",
    create=create_policy,
    update=update_policy,
    delete=lambda aws, made: _set_policy(aws, made.attributes["Topics"], None),
)
