"""Targets of target groups; moto knows one port of a target, and no zone."""

from ipaddress import ip_address, ip_network
from typing import Any, Dict, List, Tuple

from moto.ec2.models import ec2_backends
from moto.elbv2.models import elbv2_backends

from .balancers import NAMESPACE
from .calls import Call, Refused
from .front import Action, Key

PRIVATE = [ip_network(cidr) for cidr in ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10")]
Targets = Dict[Tuple[str, str], Dict[str, str]]


def _group(call: Call) -> Any:
    group = elbv2_backends[call.account][call.region].target_groups.get(call.get("TargetGroupArn"))
    if group is None:
        raise Refused("TargetGroupNotFound", "One or more target groups not found")
    return group


def _kept(group: Any) -> Targets:
    return group.__dict__.setdefault("local_aws_targets", {})


def _asked(call: Call, group: Any) -> Targets:
    """The targets that a call names; without a port it is the group's."""
    found: Targets = {}
    number = 1
    while call.get(f"Targets.member.{number}.Id"):
        names = ("Id", "Port", "AvailabilityZone")
        target = {name: call.get(f"Targets.member.{number}.{name}") for name in names}
        target["Port"] = target["Port"] or str(group.port)
        found[target["Id"], target["Port"]] = {name: value for name, value in target.items() if value}
        number += 1
    return found


def register(call: Call) -> str:
    """RegisterTargets."""
    group = _group(call)
    asked = _asked(call, group)
    for target in asked.values():
        if group.target_type == "ip":
            _check_address(call, group, target)
    _kept(group).update(asked)
    return _answer(call, "")


def _check_address(call: Call, group: Any, target: Dict[str, str]) -> None:
    """An address is private, and its zone "all" where it is in no CIDR block of the group's VPC, and only there."""
    address = ip_address(target["Id"])
    vpc = ec2_backends[call.account][call.region].get_vpc(group.vpc_id)
    if any(address in ip_network(one["cidr_block"]) for one in vpc.get_cidr_block_association_set()):
        if target.get("AvailabilityZone") == "all":
            reason = "The Availability Zone 'all' is for targets outside of the VPC"
            raise Refused("ValidationError", f"{reason}: '{address}'")
        return
    if not any(address in network for network in PRIVATE):
        raise Refused("ValidationError", f"The IP address '{address}' is not a valid private IP address")
    if target.get("AvailabilityZone") != "all":
        reason = "An Availability Zone of 'all' must be specified for targets outside of the VPC"
        raise Refused("ValidationError", f"{reason}: '{address}'")


def deregister(call: Call) -> str:
    """DeregisterTargets; without a port all of a target's."""
    group = _group(call)
    for number, (name, port) in enumerate(_asked(call, group), 1):
        every = not call.get(f"Targets.member.{number}.Port")
        for key in [key for key in _kept(group) if key == (name, port) or every and key[0] == name]:
            del _kept(group)[key]
    return _answer(call, "")


def describe_health(call: Call) -> str:
    """DescribeTargetHealth. Nothing is behind a target, so one that is used by a listener is healthy."""
    group = _group(call)
    asked = _asked(call, group)
    shown = [target for key, target in _kept(group).items() if not asked or key in asked]
    unused = "<State>unused</State><Reason>Target.NotInUse</Reason>"
    state = "<State>healthy</State>" if group.load_balancer_arns else unused
    return _answer(call, f"<TargetHealthDescriptions>{''.join(_members(shown, state))}</TargetHealthDescriptions>")


def _members(targets: List[Dict[str, str]], state: str) -> List[str]:
    texts = ["".join(f"<{name}>{value}</{name}>" for name, value in target.items()) for target in targets]
    return [f"<member><Target>{text}</Target><TargetHealth>{state}</TargetHealth></member>" for text in texts]


def _answer(call: Call, result: str) -> str:
    name = call.action
    return f'<{name}Response xmlns="{NAMESPACE}"><{name}Result>{result}</{name}Result></{name}Response>'


ACTIONS: Dict[Key, Action] = {
    ("elasticloadbalancing", "RegisterTargets"): register,
    ("elasticloadbalancing", "DeregisterTargets"): deregister,
    ("elasticloadbalancing", "DescribeTargetHealth"): describe_health,
}
