"""The operations on a stack: it is created, updated or deleted, and a failure is rolled back."""

from typing import Any, Dict, Iterable, List, Optional, Set

from moto.cloudformation import parsing
from moto.cloudformation.exceptions import ValidationError

from .events import Failed, ResourceFailed, stack_event
from .exports import refused_change, refused_deletion
from .order import in_order, needed_by, present
from .resource import Resource
from .steps import Steps, kept_by


def wanted(resources: Any) -> Dict[str, Any]:
    """The definitions that a map of moto's holds, without those whose condition does not hold."""
    return present(resources._resource_json_map, resources.lazy_condition_map)


def made(resources: Any) -> Dict[str, Resource]:
    """The resources that a map of moto's holds."""
    return {name: r for name, r in resources._parsed_resources.items() if isinstance(r, Resource)}


def create(stack: Any) -> None:
    """Makes all resources, or none."""
    stack.status = "CREATE_IN_PROGRESS"
    stack.parameters = dict(stack.resource_map.resolved_parameters)
    # whoever asks meanwhile, asks for outputs of what is not there yet
    stack.output_map = no_outputs(stack)
    steps = Steps(stack, stack.resource_map)
    try:
        for name in in_order(wanted(stack.resource_map)):
            steps.make(name)
        settle_outputs(stack, {})
    except Failed as failed:
        stack_event(stack, "ROLLBACK_IN_PROGRESS", failed.reason)
        left = remove_all(steps, made(stack.resource_map), rolls_back=True)
        # outputs of what was rolled back lead nowhere
        stack.output_map = no_outputs(stack)
        stack_event(stack, "ROLLBACK_FAILED" if left else "ROLLBACK_COMPLETE", not_deleted(left))
    else:
        stack_event(stack, "CREATE_COMPLETE")


def no_outputs(stack: Any) -> Any:
    """The outputs of a stack that has none."""
    return parsing.OutputMap(stack.resource_map, {}, stack.stack_id)


def settle_outputs(stack: Any, exported: Dict[str, str]) -> None:
    """Computes all outputs before anybody sees one; moto computes one when somebody asks for it.

    Refuses to change or take away what was exported before, where another stack imports it.
    """
    outputs = stack._create_output_map()
    for name in outputs:
        try:
            outputs[name]
        except ValidationError as problem:
            raise ResourceFailed(name, "CREATE") from problem
    stack.output_map = outputs
    refused = refused_change(stack, exported)
    if refused:
        raise Failed(refused)


def remove_all(steps: Steps, resources: Dict[str, Resource], rolls_back: bool = False) -> List[str]:
    """Removes resources, each before those that it needs; the names of those that resisted."""
    definitions = {name: resource.definition for name, resource in resources.items()}
    left: Set[str] = set()
    for name in reversed(in_order(definitions)):
        if name in needed_by(definitions, left):
            continue
        if kept_by(definitions[name].get("DeletionPolicy"), rolls_back):
            steps.skip(resources[name])
            continue
        try:
            steps.remove(resources[name])
        except ResourceFailed:
            left.add(name)
    return sorted(left)


def not_deleted(left: Iterable[str]) -> Optional[str]:
    """The reason that AWS gives."""
    names = ", ".join(left)
    return f"The following resource(s) failed to delete: [{names}]." if names else None


def delete(stack: Any, retained: List[str]) -> None:
    """Removes everything that is not retained; what resists keeps the stack, and so does an export that is in use."""
    refused = refused_deletion(stack)
    if refused:
        stack_event(stack, stack.status, refused)
        return
    stack_event(stack, "DELETE_IN_PROGRESS", "User Initiated")
    steps = Steps(stack, stack.resource_map)
    for name in retained:
        if name in made(stack.resource_map):
            steps.skip(made(stack.resource_map)[name])
    left = remove_all(steps, made(stack.resource_map))
    stack_event(stack, "DELETE_FAILED" if left else "DELETE_COMPLETE", not_deleted(left))
