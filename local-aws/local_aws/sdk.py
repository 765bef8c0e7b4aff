"""The local AWS as an SDK reaches it, from within bin/local-aws."""

from functools import lru_cache
from typing import Any, Dict, List

import boto3

from . import access_key
from .ids import TAG

Document = Dict[str, Any]


@lru_cache(maxsize=None)
def client(service: str, account: str, region: str) -> Any:
    """An SDK client of an account; where the local AWS is stands in the environment."""
    return boto3.client(
        service, region_name=region, aws_access_key_id=access_key(account), aws_secret_access_key="local"
    )


def named(resource: str, wanted: str) -> List[Document]:
    """Tags that give a new resource the id that is written down."""
    return [{"ResourceType": resource, "Tags": [{"Key": TAG, "Value": wanted}]}]


def zone_ids(ec2: Any) -> List[str]:
    """The AZ IDs of a client's Region."""
    return sorted(zone["ZoneId"] for zone in ec2.describe_availability_zones()["AvailabilityZones"])
