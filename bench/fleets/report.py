"""Figures as lines, as a table of Markdown, and as a picture."""

from __future__ import annotations

import json
import math
import re
from pathlib import Path
from typing import Any, Dict, List, NamedTuple, Optional, Tuple

from .scenarios import SCENARIOS

Figure = Dict[str, Any]
MEASURES = {"cpu": "CPU seconds", "wall": "Seconds", "memory": "MiB"}
SIDES = ["product", "peer"]


def line(figure: Figure) -> str:
    sides = [f"{side} {measures(figure[side])} MiB" for side in SIDES if side in figure]
    ratio = [f"ratio {measures(figure['ratio'])}"] if "ratio" in figure else []
    return f"{figure['customers']:5d} {figure['scenario']:12s} " + "  ".join([*sides, *ratio])


def measures(side: Dict[str, float]) -> str:
    return " / ".join(amount(side[measure]) for measure in MEASURES)


def amount(value: float) -> str:
    return f"{value:.2f}" if value < 10 else f"{value:.1f}" if value < 100 else f"{value:,.0f}"


def merge(path: Path, measured: List[Figure]) -> List[Figure]:
    """Keeps what a file has of other sizes and scenarios."""
    before = json.loads(path.read_text()) if path.exists() else []
    figures = {(one["customers"], one["scenario"]): one for one in [*before, *measured]}
    order = list(SCENARIOS)
    merged = sorted(figures.values(), key=lambda one: (order.index(one["scenario"]), one["customers"]))
    path.write_text("[\n" + ",\n".join(json.dumps(one) for one in merged) + "\n]\n")
    return merged


def table(figures: List[Figure], measure: str) -> str:
    """A row for each scenario, a column for each size: of the product, of its peer, and their ratio."""
    sizes = sorted({one["customers"] for one in figures})
    found = {(one["scenario"], one["customers"]): one for one in figures}
    names = [name for name in SCENARIOS if any(name == one["scenario"] for one in figures)]
    rows = [[MEASURES[measure], *(f"N = {size:,}" for size in sizes)], ["---"] * (len(sizes) + 1)]
    for name in names:
        rows.append([f"`{name}`", *(cell(found.get((name, size)), measure) for size in sizes)])
    return "".join("|" + "|".join(f" {one} " if one else " " for one in row) + "|\n" for row in rows)


def cell(figure: Optional[Figure], measure: str) -> str:
    if figure is None:
        return ""
    sides = " / ".join(amount(figure[side][measure]) for side in SIDES if side in figure)
    return f"{sides} = **{figure['ratio'][measure]:.2f}**" if "ratio" in figure else sides


def write_tables(page: Path, figures: List[Figure]) -> None:
    text = page.read_text()
    for measure, head in MEASURES.items():
        written = table(figures, measure)
        text = re.sub(rf"^\| {head} \|.*\n(\|.*\n)*", lambda _: written, text, flags=re.MULTILINE)
    page.write_text(text)


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
  polyline.product { stroke: #2f81f7; } polyline.peer { stroke: #d1660f; }
  circle.product, text.product { fill: #2f81f7; } circle.peer, text.peer { fill: #d1660f; }
  polyline.dashed { stroke-dasharray: 9 5; } polyline.dotted { stroke-dasharray: 2 4; }
  polyline.thin { stroke-width: 1; }
  @media (prefers-color-scheme: dark) { text:not([class]) { fill: #e6edf3; } .grid { stroke: #3d444d; } }
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
    body.extend(labels([(one, up.at(of[-1][1])) for one, of in drawn]))
    return SVG.format(width=WIDTH, height=HEIGHT, style=STYLE, body="\n".join(body))


def points(figures: List[Figure], line: Line) -> List[Tuple[float, float]]:
    return [
        (one["customers"], one[line.side]["cpu"])
        for one in figures
        if one["scenario"] == line.scenario and line.side in one
    ]


def labels(wanted: List[Tuple[Line, float]]) -> List[str]:
    """As high as their lines end, and not over each other."""
    placed: List[str] = []
    last = 0.0
    for line, y in sorted(wanted, key=lambda one: one[1]):
        last = max(y + 4, last + 15)
        placed.append(f'<text class="{line.side}" x="{WIDTH - RIGHT + 10}" y="{round(last, 1)}">{line.label}</text>')
    return placed
