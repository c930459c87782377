"""The rules that clean a yearly series: outliers, gaps, jumps, and the line before the first year.

They are those of Statistics Netherlands' Waste over Time (2017): its description where that and its script differ.
Every year keeps a flag that says what was done to it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

FEWEST_FOR_OUTLIERS = 6
MADS = 4.0
LEAST_FOR_JUMPS = 0.3
AS_GIVEN = "as given"
MISSING = "not given"
OUTLIER = "outlier"
JUMP = "jump"
FILLED = "filled from neighbours"
LINE = "line from the year of introduction"


@dataclass(frozen=True)
class Cleaned:
    """A year of a cleaned series: its value, or none, and what was done to it."""

    value: float | None
    flag: str


def clean(observed: Mapping[int, float], introduced: int | None = None) -> dict[int, Cleaned]:
    """Return the cleaned series from its first to its last year, and back to the year of introduction.

    Outliers go first, then gaps of one or two years are filled, then jumps go and their gaps are filled; a jump that
    cannot be filled is kept. A longer gap stays open: fill it from countries of like purchasing power.

    Examples
    --------
    >>> clean({2005: 1.2, 2006: 1.2, 2008: 1.6})[2007].flag
    'not given; filled from neighbours'
    """
    span = range(min(observed), max(observed) + 1)
    flags = {year: AS_GIVEN if year in observed else MISSING for year in span}
    values: dict[int, float | None] = {year: observed.get(year) for year in span}
    for year in outliers(observed):
        values[year], flags[year] = None, OUTLIER
    _fill(values, flags)
    before_jumps = dict(values)
    for year in jumps(values):
        values[year], flags[year] = None, f"{flags[year]}; {JUMP}" if flags[year] != AS_GIVEN else JUMP
    _fill(values, flags)
    for year in span:
        if values[year] is None and before_jumps[year] is not None:
            values[year], flags[year] = before_jumps[year], f"{flags[year]}; kept, no neighbours to fill from"
    cleaned = {year: Cleaned(values[year], flags[year]) for year in span}
    return {**_before(cleaned, introduced), **cleaned}


def outliers(observed: Mapping[int, float]) -> list[int]:
    """Return the years farther from the median than four median absolute deviations; none in a short series."""
    if len(observed) < FEWEST_FOR_OUTLIERS:
        return []
    lower, upper = outlier_limits(np.array(list(observed.values()), dtype=float), MADS)
    return [year for year, value in observed.items() if not lower <= value <= upper]


def outlier_limits(values: NDArray[np.float64], mads: float) -> tuple[float, float]:
    """Return the lowest and the highest value that is no outlier."""
    median = float(np.median(values))
    deviation = float(np.median(np.abs(values - median)))
    if deviation == 0:  # half the values are equal: the rule would delete all the others
        return float(values.min()), float(values.max())
    return median - mads * deviation, median + mads * deviation


def jumps(values: Mapping[int, float | None]) -> list[int]:
    """Return the years that jump against the years around them, by either rule."""
    found = []
    for year, value in values.items():
        before, after = values.get(year - 1), values.get(year + 1)
        if value is None or before is None or after is None:
            continue
        if is_jump(before, value, after, values.get(year + 2)):
            found.append(year)
    return found


def is_jump(before: float, value: float, after: float, second_after: float | None) -> bool:
    """Whether a value jumps, by either rule; values of 0.3 kg per inhabitant or less never do."""
    if value <= LEAST_FOR_JUMPS or before <= 0:
        return False
    if abs(value - before) / before > 0.5 and abs(after - before) / before < 0.2:
        return True
    if second_after is not None and abs(second_after - value) / value < 0.2:
        return False  # the year after may be the one that is wrong
    low, high = min(before, after), max(before, after)
    return (value < 0.8 * low and value < 0.6 * high) or (value > 1.2 * high and value > 1.4 * low)


def _fill(values: dict[int, float | None], flags: dict[int, str]) -> None:
    known = dict(values)
    first, last = min(values), max(values)
    for year in (year for year, value in known.items() if value is None):
        filled = _filled(known, year, first, last)
        if filled is not None:
            values[year], flags[year] = max(0.0, filled), f"{flags[year]}; {FILLED}"


def _filled(known: Mapping[int, float | None], year: int, first: int, last: int) -> float | None:
    """Return a missing value from the years around it, or none where the gap is longer than two years."""
    before, after = known.get(year - 1), known.get(year + 1)
    second_before, second_after = known.get(year - 2), known.get(year + 2)
    if before is not None and after is not None:
        return (before + after) / 2
    if before is not None and second_after is not None:
        return (2 * before + second_after) / 3
    if after is not None and second_before is not None:
        return (2 * after + second_before) / 3
    if year == first and after is not None and second_after is not None:
        return 2 * after - second_after
    if year == last and before is not None and second_before is not None:
        return 2 * before - second_before
    return None


def _before(cleaned: Mapping[int, Cleaned], introduced: int | None) -> dict[int, Cleaned]:
    first = min(cleaned)
    firsts = [cleaned[year].value for year in sorted(cleaned)[:3]]
    known = [value for value in firsts if value is not None]
    if introduced is None or introduced >= first or len(known) < 3:
        return {}
    mean = sum(known) / 3
    return {
        year: Cleaned(mean * (year - introduced) / (first - introduced), LINE)
        for year in range(introduced, first)
    }
