"""The update of a stack."""

from typing import Any, Dict, List, Tuple

from moto.cloudformation.exceptions import ValidationError

from .events import Failed, ResourceFailed, stack_event
from .exports import exports_of
from .intrinsics import COMPARED, Scope
from .operation import made, settle_outputs, wanted
from .order import in_order
from .resource import Resource
from .steps import Steps, kept_by

UPDATABLE = ("CREATE_COMPLETE", "IMPORT_COMPLETE", "UPDATE_COMPLETE", "UPDATE_ROLLBACK_COMPLETE")


class Update:
    """One update: from the resources that a stack has to those that a new map of moto's asks for."""

    def __init__(self, stack: Any, resources: Any) -> None:
        self.stack = stack
        self.old = made(stack.resource_map)
        self.resources = resources
        self.steps = Steps(stack, resources)
        self.wanted = wanted(resources)
        self.added: List[Resource] = []
        self.replaced: List[Resource] = []
        # those that were changed in place: as they were, and as they became
        self.changed: List[Tuple[Resource, Resource]] = []
        resources._parsed_resources.update({name: r for name, r in self.old.items() if name in self.wanted})

    def refuse_other_types(self) -> None:
        """A logical id keeps its type."""
        other = [name for name in self.wanted if name in self.old and self.old[name].type != self.wanted[name]["Type"]]
        if other:
            reason = f"The new template modifies resource type of the following resources: [{', '.join(other)}]"
            raise ValidationError(message=f"Update of resource type is not permitted. {reason}")

    def has_changes(self) -> bool:
        """Whether CloudFormation finds anything to do."""
        if set(self.old) != set(self.wanted) or self.resources.tags != self.stack.tags:
            return True
        if any(self.steps.fingerprint(name) != self.old[name].fingerprint for name in self.wanted):
            return True
        return bool(outputs_of(self.resources) != outputs_of(self.stack.resource_map))

    def run(self) -> None:
        """Makes, changes and replaces, then cleans up; a failure puts everything back."""
        before = self.stack.resource_map, self.stack.template_dict, self.stack.output_map
        exported = exports_of(self.stack)
        stack_event(self.stack, "UPDATE_IN_PROGRESS", "User Initiated")
        try:
            for name in in_order(self.wanted):
                self._step(name)
            self.stack.resource_map, self.stack.template_dict = self.resources, self.resources._template
            settle_outputs(self.stack, exported)
        except Failed as failed:
            self.stack.resource_map, self.stack.template_dict, self.stack.output_map = before
            self._roll_back(failed)
            raise
        stack_event(self.stack, "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS")
        self._clean_up()
        stack_event(self.stack, "UPDATE_COMPLETE")

    def _step(self, name: str) -> None:
        old = self.old.get(name)
        if old is None:
            self.added.append(self.steps.make(name))
        elif self.steps.fingerprint(name) == old.fingerprint:
            self.steps.keep(old)
        else:
            self._change(old)

    def _change(self, old: Resource) -> None:
        try:
            properties = self.steps.properties(old.logical_resource_id)
        except ValidationError as problem:
            raise ResourceFailed(old.logical_resource_id, "UPDATE") from problem
        if not old.changes(properties):
            self.steps.keep(old)
        elif old.is_replaced_by(properties):
            self.added.append(self.steps.make(old.logical_resource_id))
            self.replaced.append(old)
        else:
            # a change that fails halfway is put back, too
            self.changed.append((old, old.with_properties(properties)))
            new = self.steps.change(old, properties)
            self.changed[-1] = (old, new)

    def _roll_back(self, failed: Failed) -> None:
        stack_event(self.stack, "UPDATE_ROLLBACK_IN_PROGRESS", failed.reason)
        steps = Steps(self.stack, self.stack.resource_map)
        try:
            for old, new in self.changed:
                steps.change(new, old.properties)
        except ResourceFailed as again:
            stack_event(self.stack, "UPDATE_ROLLBACK_FAILED", again.reason)
            return
        stack_event(self.stack, "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS")
        for resource in reversed(self.added):
            self._leave(steps, resource, resource.definition.get("DeletionPolicy"), rolls_back=True)
        stack_event(self.stack, "UPDATE_ROLLBACK_COMPLETE")

    def _clean_up(self) -> None:
        """What was replaced, and what the template no longer has, each before what it needed."""
        replaced = {resource.logical_resource_id for resource in self.replaced}
        definitions = {name: resource.definition for name, resource in self.old.items()}
        for name in reversed(in_order(definitions)):
            if name in replaced:
                policy = self.wanted[name].get("UpdateReplacePolicy")
                self._leave(self.steps, self.old[name], policy)
            elif name not in self.wanted:
                self._leave(self.steps, self.old[name], definitions[name].get("DeletionPolicy"))

    def _leave(self, steps: Steps, resource: Resource, policy: Any, rolls_back: bool = False) -> None:
        """AWS forgets what it cannot delete in a clean-up: the stack is complete, the resource stays behind."""
        if kept_by(policy, rolls_back):
            steps.skip(resource)
            return
        try:
            steps.remove(resource)
        except ResourceFailed:
            return


def outputs_of(resources: Any) -> Dict[str, Any]:
    """The outputs of a template, as far as they can be compared with the next template's."""
    scope = Scope(resources, COMPARED)
    found = resources._template.get("Outputs") or {}
    conditions = resources.lazy_condition_map
    return {n: scope.resolve(o) for n, o in found.items() if "Condition" not in o or conditions[o["Condition"]]}
