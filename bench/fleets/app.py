"""Both apps, as the CDK CLI starts them, or by it."""

from __future__ import annotations

import json
import os
import shutil
import tarfile
import zipfile
from pathlib import Path, PurePath
from typing import List

from .process import ROOT, Environment, check

PEER = ROOT / "bench/peer"
APPS = {"product": ["bin/app"], "peer": ["node", "bench/peer/app.js"]}
UNSCOPED = {"aws-cdk-lib", "constructs"}


def install() -> None:
    """Builds the product, and gives the peer the very CDK library that is in its jars."""
    check(["bin/build"])
    check(["bin/install-cdk"])
    check(["bin/install-cdk", "bench/peer"])
    for jar in sorted((ROOT / "target/libraries").glob("*.jar")):
        with zipfile.ZipFile(jar) as content:
            for name in content.namelist():
                if name.endswith(".jsii.tgz"):
                    unpack(content, name)


def unpack(jar: zipfile.ZipFile, name: str) -> None:
    package, version = PurePath(name).name[: -len(".jsii.tgz")].split("@")
    scope = "" if package in UNSCOPED else "@aws-cdk"
    folder = PEER / "node_modules" / scope / package
    described = folder / "package.json"
    if described.exists() and json.loads(described.read_text())["version"] == version:
        return
    unpacked = folder.with_name(f".{package}")
    with jar.open(name) as file, tarfile.open(fileobj=file, mode="r:gz") as archive:
        archive.extractall(unpacked)
    shutil.rmtree(folder, ignore_errors=True)
    (unpacked / "package").rename(folder)
    unpacked.rmdir()


def environment(stacks: Path, output: Path, validation: bool, customers: str = "") -> Environment:
    """What an app learns from the CDK CLI, and from cdk.json."""
    context = {
        **json.loads((ROOT / "cdk.json").read_text())["context"],
        "aws:cdk:bundling-stacks": ["**"],
        "aws:cdk:disable-version-reporting": True,
        "stacks": str(stacks),
    }
    if customers:
        context["customers"] = customers
    return {
        "CDK_OUTDIR": str(output),
        "CDK_CONTEXT_JSON": json.dumps(context),
        **switched(output.parent, validation),
    }


def cache(work: Path) -> Path:
    """Where the product keeps assemblies."""
    return work / "cache"


def switched(work: Path, validation: bool) -> Environment:
    return {
        "XDG_CACHE_HOME": str(cache(work)),
        "CDK_VALIDATION": "true" if validation else "false",
        "JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION": "20",
    }


def cli(side: str, stacks: Path, output: Path) -> List[str]:
    options = ["--quiet", "--no-lookups", "--no-notices", "--output", str(output), "-c", f"stacks={stacks}"]
    return ["node_modules/.bin/cdk", "synth", "--app", " ".join(APPS[side]), *options]


def cli_environment(work: Path) -> Environment:
    return {
        **switched(work, True),
        "AWS_CONFIG_FILE": os.devnull,
        "AWS_EC2_METADATA_DISABLED": "true",
        "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
        "CDK_DISABLE_CLI_TELEMETRY": "true",
    }
