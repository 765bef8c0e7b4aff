"""Change sets: CreateChangeSet, DescribeChangeSet, ListChangeSets, ExecuteChangeSet and DeleteChangeSet.

The CDK CLI deploys by them unless it is told otherwise. They are kept with their stack; all are there at once.
"""

import re
import uuid
from dataclasses import dataclass, field
from datetime import datetime, timezone
from typing import Any, Dict, List, Optional

from moto.cloudformation import parsing
from moto.cloudformation.exceptions import ValidationError
from moto.cloudformation.models import cloudformation_backends
from moto.cloudformation.utils import generate_stack_id, get_stack_from_s3_url

from ..calls import Call, Refused, query_response
from ..front import Action, Key
from ..unsupported import unsupported
from ..versions import Stack
from . import exports, imports, operation
from .events import stack_event
from .planning import Change, Detail, Planning
from .update import UPDATABLE

NO_CHANGES = "The submitted information didn't contain changes. Submit different information to create a change set."
NAME = re.compile(r"[a-zA-Z][-a-zA-Z0-9]{0,127}")
REVIEW = "REVIEW_IN_PROGRESS"


@dataclass
class ChangeSet:
    """What was asked for, and what that would change."""

    stack: Any
    name: str
    kind: str
    description: str
    template: str
    parameters: Dict[str, str]
    tags: Optional[Dict[str, str]]
    imported: Dict[str, Dict[str, str]]
    changes: List[Change] = field(default_factory=list)
    reason: str = ""
    created: datetime = field(default_factory=lambda: datetime.now(timezone.utc))
    serial: str = field(default_factory=lambda: str(uuid.uuid4()))

    @property
    def arn(self) -> str:
        region, account = self.stack.region_name, self.stack.account_id
        return f"arn:aws:cloudformation:{region}:{account}:changeSet/{self.name}/{self.serial}"

    def summary(self) -> Dict[str, Any]:
        """What a list says of it, and a description too."""
        return {
            "ChangeSetId": self.arn,
            "ChangeSetName": self.name,
            "CreationTime": self.created.strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
            "Description": self.description,
            "ExecutionStatus": "UNAVAILABLE" if self.reason else "AVAILABLE",
            "StackId": self.stack.stack_id,
            "StackName": self.stack.name,
            "Status": "FAILED" if self.reason else "CREATE_COMPLETE",
            "StatusReason": self.reason or None,
        }


def create(call: Call) -> str:
    """CreateChangeSet. What is wrong with a template is refused, what cannot be planned fails the change set."""
    name, kind = call.get("ChangeSetName"), call.get("ChangeSetType") or "UPDATE"
    if not NAME.fullmatch(name):
        raise Refused("ValidationError", f"1 validation error detected: Value '{name}' at 'changeSetName' is not valid")
    stack = _stack(call, call.get("StackName"))
    if stack is not None and name in _sets(stack):
        raise Refused("AlreadyExistsException", f"ChangeSet {name} cannot be created since it already exists")
    _refuse_state(call, kind, stack)
    template = _template(call, stack)
    is_new = stack is None
    if stack is None:
        stack = _new_stack(call)
    change_set = ChangeSet(
        stack=stack,
        name=name,
        kind=kind,
        description=call.get("Description"),
        template=template,
        parameters=_parameters(call, stack),
        tags={tag["Key"]: tag["Value"] for tag in call.members("Tags")} if call.has("Tags") else None,
        imported=imports.identifiers(call),
    )
    try:
        resources = _wanted(change_set)
        if is_new:
            cloudformation_backends[call.account][call.region].stacks[stack.stack_id] = stack
            stack_event(stack, REVIEW, "User Initiated")
        _plan(change_set, resources)
    except imports.Unplannable as failed:
        change_set.reason = str(failed)
    _sets(stack)[name] = change_set
    return query_response(call, {"Id": change_set.arn, "StackId": stack.stack_id})


def _refuse_state(call: Call, kind: str, stack: Any) -> None:
    name = call.get("StackName")
    if kind == "UPDATE" and (stack is None or stack.status == REVIEW):
        raise Refused("ValidationError", f"Stack [{name}] does not exist")
    if kind == "CREATE" and stack is not None and stack.status != REVIEW:
        reason = "already exists and cannot be created again with the changeSet"
        raise Refused("ValidationError", f"Stack [{name}] {reason} [{call.get('ChangeSetName')}]")
    if stack is not None and stack.status not in (*UPDATABLE, REVIEW):
        raise Refused("ValidationError", f"Stack:{stack.stack_id} is in {stack.status} state and can not be updated.")


def _template(call: Call, stack: Any) -> str:
    if call.get("UsePreviousTemplate") == "true":
        return str(stack.template)
    if call.get("TemplateURL"):
        return get_stack_from_s3_url(call.get("TemplateURL"), account_id=call.account, partition="aws")
    return call.get("TemplateBody")


def _new_stack(call: Call) -> Any:
    """A stack that is only reviewed so far: it has nothing, and is not listed before its change set is sound."""
    name = call.get("StackName")
    return Stack(
        stack_id=generate_stack_id(name, call.region, call.account),
        name=name,
        template="{}",
        parameters={},
        account_id=call.account,
        region_name=call.region,
        notification_arns=call.all("NotificationARNs.member"),
    )


def _parameters(call: Call, stack: Any) -> Dict[str, str]:
    before = stack.resource_map.resolved_parameters
    return {
        p["ParameterKey"]: before[p["ParameterKey"]] if p.get("UsePreviousValue") == "true" else p["ParameterValue"]
        for p in call.members("Parameters")
    }


def _wanted(change_set: ChangeSet) -> Any:
    stack = change_set.stack
    try:
        template = stack.parse_template(change_set.template)
    except ValueError as problem:
        raise Refused("ValidationError", f"Template format error: {problem}")
    wanted = parsing.ResourceMap(
        stack.stack_id,
        stack.name,
        change_set.parameters,
        stack.tags if change_set.tags is None else change_set.tags,
        account_id=stack.account_id,
        region_name=stack.region_name,
        template=template,
        cross_stack_resources={},
    )
    wanted.load()
    return wanted


def _plan(change_set: ChangeSet, resources: Any) -> None:
    planning = Planning(change_set.stack, resources)
    planning.update.refuse_other_types()
    try:
        exports.refuse_missing(change_set.stack, resources)
        change_set.changes = planning.run()
        if change_set.kind == "IMPORT":
            change_set.changes = imports.planned(change_set.stack, resources, change_set.changes, change_set.imported)
        elif not change_set.changes and not planning.update.has_changes():
            change_set.reason = NO_CHANGES
    except ValidationError as problem:
        change_set.reason = problem.message


def describe(call: Call) -> str:
    """DescribeChangeSet."""
    change_set = _named(call)
    detailed = call.get("IncludePropertyValues") == "true"
    parameters = [{"ParameterKey": key, "ParameterValue": value} for key, value in change_set.parameters.items()]
    tags = [{"Key": key, "Value": value} for key, value in (change_set.tags or {}).items()]
    changes = [{"Type": "Resource", "ResourceChange": _change(change, detailed)} for change in change_set.changes]
    return query_response(call, {**change_set.summary(), "Parameters": parameters, "Tags": tags, "Changes": changes})


def _change(change: Change, detailed: bool) -> Dict[str, Any]:
    modified = change.action == "Modify"
    return {
        "PolicyAction": change.policy_action or None,
        "Action": change.action,
        "LogicalResourceId": change.logical_id,
        "PhysicalResourceId": change.physical_id or None,
        "ResourceType": change.kind,
        "Replacement": change.replacement if modified else None,
        "Scope": change.scope,
        "Details": [_detail(detail, detailed) for detail in change.details],
    }


def _detail(detail: Detail, detailed: bool) -> Dict[str, Any]:
    target: Dict[str, Any] = {"Attribute": detail.attribute, "RequiresRecreation": detail.recreation}
    if detail.name:
        target["Name"] = detail.name
    if detailed and detail.name:
        added = "Add" if not detail.before else "Remove" if not detail.after else "Modify"
        target["Path"] = f"/{detail.attribute}/{detail.name}"
        target["AttributeChangeType"] = added
        target["BeforeValue"], target["AfterValue"] = detail.before or None, detail.after or None
    return {
        "Target": target,
        "Evaluation": detail.evaluation,
        "ChangeSource": detail.source,
        "CausingEntity": detail.cause or None,
    }


def listed(call: Call) -> str:
    """ListChangeSets."""
    return query_response(call, {"Summaries": [found.summary() for found in _sets(_existing(call)).values()]})


def execute(call: Call) -> str:
    """ExecuteChangeSet; it answers when everything is done, and forgets all change sets of the stack."""
    change_set = _named(call)
    if change_set.reason:
        reason = f"cannot be executed in its current status of [{change_set.summary()['Status']}]"
        raise Refused("InvalidChangeSetStatus", f"ChangeSet [{change_set.arn}] {reason}")
    stack = change_set.stack
    _sets(stack).clear()
    if change_set.kind == "IMPORT":
        imports.run(stack, _wanted(change_set), change_set.imported)
        stack.template = change_set.template
    elif change_set.kind == "CREATE":
        _fill(stack, change_set)
    else:
        stack.update(change_set.template, None, change_set.parameters, change_set.tags)
    return query_response(call, {})


def _fill(stack: Any, change_set: ChangeSet) -> None:
    """A reviewed stack becomes what its change set says."""
    stack.template, stack.parameters = change_set.template, change_set.parameters
    stack.tags = dict(change_set.tags or {})
    stack.template_dict = stack.parse_template(stack.template)
    stack.description = stack.template_dict.get("Description")
    stack.resource_map = _wanted(change_set)
    stack_event(stack, "CREATE_IN_PROGRESS", "User Initiated")
    operation.create(stack)


def delete(call: Call) -> str:
    """DeleteChangeSet; one that does not exist is deleted once more."""
    stack = _existing(call)
    for found in list(_sets(stack).values()):
        if call.get("ChangeSetName") in (found.name, found.arn):
            del _sets(stack)[found.name]
    return query_response(call, {})


def _named(call: Call) -> ChangeSet:
    stack = _existing(call)
    for found in _sets(stack).values():
        if call.get("ChangeSetName") in (found.name, found.arn):
            return found
    raise Refused("ChangeSetNotFound", f"ChangeSet [{call.get('ChangeSetName')}] does not exist", 404)


def _sets(stack: Any) -> Dict[str, ChangeSet]:
    sets: Dict[str, ChangeSet] = stack.__dict__.setdefault("local_aws_change_sets", {})
    return sets


def _existing(call: Call) -> Any:
    """The stack that a call names, itself or by the ARN of a change set."""
    name, asked = call.get("StackName"), call.get("ChangeSetName")
    if name:
        stack = _stack(call, name)
    else:
        stacks = cloudformation_backends[call.account][call.region].stacks.values()
        stack = next((s for s in stacks if asked in [found.arn for found in _sets(s).values()]), None)
    if stack is None and name:
        raise Refused("ValidationError", f"Stack [{name}] does not exist")
    if stack is None:
        raise Refused("ChangeSetNotFound", f"ChangeSet [{asked}] does not exist", 404)
    return stack


def _stack(call: Call, name: str) -> Any:
    stacks = cloudformation_backends[call.account][call.region].stacks.values()
    return next((stack for stack in stacks if name in (stack.name, stack.stack_id)), None)


def refuse_other_modes(call: Call) -> None:
    """Drift is never reverted here, and nested stacks are unknown."""
    if call.get("DeploymentMode") not in ("", "STANDARD"):
        raise unsupported(f"DeploymentMode {call.get('DeploymentMode')}")
    if call.get("ImportExistingResources") == "true":
        raise unsupported("ImportExistingResources of CreateChangeSet")


def no_events(call: Call) -> str:
    """DescribeEvents, which the CDK CLI asks why a change set failed: its status says so already."""
    return query_response(call, {"OperationEvents": []})


def no_hooks(call: Call) -> str:
    """DescribeChangeSetHooks."""
    return query_response(call, {"Hooks": []})


ACTIONS: Dict[Key, Action] = {
    ("cloudformation", "CreateChangeSet"): create,
    ("cloudformation", "DeleteChangeSet"): delete,
    ("cloudformation", "DescribeChangeSet"): describe,
    ("cloudformation", "DescribeChangeSetHooks"): no_hooks,
    ("cloudformation", "DescribeEvents"): no_events,
    ("cloudformation", "ExecuteChangeSet"): execute,
    ("cloudformation", "ListChangeSets"): listed,
}
