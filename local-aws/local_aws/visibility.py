"""Which endpoint services exist for whom: moto shows an account its own, and nobody else's."""

from typing import Any

from . import state
from .calls import Call, Refused, ec2_response


def may_see(service: Any, account: str) -> bool:
    """Whether a service exists for an account: its owner's and the allowed principals' accounts only."""
    if account == service.ec2_backend.account_id or "*" in service.principals:
        return True
    return any(f":{account}:" in principal for principal in service.principals)


def describe_services(call: Call) -> str:
    """DescribeVpcEndpointServices of services that accounts offer; AWS's own are not listed."""
    regions = call.all("ServiceRegion") or [call.region]
    seen = [s for s in state.services() if s.ec2_backend.region_name in regions and may_see(s, call.account)]
    seen = [s for s in seen if call.region in (s.ec2_backend.region_name, *state.supported_regions(s))]
    names = call.all("ServiceName")
    for name in names:
        if name not in [service.service_name for service in seen]:
            raise Refused("InvalidServiceName", f"The Vpc Endpoint Service '{name}' does not exist")
    shown = [service for service in seen if not names or service.service_name in names]
    names_xml = "".join(f"<item>{service.service_name}</item>" for service in shown)
    details = "".join(_detail(service) for service in shown)
    body = f"<serviceNameSet>{names_xml}</serviceNameSet><serviceDetailSet>{details}</serviceDetailSet>"
    return ec2_response(call, body)


def _detail(service: Any) -> str:
    zones = "".join(f"<item>{zone}</item>" for zone in service.availability_zones)
    zone_ids = "".join(f"<item>{state.zone_id(zone)}</item>" for zone in service.availability_zones)
    return (
        f"<item><serviceName>{service.service_name}</serviceName><serviceId>{service.id}</serviceId>"
        f"<serviceRegion>{service.ec2_backend.region_name}</serviceRegion>"
        "<serviceType><item><serviceType>Interface</serviceType></item></serviceType>"
        f"<availabilityZoneSet>{zones}</availabilityZoneSet>"
        f"<availabilityZoneIdSet>{zone_ids}</availabilityZoneIdSet>"
        f"<owner>{service.ec2_backend.account_id}</owner>"
        f"<acceptanceRequired>{str(service.acceptance_required).lower()}</acceptanceRequired></item>"
    )
