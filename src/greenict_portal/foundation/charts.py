"""Charts as SVG, drawn on the server: no script, no inline style, colours from the style sheet.

Text keeps its size on every screen because positions are percentages and only the drawn lines are
stretched. A label stands on its line or over its bar. In a right-to-left page the whole chart is mirrored.
Every chart stands beside the table of its numbers, which is what a screen reader is given.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from greenict_portal.foundation import numbers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from greenict_portal.foundation.numbers import Scale

ROW = 46
PLOT_HEIGHT = 190
PLOT_TOP = 14
LABEL_GAP = 40
TONES = 6


@dataclass(frozen=True)
class Bar:
    """One bar: what it is, how long, between what and what."""

    label: str
    value: float
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class Line:
    """One series over the years; a year without a value is left out."""

    label: str
    points: dict[int, float]


def bars(rows: Sequence[Bar], unit: str, title: str, *, rtl: bool = False) -> SafeString:
    """Horizontal bars, each under its label and its value, with the range as a thin line."""
    if not rows:
        return SafeString("")
    low = min(0.0, *(min(row.value, row.low if row.low is not None else row.value) for row in rows))
    high = max(0.0, *(max(row.value, row.high if row.high is not None else row.value) for row in rows))
    span = (high - low) or 1.0
    scale = numbers.scale_for(max(abs(row.value) for row in rows), unit)
    drawn = [_bar(row, index, low, span, scale, rtl=rtl) for index, row in enumerate(rows)]
    return _svg("bars", ROW * len(rows), title, "".join(drawn))


def _bar(row: Bar, index: int, low: float, span: float, scale: Scale, *, rtl: bool) -> str:
    top = ROW * index
    near, far = ("100%", "0") if rtl else ("0", "100%")
    start, end = sorted(((0.0 - low) / span, (row.value - low) / span))
    width, tone = _percent(max(end - start, 0.002)), "b neg" if row.value < 0 else "b"
    value, anchor = escape(numbers.quantity(row.value, scale.unit, scale)), "start" if rtl else "end"
    drawn = [
        f'<text x="{near}" y="{top + 15}">{escape(row.label)}</text>',
        f'<text x="{far}" y="{top + 15}" text-anchor="{anchor}" direction="ltr" class="v">{value}</text>',
        f'<rect x="{_across(start, end, rtl=rtl)}" y="{top + 22}" width="{width}" height="12" class="{tone}"/>',
    ]
    if row.low is not None and row.high is not None:
        first, last = (row.low - low) / span, (row.high - low) / span
        drawn.append(
            f'<rect x="{_across(first, last, rtl=rtl)}" y="{top + 27}" width="{_percent(last - first)}" '
            'height="2" class="w"/>'
        )
    return "".join(drawn)


def parts(rows: Sequence[Bar], title: str, *, rtl: bool = False) -> SafeString:
    """One bar cut into shares of a whole, for example how much rests on measured data."""
    total = sum(max(row.value, 0.0) for row in rows) or 1.0
    drawn, reached = [], 0.0
    for index, row in enumerate(rows):
        share = max(row.value, 0.0) / total
        x = _across(reached, reached + share, rtl=rtl)
        drawn.append(f'<rect x="{x}" y="0" width="{_percent(share)}" height="20" class="t{index % TONES}"/>')
        reached += share
    return _svg("parts", 20, title, "".join(drawn))


def lines(
    series: Sequence[Line], unit: str, title: str, *, stacked: bool = False, rtl: bool = False
) -> SafeString:
    """Series over the years with their names at their ends; `stacked` lays each on the one before."""
    years = sorted({year for line in series for year in line.points})
    if len(years) < 2:
        return SafeString("")
    levels = _levels(series, years, stacked=stacked)
    top_value = _round_up(max(max(level) for level in levels)) or 1.0
    scale = numbers.scale_for(top_value, unit)
    shapes = "".join(
        _shape(levels[index], levels[index - 1] if index else None, index, top_value, stacked=stacked)
        for index in range(len(series))
    )
    mirror = ' transform="matrix(-1 0 0 1 100 0)"' if rtl else ""
    ticks = [top_value * step / 4 for step in (0, 1, 2, 3, 4)]
    grid = "".join(f'<path d="M0 {_y(tick, top_value):.1f}H100" class="g"/>' for tick in ticks)
    plot = (
        f'<svg y="{PLOT_TOP}" width="100%" height="{PLOT_HEIGHT}" viewBox="0 0 100 100" preserveAspectRatio="none">'
        f"<g{mirror}>{grid}{shapes}</g></svg>"
    )
    axis = _axis(years, ticks, top_value, scale, rtl=rtl)
    names = _names(series, levels, top_value, scale, stacked=stacked, rtl=rtl)
    height = PLOT_TOP + PLOT_HEIGHT + 28
    # Two drawings side by side: the style sheet gives the names their margin, at the end of the line of writing.
    return format_html(
        '<div class="chart lines" role="img" aria-label="{}">'
        '<svg width="100%" height="{}">{}</svg><svg width="100%" height="{}" class="{}">{}</svg></div>',
        title,
        height,
        mark_safe(plot + axis),  # noqa: S308  (made here; every word in it is escaped)
        height,
        "areas" if stacked else "strokes",
        mark_safe(names),  # noqa: S308  (as above)
    )


def _levels(series: Sequence[Line], years: Sequence[int], *, stacked: bool) -> list[list[float]]:
    levels: list[list[float]] = []
    for line in series:
        own = [line.points.get(year, 0.0) for year in years]
        below = levels[-1] if stacked and levels else [0.0] * len(years)
        levels.append([value + under for value, under in zip(own, below, strict=True)])
    return levels


def _shape(level: list[float], below: list[float] | None, index: int, top: float, *, stacked: bool) -> str:
    step = 100 / (len(level) - 1)
    upper = [f"{step * at:.2f} {_y(value, top):.2f}" for at, value in enumerate(level)]
    if not stacked:
        return f'<path d="M{"L".join(upper)}" class="l l{index % TONES}" vector-effect="non-scaling-stroke"/>'
    floor = below or [0.0] * len(level)
    lower = [f"{step * at:.2f} {_y(value, top):.2f}" for at, value in reversed(list(enumerate(floor)))]
    return f'<path d="M{"L".join(upper + lower)}Z" class="t{index % TONES}"/>'


def _axis(years: Sequence[int], ticks: Sequence[float], top: float, scale: Scale, *, rtl: bool) -> str:
    """Years below and amounts on the grid lines, not stretched with the plot."""
    every = max(1, math.ceil((len(years) - 1) / 3))
    last = len(years) - 1
    shown = [*range(0, last - every // 2, every), last]
    words = []
    for at in shown:
        across = at / last
        anchor = "start" if at == 0 else "end" if at == last else "middle"
        x = _percent(1 - across if rtl else across)
        words.append(
            f'<text x="{x}" y="{PLOT_TOP + PLOT_HEIGHT + 20}" text-anchor="{anchor}" class="a">{years[at]}</text>'
        )
    near = "100%" if rtl else "0"
    for tick in ticks[2::2]:
        y = PLOT_TOP + _y(tick, top) / 100 * PLOT_HEIGHT - 4
        text = escape(numbers.quantity(tick, scale.unit, scale))
        anchor = "end" if rtl else "start"
        words.append(
            f'<text x="{near}" y="{y:.0f}" text-anchor="{anchor}" direction="ltr" class="a">{text}</text>'
        )
    return "".join(words)


def _names(
    series: Sequence[Line], levels: list[list[float]], top: float, scale: Scale, *, stacked: bool, rtl: bool
) -> str:
    """The name and last value of each series, at its end, moved apart where two would touch."""
    wanted = []
    for index, line in enumerate(series):
        under = levels[index - 1][-1] if stacked and index else 0.0
        height = (levels[index][-1] + under) / 2 if stacked else levels[index][-1]
        wanted.append((PLOT_TOP + _y(height, top) / 100 * PLOT_HEIGHT, index, line))
    wanted.sort(key=lambda place: place[0])
    placed = _apart([place[0] for place in wanted], low=PLOT_TOP + 6, high=PLOT_TOP + PLOT_HEIGHT - 6)
    near = 'x="100%" dx="-11"' if rtl else 'x="11"'
    mark = 'x="100%" transform="translate(-4 0)"' if rtl else 'x="0"'
    anchor = "end" if rtl else "start"
    words = []
    for y, (_, index, line) in zip(placed, wanted, strict=True):
        value = escape(numbers.quantity(line.points[max(line.points)], scale.unit, scale))
        words.append(
            f'<rect {mark} y="{y - 11:.0f}" width="4" height="30" class="m{index % TONES}"/>'
            f'<text {near} y="{y:.0f}" class="n">{escape(line.label)}</text>'
            f'<text {near} y="{y + 17:.0f}" text-anchor="{anchor}" direction="ltr" class="v">{value}</text>'
        )
    return "".join(words)


def _apart(places: list[float], *, low: float, high: float) -> list[float]:
    """The same places in the same order, at least a label apart, inside the frame."""
    placed: list[float] = []
    for place in places:
        placed.append(max(place, low, placed[-1] + LABEL_GAP if placed else low))
    ceiling = high
    for index in reversed(range(len(placed))):
        placed[index] = min(placed[index], ceiling)
        ceiling = placed[index] - LABEL_GAP
    return placed


def _round_up(value: float) -> float:
    """The next larger of 1, 2, 2.5, 4, 5, 8 times a power of ten."""
    if value <= 0 or not math.isfinite(value):
        return 0.0
    power = 10.0 ** math.floor(math.log10(value))
    return next((step * power for step in (1, 2, 2.5, 4, 5, 8, 10) if step * power >= value), 10 * power)


def _y(value: float, top: float) -> float:
    return 100 - 100 * max(value, 0.0) / top


def _across(start: float, end: float, *, rtl: bool) -> str:
    return _percent(1 - end if rtl else start)


def _percent(part: float) -> str:
    return f"{100 * part:.2f}%"


def _svg(kind: str, height: float, title: str, inside: str) -> SafeString:
    return format_html(
        '<svg class="chart {}" width="100%" height="{}" role="img" aria-label="{}">{}</svg>',
        kind,
        f"{height:.0f}",
        title,
        mark_safe(inside),  # noqa: S308  (made above; every word in it is escaped)
    )
