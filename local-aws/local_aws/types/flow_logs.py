"""Flow logs of a VPC."""

from .handler import Aws, Made, Properties, define, only, picked, tags


def create_flow_log(aws: Aws, properties: Properties) -> Made:
    only(
        properties,
        "DeliverLogsPermissionArn LogDestination LogDestinationType LogFormat LogGroupName MaxAggregationInterval"
        " ResourceId ResourceType Tags TrafficType",
    )
    made = aws.ec2.create_flow_logs(
        **picked(properties, "DeliverLogsPermissionArn LogDestination LogDestinationType LogFormat LogGroupName"),
        **picked(properties, "ResourceType TrafficType MaxAggregationInterval"),
        ResourceIds=[properties["ResourceId"]],
        TagSpecifications=tags("vpc-flow-log", properties),
    )["FlowLogIds"][0]
    return Made(made, {"Id": made})


define(
    "AWS::EC2::FlowLog",
    "Id",
    create_flow_log,
    lambda aws, made: aws.ec2.delete_flow_logs(FlowLogIds=[made.ref]),
)
