"""What differs between the versions of moto that are known to work (5.1.1 and 5.2.1)."""

import sys
from types import ModuleType

VALIDATOR = "openapi_spec_validator"


def stand_in() -> None:
    """moto imports a validator of API Gateway's that Debian does not package, and that nothing here calls."""
    package, inner, exceptions = VALIDATOR, f"{VALIDATOR}.validation", f"{VALIDATOR}.validation.exceptions"
    sys.modules.update({name: ModuleType(name) for name in (package, inner, exceptions)})
    sys.modules[package].validate = None  # type: ignore[attr-defined]
    sys.modules[exceptions].OpenAPIValidationError = Exception  # type: ignore[attr-defined]


stand_in()

from moto.cloudformation import models  # noqa: E402 - only now that the stand-in is there

Stack = getattr(models, "Stack", None) or models.FakeStack
Event = getattr(models, "Event", None) or models.FakeEvent
