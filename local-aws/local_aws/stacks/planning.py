"""What an update would do to each resource, as far as CloudFormation can tell before it is done.

What a template says is compared with what it said; what a reference gives may be known only after the update. Such a
value counts as changed: an attribute of whatever is modified, the name of what is replaced, an output of another
stack. A property that can only be set at creation then makes a replacement possible, and that goes on to whatever
refers to it.
"""

import json
import re
from dataclasses import dataclass, replace
from typing import Any, Callable, Dict, Iterator, List, Mapping, Tuple

from ..types.kind import Kind
from .intrinsics import COMPARED, Function, Scope, attribute, ref, select, split
from .order import in_order
from .resource import Resource, same
from .steps import kept_by, kind_of
from .update import Update

KNOWN_AFTER_APPLY = "{{changeSet:KNOWN_AFTER_APPLY}}"
RETAINED, DELETED = "Retain", "Delete"
ATTRIBUTES = ("CreationPolicy", "DeletionPolicy", "Metadata", "UpdatePolicy", "UpdateReplacePolicy")


@dataclass(frozen=True)
class Detail:
    """One reason why a resource is modified."""

    attribute: str
    name: str
    recreation: str
    evaluation: str
    source: str
    cause: str = ""
    before: str = ""
    after: str = ""

    @property
    def replacement(self) -> str:
        """True, Conditional or False, as this reason alone would have it."""
        if self.recreation == "Never":
            return "False"
        return "True" if (self.recreation, self.evaluation) == ("Always", "Static") else "Conditional"


@dataclass(frozen=True)
class Change:
    """What happens to one resource: Add, Modify, Remove or Import."""

    action: str
    logical_id: str
    kind: str
    physical_id: str = ""
    details: Tuple[Detail, ...] = ()
    policy_action: str = ""

    @property
    def replacement(self) -> str:
        """Whether AWS makes another resource: the gravest of the reasons."""
        found = {detail.replacement for detail in self.details}
        return next((word for word in ("True", "Conditional") if word in found), "False")

    @property
    def scope(self) -> List[str]:
        return sorted({detail.attribute for detail in self.details})


class Planning:
    """One change set: what a stack has, and what a new map of moto's asks for."""

    def __init__(self, stack: Any, resources: Any) -> None:
        self.resources = resources
        self.update = Update(stack, resources)
        self.parameters = resources._template.get("Parameters", {})
        self.changes: Dict[str, Change] = {}

    def run(self) -> List[Change]:
        """All changes, in the order of the template; what is removed last."""
        for name in in_order(self.update.wanted):
            old = self.update.old.get(name)
            if old is None:
                self.changes[name] = Change("Add", name, kind_of(self.update.wanted[name]).name)
            else:
                self._compare(name, old)
        removed = [old for name, old in self.update.old.items() if name not in self.update.wanted]
        return list(self.changes.values()) + [_removed(old) for old in removed]

    def _compare(self, name: str, old: Resource) -> None:
        new = self.update.wanted[name]
        details = list(self._details(name, old, new))
        if any(detail.source != "Lookup" for detail in details):
            found = tuple(_named(detail) for detail in details)
            change = Change("Modify", name, old.type, old.physical_resource_id, found)
            self.changes[name] = _with_policy(change, new)

    def _details(self, name: str, old: Resource, new: Mapping[str, Any]) -> Iterator[Detail]:
        now = self._fingerprint(name, new)
        for part in ATTRIBUTES:
            if old.fingerprint.get(part) != now.get(part):
                yield Detail(part, "", "Never", "Static", "DirectModification")
        before, after = old.fingerprint["Properties"], now["Properties"]
        written = (old.definition.get("Properties", {}), new.get("Properties", {}))
        for prop in sorted({*before, *after}):
            yield from self._of_property(old, prop, (before.get(prop), after.get(prop)), written)

    def _of_property(
        self, was: Resource, prop: str, values: Tuple[Any, Any], written: Tuple[Any, Any]
    ) -> Iterator[Detail]:
        place = ("Tags", "") if prop == was.kind.tags else ("Properties", prop)
        recreation = _recreation(was.kind, prop)
        before, after = _shown(was.properties.get(prop)), _shown(values[1])
        old, new = (side.get(prop) for side in written)
        found = list(_references(new))
        given = [cause for source, cause in found if source == "ResourceReference" and cause in self.parameters]
        if not same(*values) and (old != new or given or not found):
            source = "ParameterReference" if given and old == new else "DirectModification"
            cause = given[0] if source == "ParameterReference" else ""
            yield Detail(*place, recreation, "Static", source, cause, before, after)
            return
        for source, cause in found:
            if self._may_change(source, cause):
                yield Detail(*place, recreation, "Dynamic", source, cause, before, KNOWN_AFTER_APPLY)

    def _may_change(self, source: str, cause: str) -> bool:
        change = self.changes.get(cause.split(".")[0])
        if source == "Lookup":
            return True
        if source == "ResourceAttribute":
            return change is not None
        return change is not None and change.replacement != "False"

    def _fingerprint(self, name: str, new: Mapping[str, Any]) -> Any:
        scope = Scope(self.resources, self._functions())
        definition = scope.resolve(new)
        return {**definition, "Properties": self.update.steps.with_tags(name, definition.get("Properties", {}))}

    def _functions(self) -> Dict[str, Function]:
        """A reference to what is not there yet gives what nobody can know yet."""
        added = {name for name, change in self.changes.items() if change.action == "Add"}

        def planned_ref(name: str, scope: Scope) -> Any:
            return KNOWN_AFTER_APPLY if name in added else ref(name, scope)

        def planned_attribute(path: Any, scope: Scope) -> Any:
            name = path.split(".")[0] if isinstance(path, str) else path[0]
            return KNOWN_AFTER_APPLY if name in added else attribute(path, scope)

        return {**PLANNED, "Ref": planned_ref, "Fn::GetAtt": planned_attribute}


def planned_split(parts: List[Any], scope: Scope) -> List[str]:
    unknown = KNOWN_AFTER_APPLY in scope.text(parts[1])
    return [KNOWN_AFTER_APPLY] if unknown else split(parts, scope)


def planned_select(parts: List[Any], scope: Scope) -> Any:
    unknown = KNOWN_AFTER_APPLY in str(scope.resolve(parts[1]))
    return KNOWN_AFTER_APPLY if unknown else select(parts, scope)


PLANNED: Dict[str, Function] = {**COMPARED, "Fn::Select": planned_select, "Fn::Split": planned_split}


def _shown(value: Any) -> str:
    if isinstance(value, (dict, list)):
        return json.dumps(value, sort_keys=True)
    return "" if value is None else str(value)


def _recreation(kind: Kind, prop: str) -> str:
    if prop in kind.conditional:
        return "Conditionally"
    return "Always" if prop in kind.replacing else "Never"


def _named(detail: Detail) -> Detail:
    """CloudFormation has no word of its own for a look-up."""
    if detail.source != "Lookup":
        return detail
    return replace(detail, source="DirectModification", cause="")


def _removed(old: Resource) -> Change:
    kept = kept_by(old.definition.get("DeletionPolicy"), rolls_back=False)
    action = RETAINED if kept else DELETED
    return Change("Remove", old.logical_resource_id, old.type, old.physical_resource_id, (), action)


def _with_policy(change: Change, new: Mapping[str, Any]) -> Change:
    if change.replacement == "False":
        return change
    kept = kept_by(new.get("UpdateReplacePolicy"), rolls_back=False)
    policy = f"ReplaceAnd{RETAINED if kept else DELETED}"
    return replace(change, policy_action=policy)


def _references(value: Any) -> Iterator[Tuple[str, str]]:
    """What a value refers to that may be known only after the update: the kind of the reference, and to what."""
    if isinstance(value, list):
        for entry in value:
            yield from _references(entry)
    elif isinstance(value, dict):
        for key, entry in value.items():
            yield from REFERENCES.get(key, _references)(entry)


def _attribute(entry: Any) -> Iterator[Tuple[str, str]]:
    yield "ResourceAttribute", entry if isinstance(entry, str) else ".".join(map(str, entry))


def _substituted(entry: Any) -> Iterator[Tuple[str, str]]:
    text, own = (entry, {}) if isinstance(entry, str) else entry
    for name in re.findall(r"\$\{([^!}][^}]*)\}", text):
        if name not in own:
            yield ("ResourceAttribute" if "." in name else "ResourceReference"), name
    yield from _references(own)


REFERENCES: Dict[str, Callable[[Any], Iterator[Tuple[str, str]]]] = {
    "Fn::GetAtt": _attribute,
    "Fn::GetStackOutput": lambda entry: iter([("Lookup", json.dumps(entry, sort_keys=True))]),
    "Fn::Sub": _substituted,
    "Ref": lambda entry: iter([("ResourceReference", entry)]),
}
