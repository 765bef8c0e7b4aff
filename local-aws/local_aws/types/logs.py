"""Log groups and flow logs."""

import uuid
from typing import Dict, List

from .kind import Aws, Made, Properties, define, picked, retag_ec2, tag_specifications, undone


def create_group(aws: Aws, properties: Properties) -> Made:
    name = properties.get("LogGroupName", f"local-{uuid.uuid4().hex[:16]}")
    tags = {tag["Key"]: tag["Value"] for tag in properties.get("Tags", [])}
    logs = aws.client("logs")
    logs.create_log_group(logGroupName=name, **({"tags": tags} if tags else {}))
    made = Made(name, {"Arn": f"arn:aws:logs:{aws.region}:{aws.account}:log-group:{name}:*"})
    with undone(lambda: delete_group(aws, made)):
        return update_group(aws, made, {}, properties)


def update_group(aws: Aws, made: Made, old: Properties, new: Properties) -> Made:
    logs = aws.client("logs")
    if "RetentionInDays" in new:
        logs.put_retention_policy(logGroupName=made.ref, retentionInDays=new["RetentionInDays"])
    elif "RetentionInDays" in old:
        logs.delete_retention_policy(logGroupName=made.ref)
    return made


def retag_group(aws: Aws, made: Made, put: Dict[str, str], removed: List[str]) -> None:
    arn = made.attributes["Arn"][: -len(":*")]
    if put:
        aws.client("logs").tag_resource(resourceArn=arn, tags=put)
    if removed:
        aws.client("logs").untag_resource(resourceArn=arn, tagKeys=removed)


def delete_group(aws: Aws, made: Made) -> None:
    aws.client("logs").delete_log_group(logGroupName=made.ref)


def create_flow_log(aws: Aws, properties: Properties) -> Made:
    made = aws.ec2.create_flow_logs(
        **picked(properties, "DeliverLogsPermissionArn LogDestination LogDestinationType LogFormat LogGroupName"),
        **picked(properties, "ResourceType TrafficType MaxAggregationInterval"),
        ResourceIds=[properties["ResourceId"]],
        TagSpecifications=tag_specifications("vpc-flow-log", properties),
    )["FlowLogIds"][0]
    return Made(made, {"Id": made})


define(
    "AWS::Logs::LogGroup",
    attributes="Arn",
    replacing="LogGroupName",
    mutable="RetentionInDays",
    create=create_group,
    update=update_group,
    retag=retag_group,
    delete=delete_group,
)
define(
    "AWS::EC2::FlowLog",
    attributes="Id",
    replacing="DeliverLogsPermissionArn LogDestination LogDestinationType LogFormat LogGroupName"
    " MaxAggregationInterval ResourceId ResourceType TrafficType",
    create=create_flow_log,
    retag=retag_ec2,
    delete=lambda aws, made: aws.ec2.delete_flow_logs(FlowLogIds=[made.ref]),
)
