"""Published figures on one axis that begins at nought: a dot for a figure, a bar for a range.

It is a chart of its own because a bar from nought would say of a range what no study says. As in
`foundation.charts`, positions are percentages, colours come from the style sheet, a right-to-left page
mirrors the drawing, and the table of the numbers stands beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from greenict_portal.foundation import numbers

if TYPE_CHECKING:
    from collections.abc import Sequence

ROW = 66
AXIS = 26
TICKS = (0.0, 0.5, 1.0)


@dataclass(frozen=True)
class Span:
    """One row: what it is, and between what and what; equal for a single figure."""

    label: str
    low: float
    high: float


def spread_chart(rows: Sequence[Span], unit: str, title: str, *, rtl: bool = False) -> SafeString:
    """The rows below one another, with the axis at the foot."""
    if not rows:
        return SafeString("")
    top = max(row.high for row in rows)
    height = ROW * len(rows)
    grid = "".join(
        f'<line x1="{_x(tick, rtl=rtl)}" x2="{_x(tick, rtl=rtl)}" y1="0" y2="{height}" class="g"/>'
        for tick in TICKS[1:]
    )
    axis = "".join(_tick(tick, top, unit, height, rtl=rtl) for tick in TICKS)
    drawn = "".join(_row(row, index * ROW, top, unit, rtl=rtl) for index, row in enumerate(rows))
    return format_html(
        '<svg class="chart spread" width="100%" height="{}" role="img" aria-label="{}">{}</svg>',
        height + AXIS,
        title,
        mark_safe(grid + drawn + axis),  # noqa: S308  (made here; every word in it is escaped)
    )


def said(low: float, high: float, unit: str) -> str:
    """A figure or a range as plain text, for a chart."""
    if low == high:
        return numbers.quantity(low, unit)
    return f"{numbers.number(low)} – {numbers.quantity(high, unit)}"


def _row(row: Span, top_edge: int, top: float, unit: str, *, rtl: bool) -> str:
    near = "100%" if rtl else "0"
    anchor = "end" if rtl else "start"
    words = (
        f'<text x="{near}" y="{top_edge + 15}">{escape(row.label)}</text>'
        f'<text x="{near}" y="{top_edge + 33}" text-anchor="{anchor}" direction="ltr" class="v">'
        f"{escape(said(row.low, row.high, unit))}</text>"
    )
    guide = (
        f'<line x1="{_x(0.0, rtl=rtl)}" x2="{_x(row.low / top, rtl=rtl)}" y1="{top_edge + 47}" '
        f'y2="{top_edge + 47}" class="g"/>'
    )
    return words + guide + _mark(row, top_edge + 47, top, rtl=rtl)


def _mark(row: Span, middle: int, top: float, *, rtl: bool) -> str:
    if row.low == row.high:
        return f'<circle cx="{_x(row.low / top, rtl=rtl)}" cy="{middle}" r="6" class="b"/>'
    first, last = row.low / top, row.high / top
    start = 1 - last if rtl else first
    return (
        f'<rect x="{100 * start:.2f}%" y="{middle - 5}" width="{100 * (last - first):.2f}%" height="10" rx="5" '
        'class="b"/>'
    )


def _tick(part: float, top: float, unit: str, height: int, *, rtl: bool) -> str:
    # A left-to-right text is anchored by its own direction, so the ends change places in a mirrored drawing.
    ends = {0.0: "start", 0.5: "middle", 1.0: "end"}
    anchor = ends[1.0 - part if rtl else part]
    text = escape(numbers.quantity(part * top, unit))
    return (
        f'<text x="{_x(part, rtl=rtl)}" y="{height + 18}" text-anchor="{anchor}" direction="ltr" class="a">'
        f"{text}</text>"
    )


def _x(part: float, *, rtl: bool) -> str:
    return f"{100 * (1 - part if rtl else part):.2f}%"
