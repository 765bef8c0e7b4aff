"""What stands in front of moto: guards that refuse, actions that moto lacks, and a cure of its headers."""

import io
import json
import traceback
from contextvars import ContextVar
from typing import Any, Callable, Dict, Iterable, List, Tuple

from moto.cloudformation.exceptions import ValidationError

from . import faults
from .asked import asked
from .calls import JSON_SERVICES, NO_CALL, Call, Refused, call_of, error_body
from .types.kind import USER_AGENT
from .unsupported import unsupported

Key = Tuple[str, str]
Guard = Callable[[Call], None]
Action = Callable[[Call], str]
# what is made of an answer of moto's
Answer = Callable[[Call, str], str]

STATUS = {
    400: "400 Bad Request",
    403: "403 Forbidden",
    404: "404 Not Found",
    500: "500 Internal Server Error",
    503: "503 Service Unavailable",
}
JSON = "application/x-amz-json-1.1"
# the CDK CLI looks in CloudTrail for why a stack failed, and makes do without
NO_TRAIL = '{"__type": "AccessDeniedException", "message": "the local AWS has no CloudTrail"}'
# moto hands on only what it knows of a call; what is ours asks here
CURRENT: ContextVar[Call] = ContextVar("CURRENT", default=NO_CALL)


class Front:
    """A WSGI application around moto's."""

    def __init__(
        self, moto: Any, guards: Dict[Key, List[Guard]], actions: Dict[Key, Action], answers: Dict[Key, Answer]
    ) -> None:
        self.moto = moto
        self.guards = guards
        self.actions = actions
        self.answers = answers

    def __call__(self, environ: Dict[str, Any], start_response: Any) -> Iterable[bytes]:
        length = int(environ.get("CONTENT_LENGTH") or 0)
        body = environ["wsgi.input"].read(length) if length else b""
        environ["wsgi.input"] = io.BytesIO(body)
        call = call_of(environ, body)
        this = asked(environ, call)
        this.record()
        if this.action == "LookupEvents":
            return _answer(start_response, STATUS[400], NO_TRAIL, JSON)
        CURRENT.set(call)
        denied = faults.denied(this, bool(call.action) and call.service not in JSON_SERVICES)
        if denied:
            return _refusal(start_response, call, denied)
        try:
            return self._answered(call, environ, start_response)
        except Exception as problem:
            traceback.print_exc()
            message = unsupported(f"{call.service} {call.action}: {problem!r}").message
            return _answer(start_response, STATUS[500], error_body(call, Refused("InternalFailure", message)))

    def _answered(self, call: Call, environ: Dict[str, Any], start_response: Any) -> Iterable[bytes]:
        key = (call.service, call.action)
        kind = _kind(call)
        try:
            if USER_AGENT not in environ.get("HTTP_USER_AGENT", ""):
                faults.throttle(call)
            for guard in self.guards.get(key, []):
                guard(call)
            if key in self.actions:
                return _answer(start_response, "200 OK", self.actions[key](call), kind)
        except Refused as refused:
            return _refusal(start_response, call, refused)
        except ValidationError as invalid:
            body = error_body(call, Refused("ValidationError", invalid.message))
            return _answer(start_response, STATUS[400], body, kind)
        if key in self.answers:
            return _rewritten(self.moto, environ, start_response, lambda text: self.answers[key](call, text))
        return self.moto(environ, _without_date(start_response))


def _kind(call: Call) -> str:
    return JSON if call.service in JSON_SERVICES else "text/xml"


def _refusal(start_response: Any, call: Call, refused: Refused) -> Iterable[bytes]:
    """In the form of the service: a query API's calls have their action among their parameters."""
    if call.action:
        return _answer(start_response, STATUS[refused.status], error_body(call, refused), _kind(call))
    body = json.dumps({"__type": refused.code, "message": refused.message})
    return _answer(start_response, STATUS[refused.status], body, JSON)


def _answer(start_response: Any, status: str, body: str, kind: str = "text/xml") -> Iterable[bytes]:
    content = body.encode()
    start_response(status, [("Content-Type", kind), ("Content-Length", str(len(content)))])
    return [content]


def _rewritten(moto: Any, environ: Any, start_response: Any, rewrite: Callable[[str], str]) -> Iterable[bytes]:
    """Lets moto answer, and changes its words."""
    started: List[Any] = []
    body = b"".join(moto(environ, lambda *head: started.append(head)))
    status, headers = started[0][:2]
    content = rewrite(body.decode()).encode()
    kept = [header for header in headers if header[0].lower() not in ("content-length", "date")]
    start_response(status, [*kept, ("Content-Length", str(len(content)))])
    return [content]


def _without_date(start_response: Any) -> Any:
    """moto sends the Date twice, which the CDK CLI's clock cannot read; the HTTP server adds one by itself."""

    def started(status: str, headers: List[Tuple[str, str]], *rest: Any) -> Any:
        return start_response(status, [header for header in headers if header[0].lower() != "date"], *rest)

    return started
