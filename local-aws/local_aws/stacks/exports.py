"""Exports: each name is one stack's in a Region, and what another stack imports stays as it is."""

from typing import Any, Dict, Iterator, List, Optional

from moto.cloudformation.exceptions import ValidationError
from moto.cloudformation.models import cloudformation_backends

from .intrinsics import Scope


def exports_of(stack: Any) -> Dict[str, str]:
    """What a stack exports: values by their names."""
    return {export.name: str(export.value) for export in stack.exports}


def refused_change(stack: Any, before: Dict[str, str]) -> Optional[str]:
    """Why AWS refuses the exports that a stack has now, if it does."""
    now = exports_of(stack)
    for other in _others(stack):
        for name in sorted(set(now) & set(exports_of(other))):
            return f"Export with name {name} is already exported by stack {other.name}"
    changed = {name: "updated" if name in now else "deleted" for name in before if now.get(name) != before[name]}
    return next((_in_use(stack, name, how) for name, how in sorted(changed.items()) if importers(stack, name)), None)


def refused_deletion(stack: Any) -> Optional[str]:
    """Why AWS refuses to delete a stack, if another one imports what it exports."""
    names = sorted(exports_of(stack))
    return next((_in_use(stack, name, "deleted") for name in names if importers(stack, name)), None)


def _in_use(stack: Any, name: str, how: str) -> str:
    return f"Export {name} cannot be {how} as it is in use by {' and '.join(importers(stack, name))}"


def importers(stack: Any, name: str) -> List[str]:
    """The names of the other stacks of the Region that import a name."""
    return sorted(other.name for other in _others(stack) if name in _imports(other))


def _others(stack: Any) -> List[Any]:
    stacks = cloudformation_backends[stack.account_id][stack.region_name].stacks.values()
    return [other for other in stacks if other is not stack]


def refuse_missing(stack: Any, resources: Any) -> None:
    """An import is resolved before anything is planned."""
    known = {name for other in _others(stack) for name in exports_of(other)}
    for name in _imported_by(resources):
        if name not in known:
            raise ValidationError(message=f"No export named {name} found.")


def _imports(stack: Any) -> List[str]:
    """The names that a stack imports; none while it has nothing."""
    return _imported_by(stack.resource_map) if stack.stack_resources else []


def _imported_by(resources: Any) -> List[str]:
    scope = Scope(resources)
    found = []
    for section in ("Resources", "Outputs"):
        for name in _names(resources._template.get(section) or {}):
            try:
                found.append(scope.text(name))
            except ValidationError:  # of a resource that its condition left out
                continue
    return found


def _names(value: Any) -> Iterator[Any]:
    entries = value if isinstance(value, list) else list(value.values()) if isinstance(value, dict) else []
    if isinstance(value, dict) and "Fn::ImportValue" in value:
        yield value["Fn::ImportValue"]
    for entry in entries:
        yield from _names(entry)
