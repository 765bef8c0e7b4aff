"""What a type's module says about its type: how a resource of it is made, changed, tagged and deleted."""

from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any, Callable, Dict, FrozenSet, Iterator, List, Mapping, Optional

from botocore.exceptions import ClientError

from ..clients import client_of
from .fitting import Fitting

Properties = Mapping[str, Any]
# how CloudFormation's own calls are told from everybody else's
USER_AGENT = "local-aws-stacks"


@dataclass(frozen=True)
class Made:
    """A resource that was made: what `Ref` and `Fn::GetAtt` give."""

    ref: str
    attributes: Mapping[str, Any] = field(default_factory=dict)


class Aws:
    """SDK clients of one account and Region of the local AWS, for a type of resource."""

    def __init__(self, account: str, region: str, kind: str) -> None:
        self.account = account
        self.region = region
        self.kind = kind

    def client(self, service: str, region: str = "") -> Any:
        where = region or self.region
        return Fitting(client_of(self.account, service, where, retries=False, agent=USER_AGENT, made_for=self.kind))

    @property
    def ec2(self) -> Any:
        return self.client("ec2")

    @property
    def elb(self) -> Any:
        return self.client("elbv2")


Create = Callable[[Aws, Properties], Made]
# with the properties as they were and as they shall be
Update = Callable[[Aws, Made, Properties, Properties], Made]
# of a resource that exists, by its physical id
Read = Callable[[Aws, str], Made]
Delete = Callable[[Aws, Made], None]
# with the tags to set and the keys to remove
Retag = Callable[[Aws, Made, Dict[str, str], List[str]], None]


@dataclass(frozen=True)
class Kind:
    """A resource type. A property that is in no set is not known, and fails the stack."""

    name: str
    attributes: FrozenSet[str]
    replacing: FrozenSet[str]
    # those of the replacing properties that only some changes of replace the resource
    conditional: FrozenSet[str]
    mutable: FrozenSet[str]
    create: Create
    delete: Delete
    update: Optional[Update]
    retag: Optional[Retag]
    tags: str
    tags_are_a_mapping: bool
    read: Optional[Read]

    @property
    def properties(self) -> FrozenSet[str]:
        return self.replacing | self.mutable | ({self.tags} if self.retag else frozenset())


# the types of this package by their names
KINDS: Dict[str, Kind] = {}


def define(
    name: str,
    *,
    create: Create,
    delete: Delete,
    update: Optional[Update] = None,
    retag: Optional[Retag] = None,
    tags: str = "Tags",
    tags_are_a_mapping: bool = False,
    read: Optional[Read] = None,
    attributes: str = "",
    replacing: str = "",
    conditional: str = "",
    mutable: str = "",
) -> None:
    """Adds a type: a change of a property replaces the resource, or changes it in place."""
    names, once, some, always = (frozenset(text.split()) for text in (attributes, replacing, conditional, mutable))
    KINDS[name] = Kind(
        name, names, once | some, some, always, create, delete, update, retag, tags, tags_are_a_mapping, read
    )


@contextmanager
def undone(undo: Callable[[], Any]) -> Iterator[None]:
    """Takes a resource away again when what follows its creation fails."""
    try:
        yield
    except Exception:
        with suppress(ClientError):
            undo()
        raise


def tag_specifications(resource: str, properties: Properties) -> List[Dict[str, Any]]:
    """TagSpecifications of a creation."""
    given = properties.get("Tags", [])
    return [{"ResourceType": resource, "Tags": given}] if given else []


def tag_list(tags: Dict[str, str]) -> List[Dict[str, str]]:
    """Tags in the form of most APIs."""
    return [{"Key": key, "Value": value} for key, value in tags.items()]


def retag_ec2(aws: Aws, made: Made, put: Dict[str, str], removed: List[str]) -> None:
    """Tags of whatever EC2 has."""
    if put:
        aws.ec2.create_tags(Resources=[made.ref], Tags=tag_list(put))
    if removed:
        aws.ec2.delete_tags(Resources=[made.ref], Tags=[{"Key": key} for key in removed])


def picked(properties: Properties, names: str) -> Dict[str, Any]:
    """Those of the properties that are there."""
    return {name: properties[name] for name in names.split() if name in properties}


def added(old: List[Any], new: List[Any]) -> List[Any]:
    """What is in the new list and was not in the old one."""
    return [entry for entry in new if entry not in old]
