"""Faults on request: the file that LOCAL_AWS_FAULTS names holds those that are still to come, one a line.

    fail create PrivateLink-Production/Route 2
    hold create AWS::EC2::VPCEndpoint
    throttle DescribeVpcEndpoints 3
    throttle Fn::GetStackOutput
    deny eu-west-1

`fail` and `hold` take create, update or delete, and a logical id, a stack's name and a logical id, or a type. A number
says how often; without one it is once. What has happened leaves the file. `hold` waits until somebody takes its line
away, and `deny` lasts as long.
"""

import os
import threading
import time
from pathlib import Path
from typing import List, Optional, Tuple

from moto.cloudformation.exceptions import ValidationError

from .asked import Asked
from .calls import Call, Refused

VARIABLE = "LOCAL_AWS_FAULTS"
_lock = threading.Lock()


def _lines() -> List[str]:
    file = Path(os.environ.get(VARIABLE, os.devnull))
    return file.read_text(encoding="utf-8").splitlines() if file.is_file() else []


def _words(line: str) -> Tuple[str, int]:
    """What a line is about, and how often."""
    words = line.split()
    if words and words[-1].isdigit():
        return " ".join(words[:-1]), int(words[-1])
    return " ".join(words), 1


def _asked(fault: str) -> bool:
    return any(_words(line)[0] == fault for line in _lines())


def _taken(fault: str) -> bool:
    """Takes one of these faults out of the file, if there is one."""
    with _lock:
        lines = _lines()
        for number, line in enumerate(lines):
            what, times = _words(line)
            if what == fault and times > 0:
                lines[number : number + 1] = [f"{what} {times - 1}"] if times > 1 else []
                _write(lines)
                return True
    return False


def _write(lines: List[str]) -> None:
    file = Path(os.environ[VARIABLE])
    scratch = file.with_name(f"{file.name}.next")
    scratch.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    scratch.replace(file)


def meet(action: str, stack: str, logical_id: str, kind: str) -> None:
    """Holds or fails a step of a stack."""
    names = (logical_id, f"{stack}/{logical_id}", kind, f"{stack}/{kind}")
    while any(_asked(f"hold {action} {name}") for name in names):
        time.sleep(0.02)
    if any(_taken(f"fail {action} {name}") for name in names):
        reason = "Internal Failure (Service: null; Status Code: 500; Error Code: InternalFailure)"
        raise ValidationError(message=f'Resource handler returned message: "{reason}"')


def throttle(call: Call) -> None:
    """Refuses a call that is throttled, as its service does."""
    if call.action and _taken(f"throttle {call.action}"):
        if call.service == "ec2":
            raise Refused("RequestLimitExceeded", "Request limit exceeded.", 503)
        raise Refused("Throttling", "Rate exceeded")


def denied(asked: Asked, is_query: bool) -> Optional[Refused]:
    """The refusal of anything in a Region that the account's organization denies, in AWS's words."""
    if not asked.action or asked.is_global or not _asked(f"deny {asked.region}"):
        return None
    who = f"User: arn:aws:iam::{asked.account}:root"
    what = f"is not authorized to perform: {asked.service}:{asked.action}"
    denial = f"{who} {what} with an explicit deny in a service control policy"
    if asked.service == "ec2":
        return Refused("UnauthorizedOperation", f"You are not authorized to perform this operation. {denial}", 403)
    return Refused("AccessDenied" if is_query else "AccessDeniedException", denial, 403)


def refuse_throttled_output() -> None:
    """The look-up behind an intrinsic function, which CloudFormation does not repeat."""
    if _taken("throttle Fn::GetStackOutput"):
        raise ValidationError(message="Rate exceeded (DescribeStacks, behind Fn::GetStackOutput)")
