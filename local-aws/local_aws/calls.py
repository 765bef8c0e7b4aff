"""One call of the AWS API as it arrives, and the refusal that answers it."""

import json
import re
from dataclasses import dataclass
from typing import Any, Dict, List, Mapping, Tuple
from urllib.parse import parse_qsl
from xml.sax.saxutils import escape

from moto.iam import models as iam

CREDENTIAL = re.compile(r"Credential=(?P<key>[A-Z0-9]+)/\d+/(?P<region>[a-z0-9-]+)/(?P<service>[a-z0-9-]+)/")
NAMESPACE = "http://cloudformation.amazonaws.com/doc/2010-05-15/"
EC2_NAMESPACE = "http://ec2.amazonaws.com/doc/2016-11-15/"
QUOTAS_TARGET = "ServiceQuotasV20190624."
LIMIT_PATH = "/2013-04-01/accountlimit/"
JSON_SERVICES = ("servicequotas",)


class Refused(Exception):
    """What AWS would answer instead of doing what it was asked."""

    def __init__(self, code: str, message: str, status: int = 400) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message


@dataclass(frozen=True)
class Call:
    """A call of a query API (EC2, CloudFormation, Elastic Load Balancing) or about quotas: who asks, and where."""

    service: str
    action: str
    account: str
    region: str
    parameters: Mapping[str, str]

    def get(self, name: str) -> str:
        """A parameter, or the empty text."""
        return self.parameters.get(name, "")

    def has(self, name: str) -> bool:
        """Whether a parameter, or an entry of a list, was given."""
        return any(given == name or given.startswith(f"{name}.") for given in self.parameters)

    def numbers(self, prefix: str) -> List[int]:
        """The numbers of the entries of a list, in order."""
        pattern = re.compile(re.escape(prefix) + r"\.(\d+)(\.|$)")
        return sorted({int(match.group(1)) for match in map(pattern.match, self.parameters) if match})

    def all(self, prefix: str) -> List[str]:
        """The values of a list, such as VpcEndpointId.1, VpcEndpointId.2, in order."""
        return [self.get(f"{prefix}.{number}") for number in self.numbers(prefix)]

    def members(self, name: str) -> List[Dict[str, str]]:
        """The structures of a list, such as Tags.member.1.Key and Tags.member.1.Value, in order."""
        places = [f"{name}.member.{number}." for number in self.numbers(f"{name}.member")]
        return [{k[len(p) :]: v for k, v in self.parameters.items() if k.startswith(p)} for p in places]


NO_CALL = Call("", "", "", "", {})


def call_of(environ: Mapping[str, Any], body: bytes) -> Call:
    """Reads a signed request; an unsigned one, or one of another form, belongs to no service and passes untouched."""
    signed = CREDENTIAL.search(environ.get("HTTP_AUTHORIZATION", ""))
    action, parameters = _asked(environ, body)
    if not signed or not action:
        return NO_CALL
    account = iam.get_account_id_from(signed.group("key"))
    return Call(signed.group("service"), action, account, signed.group("region"), parameters)


def _asked(environ: Mapping[str, Any], body: bytes) -> Tuple[str, Mapping[str, str]]:
    """The action and its parameters, as query APIs, Service Quotas and Route 53's limits have them."""
    target, path = environ.get("HTTP_X_AMZ_TARGET", ""), environ.get("PATH_INFO", "")
    if target.startswith(QUOTAS_TARGET):
        return target[len(QUOTAS_TARGET) :], {name: str(value) for name, value in json.loads(body).items()}
    if path.startswith(LIMIT_PATH):
        return "GetAccountLimit", {"Type": path[len(LIMIT_PATH) :]}
    form: Dict[str, str] = dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))
    return form.get("Action", ""), form


def error_body(call: Call, refused: Refused) -> str:
    """A refusal in the form of the service: JSON, or XML, of which EC2 has a form of its own."""
    if call.service in JSON_SERVICES:
        return json.dumps({"__type": refused.code, "message": refused.message})
    error = f"<Code>{escape(refused.code)}</Code><Message>{escape(refused.message)}</Message>"
    if call.service == "ec2":
        return f"<Response><Errors><Error>{error}</Error></Errors><RequestID>local</RequestID></Response>"
    return f"<ErrorResponse><Error><Type>Sender</Type>{error}</Error><RequestId>local</RequestId></ErrorResponse>"


def query_response(call: Call, result: Mapping[str, Any]) -> str:
    """An answer of CloudFormation; what is None is left out."""
    name = call.action
    return f'<{name}Response xmlns="{NAMESPACE}"><{name}Result>{_xml(result)}</{name}Result></{name}Response>'


def _xml(value: Any) -> str:
    if isinstance(value, list):
        return "".join(f"<member>{_xml(entry)}</member>" for entry in value)
    if isinstance(value, Mapping):
        return "".join(f"<{name}>{_xml(entry)}</{name}>" for name, entry in value.items() if entry is not None)
    return escape(str(value).lower() if isinstance(value, bool) else str(value))


def ec2_response(call: Call, body: str) -> str:
    """An answer of EC2."""
    name = f"{call.action}Response"
    return f'<{name} xmlns="{EC2_NAMESPACE}"><requestId>local</requestId>{body}</{name}>'
