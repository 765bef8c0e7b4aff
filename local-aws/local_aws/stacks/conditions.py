"""The Conditions of a template, and the functions that are true or false."""

from typing import Any, Dict, List

from moto.cloudformation.exceptions import ValidationError

from .intrinsics import VALUES, Function, Scope


def equals(pair: List[Any], scope: Scope) -> bool:
    one, other = pair
    return scope.text(one) == scope.text(other)


def negated(single: List[Any], scope: Scope) -> bool:
    return not true(single[0], scope)


def both(parts: List[Any], scope: Scope) -> bool:
    return all([true(part, scope) for part in parts])


def any_of(parts: List[Any], scope: Scope) -> bool:
    return any([true(part, scope) for part in parts])


def named(name: str, scope: Scope) -> bool:
    conditions = scope.resources.lazy_condition_map
    if name not in conditions:
        raise ValidationError(message=f"Template error: unresolved condition dependency {name}")
    if conditions[name] is None:
        conditions[name] = true(scope.resources._template["Conditions"][name], scope)
    return bool(conditions[name])


def true(value: Any, scope: Scope) -> bool:
    """Whether a condition holds."""
    return scope.text(value) == "true"


LOGIC: Dict[str, Function] = {"Fn::And": both, "Fn::Or": any_of, "Fn::Not": negated, "Fn::Equals": equals}
PARTS = ("Ref", "Fn::FindInMap", "Fn::Join", "Fn::Select", "Fn::Split", "Fn::Sub")
CONDITIONS: Dict[str, Function] = {**LOGIC, "Condition": named, **{name: VALUES[name] for name in PARTS}}


def load_conditions(resources: Any) -> None:
    """Decides all conditions at once; moto looks them up in its map."""
    resources.lazy_condition_map = {name: None for name in resources._template.get("Conditions", {})}
    scope = Scope(resources, CONDITIONS)
    for name in resources.lazy_condition_map:
        named(name, scope)
