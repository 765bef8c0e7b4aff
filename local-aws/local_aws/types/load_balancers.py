"""Network load balancers, target groups and listeners; moto makes an application load balancer of every one."""

import uuid

from .handler import Aws, Made, Properties, define, only, picked


HANDED_ON = "HealthCheckPath HealthCheckPort HealthCheckProtocol Port Protocol Tags TargetType VpcId"


def _name() -> str:
    return f"local-{uuid.uuid4().hex[:16]}"


def create_load_balancer(aws: Aws, properties: Properties) -> Made:
    only(
        properties,
        "EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic IpAddressType LoadBalancerAttributes Name Scheme"
        " SecurityGroups Subnets Tags Type",
    )
    elb = aws.client("elbv2")
    asked = picked(properties, "IpAddressType Scheme SecurityGroups Subnets Tags Type")
    made = elb.create_load_balancer(Name=properties.get("Name", _name()), **asked)["LoadBalancers"][0]
    arn = made["LoadBalancerArn"]
    if properties.get("LoadBalancerAttributes"):
        elb.modify_load_balancer_attributes(LoadBalancerArn=arn, Attributes=properties["LoadBalancerAttributes"])
    names = {"LoadBalancerFullName": arn.split("/", 1)[1], "DNSName": made["DNSName"]}
    return Made(arn, {"LoadBalancerArn": arn, **names})


def create_target_group(aws: Aws, properties: Properties) -> Made:
    only(
        properties,
        "HealthCheckIntervalSeconds HealthCheckPath HealthCheckPort HealthCheckProtocol Port Protocol Tags"
        " TargetGroupAttributes TargetType Targets VpcId",
    )
    elb = aws.client("elbv2")
    asked = picked(properties, HANDED_ON)
    if "HealthCheckIntervalSeconds" in properties:
        asked["HealthCheckIntervalSeconds"] = int(properties["HealthCheckIntervalSeconds"])
    made = elb.create_target_group(Name=_name(), **asked)["TargetGroups"][0]["TargetGroupArn"]
    if properties.get("TargetGroupAttributes"):
        elb.modify_target_group_attributes(TargetGroupArn=made, Attributes=properties["TargetGroupAttributes"])
    if properties.get("Targets"):
        elb.register_targets(TargetGroupArn=made, Targets=properties["Targets"])
    return Made(made, {"TargetGroupArn": made, "TargetGroupFullName": made.rsplit(":", 1)[1]})


def create_listener(aws: Aws, properties: Properties) -> Made:
    only(properties, "DefaultActions LoadBalancerArn Port Protocol Tags")
    made = aws.client("elbv2").create_listener(**properties)["Listeners"][0]["ListenerArn"]
    return Made(made, {"ListenerArn": made})


define(
    "AWS::ElasticLoadBalancingV2::LoadBalancer",
    "LoadBalancerArn DNSName LoadBalancerFullName",
    create_load_balancer,
    lambda aws, made: aws.client("elbv2").delete_load_balancer(LoadBalancerArn=made.ref),
)
define(
    "AWS::ElasticLoadBalancingV2::TargetGroup",
    "TargetGroupArn TargetGroupFullName",
    create_target_group,
    lambda aws, made: aws.client("elbv2").delete_target_group(TargetGroupArn=made.ref),
)
define(
    "AWS::ElasticLoadBalancingV2::Listener",
    "ListenerArn",
    create_listener,
    lambda aws, made: aws.client("elbv2").delete_listener(ListenerArn=made.ref),
)
