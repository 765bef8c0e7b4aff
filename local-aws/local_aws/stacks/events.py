"""The events of a stack, which a CLI shows while it waits."""

import re
from datetime import timedelta
from typing import Any

from moto.cloudformation.models import cloudformation_backends

from ..calls import Call
from ..versions import Event


class Failed(Exception):
    """Why an operation on a stack is rolled back, in the words of CloudFormation."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class ResourceFailed(Failed):
    """A resource that could not be made, changed or removed."""

    def __init__(self, logical_id: str, action: str) -> None:
        super().__init__(f"The following resource(s) failed to {action.lower()}: [{logical_id}].")


def stack_event(stack: Any, status: str, reason: Any = None) -> None:
    """A new state of the stack itself."""
    stack.status = status
    stack._add_stack_event(status, reason)
    _after_the_last(stack)


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
    _after_the_last(stack)


def _after_the_last(stack: Any) -> None:
    """Gives the newest event a time of its own: a CLI sorts by it."""
    before = [event.timestamp for event in stack.events[-2:-1]]
    newest = stack.events[-1]
    newest.timestamp = max([newest.timestamp, *(time + timedelta(milliseconds=1) for time in before)])


def tell_milliseconds(call: Call, body: str) -> str:
    """DescribeStackEvents with times as exact as AWS's; newer versions of moto tell seconds."""
    stacks = cloudformation_backends[call.account][call.region]
    found = [*stacks.stacks.values(), *stacks.deleted_stacks.values()]
    events = {e.event_id: e for s in found if call.get("StackName") in (s.name, s.stack_id) for e in s.events}

    def told(match: Any) -> str:
        event = events.get(re.findall(r"<EventId>([^<]*)</EventId>", match.group(0))[0])
        time = event.timestamp.strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z" if event else ""
        return re.sub(r"<Timestamp>[^<]*<", f"<Timestamp>{time}<", match.group(0)) if time else str(match.group(0))

    return re.sub(r"<member>.*?</member>", told, body, flags=re.DOTALL)
