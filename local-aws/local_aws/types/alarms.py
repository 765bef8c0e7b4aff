"""CloudWatch alarms."""

import uuid

from .handler import Aws, Made, Properties, define

NUMBERS = {"EvaluationPeriods": int, "Period": int, "DatapointsToAlarm": int, "Threshold": float}


def create_alarm(aws: Aws, properties: Properties) -> Made:
    name = properties.get("AlarmName", f"local-{uuid.uuid4().hex[:16]}")
    asked = {key: value for key, value in properties.items() if key != "AlarmName"}
    asked.update({key: kind(asked[key]) for key, kind in NUMBERS.items() if key in asked})
    cloudwatch = aws.client("cloudwatch")
    cloudwatch.put_metric_alarm(AlarmName=name, **asked)
    made = cloudwatch.describe_alarms(AlarmNames=[name])["MetricAlarms"][0]
    return Made(name, {"Arn": made["AlarmArn"]})


define(
    "AWS::CloudWatch::Alarm",
    "Arn",
    create_alarm,
    lambda aws, made: aws.client("cloudwatch").delete_alarms(AlarmNames=[made.ref]),
)
