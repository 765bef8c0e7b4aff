"""What an app synthesized, without the logical ids: two apps choose them differently, and nothing else may differ."""

from __future__ import annotations

import difflib
import hashlib
import json
from collections import Counter
from pathlib import Path
from typing import Any, Dict, List

Ids = Dict[str, str]
ROUNDS = 4
# L2 refers to these by Ref, which CloudFormation resolves to the same
REF_IS_ID = {"AWS::EC2::VPCEndpoint", "AWS::Route53::HostedZone"}


def read(path: Path) -> Any:
    return json.loads(path.read_text())


def stacks(assembly: Path) -> Dict[str, str]:
    """By name, what CloudFormation would get, and what the CDK CLI is told of it."""
    artifacts = read(assembly / "manifest.json")["artifacts"]
    found = {name: one for name, one in artifacts.items() if one["type"] == "aws:cloudformation:stack"}
    return {
        name: text(
            {
                "environment": one["environment"],
                "dependencies": sorted(other for other in one.get("dependencies", []) if other in found),
                "terminationProtection": one["properties"].get("terminationProtection"),
                "template": canonical(read(assembly / one["properties"]["templateFile"])),
            }
        )
        for name, one in found.items()
    }


def text(value: Any) -> str:
    return json.dumps(value, indent=1, sort_keys=True)


def canonical(template: Any) -> Any:
    """A resource is called after what is in it, and after what it refers to."""
    resources = template["Resources"]
    ids: Ids = {one: resource["Type"] for one, resource in resources.items()}
    for _ in range(ROUNDS):
        ids = {one: called(resource, ids, resources) for one, resource in resources.items()}
    counted = Counter(ids.values())
    return {
        **{key: referring(value, ids, resources) for key, value in template.items() if key != "Resources"},
        "Resources": {ids[one]: referring(resource, ids, resources) for one, resource in resources.items()},
        "Same": {name: count for name, count in counted.items() if count > 1},
    }


def called(resource: Any, ids: Ids, resources: Any) -> str:
    content = text(referring(resource, ids, resources))
    return f"{resource['Type']} {hashlib.sha256(content.encode()).hexdigest()[:12]}"


def referring(value: Any, ids: Ids, resources: Any) -> Any:
    """References by the names of their targets."""
    if isinstance(value, list):
        return [referring(one, ids, resources) for one in value]
    if not isinstance(value, dict):
        return value
    if len(value) == 1 and value.get("Ref") in ids:
        attribute = "Id" if resources[value["Ref"]]["Type"] in REF_IS_ID else "Ref"
        return {"Fn::GetAtt": [ids[value["Ref"]], attribute]}
    if len(value) == 1 and "Fn::GetAtt" in value:
        target, attribute = value["Fn::GetAtt"]
        return {"Fn::GetAtt": [ids[target], attribute]}
    changed = {key: referring(one, ids, resources) for key, one in value.items()}
    if "DependsOn" in value and "Type" in value:
        names = value["DependsOn"]
        changed["DependsOn"] = sorted(ids[one] for one in ([names] if isinstance(names, str) else names))
    return changed


def differences(product: Path, peer: Path) -> Dict[str, List[str]]:
    """By stack, the lines in which it differs; those that only one of both has are among them."""
    ours, theirs = stacks(product), stacks(peer)
    compared = {
        name: list(
            difflib.unified_diff(
                theirs.get(name, "").splitlines(), ours.get(name, "").splitlines(), "peer", "product", lineterm="", n=1
            )
        )
        for name in sorted({*ours, *theirs})
    }
    return {name: lines for name, lines in compared.items() if lines}
