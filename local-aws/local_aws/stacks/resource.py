"""One resource of a stack."""

from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Callable, Dict, List, Mapping, TypeVar

from botocore.exceptions import BotoCoreError, ClientError
from moto.cloudformation.exceptions import ValidationError

from ..types.kind import Aws, Kind, Made, Properties, tag_list
from ..unsupported import unsupported

T = TypeVar("T")


@dataclass(frozen=True)
class Resource:
    """A resource that was made, with what it was made from; also in the shape that moto's answers expect."""

    kind: Kind
    aws: Aws
    made: Made
    logical_resource_id: str
    properties: Properties
    # the definition in the template, as written, and as far as it can be compared with the next template's
    definition: Mapping[str, Any]
    fingerprint: Any

    @property
    def type(self) -> str:
        return self.kind.name

    cf_resource_type = type

    @property
    def physical_resource_id(self) -> str:
        return self.made.ref

    def get_cfn_attribute(self, name: str) -> Any:
        if name not in self.made.attributes:
            raise unsupported(f"the attribute {name} of an {self.type}")
        return self.made.attributes[name]

    def is_created(self) -> bool:
        return True

    def changes(self, properties: Properties) -> List[str]:
        """The names of the properties that differ."""
        names = sorted(set(self.properties) | set(properties))
        return [name for name in names if not same(self.properties.get(name), properties.get(name))]

    def is_replaced_by(self, properties: Properties) -> bool:
        """Whether AWS makes another resource for these properties."""
        return any(name in self.kind.replacing for name in self.changes(properties))

    def with_properties(self, properties: Properties) -> "Resource":
        """The same resource, as it should have become."""
        return replace(self, properties=properties)

    def updated(self, properties: Properties) -> Made:
        """Changes the resource itself, then its tags."""
        made, kind = self.made, self.kind
        changed = [name for name in self.changes(properties) if name != kind.tags or kind.retag is None]
        if changed:
            if kind.update is None:
                raise unsupported(f"the update of {', '.join(changed)} of an {self.type}")
            update = kind.update
            made = spoken(lambda: update(self.aws, made, self.properties, properties))
        self._retag(made, tags_of(kind, self.properties), tags_of(kind, properties))
        return made

    def _retag(self, made: Made, old: Dict[str, str], new: Dict[str, str]) -> None:
        put = {key: value for key, value in new.items() if old.get(key) != value}
        removed = sorted(set(old) - set(new))
        if self.kind.retag is not None and (put or removed):
            spoken(partial(self.kind.retag, self.aws, made, put, removed))

    def delete(self) -> None:
        """What is gone already is no failure."""
        try:
            spoken(lambda: self.kind.delete(self.aws, self.made))
        except ValidationError as error:
            code = getattr(error.__cause__, "response", {}).get("Error", {}).get("Code", "")
            if "NotFound" not in code and "NoSuch" not in code:
                raise


def check_properties(kind: Kind, properties: Properties) -> None:
    """Refuses properties that a type does not hand on, so that none is dropped in silence."""
    unknown = sorted(set(properties) - kind.properties)
    if unknown:
        raise unsupported(f"the properties {', '.join(unknown)} of an {kind.name}")


def tags_of(kind: Kind, properties: Properties) -> Dict[str, str]:
    """Keys and values; most types write them as a list of pairs, some as a mapping."""
    tags = properties.get(kind.tags, []) if kind.retag else {}
    return dict(tags) if isinstance(tags, dict) else {tag["Key"]: tag["Value"] for tag in tags}


def with_stack_tags(kind: Kind, properties: Properties, tags: Mapping[str, str]) -> Properties:
    """A stack's tags are its resources' too, where they have none of the same key."""
    if kind.retag is None or not tags:
        return properties
    merged = {**tags, **tags_of(kind, properties)}
    return {**properties, kind.tags: merged if kind.tags_are_a_mapping else tag_list(merged)}


def spoken(work: Callable[[], T]) -> T:
    """Hands an SDK's error on in the words of CloudFormation."""
    try:
        return work()
    except (ClientError, BotoCoreError) as error:
        raise ValidationError(message=f'Resource handler returned message: "{error}"') from error


def same(one: Any, other: Any) -> bool:
    """Equality where 443 and "443", and true and "true", are the same."""
    return bool(_text(one) == _text(other))


def _text(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _text(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [_text(entry) for entry in value]
    if isinstance(value, bool):
        return str(value).lower()
    return value if value is None else str(value)
