"""What AWS refuses and moto does: without these a green deployment would prove little."""

from ipaddress import ip_network
from typing import Any, Dict, List

from moto.cloudformation.models import cloudformation_backends
from moto.ec2.models import ec2_backends
from moto.route53.exceptions import Route53ClientError
from moto.route53.models import Route53Backend

from . import balancers, endpoint_changes, handshake, notifications, quotas, targets
from .calls import Call, Refused, query_response
from .front import Action, Answer, Guard, Key
from .ids import touch_region
from .stacks import change_sets
from .stacks.change_sets import refuse_other_modes
from .stacks.events import tell_milliseconds
from .stacks.validation import validate_template
from .unsupported import unsupported

INLINE_LIMIT = 51_200


def refuse_long_template(call: Call) -> None:
    """CloudFormation takes longer templates from S3 only."""
    body = call.get("TemplateBody")
    if len(body.encode()) > INLINE_LIMIT:
        start = body[:20].replace("\n", " ")
        reason = f"Member must have length less than or equal to {INLINE_LIMIT}"
        raise Refused("ValidationError", f"Value '{start}…' at 'templateBody' failed to satisfy constraint: {reason}")


def refuse_other_failures(call: Call) -> None:
    """A failure is rolled back here, always."""
    for name in ("DisableRollback", "OnFailure"):
        if call.get(name) not in ("", "false", "ROLLBACK"):
            raise unsupported(f"{name} of {call.action}")


def refuse_deleting_protected_stack(call: Call) -> None:
    """A stack with termination protection is deleted by nobody."""
    stack = _stack(call)
    if stack is not None and stack.enable_termination_protection:
        reason = "cannot be deleted while TerminationProtection is enabled"
        raise Refused("ValidationError", f"Stack [{stack.name}] {reason}")


def update_termination_protection(call: Call) -> str:
    """UpdateTerminationProtection, which moto lacks."""
    stack = _stack(call)
    if stack is None:
        raise Refused("ValidationError", f"Stack [{call.get('StackName')}] does not exist")
    stack.enable_termination_protection = call.get("EnableTerminationProtection") == "true"
    return query_response(call, {"StackId": stack.stack_id})


def _stack(call: Call) -> Any:
    stacks = cloudformation_backends[call.account][call.region].stacks.values()
    return next((s for s in stacks if call.get("StackName") in (s.name, s.stack_id)), None)


def refuse_overlapping_peering(call: Call) -> None:
    """VPCs with overlapping addresses cannot be peered. AWS answers with a peering that has failed."""
    own = ec2_backends[call.account][call.region].get_vpc(call.get("VpcId"))
    peers = ec2_backends[call.get("PeerOwnerId") or call.account][call.get("PeerRegion") or call.region]
    peer = peers.get_vpc(call.get("PeerVpcId"))
    if ip_network(own.cidr_block).overlaps(ip_network(peer.cidr_block)):
        reason = f"the CIDR {own.cidr_block} of {own.id} overlaps {peer.cidr_block} of {peer.id}"
        raise Refused("OverlappingCidrBlocks", reason)


def wrap_hosted_zones() -> None:
    """A VPC has at most one hosted zone of a name."""
    create, associate = Route53Backend.create_hosted_zone, Route53Backend.associate_vpc_with_hosted_zone

    def created(self: Any, name: str, *args: Any, **kwargs: Any) -> Any:
        _refuse_second_zone(self, name, kwargs.get("vpcid"))
        return create(self, name, *args, **kwargs)

    def associated(self: Any, zone_id: str, vpcid: str, vpcregion: str) -> Any:
        _refuse_second_zone(self, self.get_hosted_zone(zone_id).name, vpcid)
        return associate(self, zone_id, vpcid, vpcregion)

    Route53Backend.create_hosted_zone = created
    Route53Backend.associate_vpc_with_hosted_zone = associated


def _refuse_second_zone(backend: Any, name: str, vpc: Any) -> None:
    wanted = name.rstrip(".").lower()
    for zone in backend.zones.values():
        if zone.name.rstrip(".").lower() == wanted and vpc and vpc in [v["vpc_id"] for v in zone.vpcs]:
            message = f"The VPC {vpc} is already associated with another hosted zone of the domain name {wanted}"
            raise Route53ClientError("ConflictingDomainExists", message)


ANSWERS: Dict[Key, Answer] = {
    ("cloudformation", "DescribeStackEvents"): tell_milliseconds,
    ("elasticloadbalancing", "DescribeLoadBalancers"): balancers.tell_enforcement,
}

GUARDS: Dict[Key, List[Guard]] = {
    **balancers.GUARDS,
    **handshake.GUARDS,
    ("cloudformation", "CreateChangeSet"): [refuse_long_template, refuse_other_failures, refuse_other_modes],
    ("cloudformation", "CreateStack"): [refuse_long_template, refuse_other_failures],
    ("cloudformation", "UpdateStack"): [refuse_long_template, refuse_other_failures],
    ("cloudformation", "ExecuteChangeSet"): [refuse_other_failures],
    ("cloudformation", "DeleteStack"): [refuse_deleting_protected_stack],
    ("cloudformation", "ValidateTemplate"): [refuse_long_template],
    ("ec2", "CreateVpc"): [touch_region],
    ("ec2", "CreateVpcPeeringConnection"): [refuse_overlapping_peering],
}

ACTIONS: Dict[Key, Action] = {
    **balancers.ACTIONS,
    **change_sets.ACTIONS,
    **endpoint_changes.ACTIONS,
    **handshake.ACTIONS,
    **notifications.ACTIONS,
    **quotas.ACTIONS,
    **targets.ACTIONS,
    ("cloudformation", "UpdateTerminationProtection"): update_termination_protection,
    ("cloudformation", "ValidateTemplate"): validate_template,
}
