"""moto's CloudFormation engine, made strict: what it does not know fails the stack instead of passing silently."""

from typing import Any, Dict

from moto.cloudformation import parsing

from .refusals import wrap_termination_protection
from .types import MODELS
from .unsupported import unsupported
from .versions import Event, Stack


class ResourceFailed(Exception):
    """A resource that could not be made, with the words that CloudFormation's events would carry."""

    def __init__(self, logical_id: str, resource_type: str, reason: str) -> None:
        super().__init__(f"{logical_id}: {reason}")
        self.logical_id = logical_id
        self.resource_type = resource_type
        self.reason = reason


def wrap_engine() -> None:
    """Patches moto's engine, and puts the types of this package before moto's."""
    parsing.resource_class_from_type = _strict_class
    parsing.ResourceMap.load = _checked_load(parsing.ResourceMap.load)
    parsing.parse_and_create_resource = _named_failure(parsing.parse_and_create_resource)
    parsing.parse_and_update_resource = _strict_update(parsing.parse_and_update_resource)
    parsing.ResourceMap._delete_resource = _kept_if_retained(parsing.ResourceMap._delete_resource)
    Stack.create_resources = _rolled_back(Stack.create_resources)
    wrap_termination_protection()


def _strict_class(resource_type: str) -> Any:
    model = MODELS.get(resource_type) or parsing.get_model_map().get(resource_type)
    if model is None:
        raise unsupported(f"the resource type {resource_type}")
    return model


def _checked_load(load: Any) -> Any:
    """Looks at all types before anything is created."""

    def checked(self: Any) -> None:
        for resource in self._resource_json_map.values():
            _strict_class(resource["Type"])
        load(self)

    return checked


def _named_failure(create: Any) -> Any:
    """Says which resource a failure belongs to: the innermost one, as resources create what they refer to."""

    def created(logical_id: str, resource: Dict[str, Any], *args: Any, **kwargs: Any) -> Any:
        try:
            return create(logical_id, resource, *args, **kwargs)
        except ResourceFailed:
            raise
        except Exception as problem:  # whatever it is, it is this resource's failure
            reason = getattr(problem, "message", None) or str(problem) or repr(problem)
            raise ResourceFailed(logical_id, resource["Type"], reason) from problem

    return created


def _strict_update(update: Any) -> Any:
    """moto skips, without a word, the update of a type that cannot be updated."""

    def updated(logical_id: str, resource: Dict[str, Any], *args: Any, **kwargs: Any) -> Any:
        model = _strict_class(resource["Type"])
        if hasattr(model.update_from_cloudformation_json, "__isabstractmethod__"):
            raise unsupported(f"the update of an {resource['Type']}")
        return update(logical_id, resource, *args, **kwargs)

    return updated


def _rolled_back(create: Any) -> Any:
    """Rolls a failed stack back and says why in its events, as AWS does; moto answers the call with an error."""

    def created(self: Any) -> None:
        try:
            create(self)
        except ResourceFailed as failed:
            _add_event(self, failed)
            reason = f"The following resource(s) failed to create: [{failed.logical_id}]."
            self._add_stack_event("ROLLBACK_IN_PROGRESS", reason)
            self.resource_map.rolls_back = True
            self.resource_map.delete()
            self._add_stack_event("ROLLBACK_COMPLETE")
            self.status = "ROLLBACK_COMPLETE"
            # outputs of what was rolled back would be computed, and create resources again
            self.output_map = parsing.OutputMap(self.resource_map, {}, self.stack_id)

    return created


def _kept_if_retained(delete: Any) -> Any:
    """Keeps what a template retains; moto does not know RetainExceptOnCreate, nor any policy on an update."""

    def deleted(self: Any, parsed_resource: Any, resource_json: Dict[str, Any]) -> None:
        policy = resource_json.get("DeletionPolicy")
        if policy == "Retain" or policy == "RetainExceptOnCreate" and not hasattr(self, "rolls_back"):
            return
        delete(self, parsed_resource, resource_json)

    return deleted


def _add_event(stack: Any, failed: ResourceFailed) -> None:
    event = Event(
        stack_id=stack.stack_id,
        stack_name=stack.name,
        logical_resource_id=failed.logical_id,
        physical_resource_id="",
        resource_type=failed.resource_type,
        resource_status="CREATE_FAILED",
        resource_status_reason=failed.reason,
        resource_properties=None,
    )
    stack.events.append(event)
