"""Figures as lines, as a table of Markdown, and as a picture."""

from __future__ import annotations

import json
import math
import re
from pathlib import Path
from typing import Any, Dict, List, NamedTuple, Optional, Tuple

from .scenarios import SCENARIOS

Figure = Dict[str, Any]
HEAD = ["Scenario", "Customers", "Product", "Peer", "Ratio", "Product MiB", "Peer MiB", "Ratio"]
SIDES = ["product", "peer"]


def line(figure: Figure) -> str:
    sides = [f"{side} {cost(figure[side])} {figure[side]['memory']:.0f} MiB" for side in SIDES if side in figure]
    if "ratio" in figure:
        sides.append("ratio " + " ".join(f"{figure['ratio'][one]:.2f}" for one in ("cpu", "wall", "memory")))
    return f"{figure['customers']:5d} {figure['scenario']:12s} " + "  ".join(sides)


def cost(side: Dict[str, float]) -> str:
    return f"{amount(side['cpu'])} / {amount(side['wall'])}"


def amount(seconds: float) -> str:
    return f"{seconds:.2f}" if seconds < 10 else f"{seconds:.1f}"


def merge(path: Path, measured: List[Figure]) -> List[Figure]:
    """Keeps what a file has of other sizes and scenarios."""
    before = json.loads(path.read_text()) if path.exists() else []
    figures = {(one["customers"], one["scenario"]): one for one in [*before, *measured]}
    order = list(SCENARIOS)
    merged = sorted(figures.values(), key=lambda one: (order.index(one["scenario"]), one["customers"]))
    path.write_text("[\n" + ",\n".join(json.dumps(one) for one in merged) + "\n]\n")
    return merged


def table(figures: List[Figure]) -> str:
    rows = [HEAD, ["---"] * len(HEAD), *(row(one) for one in figures)]
    return "".join("|" + "|".join(f" {cell} " if cell else " " for cell in one) + "|\n" for one in rows)


def row(figure: Figure) -> List[str]:
    scenario = SCENARIOS[figure["scenario"]]
    costs = [cost(figure[side]) if side in figure else "" for side in SIDES]
    memory = [f"{figure[side]['memory']:.0f}" if side in figure else "" for side in SIDES]
    ratios = [f"{figure['ratio'][one]:.2f}" if "ratio" in figure else "" for one in ("cpu", "memory")]
    return [
        scenario.words,
        "any" if scenario.once else f"{figure['customers']:,}",
        *costs,
        ratios[0],
        *memory,
        ratios[1],
    ]


def write_table(page: Path, figures: List[Figure]) -> None:
    text = page.read_text()
    page.write_text(re.sub(rf"^\| {HEAD[0]} .*\n(\|.*\n)*", lambda _: table(figures), text, flags=re.MULTILINE))


class Line(NamedTuple):
    scenario: str
    side: str
    label: str
    style: str


LINES = [
    Line("cold", "product", "product", "product"),
    Line("cold", "peer", "peer", "peer"),
    Line("changed", "product", "product, one customer changed", "product dashed"),
    Line("same", "product", "product, nothing changed", "product dotted"),
    Line("unvalidated", "product", "product, validation off", "product thin"),
    Line("unvalidated", "peer", "peer, validation off", "peer thin"),
]
WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 760, 420, 60, 230, 30, 50
STYLE = """\
  text { font: 13px sans-serif; fill: #24292f; }
  .grid { stroke: #d0d7de; }
  polyline { fill: none; stroke-width: 2.5; }
  polyline.product { stroke: #0969da; } polyline.peer { stroke: #bc4c00; }
  circle.product { fill: #0969da; } circle.peer { fill: #bc4c00; }
  polyline.dashed { stroke-dasharray: 9 5; } polyline.dotted { stroke-dasharray: 2 4; }
  polyline.thin { stroke-width: 1; }
  @media (prefers-color-scheme: dark) { text { fill: #e6edf3; } .grid { stroke: #3d444d; } }
"""
SVG = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" aria-labelledby="title">
<title id="title">CPU seconds of a synthesis over the number of customers</title>
<style>
{style}</style>
{body}
</svg>
"""


class Axis(NamedTuple):
    """A logarithmic one, from the power of ten below what it shows to the one above."""

    first: int
    last: int
    begin: float
    end: float

    @staticmethod
    def of(values: List[float], begin: float, end: float) -> Axis:
        first, last = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
        return Axis(first, max(last, first + 1), begin, end)

    def at(self, value: float) -> float:
        share = (math.log10(value) - self.first) / (self.last - self.first)
        return round(self.begin + share * (self.end - self.begin), 1)

    def marks(self) -> List[Tuple[str, float]]:
        powers = range(self.first, self.last + 1)
        return [(f"{10**power:,}" if power >= 0 else f"{10**power:g}", self.at(10**power)) for power in powers]


def plot(figures: List[Figure]) -> str:
    """CPU seconds over customers."""
    drawn = [(one, points(figures, one)) for one in LINES]
    drawn = [(one, of) for one, of in drawn if of]
    across = Axis.of([customers for _, of in drawn for customers, _ in of], LEFT, WIDTH - RIGHT)
    up = Axis.of([seconds for _, of in drawn for _, seconds in of], HEIGHT - BOTTOM, TOP)
    body = [f'<text x="{LEFT - 40}" y="{TOP - 12}">CPU seconds</text>']
    for word, x in across.marks():
        body.append(f'<line class="grid" x1="{x}" x2="{x}" y1="{up.end}" y2="{up.begin}"/>')
        body.append(f'<text x="{x}" y="{up.begin + 18}" text-anchor="middle">{word}</text>')
    for word, y in up.marks():
        body.append(f'<line class="grid" x1="{across.begin}" x2="{across.end}" y1="{y}" y2="{y}"/>')
        body.append(f'<text x="{LEFT - 8}" y="{y + 4}" text-anchor="end">{word}</text>')
    body.append(f'<text x="{across.end}" y="{HEIGHT - 14}" text-anchor="end">customers</text>')
    for one, of in drawn:
        places = [(across.at(customers), up.at(seconds)) for customers, seconds in of]
        body.append(f'<polyline class="{one.style}" points="{" ".join(f"{x},{y}" for x, y in places)}"/>')
        body.extend(f'<circle class="{one.side}" cx="{x}" cy="{y}" r="3"/>' for x, y in places)
    body.extend(labels([(one.label, up.at(of[-1][1]), across.at(of[-1][0])) for one, of in drawn]))
    return SVG.format(width=WIDTH, height=HEIGHT, style=STYLE, body="\n".join(body))


def points(figures: List[Figure], line: Line) -> List[Tuple[float, float]]:
    return [
        (one["customers"], one[line.side]["cpu"])
        for one in figures
        if one["scenario"] == line.scenario and line.side in one
    ]


def labels(wanted: List[Tuple[str, float, float]]) -> List[str]:
    """Beside the ends of their lines, and not over each other."""
    placed: List[str] = []
    last: Optional[float] = None
    for label, y, x in sorted(wanted, key=lambda one: one[1]):
        last = y + 4 if last is None else max(y + 4, last + 15)
        placed.append(f'<text x="{x + 10}" y="{round(last, 1)}">{label}</text>')
    return placed
