"""Load balancers: what AWS refuses, and what moto does not know of network load balancers."""

import re
from typing import Any, Dict, List

from moto.ec2.models import ec2_backends
from moto.elbv2 import models
from moto.elbv2.models import elbv2_backends

from . import state
from .calls import Call, Refused
from .front import CURRENT, Action, Guard, Key

ENFORCE = "EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic"
NAMESPACE = "http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/"


def wrap_arns() -> None:
    """moto calls every load balancer an Application Load Balancer."""
    named = models.make_arn_for_load_balancer

    def arn(**names: str) -> str:
        network = CURRENT.get().get("Type") == "network"
        made = str(named(**names))
        return made.replace(":loadbalancer/app/", ":loadbalancer/net/") if network else made

    models.make_arn_for_load_balancer = arn


def _balancer(call: Call) -> Any:
    arn = call.get("LoadBalancerArn")
    balancer = elbv2_backends[call.account][call.region].load_balancers.get(arn)
    if balancer is None:
        raise Refused("LoadBalancerNotFound", f"Load balancer '{arn}' not found")
    return balancer


def _is_network(balancer: Any) -> bool:
    """moto 5.1 has another name for it."""
    return bool("network" in (getattr(balancer, "type", ""), getattr(balancer, "loadbalancer_type", "")))


def _services_of(call: Call, arn: str) -> List[Any]:
    services = ec2_backends[call.account][call.region].configurations.values()
    return [service for service in services if arn in service.network_load_balancer_arns]


def refuse_deleting(call: Call) -> None:
    """Not while it is protected, and not while an endpoint service needs it."""
    balancer = _balancer(call)
    if balancer.attrs.get("deletion_protection.enabled") == "true":
        reason = "cannot be deleted because deletion protection is enabled"
        raise Refused("OperationNotPermitted", f"Load balancer '{balancer.arn}' {reason}")
    if _services_of(call, balancer.arn):
        reason = "cannot be deleted because it is associated with a VPC endpoint service"
        raise Refused("ResourceInUse", f"Load balancer '{balancer.arn}' {reason}")


def set_groups(call: Call) -> None:
    """A network load balancer that was made without security groups never gets one; moto does the rest."""
    balancer = _balancer(call)
    if _is_network(balancer) and not balancer.security_groups and any(call.all("SecurityGroups.member")):
        reason = "cannot be set on a network load balancer that was created without one"
        raise Refused("InvalidConfigurationRequest", f"Security groups {reason}")
    if call.get(ENFORCE):
        balancer.local_aws_enforced = call.get(ENFORCE)


def set_subnets(call: Call) -> str:
    """SetSubnets. moto wants two zones also of a network load balancer, which may have one."""
    balancer = _balancer(call)
    ec2 = ec2_backends[call.account][call.region]
    subnets = [ec2.get_subnet(subnet) for subnet in call.all("Subnets.member")]
    zones = [subnet.availability_zone for subnet in subnets]
    if len(set(zones)) < len(zones):
        raise Refused("InvalidConfigurationRequest", "A load balancer cannot be attached to two subnets of one zone")
    _refuse_leaving(call, balancer, zones)
    balancer.subnets = subnets
    members = "".join(
        f"<member><SubnetId>{subnet.id}</SubnetId><ZoneName>{subnet.availability_zone}</ZoneName></member>"
        for subnet in subnets
    )
    result = f"<AvailabilityZones>{members}</AvailabilityZones>"
    return f'<SetSubnetsResponse xmlns="{NAMESPACE}"><SetSubnetsResult>{result}</SetSubnetsResult></SetSubnetsResponse>'


def _refuse_leaving(call: Call, balancer: Any, zones: List[str]) -> None:
    """A zone stays while endpoints are connected."""
    left = sorted({subnet.availability_zone for subnet in balancer.subnets} - set(zones))
    connected = [e for service in _services_of(call, balancer.arn) for e in state.endpoints_of(service)]
    if left and [e for e in connected if e.state in ("available", "pendingAcceptance")]:
        reason = f"cannot leave {', '.join(left)} while VPC endpoints are connected"
        raise Refused("ResourceInUse", f"Load balancer '{balancer.arn}' {reason}")


def tell_enforcement(call: Call, body: str) -> str:
    """Adds the enforcement of security groups to DescribeLoadBalancers."""
    balancers = elbv2_backends[call.account][call.region].load_balancers

    def told(match: Any) -> str:
        balancer = balancers.get(match.group(1))
        if balancer is None or not _is_network(balancer) or not balancer.security_groups:
            return str(match.group(0))
        return f"{match.group(0)}<{ENFORCE}>{getattr(balancer, 'local_aws_enforced', 'on')}</{ENFORCE}>"

    return re.sub(r"<LoadBalancerArn>([^<]*)</LoadBalancerArn>", told, body)


GUARDS: Dict[Key, List[Guard]] = {
    ("elasticloadbalancing", "DeleteLoadBalancer"): [refuse_deleting],
    ("elasticloadbalancing", "SetSecurityGroups"): [set_groups],
}

ACTIONS: Dict[Key, Action] = {("elasticloadbalancing", "SetSubnets"): set_subnets}
