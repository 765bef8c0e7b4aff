"""The acceptance handshake between an endpoint service's owner and the owners of endpoints.

moto keeps services and endpoints, but ignores `AcceptanceRequired`, lets anybody connect to anything, and does not
know endpoint connections. A connection here is nothing but moto's endpoint and its state.
"""

from typing import Any, Dict, List, Set
from xml.sax.saxutils import escape

from moto.ec2.models import ec2_backends

from . import state, visibility
from .calls import Call, Refused, ec2_response
from .front import Action, Guard, Key


def _service_for(call: Call, name: str) -> Any:
    service = state.service_named(name)
    if service is None or not visibility.may_see(service, call.account):
        raise Refused("InvalidServiceName", f"The Vpc Endpoint Service '{name}' does not exist")
    return service


def refuse_endpoint(call: Call) -> None:
    """An endpoint needs a service that exists for this account, serves this Region, and stands in its zones."""
    name = call.get("ServiceName")
    if not name.startswith("com.amazonaws.vpce."):
        return
    service = _service_for(call, name)
    home = service.ec2_backend.region_name
    if (call.get("ServiceRegion") or call.region) != home:
        raise Refused("InvalidServiceName", f"The Vpc Endpoint Service '{name}' does not exist")
    if home == call.region:
        refuse_subnets(call, name, call.all("SubnetId"))
    elif call.region not in state.supported_regions(service):
        raise Refused("InvalidParameter", f"The service {name} does not support the Region {call.region}")


def refuse_subnets(call: Call, name: str, subnets: List[str]) -> None:
    """An endpoint has at most one subnet in a zone, and only in zones of its service."""
    service = state.service_named(name)
    backend = ec2_backends[call.account][call.region]
    seen: Set[str] = set()
    for subnet in subnets:
        zone = backend.get_subnet(subnet).availability_zone
        if zone in seen:
            reason = f"Found another VPC endpoint subnet in the availability zone of {subnet}"
            raise Refused("DuplicateSubnetsInSameZone", reason)
        seen.add(zone)
        if service is None or service.ec2_backend.region_name != call.region:
            continue
        if zone not in service.availability_zones:
            reason = f"does not support the availability zone of the subnet: {subnet}"
            raise Refused("InvalidParameter", f"The VPC endpoint service {name} {reason}.")


def own_service(call: Call, service_id: str) -> Any:
    service = ec2_backends[call.account][call.region].configurations.get(service_id)
    if service is None:
        raise Refused("InvalidVpcEndpointServiceId.NotFound", f"The VpcEndpointServiceId '{service_id}' does not exist")
    return service


def describe_connections(call: Call) -> str:
    """DescribeVpcEndpointConnections: the endpoints of the caller's own services."""
    filters = _filters(call)
    services = ec2_backends[call.account][call.region].configurations.values()
    rows = [_connection(service, endpoint) for service in services for endpoint in state.endpoints_of(service)]
    rows = [row for row in rows if all(row.get(name) in values for name, values in filters.items())]
    items = "".join("<item>" + "".join(f"<{k}>{escape(v)}</{k}>" for k, v in row.items()) + "</item>" for row in rows)
    return ec2_response(call, f"<vpcEndpointConnectionSet>{items}</vpcEndpointConnectionSet>")


def _connection(service: Any, endpoint: Any) -> Dict[str, str]:
    created = getattr(endpoint, "created_at", None) or endpoint.creation_timestamp.strftime("%Y-%m-%dT%H:%M:%SZ")
    return {
        "serviceId": service.id,
        "vpcEndpointId": endpoint.id,
        "vpcEndpointOwner": endpoint.ec2_backend.account_id,
        "vpcEndpointState": endpoint.state,
        "vpcEndpointRegion": endpoint.ec2_backend.region_name,
        "creationTimestamp": created,
    }


# the filters of the action, by the element that they look at
FILTERS = {
    "service-id": "serviceId",
    "vpc-endpoint-id": "vpcEndpointId",
    "vpc-endpoint-owner": "vpcEndpointOwner",
    "vpc-endpoint-state": "vpcEndpointState",
    "vpc-endpoint-region": "vpcEndpointRegion",
}


def _filters(call: Call) -> Dict[str, List[str]]:
    filters = {}
    number = 1
    while call.get(f"Filter.{number}.Name"):
        name = call.get(f"Filter.{number}.Name")
        if name not in FILTERS:
            raise Refused("InvalidParameterValue", f"The filter '{name}' is invalid")
        filters[FILTERS[name]] = call.all(f"Filter.{number}.Value")
        number += 1
    return filters


def accept(call: Call) -> str:
    """AcceptVpcEndpointConnections, by the service's owner."""
    return _decide(call, {"pendingAcceptance", "rejected"}, "available")


def reject(call: Call) -> str:
    """RejectVpcEndpointConnections, by the service's owner; also of a connection that was accepted."""
    return _decide(call, {"pendingAcceptance", "available"}, "rejected")


def _decide(call: Call, before: Set[str], after: str) -> str:
    service = own_service(call, call.get("ServiceId"))
    endpoints = {endpoint.id: endpoint for endpoint in state.endpoints_of(service)}
    failures = ""
    for endpoint_id in call.all("VpcEndpointId"):
        if endpoint_id not in endpoints:
            failures += _unsuccessful(endpoint_id, "InvalidVpcEndpointId.NotFound", "does not exist")
        elif endpoints[endpoint_id].state not in before:
            failures += _unsuccessful(endpoint_id, "InvalidState", f"is {endpoints[endpoint_id].state}")
        else:
            endpoints[endpoint_id].state = after
    return ec2_response(call, f"<unsuccessful>{failures}</unsuccessful>")


def _unsuccessful(endpoint: str, code: str, reason: str) -> str:
    error = f"<code>{code}</code><message>The VPC endpoint '{endpoint}' {reason}</message>"
    return f"<item><resourceId>{endpoint}</resourceId><error>{error}</error></item>"


def refuse_deleting_used_service(call: Call) -> None:
    """A service with connections stays; AWS wants them rejected first."""
    for service_id in call.all("ServiceId"):
        service = own_service(call, service_id)
        if [e for e in state.endpoints_of(service) if e.state in ("available", "pendingAcceptance")]:
            reason = f"Service {service_id} has existing active VPC Endpoint connections"
            raise Refused("ExistingVpcEndpointConnections", reason)


GUARDS: Dict[Key, List[Guard]] = {
    ("ec2", "CreateVpcEndpoint"): [refuse_endpoint],
    ("ec2", "DeleteVpcEndpointServiceConfigurations"): [refuse_deleting_used_service],
}

ACTIONS: Dict[Key, Action] = {
    ("ec2", "DescribeVpcEndpointConnections"): describe_connections,
    ("ec2", "AcceptVpcEndpointConnections"): accept,
    ("ec2", "RejectVpcEndpointConnections"): reject,
    ("ec2", "DescribeVpcEndpointServices"): visibility.describe_services,
}
