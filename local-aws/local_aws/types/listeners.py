"""Listeners of load balancers."""

from .kind import Aws, Made, Properties, define, picked, undone
from .load_balancers import changed_attributes, retag_elb

ASKED = "DefaultActions Port Protocol"


def create_listener(aws: Aws, properties: Properties) -> Made:
    asked = picked(properties, f"{ASKED} LoadBalancerArn Tags")
    arn = aws.elb.create_listener(**asked)["Listeners"][0]["ListenerArn"]
    made = Made(arn, {"ListenerArn": arn})
    with undone(lambda: delete_listener(aws, made)):
        _set_attributes(aws, made, {}, properties)
    return made


def update_listener(aws: Aws, made: Made, old: Properties, new: Properties) -> Made:
    if picked(new, ASKED) != picked(old, ASKED):
        aws.elb.modify_listener(ListenerArn=made.ref, **picked(new, ASKED))
    _set_attributes(aws, made, old, new)
    return made


def _set_attributes(aws: Aws, made: Made, old: Properties, new: Properties) -> None:
    attributes = changed_attributes("ListenerAttributes", old, new)
    if attributes:
        aws.elb.modify_listener_attributes(ListenerArn=made.ref, Attributes=attributes)


def delete_listener(aws: Aws, made: Made) -> None:
    aws.elb.delete_listener(ListenerArn=made.ref)


define(
    "AWS::ElasticLoadBalancingV2::Listener",
    attributes="ListenerArn",
    replacing="LoadBalancerArn",
    mutable=f"{ASKED} ListenerAttributes",
    create=create_listener,
    update=update_listener,
    retag=retag_elb,
    delete=delete_listener,
)
