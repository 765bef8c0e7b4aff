"""Runs a command with a local AWS beside it, and stops the local AWS whatever happens.

Knows the standard library only: moto may still have to be fetched.
"""

import argparse
import os
import signal
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Dict, Iterator, List, Tuple

from . import ELEMENTARY, access_key
from .fetch import REMEDY, Unavailable, cache_home, fetch
from .orphans import adopt_orphans, end_orphans, end_with_parent
from .world import WrongWorld, read_document

PACKAGE_HOME = Path(__file__).resolve().parent.parent
REGION = "eu-central-1"
NEEDED = ("moto", "boto3", "flask", "flask_cors", "yaml")


def python_with_moto() -> Tuple[str, List[str]]:
    """A Python and the folders for its path: with the moto that is installed, or with one that is fetched."""
    if os.environ.get("LOCAL_AWS_MOTO") != "fetched" and all(find_spec(name) for name in NEEDED):
        return sys.executable, []
    if not find_spec("cryptography"):
        raise Unavailable(f"Python's cryptography was not found; install python3-cryptography, or {REMEDY}")
    return sys.executable, [str(fetch())]


@contextmanager
def local_aws() -> Iterator[Dict[str, str]]:
    """A running local AWS; gives the environment in which a command finds it and nothing else."""
    python, folders = python_with_moto()
    environment = clean_environment([str(PACKAGE_HOME), *folders])
    with tempfile.TemporaryDirectory(prefix="local-aws-") as scratch:
        environment["LOCAL_AWS_UNSUPPORTED"] = f"{scratch}/unsupported"
        environment.setdefault("LOCAL_AWS_FAULTS", f"{scratch}/faults")
        with open(f"{scratch}/log", "w+", encoding="utf-8") as log:
            # its own session: Ctrl-C is the command's, and the server ends when its standard input does
            server = subprocess.Popen(
                [python, "-m", "local_aws.server"],
                env=environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                start_new_session=True,
            )
            try:
                port = server.stdout.readline().strip() if server.stdout else ""
                if not port:
                    log.seek(0)
                    raise Unavailable(f"the local AWS did not start: {last_line(log.read())}; {REMEDY}")
                environment["AWS_ENDPOINT_URL"] = f"http://127.0.0.1:{port}"
                yield environment
                if server.poll() is not None:
                    raise Died(f"the local AWS died ({ending(server.returncode)}), and everything in it is lost")
            finally:
                server.kill()
                server.wait()


class Died(Exception):
    """The local AWS ended before it was stopped."""


def ending(code: int) -> str:
    """How a process ended."""
    return f"signal {-code}" if code < 0 else f"exit code {code}"


def last_line(text: str) -> str:
    """The line of a Python traceback that says what is wrong."""
    lines = text.strip().splitlines()
    return lines[-1] if lines else "it said nothing"


def clean_environment(path: List[str]) -> Dict[str, str]:
    """The caller's environment without anything that could lead to a real AWS account."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("AWS_")}
    # compiling moto anew takes longer than all else that a start does
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    inherited = [environment["PYTHONPATH"]] if environment.get("PYTHONPATH") else []
    environment.update(
        PYTHONPATH=os.pathsep.join(path + inherited),
        # an AWS CLI that is too old would pass the local AWS by
        PATH=os.pathsep.join([str(PACKAGE_HOME / "bin"), environment.get("PATH", os.defpath)]),
        # Python would compile what was fetched at every start, and leave the rest in the repository
        PYTHONPYCACHEPREFIX=str(cache_home() / "pycache"),
        AWS_ACCESS_KEY_ID=access_key(ELEMENTARY),
        AWS_SECRET_ACCESS_KEY="local",
        AWS_REGION=REGION,
        AWS_DEFAULT_REGION=REGION,
        AWS_CONFIG_FILE=os.devnull,
        AWS_SHARED_CREDENTIALS_FILE=os.devnull,
        AWS_EC2_METADATA_DISABLED="true",
    )
    return environment


def run(command: List[str], environment: Dict[str, str]) -> int:
    """Runs the command, hands signals on to it, and gives its exit code as a shell would."""
    spared = adopt_orphans()
    child = subprocess.Popen(command, env=environment, preexec_fn=end_with_parent)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda number, frame: child.send_signal(number))
    code = child.wait()
    end_orphans(spared)
    return code if code >= 0 else 128 - code


def wait_for_interrupt(environment: Dict[str, str]) -> int:
    """Prints what a shell needs to use the local AWS, until somebody interrupts."""
    # the end of the server, a child, ends the waiting too
    ends = {signal.SIGINT, signal.SIGTERM, signal.SIGCHLD}
    signal.signal(signal.SIGCHLD, lambda number, frame: None)
    signal.pthread_sigmask(signal.SIG_BLOCK, ends)
    for name, value in sorted(environment.items()):
        if name.startswith("AWS_") or name == "LOCAL_AWS_FAULTS":
            print(f"export {name}={value}")
    sys.stdout.flush()
    signal.sigwait(ends)
    return 0


def unsupported_notes(environment: Dict[str, str]) -> List[str]:
    """What the local AWS met and does not know."""
    notes = Path(environment["LOCAL_AWS_UNSUPPORTED"])
    return notes.read_text(encoding="utf-8").splitlines() if notes.exists() else []


def arguments() -> argparse.Namespace:
    """The command line: options first, then the command as it is."""
    parser = argparse.ArgumentParser(prog="bin/local-aws", description="Runs a command with a local AWS beside it.")
    parser.add_argument("--world", metavar="FILE", help="what must exist, as JSON; - for standard input")
    parser.add_argument("command", nargs=argparse.REMAINDER, help="what to run; without it, waits until interrupted")
    return parser.parse_args()


def main() -> int:
    """Exit codes: the command's; 1 for what is unsupported, 2 for wrong usage, 3 without a local AWS, 4 if it died."""
    wanted = arguments()
    # so that a signal between here and the command's start also goes through every `finally`
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))
    try:
        world = read_document(wanted.world) if wanted.world else ""
        with local_aws() as environment:
            if world:
                prepare = [sys.executable, "-m", "local_aws.prepare"]
                subprocess.run(prepare, env=environment, input=world, text=True, check=True)
            code = run(wanted.command, environment) if wanted.command else wait_for_interrupt(environment)
            notes = unsupported_notes(environment)
    except WrongWorld as problem:
        print(f"local-aws: {problem}", file=sys.stderr)
        return 2
    except Unavailable as problem:
        print(f"local-aws: {problem}", file=sys.stderr)
        return 3
    except Died as problem:
        print(f"local-aws: {problem}", file=sys.stderr)
        return 4
    except (subprocess.CalledProcessError, FileNotFoundError) as problem:
        print(f"local-aws: {problem}", file=sys.stderr)
        return 1
    for note in notes:
        print(f"local-aws: {note}", file=sys.stderr)
    return code or (1 if notes else 0)


if __name__ == "__main__":
    sys.exit(main())
