"""Templates write numbers and truth values as text, too; an SDK wants them as what they are."""

from typing import Any


class Fitting:
    """An SDK client that takes every argument in a template's form."""

    def __init__(self, client: Any) -> None:
        self._client = client

    def __getattr__(self, name: str) -> Any:
        call = getattr(self._client, name)
        operation = self._client.meta.method_to_api_mapping.get(name)
        if operation is None:
            return call
        shape = self._client.meta.service_model.operation_model(operation).input_shape
        return lambda **arguments: call(**fitted(shape, arguments))


def fitted(shape: Any, value: Any) -> Any:
    """A value in the type that the API's description wants; what does not fit is left to the SDK to refuse."""
    kind = shape.type_name
    if kind == "structure" and isinstance(value, dict):
        return {name: fitted(shape.members[name], v) if name in shape.members else v for name, v in value.items()}
    if kind == "list" and isinstance(value, list):
        return [fitted(shape.member, entry) for entry in value]
    if kind == "boolean" and isinstance(value, str):
        return {"true": True, "false": False}.get(value.lower(), value)
    if kind in ("integer", "long", "float", "double") and isinstance(value, str):
        return _number(value)
    if kind == "string" and isinstance(value, bool):
        return str(value).lower()
    if kind == "string" and isinstance(value, (int, float)):
        return str(value)
    return value


def _number(text: str) -> Any:
    for kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            continue
    return text
