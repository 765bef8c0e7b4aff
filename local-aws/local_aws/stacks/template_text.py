"""Templates as they are written: JSON, or YAML 1.1 with the short forms of functions."""

import json
from typing import Any

import yaml

WITHOUT_PREFIX = ("Ref", "Condition")


class Loader(yaml.SafeLoader):  # type: ignore[misc]
    """What CloudFormation takes: no aliases, and dates are texts."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            raise ValueError("YAML aliases are not allowed in CloudFormation templates")
        return super().compose_node(parent, index)


def short_form(loader: Loader, name: str, node: Any) -> Any:
    """`!Sub text` as `{"Fn::Sub": "text"}`."""
    if isinstance(node, yaml.SequenceNode):
        value: Any = loader.construct_sequence(node, deep=True)
    elif isinstance(node, yaml.MappingNode):
        value = loader.construct_mapping(node, deep=True)
    else:
        value = loader.construct_scalar(node)
    if name == "GetAtt" and isinstance(value, str):
        value = value.split(".", 1)
    return {name if name in WITHOUT_PREFIX else f"Fn::{name}": value}


Loader.add_constructor("tag:yaml.org,2002:timestamp", Loader.construct_yaml_str)
Loader.add_multi_constructor("!", short_form)


def parse(text: str) -> Any:
    """The template, with the full names of functions; ValueError where it is neither."""
    try:
        return yaml.load(text, Loader=Loader)
    except yaml.YAMLError as broken:
        try:
            return json.loads(text)
        except ValueError:
            raise ValueError(f"[{broken}]") from broken
