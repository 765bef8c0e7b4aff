"""Target groups and the targets in them."""

from .kind import Aws, Made, Properties, added, define, picked, undone
from .load_balancers import changed_attributes, new_name, retag_elb

HEALTH_CHECK = (
    "HealthCheckEnabled HealthCheckIntervalSeconds HealthCheckPath HealthCheckPort HealthCheckProtocol"
    " HealthCheckTimeoutSeconds HealthyThresholdCount Matcher UnhealthyThresholdCount"
)


def create_target_group(aws: Aws, properties: Properties) -> Made:
    asked = picked(properties, f"{HEALTH_CHECK} Name Port Protocol Tags TargetType VpcId")
    arn = aws.elb.create_target_group(**{"Name": new_name(), **asked})["TargetGroups"][0]["TargetGroupArn"]
    made = Made(arn, {"TargetGroupArn": arn, "TargetGroupFullName": arn.rsplit(":", 1)[1]})
    with undone(lambda: delete_target_group(aws, made)):
        _change_attributes_and_targets(aws, made, {}, properties)
    return made


def update_target_group(aws: Aws, made: Made, old: Properties, new: Properties) -> Made:
    check = picked(new, HEALTH_CHECK)
    if check != picked(old, HEALTH_CHECK):
        aws.elb.modify_target_group(TargetGroupArn=made.ref, **check)
    _change_attributes_and_targets(aws, made, old, new)
    return made


def _change_attributes_and_targets(aws: Aws, made: Made, old: Properties, new: Properties) -> None:
    attributes = changed_attributes("TargetGroupAttributes", old, new)
    if attributes:
        aws.elb.modify_target_group_attributes(TargetGroupArn=made.ref, Attributes=attributes)
    before, after = old.get("Targets", []), new.get("Targets", [])
    if added(before, after):
        aws.elb.register_targets(TargetGroupArn=made.ref, Targets=added(before, after))
    if added(after, before):
        aws.elb.deregister_targets(TargetGroupArn=made.ref, Targets=added(after, before))


def delete_target_group(aws: Aws, made: Made) -> None:
    aws.elb.delete_target_group(TargetGroupArn=made.ref)


define(
    "AWS::ElasticLoadBalancingV2::TargetGroup",
    attributes="TargetGroupArn TargetGroupFullName",
    replacing="Name Port Protocol TargetType VpcId",
    mutable=f"{HEALTH_CHECK} TargetGroupAttributes Targets",
    create=create_target_group,
    update=update_target_group,
    retag=retag_elb,
    delete=delete_target_group,
)
