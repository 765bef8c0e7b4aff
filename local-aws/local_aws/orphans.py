"""What a command leaves running when it is killed, which only Linux lets somebody else end."""

import contextlib
import ctypes
import os
import signal
import sys
import time
from pathlib import Path
from typing import Set

# of prctl(2)
SET_PARENT_DEATH_SIGNAL = 1
SET_CHILD_SUBREAPER = 36
PATIENCE = 5


def _control(option: int, value: int) -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(option, value, 0, 0, 0)


def end_with_parent() -> None:
    """Has this process ended with the one that started it, should that one be killed outright."""
    _control(SET_PARENT_DEATH_SIGNAL, signal.SIGTERM)


def adopt_orphans() -> Set[int]:
    """Makes those that a killed command leaves behind children of this process; gives those that it has."""
    _control(SET_CHILD_SUBREAPER, 1)
    return children()


def end_orphans(spared: Set[int]) -> None:
    """Ends what is left of the command, with force where asking does not help."""
    until = time.monotonic() + PATIENCE
    while children() - spared:
        number = signal.SIGTERM if time.monotonic() < until else signal.SIGKILL
        for orphan in children() - spared:
            with contextlib.suppress(ProcessLookupError):
                os.kill(orphan, number)
        time.sleep(0.05)
        for orphan in children() - spared:
            with contextlib.suppress(ChildProcessError):
                os.waitpid(orphan, os.WNOHANG)


def children() -> Set[int]:
    """The processes whose parent this one is."""
    if sys.platform != "linux":
        return set()
    found = set()
    for entry in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            fields = entry.read_text(encoding="utf-8", errors="replace").rsplit(")", 1)[1].split()
            if int(fields[1]) == os.getpid():
                found.add(int(entry.parent.name))
    return found
