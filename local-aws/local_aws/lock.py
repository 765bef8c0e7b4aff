"""Writes packages.lock anew, when the pinned packages have left the mirrors: python3 -m local_aws.lock.

Works with apt's signed indexes, in folders of its own; fetching then needs the checksums only.
"""

import re
import subprocess
import tempfile
from pathlib import Path
from typing import Dict, List

from .fetch import LOCK, Package, find_mirror, locked

SUITE = "trixie"
KEYRING = "/usr/share/keyrings/debian-archive-keyring.gpg"


def options(folder: Path) -> List[str]:
    """apt's options for indexes in a folder of one's own."""
    for name in ("state/lists/partial", "cache/archives/partial"):
        (folder / name).mkdir(parents=True)
    sources = folder / "sources.list"
    sources.write_text(f"deb [arch=amd64 signed-by={KEYRING}] {find_mirror()} {SUITE} main\n")
    settings = {
        "Dir::State": folder / "state",
        "Dir::State::status": "/dev/null",
        "Dir::Cache": folder / "cache",
        "Dir::Etc::sourcelist": sources,
        "Dir::Etc::sourceparts": "/dev/null",
        "Acquire::Check-Valid-Until": "false",
        "Acquire::Languages": "none",
    }
    return [f"-o{name}={value}" for name, value in settings.items()]


def newest(names: List[str]) -> List[Package]:
    """The packages of these names as the suite has them now."""
    with tempfile.TemporaryDirectory() as folder:
        chosen = options(Path(folder))
        subprocess.run(["apt-get", *chosen, "-qq", "update"], check=True)
        show = ["apt-cache", *chosen, "show", "--no-all-versions", *names]
        text = subprocess.run(show, check=True, capture_output=True, text=True).stdout
    entries = [_fields(entry) for entry in text.strip().split("\n\n")]
    return sorted(Package(entry["Filename"], entry["SHA256"]) for entry in entries)


def _fields(entry: str) -> Dict[str, str]:
    return dict(re.findall(r"^([A-Za-z0-9-]+): (.*)$", entry, re.MULTILINE))


def main() -> None:
    """Keeps the names and the comment of the lock."""
    names = [package.path.rsplit("/", 1)[1].split("_")[0] for package in locked()]
    comment = LOCK.read_text(encoding="utf-8").splitlines()[0]
    lines = [comment, *(f"{package.path} {package.sha256}" for package in newest(names))]
    LOCK.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
