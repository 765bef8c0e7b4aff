"""What the local AWS does not know fails the stack, and the run too, should a caller swallow the stack's failure."""

import os

from moto.cloudformation.exceptions import ValidationError

# the file that the runner reads when the command has ended
VARIABLE = "LOCAL_AWS_UNSUPPORTED"


def unsupported(what: str) -> ValidationError:
    """The error to raise, written down first."""
    message = f"the local AWS does not support {what}"
    if VARIABLE in os.environ:
        with open(os.environ[VARIABLE], "a", encoding="utf-8") as notes:
            notes.write(message + "\n")
    return ValidationError(message=message)
