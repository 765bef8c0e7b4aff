"""Parameters of a template, as CloudFormation takes and refuses their values."""

import re
from typing import Any, Callable, Dict, List, Mapping

from moto.cloudformation.exceptions import ValidationError
from moto.ec2.models import ec2_backends
from moto.ssm import ssm_backends

from ..unsupported import unsupported

Slot = Mapping[str, Any]
# the types whose values must exist, and where
EXISTING: Dict[str, Callable[[Any], Any]] = {
    "AWS::EC2::AvailabilityZone::Name": lambda ec2: [zone.name for zone in ec2.describe_availability_zones()],
    "AWS::EC2::SecurityGroup::Id": lambda ec2: [group.id for group in ec2.describe_security_groups()],
    "AWS::EC2::Subnet::Id": lambda ec2: [subnet.id for zone in ec2.subnets.values() for subnet in zone.values()],
    "AWS::EC2::VPC::Id": lambda ec2: [vpc.id for vpc in ec2.vpcs.values()],
}
PLAIN = ("String", "Number", "CommaDelimitedList", "List<String>", "List<Number>")


def load_parameters(resources: Any) -> None:
    """Puts the values into moto's map: as texts for its answers, and as what `Ref` gives."""
    slots: Mapping[str, Slot] = resources._template.get("Parameters", {})
    given: Mapping[str, str] = resources.input_parameters
    unknown = sorted(set(given) - set(slots))
    if unknown:
        raise ValidationError(message=f"Parameters: [{', '.join(unknown)}] do not exist in the template")
    texts = {name: given.get(name, slot.get("Default")) for name, slot in slots.items()}
    missing = [name for name, text in texts.items() if text is None]
    if missing:
        raise ValidationError(message=f"Parameters: [{', '.join(missing)}] must have values")
    resources.no_echo_parameter_keys = []
    resources.resolved_parameters = {name: as_text(text) for name, text in texts.items()}
    for name, slot in slots.items():
        resources._parsed_resources[name] = value_of(name, slot, resources)


def as_text(value: Any) -> str:
    """A default may be written as a number or a truth value."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def value_of(name: str, slot: Slot, resources: Any) -> Any:
    """What `Ref` gives, once every constraint holds."""
    text, kind = resources.resolved_parameters[name], slot["Type"]
    if kind == "AWS::SSM::Parameter::Value<String>":
        return _stored(text, resources)
    many = kind == "CommaDelimitedList" or kind.startswith("List<")
    entries = [entry.strip() for entry in text.split(",")] if many else [text]
    element = kind[len("List<") : -1] if kind.startswith("List<") else kind
    for entry in entries:
        _check(name, slot, entry, element)
        if element in EXISTING:
            _check_existence(name, entry, EXISTING[element](ec2_of(resources)))
        elif kind not in PLAIN and element != "AWS::EC2::KeyPair::KeyName":
            raise unsupported(f"the parameter type {kind}")
    values = [number(entry) for entry in entries] if element == "Number" else entries
    return values if many else values[0]


def _stored(name: str, resources: Any) -> str:
    found = ssm_backends[resources._account_id][resources._region_name].get_parameter(name)
    if found is None:
        raise ValidationError(message=f"Unable to fetch parameters [{name}] from parameter store for this account.")
    return str(found.value)


def ec2_of(resources: Any) -> Any:
    return ec2_backends[resources._account_id][resources._region_name]


def number(text: str) -> Any:
    """An integer where it is one."""
    return int(text) if re.fullmatch(r"[+-]?\d+", text) else float(text)


def _check(name: str, slot: Slot, entry: str, element: str) -> None:
    failure = _failure(slot, entry, element)
    if not failure:
        return
    described = slot.get("ConstraintDescription")
    if described:
        raise ValidationError(message=f"Parameter {name} failed to satisfy constraint: {described}")
    raise ValidationError(message=f"Parameter '{name}' {failure}")


def _failure(slot: Slot, entry: str, element: str) -> str:
    allowed = slot.get("AllowedValues")
    if allowed is not None and entry not in [as_text(value) for value in allowed]:
        return f"must be one of AllowedValues [{', '.join(map(as_text, allowed))}]"
    pattern = slot.get("AllowedPattern")
    if pattern is not None and not re.fullmatch(pattern, entry):
        return f"must match pattern {pattern}"
    if len(entry) < int(slot.get("MinLength", 0)):
        return f"must contain at least {slot['MinLength']} characters"
    if "MaxLength" in slot and len(entry) > int(slot["MaxLength"]):
        return f"must contain at most {slot['MaxLength']} characters"
    return _wrong_number(slot, entry) if element == "Number" else ""


def _wrong_number(slot: Slot, entry: str) -> str:
    if not re.fullmatch(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?", entry):
        return "must be a number"
    if "MinValue" in slot and float(entry) < float(slot["MinValue"]):
        return f"must be a number not less than {slot['MinValue']}"
    if "MaxValue" in slot and float(entry) > float(slot["MaxValue"]):
        return f"must be a number not greater than {slot['MaxValue']}"
    return ""


def _check_existence(name: str, entry: str, existing: List[str]) -> None:
    if entry not in existing:
        reason = f"parameter value {entry} for parameter name {name} does not exist"
        raise ValidationError(message=f"Parameter validation failed: {reason}")
