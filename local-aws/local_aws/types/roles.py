"""IAM roles, with the policies that stand within them."""

import json
import uuid
from typing import Any, Dict, List

from .kind import Aws, Made, Properties, added, define, picked, tag_list, undone


def create_role(aws: Aws, properties: Properties) -> Made:
    name = properties.get("RoleName", f"local-{uuid.uuid4().hex[:16]}")
    iam = aws.client("iam")
    role = iam.create_role(
        RoleName=name,
        AssumeRolePolicyDocument=_text(properties["AssumeRolePolicyDocument"]),
        **picked(properties, "Description MaxSessionDuration Path Tags"),
    )["Role"]
    made = Made(name, {"Arn": role["Arn"], "RoleId": role["RoleId"]})
    with undone(lambda: delete_role(aws, made)):
        _put_policies(aws, made, {}, properties)
    return made


def update_role(aws: Aws, made: Made, old: Properties, new: Properties) -> Made:
    iam = aws.client("iam")
    trust = _text(new["AssumeRolePolicyDocument"])
    iam.update_assume_role_policy(RoleName=made.ref, PolicyDocument=trust)
    changed = picked(new, "Description MaxSessionDuration")
    if changed:
        iam.update_role(RoleName=made.ref, **changed)
    _put_policies(aws, made, old, new)
    return made


def _put_policies(aws: Aws, made: Made, old: Properties, new: Properties) -> None:
    iam = aws.client("iam")
    for policy in new.get("Policies", []):
        document = _text(policy["PolicyDocument"])
        iam.put_role_policy(RoleName=made.ref, PolicyName=policy["PolicyName"], PolicyDocument=document)
    for name in added(_names(new), _names(old)):
        iam.delete_role_policy(RoleName=made.ref, PolicyName=name)
    before, after = old.get("ManagedPolicyArns", []), new.get("ManagedPolicyArns", [])
    for arn in added(before, after):
        iam.attach_role_policy(RoleName=made.ref, PolicyArn=arn)
    for arn in added(after, before):
        iam.detach_role_policy(RoleName=made.ref, PolicyArn=arn)


def _names(properties: Properties) -> List[str]:
    return [policy["PolicyName"] for policy in properties.get("Policies", [])]


def _text(document: Any) -> str:
    return document if isinstance(document, str) else json.dumps(document)


def retag_role(aws: Aws, made: Made, put: Dict[str, str], removed: List[str]) -> None:
    if put:
        aws.client("iam").tag_role(RoleName=made.ref, Tags=tag_list(put))
    if removed:
        aws.client("iam").untag_role(RoleName=made.ref, TagKeys=removed)


def delete_role(aws: Aws, made: Made) -> None:
    iam = aws.client("iam")
    for name in iam.list_role_policies(RoleName=made.ref)["PolicyNames"]:
        iam.delete_role_policy(RoleName=made.ref, PolicyName=name)
    for policy in iam.list_attached_role_policies(RoleName=made.ref)["AttachedPolicies"]:
        iam.detach_role_policy(RoleName=made.ref, PolicyArn=policy["PolicyArn"])
    iam.delete_role(RoleName=made.ref)


define(
    "AWS::IAM::Role",
    attributes="Arn RoleId",
    replacing="Path RoleName",
    mutable="AssumeRolePolicyDocument Description ManagedPolicyArns MaxSessionDuration Policies",
    create=create_role,
    update=update_role,
    retag=retag_role,
    delete=delete_role,
)
