"""Resources with ids that were written down before they existed: VPCs, route tables, services.

AWS gives ids itself; the document of what must exist names them. A creation that is tagged `local-aws:id` gets the id
of that tag.
"""

from typing import Any, Callable

from moto.ec2.models import ec2_backends, route_tables, subnets, vpcs

from . import ID_TAG
from .calls import NO_CALL, Call
from .front import CURRENT


def wanted_id(call: Call) -> str:
    """The id that the call's tags ask for, or the empty text."""
    for name, value in call.parameters.items():
        if name.startswith("TagSpecification.") and name.endswith(".Key") and value == ID_TAG:
            return call.get(name[: -len("Key")] + "Value")
    return ""


def touch_region(call: Call) -> None:
    """Lets moto make the default VPC of a Region before the first VPC with a wanted id, and not in its stead."""
    # it must not take the id, which would leave its subnets in the VPC of that id
    token = CURRENT.set(NO_CALL)
    try:
        ec2_backends[call.account][call.region].describe_vpcs()
    finally:
        CURRENT.reset(token)


def wrap_ids() -> None:
    """Makes moto ask for a wanted id before it invents one."""
    vpcs.random_vpc_id = _wanted("CreateVpc", vpcs.random_vpc_id)
    subnets.random_subnet_id = _wanted("CreateSubnet", subnets.random_subnet_id)
    route_tables.random_route_table_id = _wanted("CreateRouteTable", route_tables.random_route_table_id)


def _wanted(action: str, invent: Callable[..., str]) -> Callable[..., str]:
    # creating a VPC makes a route table too, which must not get the VPC's id
    def next_id(*args: Any, **kwargs: Any) -> str:
        call = CURRENT.get()
        return (wanted_id(call) if call.action == action else "") or invent(*args, **kwargs)

    return next_id
