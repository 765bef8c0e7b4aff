"""The intrinsic functions that moto lacks, and a refusal of those that nobody here knows."""

import os
from typing import Any, Dict, List

from moto.cloudformation import parsing
from moto.cloudformation.exceptions import ValidationError
from moto.cloudformation.models import cloudformation_backends
from moto.ec2.models.availability_zones_and_regions import RegionsAndZonesBackend

from .unsupported import unsupported

KNOWN = {
    "Fn::Base64",
    "Fn::FindInMap",
    "Fn::GetAtt",
    "Fn::If",
    "Fn::ImportValue",
    "Fn::Join",
    "Fn::Select",
    "Fn::Split",
    "Fn::Sub",
    "Fn::ToJsonString",
}


class Throttle:
    """Refuses the first calls behind Fn::GetStackOutput, for the one test of that fault."""

    def __init__(self, times: int) -> None:
        self.left = times

    def pass_or_refuse(self) -> None:
        if self.left > 0:
            self.left -= 1
            raise ValidationError(message="Rate exceeded (DescribeStacks, behind Fn::GetStackOutput)")


def wrap_intrinsics() -> None:
    """Puts the functions before moto's, which calls itself through its module and so meets them at every level."""
    throttle = Throttle(int(os.environ.get("LOCAL_AWS_THROTTLE", "0")))
    clean = parsing.clean_json

    def cleaned(value: Any, resources: Any) -> Any:
        name = next(iter(value)) if isinstance(value, dict) and len(value) == 1 else ""
        if name == "Fn::GetStackOutput":
            throttle.pass_or_refuse()
            return stack_output(cleaned(value[name], resources), resources)
        if name == "Fn::GetAZs":
            return zone_names(cleaned(value[name], resources) or resources["AWS::Region"])
        if name.startswith("Fn::") and name not in KNOWN:
            raise unsupported(f"the intrinsic function {name}")
        result = clean(value, resources)
        if name == "Fn::GetAtt" and result is None:
            raise unsupported(f"the attribute {'.'.join(value[name])}")
        return result

    parsing.clean_json = cleaned


def zone_names(region: str) -> List[str]:
    """The Availability Zones of a Region; moto takes the stack's own Region for us-east-1."""
    return sorted(zone.name for zone in RegionsAndZonesBackend.zones[region])


def stack_output(reference: Dict[str, str], resources: Any) -> str:
    """The output of another stack of the account, in whatever Region."""
    name, key = reference["StackName"], reference["OutputName"]
    region = reference.get("Region", resources["AWS::Region"])
    stacks = cloudformation_backends[resources["AWS::AccountId"]][region].stacks.values()
    stack = next((s for s in stacks if s.name == name and s.status.endswith("_COMPLETE")), None)
    if stack is None:
        raise ValidationError(message=f"Stack with id {name} does not exist in {region}")
    for output in stack.output_map.values():
        if output is not None and output.key == key:
            return output.value
    raise ValidationError(message=f"the stack {name} in {region} has no output {key}")
