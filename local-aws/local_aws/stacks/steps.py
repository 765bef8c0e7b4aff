"""One step of a stack's operation: a resource is made, changed or removed, and its events say so."""

from contextlib import contextmanager
from dataclasses import replace
from typing import Any, Iterator

from .. import faults
from ..types import KINDS
from ..types.kind import Aws, Kind, Properties
from ..unsupported import unsupported
from .events import ResourceFailed, resource_event
from .intrinsics import COMPARED, Scope
from .resource import Resource, check_properties, spoken, with_stack_tags


def kind_of(definition: Any) -> Kind:
    """The kind of a resource that a template defines."""
    if definition["Type"] not in KINDS:
        raise unsupported(f"the resource type {definition['Type']}")
    return KINDS[definition["Type"]]


class Steps:
    """The steps towards what a map of resources, moto's, says."""

    def __init__(self, stack: Any, resources: Any) -> None:
        self.stack = stack
        self.resources = resources

    def definition(self, name: str) -> Any:
        return self.resources._resource_json_map[name]

    def fingerprint(self, name: str) -> Any:
        """A definition with everything resolved that CloudFormation looks at to find changes."""
        definition = Scope(self.resources, COMPARED).resolve(self.definition(name))
        return {**definition, "Properties": self.with_tags(name, definition.get("Properties", {}))}

    def properties(self, name: str) -> Properties:
        """What the resource shall be."""
        found = Scope(self.resources).resolve(self.definition(name).get("Properties", {}))
        check_properties(kind_of(self.definition(name)), found)
        return self.with_tags(name, found)

    def with_tags(self, name: str, properties: Properties) -> Properties:
        return with_stack_tags(kind_of(self.definition(name)), properties, self.resources.tags)

    def make(self, name: str) -> Resource:
        """Makes a resource, and puts it into the map."""
        kind = kind_of(self.definition(name))
        with self._told("CREATE", name, kind) as physical:
            properties = self.properties(name)
            faults.meet("create", self.stack.name, name, kind.name)
            aws = Aws(self.stack.account_id, self.stack.region_name, kind.name)
            made = spoken(lambda: kind.create(aws, properties))
            physical.append(made.ref)
            found = (self.definition(name), self.fingerprint(name))
            resource = Resource(kind, aws, made, name, properties, *found)
        self.resources._parsed_resources[name] = resource
        return resource

    def change(self, old: Resource, properties: Properties) -> Resource:
        """Changes a resource in place."""
        name = old.logical_resource_id
        with self._told("UPDATE", name, old.kind, old.physical_resource_id):
            faults.meet("update", self.stack.name, name, old.type)
            made = old.updated(properties)
        return self.keep(replace(old, made=made, properties=properties))

    def keep(self, old: Resource) -> Resource:
        """Leaves a resource as it is, with the definition that it has now."""
        name = old.logical_resource_id
        kept = replace(old, definition=self.definition(name), fingerprint=self.fingerprint(name))
        self.resources._parsed_resources[name] = kept
        return kept

    def remove(self, resource: Resource) -> None:
        """Removes a resource; the map may hold another of its name by now."""
        name = resource.logical_resource_id
        with self._told("DELETE", name, resource.kind, resource.physical_resource_id):
            faults.meet("delete", self.stack.name, name, resource.type)
            resource.delete()
        if self.resources._parsed_resources.get(name) is resource:
            del self.resources._parsed_resources[name]

    def skip(self, resource: Resource) -> None:
        """Leaves a resource where it is, outside of the stack."""
        name = resource.logical_resource_id
        resource_event(self.stack, name, resource.type, resource.physical_resource_id, "DELETE_SKIPPED")
        if self.resources._parsed_resources.get(name) is resource:
            del self.resources._parsed_resources[name]

    @contextmanager
    def _told(self, action: str, name: str, kind: Kind, *physical: str) -> Iterator[Any]:
        ids = list(physical)
        resource_event(self.stack, name, kind.name, "".join(ids), f"{action}_IN_PROGRESS")
        try:
            yield ids
        except Exception as problem:  # whatever it is, it is this resource's failure
            reason = getattr(problem, "message", None) or str(problem) or repr(problem)
            resource_event(self.stack, name, kind.name, "".join(ids), f"{action}_FAILED", reason)
            raise ResourceFailed(name, action) from problem
        resource_event(self.stack, name, kind.name, "".join(ids), f"{action}_COMPLETE")


def kept_by(policy: Any, rolls_back: bool) -> bool:
    """Whether a resource outlives its removal: RetainExceptOnCreate knows a failed creation from the rest."""
    return bool(policy == "Retain" or policy == "RetainExceptOnCreate" and not rolls_back)
