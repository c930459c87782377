"""The report as one HTML file: style inside, no script, nothing from elsewhere."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

if TYPE_CHECKING:
    from greenict.report.blocks import Chart, Page

WIDTH, ROW = 720, 44  # of a chart, in its own units


def html_bytes(page: Page) -> bytes:
    """The page as UTF-8."""
    return _environment().get_template("report.html").render(page=page).encode()


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("greenict.report", "data"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["drawn"] = drawn
    environment.filters["isolated"] = isolated
    return environment


def isolated(text: str, foreign: bool, direction: str) -> Markup:
    """A text with a direction of its own where it is from outside, or stands in a right-to-left report."""
    if not text or not (foreign or direction == "rtl"):
        return escape(text)
    return Markup('<bdi lang="">{}</bdi>').format(text) if foreign else Markup("<bdi>{}</bdi>").format(text)


def drawn(chart: Chart, direction: str) -> list[dict[str, Any]]:
    """Where each bar of a chart lies; right to left it grows from the right."""
    mirrored = direction == "rtl"
    rows = []
    for n, bar in enumerate(chart.bars):
        length = round(bar.length * WIDTH, 1)
        low, high = (
            ((bar.low or 0.0) * WIDTH, (bar.high or 0.0) * WIDTH) if bar.high is not None else (0.0, 0.0)
        )
        ends = (WIDTH - high, WIDTH - low) if mirrored else (low, high)
        rows.append(
            {
                "label": bar.label,
                "value": bar.value,
                "x": WIDTH - length if mirrored else 0,
                "length": length,
                "y": n * ROW,
                "ranged": bar.high is not None,
                "low": round(ends[0], 1),
                "high": round(ends[1], 1),
            }
        )
    return rows
