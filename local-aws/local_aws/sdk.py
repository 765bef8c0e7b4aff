"""The local AWS as an SDK reaches it, from within bin/local-aws."""

from typing import Any, Dict, List

from . import ID_TAG
from .clients import client_of

Document = Dict[str, Any]


def client(service: str, account: str, region: str, retries: bool = True) -> Any:
    """An SDK client of an account."""
    return client_of(account, service, region, retries)


def named(resource: str, wanted: str) -> List[Document]:
    """Tags that give a new resource the id that is written down."""
    return [{"ResourceType": resource, "Tags": [{"Key": ID_TAG, "Value": wanted}]}]


def zone_ids(ec2: Any) -> List[str]:
    """The AZ IDs of a client's Region."""
    return sorted(zone["ZoneId"] for zone in ec2.describe_availability_zones()["AvailabilityZones"])
