"""What a type's module says, and its place in moto's engine."""

import os
import threading
from dataclasses import dataclass, field
from typing import Any, Callable, Dict, List, Mapping, Optional, Tuple, Type

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError
from moto.cloudformation.exceptions import ValidationError

from .. import access_key
from ..unsupported import unsupported

Properties = Mapping[str, Any]


@dataclass(frozen=True)
class Made:
    """A resource that was made: what `Ref` and `Fn::GetAtt` give."""

    ref: str
    attributes: Mapping[str, Any] = field(default_factory=dict)


class Aws:
    """SDK clients of one account and Region of the local AWS."""

    _clients: Dict[Tuple[str, str, str], Any] = {}
    _lock = threading.Lock()

    def __init__(self, account: str, region: str) -> None:
        self.account = account
        self.region = region

    def client(self, service: str, region: str = "") -> Any:
        key = (service, self.account, region or self.region)
        with self._lock:
            if key not in self._clients:
                self._clients[key] = boto3.client(
                    service,
                    region_name=key[2],
                    endpoint_url=os.environ["AWS_ENDPOINT_URL"],
                    aws_access_key_id=access_key(self.account),
                    aws_secret_access_key="local",
                    config=Config(retries={"total_max_attempts": 1}),
                )
            return self._clients[key]

    @property
    def ec2(self) -> Any:
        return self.client("ec2")


Create = Callable[[Aws, Properties], Made]
Delete = Callable[[Aws, Made], None]
Update = Callable[[Aws, Made, Properties], Made]


def define(
    resource_type: str, attributes: str, create: Create, delete: Delete, update: Optional[Update] = None
) -> None:
    """Adds a type; without an update, a changed resource of it fails the stack."""
    members = {"resource_type": resource_type, "attributes": attributes.split(), "handler": (create, delete, update)}
    MODELS[resource_type] = type(resource_type.replace("::", ""), (Resource,), members)


class Resource:
    """One resource of a stack, in the shape that moto's engine expects."""

    resource_type: str
    attributes: List[str]
    handler: Tuple[Create, Delete, Optional[Update]]

    def __init__(self, aws: Aws, made: Made) -> None:
        self.aws = aws
        self.made = made

    @classmethod
    def has_cfn_attr(cls, name: str) -> bool:
        return name in cls.attributes

    @property
    def physical_resource_id(self) -> str:
        return self.made.ref

    def get_cfn_attribute(self, name: str) -> Any:
        if name not in self.made.attributes:
            raise unsupported(f"the attribute {name} of an {self.resource_type}")
        return self.made.attributes[name]

    def is_created(self) -> bool:
        return True

    @classmethod
    def create_from_cloudformation_json(
        cls, resource_name: str, cloudformation_json: Any, account_id: str, region_name: str, **kwargs: Any
    ) -> Any:
        aws = Aws(account_id, region_name)
        return cls(aws, _spoken(lambda: cls.handler[0](aws, cloudformation_json["Properties"])))

    @classmethod
    def update_from_cloudformation_json(
        cls, original_resource: Any, new_resource_name: str, cloudformation_json: Any, account_id: str, region_name: str
    ) -> Any:
        update = cls.handler[2]
        if update is None:
            raise unsupported(f"the update of an {cls.resource_type}")
        aws, made = original_resource.aws, original_resource.made
        return cls(aws, _spoken(lambda: update(aws, made, cloudformation_json["Properties"])))

    def delete(self, account_id: str, region_name: str) -> None:
        _spoken(lambda: self.handler[1](self.aws, self.made))


# the types of this package by their names
MODELS: Dict[str, Type[Resource]] = {}


def _spoken(work: Callable[[], Any]) -> Any:
    """Hands an SDK's error on in the words of CloudFormation."""
    try:
        return work()
    except ClientError as error:
        raise ValidationError(message=f"Resource handler returned message: \"{error}\"") from error


def tags(resource: str, properties: Properties) -> List[Dict[str, Any]]:
    """TagSpecifications of a creation."""
    given = properties.get("Tags", [])
    return [{"ResourceType": resource, "Tags": given}] if given else []


def only(properties: Properties, names: str) -> Properties:
    """Refuses properties that a type does not hand on, so that none is dropped in silence."""
    unknown = sorted(set(properties) - set(names.split()))
    if unknown:
        raise unsupported(f"the properties {', '.join(unknown)}")
    return properties


def picked(properties: Properties, names: str) -> Dict[str, Any]:
    """Those of the properties that are there."""
    return {name: properties[name] for name in names.split() if name in properties}
