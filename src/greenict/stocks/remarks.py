"""What a reader of stocks and discards must be told beside the figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from greenict.stocks.keys import unu_keys
from greenict.stocks.weights import alpha_3, table_years

if TYPE_CHECKING:
    from collections.abc import Iterable

    from greenict.stocks.cohorts import Cohorts
    from greenict.stocks.lifetimes import Lifetimes


def remarks_on(cohorts: Cohorts, lifetimes: Lifetimes, method: str, overshot: tuple[str, ...]) -> list[str]:
    """Return what is not in the figures and what stands in for what, a sentence each."""
    first, last = int(cohorts.years[0]), cohorts.last_sales_year
    said = [
        *_before_first_year(cohorts, first),
        *_years_of_sale(cohorts, last),
        *_gaps(cohorts),
        *lifetimes.remarks(cohorts.keys, first, min(last, int(cohorts.years[-1]))),
        *_borrowed_lifetimes(cohorts, lifetimes),
        *_units(cohorts),
    ]
    if method == "midpoint" and overshot:
        said.append(
            f"midpoint: shares of {', '.join(overshot)} sum to more than 1; discards were lowered where the "
            "stock would have fallen below zero"
        )
    return said


def _before_first_year(cohorts: Cohorts, first: int) -> Iterable[str]:
    older = {key for key in cohorts.keys if unu_keys()[key].market_introduction_year < first}
    if older:
        yield (
            f"sales begin in {first}: equipment sold before is neither in use nor discarded here, so the first "
            f"years are too low ({_few(older)} were on the market earlier)"
        )


def _years_of_sale(cohorts: Cohorts, last: int) -> Iterable[str]:
    end = int(cohorts.years[-1])
    if end > last:
        yield f"sales end in {last}: the years from {last + 1} to {end} have no new sales"
    if cohorts.cut_after_until:
        yield f"sales after {end} are left out"


def _gaps(cohorts: Cohorts) -> Iterable[str]:
    """Say which groups have years without sales between years with sales."""
    found = []
    for at, sold in enumerate(cohorts.sold):
        years = np.flatnonzero(sold)
        if years.size and years[-1] - years[0] + 1 > years.size:
            found.append(f"{cohorts.countries[at]} {cohorts.keys[at]}")
    if found:
        yield f"years without sales lie between years with sales and count as zero: {_few(found)}"


def _borrowed_lifetimes(cohorts: Cohorts, lifetimes: Lifetimes) -> Iterable[str]:
    if lifetimes.countries is None:
        return
    others = {country for country in cohorts.countries if alpha_3(country) not in lifetimes.countries}
    if others:
        yield f"lifetimes measured in {', '.join(lifetimes.countries)} stand in for {_few(others)}"


def _units(cohorts: Cohorts) -> Iterable[str]:
    if cohorts.mixed:
        yield f"sales in several units were brought to tonnes by weight per piece: {_few(cohorts.mixed)}"
    units = set(cohorts.units)
    if len(units) > 1:
        yield "sums by year are in tonnes, because the rows are in " + " and ".join(sorted(units))
    if "pieces" in units | ({"pieces"} if cohorts.mixed else set()):
        yield from _weights_outside(cohorts)


def _weights_outside(cohorts: Cohorts) -> Iterable[str]:
    outside = set()
    for at, key in enumerate(cohorts.keys):
        start, end = table_years(key)
        beyond = (cohorts.years < start) | (cohorts.years > end)
        if cohorts.sold[at, beyond].any():
            outside.add(key)
    if outside:
        yield f"weights per piece are not published for every year of sale of {_few(outside)}: the nearest year's hold"


def _few(names: Iterable[str], shown: int = 8) -> str:
    listed = sorted(names)
    more = f" and {len(listed) - shown} more" if len(listed) > shown else ""
    return ", ".join(listed[:shown]) + more
