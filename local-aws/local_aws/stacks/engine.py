"""Puts what is done here into the places of moto's CloudFormation."""

from typing import Any, Dict, List, Optional

from moto.cloudformation import parsing
from moto.cloudformation.exceptions import ValidationError
from moto.cloudformation.models import CloudFormationBackend

from ..front import CURRENT
from ..versions import Stack
from . import operation
from .conditions import load_conditions
from .events import Failed
from .intrinsics import Scope
from .order import present, references
from .parameters import load_parameters
from .rules import check_rules
from .steps import kind_of
from .template_text import parse
from .update import UPDATABLE, Update
from .validation import check_template


def wrap_engine() -> None:
    """Patches moto's engine, so that of CloudFormation it keeps the API, and what is remembered of a stack."""
    parsing.clean_json = lambda value, resources: Scope(resources).resolve(value)
    parsing.ResourceMap.load = load
    parsing.ResourceMap.__getitem__ = lambda self, name: self._parsed_resources[name]
    parsing.OutputMap.exports = property(exports_of(parsing.OutputMap.exports))
    Stack.parse_template = staticmethod(parse)
    create = Stack.__init__
    Stack.__init__ = with_real_protection(create)
    Stack.create_resources = create_resources
    Stack.update = update
    Stack.stack_resources = property(lambda self: list(operation.made(self.resource_map).values()))
    CloudFormationBackend.delete_stack = delete_stack


def load(self: Any) -> None:
    """Reads a template with its parameters, and refuses both before anything is made."""
    if not self._template:
        return
    check_template(self._template)
    self.load_mapping()
    load_parameters(self)
    load_conditions(self)
    check_rules(self)
    definitions = operation.wanted(self)
    for definition in definitions.values():
        kind_of(definition)
    known = {*definitions, *self._parsed_resources}
    outputs = present(self._template.get("Outputs") or {}, self.lazy_condition_map)
    for block, values in (("Resources", definitions), ("Outputs", outputs)):
        # a dependency on a resource whose condition does not hold is none
        bare = [{key: v for key, v in value.items() if key != "DependsOn"} for value in values.values()]
        missing = sorted(set(references(bare)) - known)
        if missing:
            reason = f"Unresolved resource dependencies [{', '.join(missing)}] in the {block} block of the template"
            raise ValidationError(message=f"Template format error: {reason}")


def exports_of(exports: Any) -> Any:
    """moto looks for exports before there is anything to export."""

    def found(self: Any) -> List[Any]:
        complete = operation.made(self._resource_map) or not self._resource_map._resource_json_map
        return exports.fget(self) if complete else []

    return found


def with_real_protection(create: Any) -> Any:
    """moto takes the text "false" for true."""

    def created(self: Any, *args: Any, **kwargs: Any) -> None:
        create(self, *args, **kwargs)
        self.enable_termination_protection = str(self.enable_termination_protection).lower() == "true"

    return created


def create_resources(self: Any) -> None:
    operation.create(self)


def update(
    self: Any,
    template: str,
    role_arn: Optional[str] = None,
    parameters: Optional[Dict[str, Any]] = None,
    tags: Optional[Dict[str, str]] = None,
) -> None:
    """UpdateStack. A failure is not told to the caller, who has been answered by then, but to the stack's events."""
    if self.status not in UPDATABLE:
        raise ValidationError(message=f"Stack:{self.stack_id} is in {self.status} state and can not be updated.")
    wanted = parsing.ResourceMap(
        self.stack_id,
        self.name,
        parameters or {},
        self.tags if tags is None else tags,
        account_id=self.account_id,
        region_name=self.region_name,
        template=self.parse_template(template),
        cross_stack_resources=self.cross_stack_resources,
    )
    wanted.load()
    change = Update(self, wanted)
    change.refuse_other_types()
    if not change.has_changes():
        raise ValidationError(message="No updates are to be performed.")
    try:
        change.run()
    except Failed:
        return
    self.template, self.role_arn, self.tags = template, role_arn, dict(wanted.tags)
    self.parameters = dict(wanted.resolved_parameters)
    self.description = self.template_dict.get("Description")


def delete_stack(self: Any, name_or_stack_id: str) -> None:
    """DeleteStack; a stack that is gone is deleted once more."""
    for stack in list(self.stacks.values()):
        if name_or_stack_id in (stack.name, stack.stack_id):
            operation.delete(stack, CURRENT.get().all("RetainResources.member"))
            if stack.status == "DELETE_COMPLETE":
                self.stacks.pop(stack.stack_id)
                self.deleted_stacks[stack.stack_id] = stack
