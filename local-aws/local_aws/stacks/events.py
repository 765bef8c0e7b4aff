"""The events of a stack, which a CLI shows while it waits."""

from typing import Any

from ..versions import Event


class ResourceFailed(Exception):
    """A resource that could not be made, changed or removed, in the words of CloudFormation."""

    def __init__(self, logical_id: str, action: str, reason: str) -> None:
        super().__init__(f"{logical_id}: {reason}")
        self.logical_id = logical_id
        self.action = action


def stack_event(stack: Any, status: str, reason: Any = None) -> None:
    """A new state of the stack itself."""
    stack.status = status
    stack._add_stack_event(status, reason)


def resource_event(stack: Any, logical_id: str, kind: str, physical_id: str, status: str, reason: Any = None) -> None:
    """A new state of one of its resources."""
    event = Event(
        stack_id=stack.stack_id,
        stack_name=stack.name,
        logical_resource_id=logical_id,
        physical_resource_id=physical_id,
        resource_type=kind,
        resource_status=status,
        resource_status_reason=reason,
        resource_properties=None,
    )
    stack.events.append(event)
