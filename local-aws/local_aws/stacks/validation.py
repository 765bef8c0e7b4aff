"""What is wrong with a template whatever its parameters are: ValidateTemplate, and the first look at every template."""

from typing import Any, Dict, Iterator

from moto.cloudformation.exceptions import ValidationError

from ..calls import Call, Refused, query_response
from ..versions import Stack
from .order import references

PSEUDO = {f"AWS::{n}" for n in ("AccountId", "NoValue", "Partition", "Region", "StackId", "StackName", "URLSuffix")}
SECTIONS = {"AWSTemplateFormatVersion", "Conditions", "Description", "Mappings", "Metadata", "Outputs", "Parameters"}
SECTIONS |= {"Resources", "Rules"}


def check_template(template: Any) -> None:
    """Refuses a template that refers to what it does not define."""
    if not isinstance(template, dict) or not template.get("Resources"):
        raise _format_error("At least one Resources member must be defined.")
    unknown = sorted(set(template) - SECTIONS)
    if unknown:
        raise ValidationError(message=f"Invalid template property or properties [{', '.join(unknown)}]")
    known = PSEUDO | set(template["Resources"]) | set(template.get("Parameters", {}))
    for block in ("Conditions", "Resources", "Outputs"):
        missing = sorted(set(references(template.get(block) or {})) - known)
        if missing:
            raise _format_error(f"Unresolved resource dependencies [{', '.join(missing)}] in the {block} block")
    for block in ("Resources", "Outputs"):
        missing = sorted(set(_conditions(template.get(block) or {})) - set(template.get("Conditions", {})))
        if missing:
            raise _format_error(f"Unresolved condition dependency {missing[0]} in the {block} block")


def _format_error(reason: str) -> ValidationError:
    end = "" if reason.endswith(".") else " of the template"
    return ValidationError(message=f"Template format error: {reason}{end}")


def _conditions(block: Dict[str, Any]) -> Iterator[str]:
    yield from (entry["Condition"] for entry in block.values() if "Condition" in entry)
    yield from _ifs(block)


def _ifs(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for entry in value:
            yield from _ifs(entry)
    elif isinstance(value, dict):
        if "Fn::If" in value:
            yield value["Fn::If"][0]
        for entry in value.values():
            yield from _ifs(entry)


def validate_template(call: Call) -> str:
    """ValidateTemplate: the parameters of a template that is sound."""
    try:
        template = Stack.parse_template(call.get("TemplateBody"))
    except ValueError as problem:
        raise Refused("ValidationError", f"Template format error: {problem}")
    check_template(template)
    roles = [r for r in template["Resources"].values() if r.get("Type", "").startswith("AWS::IAM::")]
    return query_response(
        call,
        {
            "Description": str(template.get("Description", "")),
            "Parameters": [_parameter(name, slot) for name, slot in template.get("Parameters", {}).items()],
            "Capabilities": ["CAPABILITY_IAM"] if roles else [],
        },
    )


def _parameter(name: str, slot: Dict[str, Any]) -> Dict[str, Any]:
    return {
        "ParameterKey": name,
        "DefaultValue": slot.get("Default"),
        "NoEcho": slot.get("NoEcho", False),
        "Description": slot.get("Description", ""),
    }
