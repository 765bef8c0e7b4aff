"""moto's own state, across accounts and Regions: nothing is kept beside it."""

from typing import Any, Iterator, List, Optional, Set

from moto.ec2.models import ec2_backends
from moto.ec2.models.availability_zones_and_regions import RegionsAndZonesBackend


def regional_backends() -> Iterator[Any]:
    """moto's EC2 of every account and Region that was used so far."""
    for account in list(ec2_backends.values()):
        yield from list(account.values())


def services() -> List[Any]:
    """The endpoint services of all accounts."""
    return [service for backend in regional_backends() for service in backend.configurations.values()]


def service_named(name: str) -> Optional[Any]:
    """The endpoint service with this name, whoever owns it."""
    return next((service for service in services() if service.service_name == name), None)


def endpoints_of(service: Any) -> List[Any]:
    """All endpoints of a service, of whatever account and Region."""
    backends = regional_backends()
    return [e for b in backends for e in b.vpc_end_points.values() if e.service_name == service.service_name]


def supported_regions(service: Any) -> Set[str]:
    """The Regions besides its own that a service may be reached from; moto 5.1 keeps none, so they are kept here."""
    return getattr(service, "local_aws_regions", set())


def zone_id(name: str) -> str:
    """The AZ ID of a zone name; moto names zones the same in every account."""
    zones = (zone for zones in RegionsAndZonesBackend.zones.values() for zone in zones)
    return next(zone.zone_id for zone in zones if zone.name == name)


def zone_names(region: str) -> List[str]:
    """The zones of a Region."""
    return [zone.name for zone in RegionsAndZonesBackend.zones.get(region, [])]
