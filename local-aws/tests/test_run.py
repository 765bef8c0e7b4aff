"""bin/local-aws as a program: exit codes, and nothing left behind."""

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Dict
from unittest import mock

from local_aws import fetch

from .support import ROOT, template

PROGRAM = str(ROOT / "bin/local-aws")
CREATE = """
import boto3, sys
stacks = boto3.client("cloudformation")
for attempt, body in enumerate(sys.argv[1:]):
    try:
        options = {"OnFailure": "DO_NOTHING"} if body == "{}" else {}
        stacks.create_stack(StackName=f"stack{attempt}", TemplateBody=body, **options)
        print(stacks.describe_stacks(StackName=f"stack{attempt}")["Stacks"][0]["StackStatus"])
    except Exception as swallowed:
        print(swallowed)
"""
WAIT = 'echo "$AWS_ENDPOINT_URL"; exec sleep 60'


def run(*command: str, **environment: str) -> Any:
    """Runs the program to its end."""
    variables = {**os.environ, **environment}
    return subprocess.run([PROGRAM, *command], env=variables, capture_output=True, text=True, check=False)


def answers(url: str) -> bool:
    """Whether somebody still listens there."""
    try:
        urllib.request.urlopen(url, timeout=5)
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False
    return True


class RunTest(unittest.TestCase):
    def test_the_exit_code_is_the_commands_and_what_it_leaves_running_is_ended(self) -> None:
        # a shell that is killed, as a CLI may be, while what it started runs on
        left = "sleep 300 & echo $! >&2; (trap '' TERM; sleep 301; true) & echo $! >&2"
        variables = {"AWS_PROFILE": "production", "AWS_SESSION_TOKEN": "secret"}
        done = run("bash", "-c", f"env; {left}; kill -9 $$", **variables)
        self.assertEqual(128 + signal.SIGKILL, done.returncode)
        self.assertNotIn("production", done.stdout)
        self.assertNotIn("secret", done.stdout)
        self.assertIn("AWS_EC2_METADATA_DISABLED=true", done.stdout)
        self.assertRegex(done.stdout, r"AWS_ENDPOINT_URL=http://127\.0\.0\.1:\d+\n")
        if sys.platform == "linux":
            processes = [number for number in done.stderr.split() if Path(f"/proc/{number}").exists()]
            self.assertEqual([], processes)

    def test_what_is_unsupported_fails_the_run_even_when_its_failure_is_swallowed(self) -> None:
        bad: Dict[str, Any] = {"CidrBlock": "10.0.0.0/16", "Ipv4NetmaskLength": 20}
        worse: Dict[str, Any] = {"CidrBlock": {"Fn::Length": ["10.0.0.0/16"]}}
        bodies = [template(("Vpc", "AWS::EC2::VPC", properties)) for properties in (bad, worse)]
        done = run(sys.executable, "-c", CREATE, template(("Queue", "AWS::Nowhere::Queue", {})), *bodies, "{}")
        self.assertEqual(1, done.returncode)
        self.assertIn("local-aws: the local AWS does not support the resource type AWS::Nowhere::Queue", done.stderr)
        self.assertIn("the properties Ipv4NetmaskLength", done.stderr)
        self.assertIn("the intrinsic function Fn::Length", done.stderr)
        self.assertIn("OnFailure of CreateStack", done.stderr)
        self.assertNotIn("CREATE_COMPLETE", done.stdout)

    def test_the_end_of_the_local_aws_is_told(self) -> None:
        kill = "import os, signal; server = open(f'/proc/{os.getppid()}/task/{os.getppid()}/children')\n"
        kill += "os.kill(int(server.read().split()[0]), signal.SIGKILL)\n"
        code = f"{kill}{CREATE}"
        done = run(sys.executable, "-c", code, template(("Vpc", "AWS::EC2::VPC", {"CidrBlock": "10.0.0.0/16"})))
        self.assertEqual(4, done.returncode)
        self.assertIn("local-aws: the local AWS died (signal 9), and everything in it is lost", done.stderr)
        self.assertIn("Could not connect to the endpoint URL", done.stdout)

    def test_nothing_is_left_however_it_is_stopped(self) -> None:
        command = ("bash", "-c", WAIT)
        ends = [
            (signal.SIGTERM, command, 128 + signal.SIGTERM),
            (signal.SIGKILL, command, -signal.SIGKILL),
            # an interrupt of the whole group, as from a terminal
            (-signal.SIGINT, command, 128 + signal.SIGINT),
            # without a command it waits until it is interrupted, or its server has died
            (signal.SIGINT, (), 0),
            (0, (), 4),
        ]
        with ThreadPoolExecutor(len(ends)) as pool:
            codes = pool.map(lambda end: self.stop(end[0], *end[1]), ends)
            self.assertEqual([expected for _, _, expected in ends], list(codes))

    def stop(self, number: int, *command: str) -> int:
        """Stops a running program, its group (negative), or its server (0); fails unless the local AWS goes with it."""
        program: Any = subprocess.Popen(
            [PROGRAM, *command], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, start_new_session=True
        )
        try:
            url = next(line.split("=")[-1].strip() for line in program.stdout if "http" in line)
            self.assertTrue(answers(url))
            self.send(program, number)
            code = program.wait(60)
            until = time.monotonic() + 30
            while answers(url) and time.monotonic() < until:
                time.sleep(0.1)
            self.assertFalse(answers(url))
            return code
        finally:
            program.stdout.close()
            # a command outlives a runner that was killed outright
            with contextlib.suppress(ProcessLookupError):
                os.killpg(program.pid, signal.SIGKILL)

    def send(self, program: Any, number: int) -> None:
        """Signals the program, its group, or its server."""
        if number > 0:
            program.send_signal(number)
        elif number < 0:
            os.killpg(program.pid, -number)
        else:
            children = Path(f"/proc/{program.pid}/task/{program.pid}/children").read_text(encoding="utf-8")
            os.kill(int(children.split()[0]), signal.SIGKILL)

    def test_without_moto_and_apt_it_says_what_to_install(self) -> None:
        with tempfile.TemporaryDirectory() as empty:
            os.symlink(sys.executable, f"{empty}/python3")
            for name in ("bash", "dirname"):
                os.symlink(f"/usr/bin/{name}", f"{empty}/{name}")
            done = run("true", PATH=empty, XDG_CACHE_HOME=empty, LOCAL_AWS_MOTO="fetched")
        self.assertEqual(3, done.returncode)
        self.assertEqual(1, len(done.stderr.splitlines()), done.stderr)
        self.assertIn('pip install "moto[server]"', done.stderr)

    @unittest.skipUnless(Path(fetch.APT_HELPER).exists(), "there is no apt")
    def test_a_package_that_was_tampered_with_is_not_used(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            packages = [package._replace(sha256="0" * 64) for package in fetch.locked()[:1]]
            with mock.patch.object(fetch, "locked", lambda: packages):
                with self.assertRaisesRegex(fetch.Unavailable, "could not be fetched"):
                    fetch._fetch_into(Path(folder) / "moto", fetch.find_mirror())
            self.assertEqual([], os.listdir(folder))


if __name__ == "__main__":
    unittest.main()
