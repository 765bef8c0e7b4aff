"""What moto's endpoints and endpoint services remember here beyond what moto has them remember."""

import uuid
from typing import Any, List

from moto.ec2.models.vpc_service_configuration import VPCServiceConfiguration
from moto.ec2.models.vpcs import VPCBackend
from moto.elbv2.models import elbv2_backends

from . import state
from .front import CURRENT
from .ids import wanted_id

# the hosted zone of endpoint names is AWS's own and differs from Region to Region; any id in its form serves
ENDPOINT_HOSTED_ZONE = "Z0LOCALENDPOINTS"


def wrap_models() -> None:
    """Patches moto's models."""
    wrap_zones_of_services()
    wrap_services()
    wrap_create_vpc_endpoint()
    wrap_delete_vpc_endpoints()


def wrap_zones_of_services() -> None:
    """A service stands in the zones of its load balancers, also of those that it is given later."""

    def zones(self: Any) -> List[str]:
        if not hasattr(self, "ec2_backend"):
            return []  # it is being made
        balancers = elbv2_backends[self.ec2_backend.account_id][self.ec2_backend.region_name].load_balancers
        own = [balancers[arn] for arn in self.network_load_balancer_arns if arn in balancers]
        return sorted({subnet.availability_zone for balancer in own for subnet in balancer.subnets})

    VPCServiceConfiguration.availability_zones = property(zones, lambda self, unused: None)


def wrap_services() -> None:
    """Lets a new service keep the Regions that it supports, and take an id that was written down already."""
    create = VPCServiceConfiguration.__init__

    def created(self: Any, *args: Any, **kwargs: Any) -> None:
        create(self, *args, **kwargs)
        call = CURRENT.get()
        set_regions(self, call.all("SupportedRegion"))
        self.id = wanted_id(call) or self.id
        self.service_name = f"com.amazonaws.vpce.{self.ec2_backend.region_name}.{self.id}"

    VPCServiceConfiguration.__init__ = created


def set_regions(service: Any, regions: List[str]) -> None:
    """The Regions besides its own; moto's newer versions tell them, too."""
    service.local_aws_regions = set(regions)
    service._supported_region_names = sorted(regions)


def wrap_create_vpc_endpoint() -> None:
    """Gives moto's new endpoints the state that acceptance asks for, and names in AWS's form."""
    create = VPCBackend.create_vpc_endpoint

    def created(self: Any, *args: Any, **kwargs: Any) -> Any:
        endpoint = create(self, *args, **kwargs)
        service = state.service_named(endpoint.service_name)
        if service is not None:
            endpoint.state = "pendingAcceptance" if service.acceptance_required else "available"
            host = f"{service.id}.{service.ec2_backend.region_name}.vpce.amazonaws.com"
            name = f"{endpoint.id}-{uuid.uuid4().hex[:8]}.{host}"
            endpoint.dns_entries = [{"dns_name": name, "hosted_zone_id": ENDPOINT_HOSTED_ZONE}]
        return endpoint

    VPCBackend.create_vpc_endpoint = created


def wrap_delete_vpc_endpoints() -> None:
    """moto shows a deleted endpoint for ever; AWS for a moment."""
    delete = VPCBackend.delete_vpc_endpoints

    def deleted(self: Any, vpce_ids: Any = None) -> None:
        delete(self, vpce_ids)
        for endpoint in vpce_ids or []:
            self.vpc_end_points.pop(endpoint, None)

    VPCBackend.delete_vpc_endpoints = deleted
