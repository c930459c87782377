"""A sales table as amounts by country, key and year of sale: the cohorts that the model follows.

One group is one country and one key, in one unit. Rows of the same cohort are added; a year without a row has
no sales. A group whose rows differ in unit is brought to tonnes, pieces through their weight in the year of sale.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from greenict.errors import BadArgument, UnknownName
from greenict.stocks.lines import UNITS, Lines, read_lines
from greenict.stocks.weights import kg_per_piece
from greenict.tables.sales import SALES

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pyarrow as pa

    from greenict.stocks.kernels import FloatArray

IntArray = npt.NDArray[np.int64]
BoolArray = npt.NDArray[np.bool_]

KG_PER_T = 1000.0
LAST_YEAR = int(SALES["year"].high)


@dataclass(frozen=True)
class Cohorts:
    """Amounts sold, by group (rows) and year (columns); `countries`, `keys` and `units` name the groups."""

    countries: tuple[str, ...]
    keys: tuple[str, ...]
    units: tuple[str, ...]
    years: IntArray
    sold: FloatArray
    last_sales_year: int
    mixed: tuple[str, ...] = ()
    cut_after_until: bool = False

    def in_unit(self, unit: str) -> Cohorts:
        """Return the same cohorts in one unit; each weighs what it weighed in its year of sale."""
        if unit not in UNITS:
            raise UnknownName("unit of sales", unit, UNITS, mend=f"give one of {', '.join(UNITS)}")
        sold = self.sold.copy()
        for line, own in enumerate(self.units):
            if own != unit:
                sold[line] *= self._kg_per(own, line) / self._kg_per(unit, line)
        return replace(self, units=(unit,) * len(self.units), sold=sold)

    def _kg_per(self, unit: str, line: int) -> FloatArray:
        return kg_per_unit(unit, self.keys[line], self.countries[line], self.years)


def kg_per_unit(unit: str, key: str, country: str, years: IntArray) -> FloatArray:
    """Return the kilograms of one unit, by year of sale."""
    if unit == "pieces":
        return kg_per_piece(key, country, years)
    return np.full(years.shape, KG_PER_T if unit == "t" else 1.0)


def cohorts_of(sales: pa.Table, *, until: int | None = None) -> Cohorts:
    """Return the cohorts of a sales table, from its first year to `until` (default: its last year).

    Raises
    ------
    BadFile
        If a column is missing or the table has no rows, or (as BadRows) if rows break a rule.
    BadArgument
        If `until` lies before the first year of sale, or beyond what years may be.

    """
    lines = read_lines(sales)
    first, last = int(lines.year.min()), int(lines.year.max())
    end = last if until is None else until
    if not first <= end <= LAST_YEAR:
        raise BadArgument("until", until, f"give a year from {first} (the first of the sales) to {LAST_YEAR}")
    return _summed(lines, np.arange(first, end + 1), last)


def _summed(lines: Lines, years: IntArray, last_sales_year: int) -> Cohorts:
    year = lines.year.astype(np.int64)
    group, line_group = np.unique(lines.country * len(lines.keys) + lines.key, return_inverse=True)
    countries = tuple(lines.countries[at] for at in group // len(lines.keys))
    keys = tuple(lines.keys[at] for at in group % len(lines.keys))
    inside = year <= years[-1]
    shape = (len(UNITS), len(group), len(years))
    cell = np.ravel_multi_index((lines.unit[inside], line_group[inside], year[inside] - years[0]), shape)
    # Sorted first, so that the order of the rows cannot change the last digit of a sum.
    order = np.lexsort((lines.amount[inside], cell))
    sums = np.bincount(cell[order], lines.amount[inside][order], minlength=int(np.prod(shape)))
    amounts = sums.astype(np.float64, copy=False).reshape(shape)
    used = np.zeros(shape[:2], dtype=bool)
    used[lines.unit, line_group] = True
    units, sold, mixed = _one_unit_each(amounts, used, countries, keys, years)
    cut = not bool(inside.all())
    return Cohorts(countries, keys, units, years, sold, last_sales_year, mixed, cut)


def _one_unit_each(
    amounts: FloatArray, used: BoolArray, countries: Sequence[str], keys: Sequence[str], years: IntArray
) -> tuple[tuple[str, ...], FloatArray, tuple[str, ...]]:
    units, mixed = [], []
    sold = amounts[used.argmax(axis=0), np.arange(used.shape[1])]
    for at, own in enumerate(used.T):
        if own.sum() == 1:
            units.append(UNITS[int(own.argmax())])
            continue
        units.append("t")
        mixed.append(f"{countries[at]} {keys[at]}")
        kg = sum(
            amounts[line, at] * kg_per_unit(unit, keys[at], countries[at], years)
            for line, unit in enumerate(UNITS)
        )
        sold[at] = kg / KG_PER_T
    return tuple(units), sold, tuple(mixed)
