"""The local AWS as an SDK reaches it, from within bin/local-aws."""

from functools import lru_cache
from typing import Any, Dict, List

import boto3
from botocore.config import Config

from . import ID_TAG, access_key

Document = Dict[str, Any]


@lru_cache(maxsize=None)
def client(service: str, account: str, region: str, retries: bool = True) -> Any:
    """An SDK client of an account; where the local AWS is stands in the environment."""
    return boto3.client(
        service,
        region_name=region,
        aws_access_key_id=access_key(account),
        aws_secret_access_key="local",
        config=None if retries else Config(retries={"total_max_attempts": 1}),
    )


def named(resource: str, wanted: str) -> List[Document]:
    """Tags that give a new resource the id that is written down."""
    return [{"ResourceType": resource, "Tags": [{"Key": ID_TAG, "Value": wanted}]}]


def zone_ids(ec2: Any) -> List[str]:
    """The AZ IDs of a client's Region."""
    return sorted(zone["ZoneId"] for zone in ec2.describe_availability_zones()["AvailabilityZones"])
