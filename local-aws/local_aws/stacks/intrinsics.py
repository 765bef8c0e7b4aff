"""Intrinsic functions; one that nobody here knows is refused."""

import base64
import json
import re
from ipaddress import ip_network
from typing import Any, Callable, Dict, List, Mapping, Optional

from moto.cloudformation.exceptions import ValidationError
from moto.cloudformation.models import cloudformation_backends

from .. import faults, state
from ..unsupported import unsupported

# what Ref AWS::NoValue gives: the property, or the entry of a list, is as if it had not been written
NO_VALUE = object()


class Scope:
    """What a template's functions look at: moto's map of parameters, mappings, pseudo parameters and resources."""

    def __init__(self, resources: Any, functions: Optional[Mapping[str, "Function"]] = None) -> None:
        self.resources = resources
        self.functions = functions or VALUES

    def resolve(self, value: Any) -> Any:
        """The value with all functions in it done; nothing where it is AWS::NoValue."""
        found = self._resolve(value)
        return None if found is NO_VALUE else found

    def _resolve(self, value: Any) -> Any:
        if isinstance(value, list):
            return [entry for entry in map(self._resolve, value) if entry is not NO_VALUE]
        if not isinstance(value, dict):
            return value
        name = next(iter(value), "")
        if name in self.functions and len(value) == 1:
            return self.functions[name](value[name], self)
        if str(name).startswith("Fn::"):
            raise unsupported(f"the intrinsic function {name}")
        found = {key: self._resolve(entry) for key, entry in value.items()}
        return {key: entry for key, entry in found.items() if entry is not NO_VALUE}

    def text(self, value: Any) -> str:
        """A value as it appears within a text."""
        found = self.resolve(value)
        return str(found).lower() if isinstance(found, bool) else str(found)

    def named(self, name: str) -> Any:
        """A parameter, a mapping, a pseudo parameter or a resource."""
        try:
            return self.resources[name]
        except KeyError:
            raise ValidationError(message=f"Template error: instance of Ref references undefined resource {name}")

    @property
    def region(self) -> str:
        return str(self.named("AWS::Region"))

    @property
    def stacks(self) -> Any:
        """moto's stacks of the account."""
        return cloudformation_backends[self.named("AWS::AccountId")]


Function = Callable[[Any, Scope], Any]


def ref(name: str, scope: Scope) -> Any:
    if name == "AWS::NoValue":
        return NO_VALUE
    found = scope.named(name)
    return getattr(found, "physical_resource_id", found)


def attribute(path: Any, scope: Scope) -> Any:
    name, key = path.split(".", 1) if isinstance(path, str) else path
    return scope.named(name).get_cfn_attribute(scope.resolve(key))


def either(parts: List[Any], scope: Scope) -> Any:
    name, then, otherwise = parts
    if name not in scope.resources.lazy_condition_map:
        raise ValidationError(message=f"Template error: unresolved condition dependency {name}")
    return scope._resolve(then if scope.resources.lazy_condition_map[name] else otherwise)


def join(parts: List[Any], scope: Scope) -> str:
    separator, values = parts
    return str(separator).join(scope.text(value) for value in scope.resolve(values))


def split(parts: List[Any], scope: Scope) -> List[str]:
    return scope.text(parts[1]).split(parts[0])


def select(parts: List[Any], scope: Scope) -> Any:
    index, values = int(scope.resolve(parts[0])), scope.resolve(parts[1])
    if not 0 <= index < len(values):
        raise ValidationError(message=f"Template error: Fn::Select cannot select nonexistent value at index {index}")
    return values[index]


def substitute(given: Any, scope: Scope) -> str:
    text, names = (given, {}) if isinstance(given, str) else given

    def value(match: Any) -> str:
        name = match.group(1)
        if name.startswith("!"):
            return "${" + name[1:] + "}"
        if name in names:
            return scope.text(names[name])
        return scope.text({"Fn::GetAtt": name} if "." in name else {"Ref": name})

    return re.sub(r"\$\{([^}]+)\}", value, text)


def find_in_map(path: List[Any], scope: Scope) -> Any:
    keys = [scope.resolve(key) for key in path]
    found = scope.named(keys[0])
    for key in keys[1:]:
        if key not in found:
            raise ValidationError(message=f"Template error: Unable to get mapping for {'::'.join(map(str, keys))}")
        found = found[key]
    return found


def zones(region: Any, scope: Scope) -> List[str]:
    return state.zone_names(scope.resolve(region) or scope.region)


def cidr(parts: List[Any], scope: Scope) -> List[str]:
    block, count, bits = ([scope.resolve(part) for part in parts] + [8])[:3]
    subnets = ip_network(block).subnets(new_prefix=32 - int(bits))
    return [str(subnet) for _, subnet in zip(range(int(count)), subnets)]


def base_64(value: Any, scope: Scope) -> str:
    return base64.b64encode(scope.text(value).encode()).decode()


def json_text(value: Any, scope: Scope) -> str:
    return json.dumps(scope.resolve(value), separators=(",", ":"))


def imported(name: Any, scope: Scope) -> str:
    wanted = scope.text(name)
    for stack in scope.stacks[scope.region].stacks.values():
        for export in stack.exports:
            if export.name == wanted:
                return str(export.value)
    raise ValidationError(message=f"No export named {wanted} found.")


def stack_output(given: Mapping[str, Any], scope: Scope) -> str:
    """The output of another stack of the account, in whatever Region."""
    faults.refuse_throttled_output()
    reference = scope.resolve(given)
    name, key = reference["StackName"], reference["OutputName"]
    region = reference.get("Region", scope.region)
    found = [s for s in scope.stacks[region].stacks.values() if s.name == name and s.status.endswith("_COMPLETE")]
    if not found:
        raise ValidationError(message=f"Stack with id {name} does not exist in {region}")
    for output in found[0].output_map.values():
        if output is not None and output.key == key:
            return str(output.value)
    raise ValidationError(message=f"the stack {name} in {region} has no output {key}")


VALUES: Dict[str, Function] = {
    "Ref": ref,
    "Fn::Base64": base_64,
    "Fn::Cidr": cidr,
    "Fn::FindInMap": find_in_map,
    "Fn::GetAZs": zones,
    "Fn::GetAtt": attribute,
    "Fn::GetStackOutput": stack_output,
    "Fn::If": either,
    "Fn::ImportValue": imported,
    "Fn::Join": join,
    "Fn::Select": select,
    "Fn::Split": split,
    "Fn::Sub": substitute,
    "Fn::ToJsonString": json_text,
}

# to compare a template with the next: CloudFormation is not told that another stack's output has changed
COMPARED: Dict[str, Function] = {**VALUES, "Fn::GetStackOutput": lambda given, scope: json.dumps(given, sort_keys=True)}
