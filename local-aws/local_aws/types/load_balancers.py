"""Network load balancers; moto makes an application load balancer of every one."""

import uuid
from typing import Any, Dict, List

from .kind import Aws, Made, Properties, define, picked, tag_list, undone

ENFORCE = "EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic"


def create_load_balancer(aws: Aws, properties: Properties) -> Made:
    asked = picked(properties, "IpAddressType Name Scheme SecurityGroups Subnets Tags Type")
    made = aws.elb.create_load_balancer(**{"Name": new_name(), **asked})["LoadBalancers"][0]
    arn = made["LoadBalancerArn"]
    names = {"LoadBalancerFullName": arn.split("/", 1)[1], "DNSName": made["DNSName"]}
    balancer = Made(arn, {"LoadBalancerArn": arn, **names})
    with undone(lambda: delete_load_balancer(aws, balancer)):
        _set_attributes(aws, balancer, {}, properties)
        if ENFORCE in properties:
            _set_groups(aws, balancer, properties)
    return balancer


def new_name() -> str:
    """A name that is made up, as CloudFormation does."""
    return f"local-{uuid.uuid4().hex[:16]}"


def update_load_balancer(aws: Aws, made: Made, old: Properties, new: Properties) -> Made:
    if old.get("Subnets") != new.get("Subnets"):
        aws.elb.set_subnets(LoadBalancerArn=made.ref, Subnets=new["Subnets"])
    if any(old.get(name) != new.get(name) for name in ("SecurityGroups", ENFORCE)):
        _set_groups(aws, made, new)
    if old.get("IpAddressType") != new.get("IpAddressType"):
        aws.elb.set_ip_address_type(LoadBalancerArn=made.ref, IpAddressType=new.get("IpAddressType", "ipv4"))
    _set_attributes(aws, made, old, new)
    return made


def _set_groups(aws: Aws, made: Made, properties: Properties) -> None:
    enforced = {ENFORCE: properties.get(ENFORCE, "on")}
    groups = properties.get("SecurityGroups", [])
    aws.elb.set_security_groups(LoadBalancerArn=made.ref, SecurityGroups=groups, **enforced)


def _set_attributes(aws: Aws, made: Made, old: Properties, new: Properties) -> None:
    """What is no longer asked for stays as it is, as on AWS."""
    attributes = changed_attributes("LoadBalancerAttributes", old, new)
    if attributes:
        aws.elb.modify_load_balancer_attributes(LoadBalancerArn=made.ref, Attributes=attributes)


def changed_attributes(name: str, old: Properties, new: Properties) -> List[Any]:
    """The attributes that have another value than before."""
    return [attribute for attribute in new.get(name, []) if attribute not in old.get(name, [])]


def retag_elb(aws: Aws, made: Made, put: Dict[str, str], removed: List[str]) -> None:
    """Tags of whatever Elastic Load Balancing has."""
    if put:
        aws.elb.add_tags(ResourceArns=[made.ref], Tags=tag_list(put))
    if removed:
        aws.elb.remove_tags(ResourceArns=[made.ref], TagKeys=removed)


def delete_load_balancer(aws: Aws, made: Made) -> None:
    aws.elb.delete_load_balancer(LoadBalancerArn=made.ref)


define(
    "AWS::ElasticLoadBalancingV2::LoadBalancer",
    attributes="LoadBalancerArn DNSName LoadBalancerFullName",
    replacing="Name Scheme Type",
    mutable=f"{ENFORCE} IpAddressType LoadBalancerAttributes SecurityGroups Subnets",
    create=create_load_balancer,
    update=update_load_balancer,
    retag=retag_elb,
    delete=delete_load_balancer,
)
