"""Fetches moto and what it needs as Debian packages, with apt, without root and without touching the system."""

import hashlib
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import List, NamedTuple

LOCK = Path(__file__).with_name("packages.lock")
APT_HELPER = "/usr/lib/apt/apt-helper"
PYTHON_FOLDER = "usr/lib/python3/dist-packages"
REMEDY = 'install moto with: pip install "moto[server]"'


class Unavailable(Exception):
    """No local AWS can be had here; the text says what to do."""


class Package(NamedTuple):
    """A line of packages.lock."""

    path: str
    sha256: str


def locked() -> List[Package]:
    """The pinned packages: path in a Debian mirror, sha256."""
    lines = LOCK.read_text(encoding="utf-8").splitlines()
    return [Package(*line.split()) for line in lines if line and not line.startswith("#")]


def cache_home() -> Path:
    """Where people's caches are."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "privatelink-cdk"


def fetch() -> Path:
    """The folder with moto for PYTHONPATH; it is named after the lock, so that a new lock is fetched anew."""
    folder = cache_home() / f"moto-{_digest()}"
    if not folder.exists():
        _fetch_into(folder, find_mirror())
    return folder / PYTHON_FOLDER


def _digest() -> str:
    return hashlib.sha256(LOCK.read_bytes()).hexdigest()[:16]


def find_mirror() -> str:
    """The machine's own Debian mirror, from its apt configuration."""
    if not (shutil.which("apt-get") and shutil.which("dpkg-deb") and Path(APT_HELPER).exists()):
        raise Unavailable(f"neither an installed moto nor apt was found; {REMEDY}")
    mirror = _known_mirror([])
    if not mirror:
        # a fresh image has no package lists; these are thrown away again
        with tempfile.TemporaryDirectory() as scratch:
            (Path(scratch) / "lists/partial").mkdir(parents=True)
            private = [f"-oDir::State::lists={scratch}/lists", f"-oDir::Cache={scratch}"]
            unlocked = ["-oDebug::NoLocking=1", "-oAPT::Sandbox::User=root"]
            subprocess.run(["apt-get", *private, *unlocked, "update"], capture_output=True, check=False)
            mirror = _known_mirror(private)
    if not mirror:
        raise Unavailable(f"apt knows no Debian mirror; {REMEDY}")
    return mirror


def _known_mirror(options: List[str]) -> str:
    asked = ["apt-get", *options, "indextargets", "--format", "$(ORIGIN) $(REPO_URI)", "Created-By: Packages"]
    targets = subprocess.run(asked, capture_output=True, text=True, check=False).stdout.splitlines()
    for target in targets:
        origin, _, uri = target.partition(" ")
        if origin == "Debian" and "security" not in uri:
            return uri.rstrip("/")
    return ""


def _fetch_into(folder: Path, mirror: str) -> None:
    """Whole or not at all: unpacks beside the folder and renames."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as scratch:
        downloads = []
        for number, package in enumerate(locked()):
            downloads += [f"{mirror}/{package.path}", f"{scratch}/{number}.deb", f"SHA256:{package.sha256}"]
        helper = [APT_HELPER, "-oAPT::Sandbox::User=root", "download-file", *downloads]
        done = subprocess.run(helper, capture_output=True, text=True, check=False)
        if done.returncode:
            reason = next((line for line in done.stderr.splitlines() if line.startswith("E:")), "apt failed")
            raise Unavailable(f"the packages of moto could not be fetched: {reason[:200]}; {REMEDY}")
        unpacked = Path(scratch) / "unpacked"
        for number, _ in enumerate(locked()):
            subprocess.run(["dpkg-deb", "-x", f"{scratch}/{number}.deb", str(unpacked)], check=True)
        try:
            unpacked.rename(folder)
        except OSError:
            if not folder.exists():  # somebody else was faster otherwise
                raise
