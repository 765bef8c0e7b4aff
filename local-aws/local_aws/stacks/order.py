"""In which order a template's resources are made: each after those that it refers to."""

import re
from typing import Any, Dict, Iterator, List, Mapping, Set

from moto.cloudformation.exceptions import ValidationError


def references(value: Any) -> Iterator[str]:
    """The names that a definition refers to: resources, and others."""
    if isinstance(value, list):
        for entry in value:
            yield from references(entry)
    elif isinstance(value, dict):
        for key, entry in value.items():
            yield from _named_by(key, entry)
            yield from references(entry)


def _named_by(key: str, entry: Any) -> Iterator[str]:
    if key == "Ref" and isinstance(entry, str):
        yield entry
    elif key == "Fn::GetAtt":
        yield (entry.split(".")[0] if isinstance(entry, str) else entry[0])
    elif key == "DependsOn":
        yield from ([entry] if isinstance(entry, str) else entry)
    elif key == "Fn::Sub":
        text, own = (entry, {}) if isinstance(entry, str) else entry
        names = re.findall(r"\$\{([^!}][^}]*)\}", text)
        yield from (name.split(".")[0] for name in names if name not in own)


def in_order(definitions: Mapping[str, Any]) -> List[str]:
    """The names of the definitions, each after those that it needs."""
    done: List[str] = []
    open_: Set[str] = set()

    def visit(name: str) -> None:
        if name in done or name not in definitions:
            return
        if name in open_:
            raise ValidationError(message=f"Circular dependency between resources: [{', '.join(sorted(open_))}]")
        open_.add(name)
        for needed in references(definitions[name]):
            visit(needed)
        open_.discard(name)
        done.append(name)

    for name in definitions:
        visit(name)
    return done


def needed_by(definitions: Mapping[str, Any], names: Set[str]) -> Set[str]:
    """What these resources need, directly or through others."""
    found: Set[str] = set()
    waiting: List[str] = list(names)
    while waiting:
        for name in references(definitions.get(waiting.pop(), {})):
            if name in definitions and name not in found:
                found.add(name)
                waiting.append(name)
    return found


def present(definitions: Mapping[str, Any], conditions: Mapping[str, Any]) -> Dict[str, Any]:
    """The definitions whose condition holds, without what no condition lets in."""
    found = {name: d for name, d in definitions.items() if "Condition" not in d or conditions[d["Condition"]]}
    return {name: pruned(definition, conditions) for name, definition in found.items()}


def pruned(value: Any, conditions: Mapping[str, Any]) -> Any:
    """A definition with the branch of every Fn::If that is taken."""
    if isinstance(value, list):
        return [pruned(entry, conditions) for entry in value]
    if not isinstance(value, dict):
        return value
    if set(value) == {"Fn::If"}:
        name, then, otherwise = value["Fn::If"]
        if name not in conditions:
            raise ValidationError(message=f"Template format error: Unresolved condition dependency {name}")
        return pruned(then if conditions[name] else otherwise, conditions)
    return {key: pruned(entry, conditions) for key, entry in value.items()}
