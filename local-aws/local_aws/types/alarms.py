"""CloudWatch alarms."""

import uuid
from typing import Dict, List

from .kind import Aws, Made, Properties, define, tag_list


def create_alarm(aws: Aws, properties: Properties) -> Made:
    name = properties.get("AlarmName", f"local-{uuid.uuid4().hex[:16]}")
    aws.client("cloudwatch").put_metric_alarm(**{**properties, "AlarmName": name})
    found = aws.client("cloudwatch").describe_alarms(AlarmNames=[name])["MetricAlarms"][0]
    return Made(name, {"Arn": found["AlarmArn"]})


def update_alarm(aws: Aws, made: Made, old: Properties, new: Properties) -> Made:
    """The API writes an alarm anew as a whole, but for its tags."""
    asked = {name: value for name, value in new.items() if name != "Tags"}
    aws.client("cloudwatch").put_metric_alarm(**{**asked, "AlarmName": made.ref})
    return made


def retag_alarm(aws: Aws, made: Made, put: Dict[str, str], removed: List[str]) -> None:
    arn = made.attributes["Arn"]
    if put:
        aws.client("cloudwatch").tag_resource(ResourceARN=arn, Tags=tag_list(put))
    if removed:
        aws.client("cloudwatch").untag_resource(ResourceARN=arn, TagKeys=removed)


define(
    "AWS::CloudWatch::Alarm",
    attributes="Arn",
    replacing="AlarmName",
    mutable="ActionsEnabled AlarmActions AlarmDescription ComparisonOperator DatapointsToAlarm Dimensions"
    " EvaluateLowSampleCountPercentile EvaluationPeriods ExtendedStatistic InsufficientDataActions MetricName"
    " Namespace OKActions Period Statistic Threshold TreatMissingData Unit",
    create=create_alarm,
    update=update_alarm,
    retag=retag_alarm,
    delete=lambda aws, made: aws.client("cloudwatch").delete_alarms(AlarmNames=[made.ref]),
)
