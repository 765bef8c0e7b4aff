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
from pathlib import Path
from typing import Any
from unittest import mock

from local_aws import fetch

from .support import ROOT, template

PROGRAM = str(ROOT / "bin/local-aws")
CREATE = """
import boto3, sys
stacks = boto3.client("cloudformation")
for attempt in range(2):
    try:
        stacks.create_stack(StackName=f"stack{attempt}", TemplateBody=sys.argv[1])
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
    def create(self, body: str, **environment: str) -> Any:
        return run(sys.executable, "-c", CREATE, body, **environment)

    def test_the_exit_code_is_the_commands_and_its_environment_leads_nowhere_else(self) -> None:
        done = run("sh", "-c", "env; exit 7", AWS_PROFILE="production", AWS_SESSION_TOKEN="secret")
        self.assertEqual(7, done.returncode)
        self.assertNotIn("production", done.stdout)
        self.assertNotIn("secret", done.stdout)
        self.assertIn("AWS_EC2_METADATA_DISABLED=true", done.stdout)
        self.assertRegex(done.stdout, r"AWS_ENDPOINT_URL=http://127\.0\.0\.1:\d+\n")

    def test_an_unsupported_type_fails_the_run_even_when_its_failure_is_swallowed(self) -> None:
        done = self.create(template(("Queue", "AWS::Nowhere::Queue", {})))
        self.assertEqual(1, done.returncode)
        self.assertIn("local-aws: the local AWS does not support the resource type AWS::Nowhere::Queue", done.stderr)
        self.assertNotIn("CREATE_COMPLETE", done.stdout)

    def test_an_unsupported_property_or_function_fails_the_run_too(self) -> None:
        bad = {"CidrBlock": "10.0.0.0/16", "Ipv4NetmaskLength": 20}
        worse = {"CidrBlock": {"Fn::Length": ["10.0.0.0/16"]}}
        bodies = [template(("Vpc", "AWS::EC2::VPC", properties)) for properties in (bad, worse)]
        done = run(sys.executable, "-c", CREATE.replace("sys.argv[1]", "sys.argv[1 + attempt]"), *bodies)
        self.assertEqual(1, done.returncode)
        self.assertIn("the properties Ipv4NetmaskLength", done.stderr)
        self.assertIn("the intrinsic function Fn::Length", done.stderr)

    def test_nothing_is_left_when_it_is_stopped(self) -> None:
        for number in (signal.SIGTERM, signal.SIGKILL):
            with self.subTest(number):
                self.stop(number, "sh", "-c", WAIT)

    def test_without_a_command_it_prints_the_environment_until_it_is_interrupted(self) -> None:
        self.assertEqual(0, self.stop(signal.SIGINT))

    def stop(self, number: int, *command: str) -> int:
        """Stops a running program; fails unless the local AWS goes with it."""
        program = subprocess.Popen([PROGRAM, *command], stdout=subprocess.PIPE, text=True, start_new_session=True)
        try:
            url = next(line.split("=")[-1].strip() for line in program.stdout if "http" in line)
            self.assertTrue(answers(url))
            program.send_signal(number)
            code = program.wait(20)
            until = time.monotonic() + 10
            while answers(url) and time.monotonic() < until:
                time.sleep(0.1)
            self.assertFalse(answers(url))
            return code
        finally:
            program.stdout.close()
            # a command outlives a runner that was killed outright
            with contextlib.suppress(ProcessLookupError):
                os.killpg(program.pid, signal.SIGKILL)

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
