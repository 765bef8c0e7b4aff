"""The Rules of a template: assertions about parameters, before anything is made."""

from typing import Any, Dict, List

from moto.cloudformation.exceptions import ValidationError

from .conditions import LOGIC, true
from .intrinsics import VALUES, Function, Scope
from .parameters import ec2_of


def contains(parts: List[Any], scope: Scope) -> bool:
    """Whether the value is one of the list's."""
    return scope.text(parts[1]) in _texts(parts[0], scope)


def each_equals(parts: List[Any], scope: Scope) -> bool:
    wanted = scope.text(parts[1])
    return all(entry == wanted for entry in _texts(parts[0], scope))


def each_in(parts: List[Any], scope: Scope) -> bool:
    allowed = _texts(parts[1], scope)
    return all(entry in allowed for entry in _texts(parts[0], scope))


def _texts(value: Any, scope: Scope) -> List[str]:
    found = scope.resolve(value)
    return [scope.text(entry) for entry in (found if isinstance(found, list) else [found])]


def all_of_type(kind: str, scope: Scope) -> List[str]:
    """The values of all parameters of a type."""
    slots = scope.resources._template.get("Parameters", {})
    names = [name for name, slot in slots.items() if slot["Type"] in (kind, f"List<{kind}>")]
    return [text for name in names for text in _texts({"Ref": name}, scope)]


def value_of(parts: List[str], scope: Scope) -> Any:
    """An attribute of what a parameter names; of each when it names several."""
    name, wanted = parts
    kind = scope.resources._template["Parameters"][name]["Type"]
    found = [_attribute(kind, entry, wanted, scope) for entry in _texts({"Ref": name}, scope)]
    return found if kind.startswith("List<") else found[0]


def values_of_type(parts: List[str], scope: Scope) -> List[str]:
    """An attribute of everything that parameters of a type name."""
    kind, wanted = parts
    return [_attribute(kind, entry, wanted, scope) for entry in all_of_type(kind, scope)]


def _attribute(kind: str, entry: str, wanted: str, scope: Scope) -> str:
    ec2 = ec2_of(scope.resources)
    if wanted.startswith("Tags."):
        return str(next((t["value"] for t in ec2.describe_tags() if _is(t, entry, wanted[len("Tags.") :])), ""))
    if "AWS::EC2::Subnet::Id" in kind and wanted == "VpcId":
        return str(ec2.get_subnet(entry).vpc_id)
    if "AWS::EC2::Subnet::Id" in kind and wanted == "AvailabilityZone":
        return str(ec2.get_subnet(entry).availability_zone)
    raise ValidationError(message=f"Template error: {wanted} is no attribute of {kind} in Rules")


def _is(tag: Dict[str, Any], resource: str, key: str) -> bool:
    return bool(tag["resource_id"] == resource and tag["key"] == key)


RULES: Dict[str, Function] = {
    **LOGIC,
    "Ref": VALUES["Ref"],
    "Fn::Contains": contains,
    "Fn::EachMemberEquals": each_equals,
    "Fn::EachMemberIn": each_in,
    "Fn::RefAll": all_of_type,
    "Fn::ValueOf": value_of,
    "Fn::ValueOfAll": values_of_type,
}


class RuleScope(Scope):
    """Rules know these functions only: neither Fn::If nor Condition, as on AWS."""

    def _resolve(self, value: Any) -> Any:
        if isinstance(value, dict) and (len(value) != 1 or next(iter(value)) not in self.functions):
            raise ValidationError(message=f"Template format error: {', '.join(value)} cannot be used within Rules")
        return super()._resolve(value)


def check_rules(resources: Any) -> None:
    """Refuses the stack when an assertion of a rule that applies does not hold; all of them are told."""
    scope = RuleScope(resources, RULES)
    failed = []
    for name, rule in resources._template.get("Rules", {}).items():
        if true(rule.get("RuleCondition", True), scope):
            failed += [_told(name, a) for a in rule["Assertions"] if not true(a["Assert"], scope)]
    if failed:
        raise ValidationError(message=f"Template error: {'; '.join(failed)}")


def _told(name: str, assertion: Dict[str, Any]) -> str:
    return f"Rule '{name}' failed: {assertion.get('AssertDescription', 'an assertion does not hold')}"
