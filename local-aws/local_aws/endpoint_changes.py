"""Changes of endpoints and of endpoint services; moto knows few of them, and some not at all in its older versions.

Each can be made a second time, so that a change that was broken off halfway can be finished, or put back.
"""

from typing import Any, Dict, List

from moto.ec2.models import ec2_backends
from moto.ec2.utils import random_private_ip
from moto.elbv2.models import elbv2_backends

from . import endpoint_models, handshake, state
from .calls import Call, Refused, ec2_response
from .front import Action, Key
from .unsupported import unsupported

ENDPOINT = ("AddSecurityGroupId", "AddSubnetId", "PrivateDnsEnabled", "RemoveSecurityGroupId", "RemoveSubnetId")
SERVICE = (
    "AcceptanceRequired",
    "AddNetworkLoadBalancerArn",
    "AddSupportedIpAddressType",
    "AddSupportedRegion",
    "RemoveNetworkLoadBalancerArn",
    "RemoveSupportedIpAddressType",
    "RemoveSupportedRegion",
)
ALWAYS = ("Action", "ServiceId", "Version", "VpcEndpointId")


def _only(call: Call, known: Any) -> None:
    unknown = sorted({name.split(".")[0] for name in call.parameters} - {*known, *ALWAYS})
    if unknown:
        raise unsupported(f"{', '.join(unknown)} of {call.action}")


def _changed(call: Call, present: List[str], name: str) -> List[str]:
    removed = call.all(f"Remove{name}")
    kept = [entry for entry in present if entry not in removed]
    return kept + [entry for entry in call.all(f"Add{name}") if entry not in kept]


def modify_endpoint(call: Call) -> str:
    """ModifyVpcEndpoint."""
    _only(call, ENDPOINT)
    ec2 = ec2_backends[call.account][call.region]
    endpoint = ec2.vpc_end_points.get(call.get("VpcEndpointId"))
    if endpoint is None or endpoint.state == "deleted":
        reason = f"The Vpc Endpoint Id '{call.get('VpcEndpointId')}' does not exist"
        raise Refused("InvalidVpcEndpointId.NotFound", reason)
    subnets = _changed(call, endpoint.subnet_ids, "SubnetId")
    groups = _changed(call, endpoint.security_group_ids, "SecurityGroupId")
    handshake.refuse_subnets(call, endpoint.service_name, subnets)
    for group in groups:
        if ec2.get_security_group_from_id(group) is None:
            raise Refused("InvalidGroup.NotFound", f"The security group '{group}' does not exist")
    _move_interfaces(ec2, endpoint, subnets)
    endpoint.subnet_ids, endpoint.security_group_ids = subnets, groups
    if call.get("PrivateDnsEnabled"):
        endpoint.private_dns_enabled = call.get("PrivateDnsEnabled") == "true"
    return ec2_response(call, "<return>true</return>")


def _move_interfaces(ec2: Any, endpoint: Any, subnets: List[str]) -> None:
    """An endpoint has a network interface in each of its subnets, and nowhere else."""
    present: Dict[str, str] = {ec2.enis[eni].subnet.id: eni for eni in endpoint.network_interface_ids}
    for subnet, eni in present.items():
        if subnet not in subnets:
            ec2.enis.pop(eni)
    made = {s: ec2.create_network_interface(s, random_private_ip()).id for s in subnets if s not in present}
    endpoint.network_interface_ids = [{**present, **made}[subnet] for subnet in subnets]


def modify_service(call: Call) -> str:
    """ModifyVpcEndpointServiceConfiguration."""
    _only(call, SERVICE)
    service = handshake.own_service(call, call.get("ServiceId"))
    balancers = elbv2_backends[call.account][call.region].load_balancers
    for arn in call.all("AddNetworkLoadBalancerArn"):
        if arn not in balancers:
            raise Refused("InvalidParameter", f"The load balancer {arn} does not exist")
    if [kind for kind in call.all("AddSupportedIpAddressType") if kind != "ipv4"]:
        raise unsupported("services with IPv6")
    service.network_load_balancer_arns = _changed(call, service.network_load_balancer_arns, "NetworkLoadBalancerArn")
    endpoint_models.set_regions(service, _changed(call, sorted(state.supported_regions(service)), "SupportedRegion"))
    if call.get("AcceptanceRequired"):
        service.acceptance_required = call.get("AcceptanceRequired") == "true"
    return ec2_response(call, "<return>true</return>")


ACTIONS: Dict[Key, Action] = {
    ("ec2", "ModifyVpcEndpoint"): modify_endpoint,
    ("ec2", "ModifyVpcEndpointServiceConfiguration"): modify_service,
}
