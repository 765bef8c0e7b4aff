"""What a request asks for, in the words of IAM and whatever its protocol, and the record of everything that was asked.

`LOCAL_AWS_CALLS` names a file that gets a line for each distinct call:

    status ec2:DescribeVpcs eu-west-1 743289191656
    AWS::EC2::VPC ec2:CreateVpc eu-west-1 743289191656

The last word is the account. The first is who asks: what the environment variable AWS_SDK_UA_APP_ID of the caller
says, `caller` without one, or the type of the resource for which CloudFormation asks.
"""

import os
import re
import threading
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, List, Mapping, Pattern, Tuple

import botocore.session
from moto.iam import models as iam

from .calls import CREDENTIAL, Call
from .clients import MADE_FOR

VARIABLE = "LOCAL_AWS_CALLS"
APP = re.compile(r"\bapp/(?P<name>[\w.-]+)")
CBOR = re.compile(r"/service/\w+/operation/(?P<name>\w+)$")
# where IAM has another word than signatures
PREFIXES = {"monitoring": "cloudwatch"}
# services without Regions, as organizations except them from a Region's denial
GLOBAL = {"iam", "route53", "sts"}
_lock = threading.Lock()


@dataclass(frozen=True)
class Asked:
    """One request: by whom, for which action of which service as IAM names them, and where; empty if it is unsigned."""

    who: str
    service: str
    action: str
    region: str
    account: str

    @property
    def is_global(self) -> bool:
        return self.service in GLOBAL

    def record(self) -> None:
        """Writes it down, once."""
        file = Path(os.environ.get(VARIABLE, os.devnull))
        line = f"{self.who} {self.service}:{self.action} {self.region} {self.account}"
        if not self.action or file == Path(os.devnull):
            return
        with _lock:
            known = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
            if line not in known:
                with file.open("a", encoding="utf-8") as end:
                    end.write(f"{line}\n")


def asked(environ: Mapping[str, Any], call: Call) -> Asked:
    """Reads a request, of which `call` is the part that a query API has."""
    signed = CREDENTIAL.search(environ.get("HTTP_AUTHORIZATION", ""))
    if not signed:
        return Asked("", "", "", "", "")
    service = signed.group("service")
    app = APP.search(environ.get("HTTP_USER_AGENT", ""))
    who = environ.get(MADE_FOR) or (app.group("name") if app else "caller")
    action = call.action or _action(service, environ)
    account = iam.get_account_id_from(signed.group("key"))
    return Asked(who, PREFIXES.get(service, service), action, signed.group("region"), account)


def _action(service: str, environ: Mapping[str, Any]) -> str:
    target = environ.get("HTTP_X_AMZ_TARGET", "")
    path = environ.get("PATH_INFO", "")
    operation = CBOR.search(path)
    if target or operation:
        return operation.group("name") if operation else target.split(".")[-1]
    rest = _operations(service) if service == "route53" else []
    method = environ.get("REQUEST_METHOD", "")
    return next((name for verb, form, name in rest if verb == method and form.match(path)), "")


@lru_cache(maxsize=None)
def _operations(service: str) -> List[Tuple[str, Pattern[str], str]]:
    """The operations of a REST API: method, path and name; those with fewer gaps in their path first."""
    model = botocore.session.get_session().get_service_model(service)
    http = {name: model.operation_model(name).http for name in model.operation_names}
    forms = sorted(http.items(), key=lambda one: one[1]["requestUri"].count("{"))
    return [(how["method"], _pattern(how["requestUri"].split("?")[0]), name) for name, how in forms]


def _pattern(path: str) -> Pattern[str]:
    literal = [re.escape(part) for part in re.split(r"\{[^}]+\}", path)]
    return re.compile("[^/]+".join(literal) + "/?$")
