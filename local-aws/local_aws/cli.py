"""Stands in for the AWS CLI, where none is installed: its command lines, by the SDK's own models of services.

Operations, waiters, parameters, their types and what is required are read from the models, so that a wrong command line
is refused as the AWS CLI refuses it. Of its customizations, only those that this project's commands use are known.
"""

import json
import os
import sys
from typing import Any, Dict, Iterator, List, NamedTuple, Tuple

from . import shorthand, texts
from .run import python_with_moto
from .shorthand import WrongValue

Document = Dict[str, Any]

REFUSED = 252
FAILED = 254
WAITED_IN_VAIN = 255
# and how many values they take
GLOBAL = {"region": 1, "query": 1, "output": 1, "no-cli-pager": 0}


class Line(NamedTuple):
    """A command line: the service, the words before the first option, and the values of each option."""

    service: str
    operation: List[str]
    options: Dict[str, List[str]]


def parse(words: List[str]) -> Line:
    """A command line, with global options anywhere, and those of the operation after it."""
    operation: List[str] = []
    options: Dict[str, List[str]] = {}
    name, values = "", operation
    for word in words:
        if word.startswith("--"):
            name = word[2:]
            values = options.setdefault(name, [])
            continue
        if len(values) == GLOBAL.get(name):
            name, values = "", operation
        values.append(word)
    if len(operation) < 2:
        raise WrongValue("a service and an operation are needed")
    return Line(operation[0], operation[1:], options)


def operation_of(line: Line, client: Any) -> Tuple[str, Any]:
    """The name of a method or of a waiter, and the model of what it calls."""
    names = {kebab(name): name for name in client.meta.service_model.operation_names}
    waits = line.operation[0] == "wait"
    name = line.operation[-1]
    if waits and name.replace("-", "_") in client.waiter_names:
        called = client.get_waiter(name.replace("-", "_")).config.operation
    elif not waits and name in names and len(line.operation) == 1:
        called = names[name]
    else:
        raise WrongValue(f"argument operation: Invalid choice: {' '.join(line.operation)}")
    return name.replace("-", "_"), client.meta.service_model.operation_model(called)


def kebab(name: str) -> str:
    """A name of the models as the AWS CLI spells it."""
    from botocore import xform_name

    return str(xform_name(name, "-"))


def parameters(line: Line, shape: Any) -> Document:
    """What the options say, in the form of the models."""
    given = dict(line.options)
    result: Document = rule_of_group(line, given)
    for member, form in (shape.members if shape else {}).items():
        name = kebab(member)
        if form.type_name == "boolean":
            for option, value in ((name, True), (f"no-{name}", False)):
                if option in given:
                    no_values(option, given.pop(option))
                    result[member] = value
        elif name in given:
            result[member] = shorthand.value(form, given.pop(name))
    unknown = [name for name in given if name not in GLOBAL]
    if unknown:
        raise WrongValue("Unknown options: " + ", ".join(f"--{name}" for name in unknown))
    missing = [kebab(name) for name in (shape.required_members if shape else []) if name not in result]
    if missing:
        raise WrongValue("the following arguments are required: " + ", ".join(f"--{name}" for name in missing))
    return result


def no_values(option: str, values: List[str]) -> None:
    """A switch takes none."""
    if values:
        raise WrongValue(f"Unknown options: {', '.join(values)}, after --{option}")


def rule_of_group(line: Line, given: Dict[str, List[str]]) -> Document:
    """The AWS CLI's own options for one rule of a security group."""
    if not line.operation[0].endswith(("-security-group-ingress", "-security-group-egress")) or "port" not in given:
        return {}
    protocol, port, cidr = (" ".join(given.pop(name, [])) for name in ("protocol", "port", "cidr"))
    rule = {"IpProtocol": protocol, "FromPort": int(port), "ToPort": int(port), "IpRanges": [{"CidrIp": cidr}]}
    return {"IpPermissions": [rule]}


def answers(line: Line, client: Any) -> Iterator[Document]:
    """What AWS answers: as text each page by itself, and all in one otherwise."""
    name, operation = operation_of(line, client)
    wanted = parameters(line, operation.input_shape)
    if line.operation[0] == "wait":
        client.get_waiter(name).wait(**wanted)
    elif not client.can_paginate(name):
        answer = dict(getattr(client, name)(**wanted))
        answer.pop("ResponseMetadata", None)
        yield answer
    elif is_text(line):
        yield from pages(client.get_paginator(name).paginate(**wanted))
    else:
        yield dict(client.get_paginator(name).paginate(**wanted).build_full_result())


def pages(found: Any) -> Iterator[Document]:
    """Each page, the first with what is said once."""
    from botocore.utils import set_value_from_jmespath

    for number, page in enumerate(found):
        answer = {} if number else dict(found.non_aggregate_part)
        for key in found.result_keys:
            set_value_from_jmespath(answer, key.expression, key.search(page))
        yield answer


def is_text(line: Line) -> bool:
    """Whether the answer is wanted as lines of words."""
    return line.options.get("output", ["json"]) == ["text"]


def show(answer: Any, line: Line) -> None:
    """Prints an answer, as JSON or as text."""
    if "query" in line.options:
        import jmespath

        answer = jmespath.search(" ".join(line.options["query"]), answer)
    if is_text(line):
        sys.stdout.writelines(f"{text}\n" for text in texts.lines(answer))
    elif answer or "query" in line.options:
        print(json.dumps(answer, indent=4, default=texts.word))


def run(line: Line) -> None:
    """Runs a command line."""
    import botocore.session

    from .deploy import deploy

    # Route 53 is one for all Regions, and signs as this one
    anywhere = "us-east-1" if line.service == "route53" else ""
    region = line.options.get("region", [os.environ.get("AWS_REGION", anywhere)])[0]
    try:
        client = botocore.session.Session().create_client(line.service, region_name=region or None)
    except botocore.exceptions.UnknownServiceError as unknown:
        raise WrongValue(f"argument command: Invalid choice: {line.service}") from unknown
    if (line.service, line.operation) == ("cloudformation", ["deploy"]):
        print(deploy(client, line.options))
        return
    for answer in answers(line, client):
        show(answer, line)


def main(words: List[str]) -> int:
    """The exit codes of the AWS CLI."""
    sys.path[:0] = python_with_moto()[1]
    from botocore import exceptions

    try:
        run(parse(words))
    except (WrongValue, ValueError, exceptions.ParamValidationError, exceptions.NoRegionError) as wrong:
        print(f"\naws: [ERROR]: {wrong}", file=sys.stderr)
        return REFUSED
    except exceptions.WaiterError as vain:
        print(f"\n{vain}", file=sys.stderr)
        return WAITED_IN_VAIN
    except exceptions.ClientError as refusal:
        print(f"\n{refusal}", file=sys.stderr)
        return FAILED
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
