"""Resources that exist already, and become a stack's: a change set of the type IMPORT."""

from typing import Any, Dict, List

from moto.cloudformation.exceptions import ValidationError

from ..calls import Call
from ..types.kind import Aws
from ..unsupported import unsupported
from .events import resource_event, stack_event
from .operation import settle_outputs, wanted
from .planning import Change
from .resource import Resource, spoken
from .steps import Steps, kind_of

Identifiers = Dict[str, Dict[str, str]]


class Unplannable(Exception):
    """Why a change set fails."""


def identifiers(call: Call) -> Identifiers:
    """ResourcesToImport: what identifies each resource, by its logical id."""
    found: Identifiers = {}
    for number in call.numbers("ResourcesToImport.member"):
        prefix = f"ResourcesToImport.member.{number}"
        entries = {}
        for entry in call.numbers(f"{prefix}.ResourceIdentifier.entry"):
            place = f"{prefix}.ResourceIdentifier.entry.{entry}"
            entries[call.get(f"{place}.key")] = call.get(f"{place}.value")
        found[call.get(f"{prefix}.LogicalResourceId")] = entries
    return found


def planned(stack: Any, resources: Any, changes: List[Change], asked: Identifiers) -> List[Change]:
    """The changes of an import, which does nothing but import."""
    definitions = wanted(resources)
    unknown = sorted(set(asked) - set(definitions))
    if unknown:
        raise Unplannable(f"Resources [{', '.join(unknown)}] to import are not in the template")
    bare = sorted(name for name in asked if "DeletionPolicy" not in definitions[name])
    if bare:
        reason = "Resources to import must have a DeletionPolicy attribute specified in the template"
        raise Unplannable(f"{reason}. The following do not: [{', '.join(bare)}]")
    others = sorted(change.logical_id for change in changes if change.logical_id not in asked)
    if others:
        reason = "As part of the import operation, you cannot modify or add"
        raise Unplannable(f"{reason} [{', '.join(others)}]")
    for name, identifier in asked.items():
        _made(stack, definitions[name], identifier)
    return [
        Change("Import", name, definitions[name]["Type"], _physical(identifier)) for name, identifier in asked.items()
    ]


def _physical(identifier: Dict[str, str]) -> str:
    if len(identifier) != 1:
        raise unsupported(f"the import of a resource by {', '.join(sorted(identifier))}")
    return next(iter(identifier.values()))


def _made(stack: Any, definition: Any, identifier: Dict[str, str]) -> Any:
    kind = kind_of(definition)
    if kind.read is None:
        raise unsupported(f"the import of an {kind.name}")
    read = kind.read
    try:
        return spoken(lambda: read(Aws(stack.account_id, stack.region_name, kind.name), _physical(identifier)))
    except ValidationError as absent:
        raise Unplannable(absent.message) from absent


def run(stack: Any, resources: Any, asked: Identifiers) -> None:
    """Takes the resources over as they are, whatever the template says of their properties."""
    old = dict(stack.resource_map._parsed_resources)
    stack_event(stack, "IMPORT_IN_PROGRESS", "User Initiated")
    resources._parsed_resources.update({name: one for name, one in old.items() if isinstance(one, Resource)})
    steps = Steps(stack, resources)
    for name, identifier in asked.items():
        definition = resources._resource_json_map[name]
        kind, made = kind_of(definition), _made(stack, definition, identifier)
        aws = Aws(stack.account_id, stack.region_name, kind.name)
        resource_event(stack, name, kind.name, made.ref, "IMPORT_IN_PROGRESS", "Resource import started.")
        resources._parsed_resources[name] = Resource(kind, aws, made, name, {}, definition, {})
        found = (steps.properties(name), definition, steps.fingerprint(name))
        resources._parsed_resources[name] = Resource(kind, aws, made, name, *found)
        resource_event(stack, name, kind.name, made.ref, "IMPORT_COMPLETE", "Resource import completed.")
    stack.resource_map, stack.template_dict = resources, resources._template
    settle_outputs(stack, {})
    stack_event(stack, "IMPORT_COMPLETE")
