"""Listeners of load balancers."""

from .kind import Aws, Made, Properties, define, picked
from .load_balancers import retag_elb


def create_listener(aws: Aws, properties: Properties) -> Made:
    made = aws.elb.create_listener(**properties)["Listeners"][0]["ListenerArn"]
    return Made(made, {"ListenerArn": made})


def update_listener(aws: Aws, made: Made, old: Properties, new: Properties) -> Made:
    aws.elb.modify_listener(ListenerArn=made.ref, **picked(new, "DefaultActions Port Protocol"))
    return made


define(
    "AWS::ElasticLoadBalancingV2::Listener",
    attributes="ListenerArn",
    replacing="LoadBalancerArn",
    mutable="DefaultActions Port Protocol",
    create=create_listener,
    update=update_listener,
    retag=retag_elb,
    delete=lambda aws, made: aws.elb.delete_listener(ListenerArn=made.ref),
)
