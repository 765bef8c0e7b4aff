"""What stands in front of moto: guards that refuse, actions that moto lacks, and a cure of its headers."""

import io
from contextvars import ContextVar
from typing import Any, Callable, Dict, Iterable, List, Tuple

from .calls import NO_CALL, Call, Refused, call_of, error_body

Key = Tuple[str, str]
Guard = Callable[[Call], None]
Action = Callable[[Call], str]

# moto hands on only what it knows of a call; what is ours asks here
CURRENT: ContextVar[Call] = ContextVar("CURRENT", default=NO_CALL)


class Front:
    """A WSGI application around moto's."""

    def __init__(self, moto: Any, guards: Dict[Key, List[Guard]], actions: Dict[Key, Action]) -> None:
        self.moto = moto
        self.guards = guards
        self.actions = actions

    def __call__(self, environ: Dict[str, Any], start_response: Any) -> Iterable[bytes]:
        length = int(environ.get("CONTENT_LENGTH") or 0)
        body = environ["wsgi.input"].read(length) if length else b""
        environ["wsgi.input"] = io.BytesIO(body)
        call = call_of(environ.get("HTTP_AUTHORIZATION", ""), body)
        CURRENT.set(call)
        key = (call.service, call.action)
        try:
            for guard in self.guards.get(key, []):
                guard(call)
            if key in self.actions:
                return _answer(start_response, "200 OK", self.actions[key](call))
        except Refused as refused:
            return _answer(start_response, "400 Bad Request", error_body(call, refused))
        return self.moto(environ, _without_date(start_response))


def _answer(start_response: Any, status: str, body: str) -> Iterable[bytes]:
    content = body.encode()
    start_response(status, [("Content-Type", "text/xml"), ("Content-Length", str(len(content)))])
    return [content]


def _without_date(start_response: Any) -> Any:
    """moto sends the Date twice, which the CDK CLI's clock cannot read; the HTTP server adds one by itself."""

    def started(status: str, headers: List[Tuple[str, str]], *rest: Any) -> Any:
        return start_response(status, [header for header in headers if header[0].lower() != "date"], *rest)

    return started
