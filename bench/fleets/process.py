"""Runs a command, and says what it and everything that it started cost."""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Dict, List, Mapping, NamedTuple, NoReturn, Optional

Environment = Mapping[str, str]
ROOT = Path(__file__).resolve().parents[2]
PR_SET_CHILD_SUBREAPER = 36
PAGE = os.sysconf("SC_PAGE_SIZE")
SESSION, RSS = 3, 21


class Cost(NamedTuple):
    cpu: float
    wall: float
    memory: float


def adopt_orphans() -> None:
    """What outlives its parent becomes a child of this process, so that its CPU seconds are counted, too."""
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def check(command: List[str], environment: Environment = {}) -> None:
    ran = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if ran.returncode:
        fail(command, ran.stdout)
    while reaped():
        pass


def fail(command: List[str], said: str) -> NoReturn:
    lines = [line[:500] for line in said.splitlines()]
    sys.exit("\n".join([f"{' '.join(command)} failed:", *lines[-40:]]))


def measure(command: List[str], environment: Environment = {}) -> Cost:
    """CPU seconds of user and kernel, seconds until the command ends, and the highest sum of resident memory in MiB."""
    with tempfile.TemporaryFile("w+") as said:
        began = time.monotonic()
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=said,
            start_new_session=True,
        )
        peak = Peak(process.pid)
        peak.start()
        try:
            wall, cpu, status = waited(process.pid, began)
        except BaseException:
            os.killpg(process.pid, signal.SIGKILL)
            raise
        finally:
            peak.end()
        process.returncode = status
        if status:
            said.seek(0)
            fail(command, said.read())
    return Cost(cpu, wall, peak.highest / 2**20)


def waited(pid: int, began: float) -> "tuple[float, float, int]":
    """Seconds until a process ended, CPU seconds of all children, and the status of the process."""
    cpu, wall, status = 0.0, 0.0, 0
    while child := reaped():
        ended, code, usage = child
        cpu += usage.ru_utime + usage.ru_stime
        if ended == pid:
            wall, status = time.monotonic() - began, os.WEXITSTATUS(code) if os.WIFEXITED(code) else 1
    return wall, cpu, status


def reaped() -> "Optional[tuple[int, int, resource.struct_rusage]]":
    try:
        return os.wait4(-1, 0)
    except ChildProcessError:
        return None


class Peak(threading.Thread):
    """Looks at a session's processes twenty times a second."""

    def __init__(self, session: int) -> None:
        super().__init__(daemon=True)
        self.session = session
        self.highest = 0
        self.ended = threading.Event()

    def run(self) -> None:
        while not self.ended.wait(0.05):
            self.highest = max(self.highest, sum(resident(self.session).values()))

    def end(self) -> None:
        self.ended.set()
        self.join()


def resident(session: int) -> Dict[int, int]:
    found = {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                with open(f"/proc/{entry}/stat") as file:
                    fields = file.read().rpartition(")")[2].split()
            except OSError:
                continue
            if int(fields[SESSION]) == session:
                found[int(entry)] = int(fields[RSS]) * PAGE
    return found
