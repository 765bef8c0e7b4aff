"""`aws cloudformation deploy`, as far as this project's documents use it: a change set that is made and executed."""

from pathlib import Path
from typing import Any, Dict, List

from .shorthand import WrongValue
from .stacks.template_text import parse

OPTIONS = ("template-file", "stack-name", "parameter-overrides", "no-fail-on-empty-changeset", "region", "output")


def deploy(client: Any, options: Dict[str, List[str]]) -> str:
    """What it says when it is done."""
    from botocore.exceptions import ClientError

    unknown = [name for name in options if name not in OPTIONS]
    if unknown or not {"template-file", "stack-name"} <= set(options):
        raise WrongValue(f"deploy needs --template-file and --stack-name, and does not know {unknown}")
    text, name = Path(options["template-file"][0]).read_text(), options["stack-name"][0]
    try:
        state = client.describe_stacks(StackName=name)["Stacks"][0]["StackStatus"]
    except ClientError:
        state = "REVIEW_IN_PROGRESS"
    new = state == "REVIEW_IN_PROGRESS"
    change_set = {"StackName": name, "ChangeSetName": "awscli-cloudformation-package-deploy"}
    given = values(parse(text), options.get("parameter-overrides", []), keep=not new)
    kind = "CREATE" if new else "UPDATE"
    client.create_change_set(**change_set, ChangeSetType=kind, TemplateBody=text, Parameters=given)
    client.get_waiter("change_set_create_complete").wait(**change_set)
    client.execute_change_set(**change_set)
    client.get_waiter(f"stack_{kind.lower()}_complete").wait(StackName=name)
    return f"Successfully created/updated stack - {name}"


def values(template: Any, overrides: List[str], keep: bool) -> List[Dict[str, Any]]:
    """What is given, and for an update what was there; a new stack has its defaults for the rest."""
    given = dict(override.split("=", 1) for override in overrides)
    previous = [name for name in template["Parameters"] if name not in given] if keep else []
    return [
        *({"ParameterKey": name, "ParameterValue": value} for name, value in given.items()),
        *({"ParameterKey": name, "UsePreviousValue": True} for name in previous),
    ]
