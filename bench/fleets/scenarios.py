"""What is measured, and in which order."""

from __future__ import annotations

import shutil
from pathlib import Path
from statistics import median
from typing import Any, Callable, Dict, List, NamedTuple, Optional, Sequence, Tuple

from . import app
from .fleet import Fleet
from .process import Cost, Environment, check, measure

Run = Tuple[List[str], Environment]
Commands = Callable[["Bench"], Dict[str, Run]]
PRODUCT, PEER = "product", "peer"


class Scenario(NamedTuple):
    commands: Commands
    # what was run before, into the same folder; without it nothing is there
    before: Optional[Commands] = None
    change: Optional[Callable[[Fleet, int], None]] = None
    # whether the number of customers does not matter
    once: bool = False


def synthesis(validation: bool = True, one: bool = False) -> Commands:
    def commands(bench: Bench) -> Dict[str, Run]:
        customers = bench.fleet.middle().id if one else ""
        return {
            side: (command, app.environment(bench.fleet.folder, bench.output(side), validation, customers))
            for side, command in app.APPS.items()
        }

    return commands


def by_cli(bench: Bench) -> Dict[str, Run]:
    return {side: (app.cli(side, bench.fleet.folder, bench.output(side)), app.cli_environment(bench.work)) for side in app.APPS}


def validate(bench: Bench) -> Dict[str, Run]:
    folder = str(bench.fleet.folder)
    return {
        PRODUCT: (["bin/privatelink", "validate", "--stacks", folder], {}),
        PEER: (["node", "bench/peer/validate.js", folder], {}),
    }


def plan(bench: Bench) -> Dict[str, Run]:
    return {PRODUCT: (["bin/privatelink", "plan", "--stacks", str(bench.fleet.folder)], {})}


def start(_: Bench) -> Dict[str, Run]:
    return {
        PRODUCT: (["bin/privatelink", "--help"], {}),
        PEER: (["node", "bench/peer/validate.js", "--help"], {}),
    }


SCENARIOS = {
    "cold": Scenario(synthesis()),
    "unvalidated": Scenario(synthesis(validation=False)),
    "same": Scenario(synthesis(), before=synthesis()),
    "changed": Scenario(synthesis(), before=synthesis(), change=Fleet.change_one),
    "network": Scenario(synthesis(), before=synthesis(), change=Fleet.change_network),
    "one": Scenario(synthesis(one=True), before=synthesis()),
    "one-cold": Scenario(synthesis(one=True)),
    "cli": Scenario(by_cli),
    "validate": Scenario(validate),
    "plan": Scenario(plan),
    "start": Scenario(start, once=True),
}


class Bench:
    """One fleet, and where both apps write what they synthesize of it."""

    def __init__(self, work: Path, customers: int) -> None:
        self.work = work / str(customers)
        self.fleet = Fleet(self.work / "stacks", customers).write()

    def output(self, side: str) -> Path:
        return self.work / f"cdk.out.{side}"

    def clear(self) -> None:
        """Neither what was synthesized before nor what the product kept of it is there."""
        shutil.rmtree(app.cache(self.work), ignore_errors=True)
        for side in app.APPS:
            shutil.rmtree(self.output(side), ignore_errors=True)

    def synthesize(self) -> None:
        self.clear()
        for command, environment in synthesis(validation=False)(self).values():
            check(command, environment)

    def figure(self, name: str, runs: int) -> Dict[str, Any]:
        scenario = SCENARIOS[name]
        self.clear()
        if scenario.before:
            for command, environment in scenario.before(self).values():
                check(command, environment)
        costs: Dict[str, List[Cost]] = {}
        for turn in range(runs):
            if scenario.change:
                scenario.change(self.fleet, turn)
            if not scenario.before:
                self.clear()
            for side, (command, environment) in scenario.commands(self).items():
                costs.setdefault(side, []).append(measure(command, environment))
        if scenario.change:
            self.fleet.restore()
        return {"customers": len(self.fleet.customers), "scenario": name, "runs": runs, **summary(costs)}


def summary(costs: Dict[str, List[Cost]]) -> Dict[str, Dict[str, float]]:
    medians = {side: of(measured, median) for side, measured in costs.items()}
    if PEER in costs:
        pairs = [
            Cost(*(ours / theirs for ours, theirs in zip(product, peer)))
            for product, peer in zip(costs[PRODUCT], costs[PEER])
        ]
        medians["ratio"] = of(pairs, median)
    return medians


def of(costs: Sequence[Cost], average: Callable[[List[float]], float]) -> Dict[str, float]:
    return {field: round(average([getattr(cost, field) for cost in costs]), 3) for field in Cost._fields}
