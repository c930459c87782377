"""The stock-and-flow model: what was sold, what is in use, what was discarded, year by year.

    discarded(n) = sum over t <= n of sold(t) * L(n - t)
    in_use(n)    = in_use(n - 1) + sold(n) - discarded(n)

L is the share of a cohort that is discarded at an age (`kernels`), with the lifetime of the year of sale. The
midpoint shares of some keys sum to more than 1, so more could be discarded than is there. Then the negative stock
is moved into the discards, which it lowers, and the stock goes on from 0: discarded(n) = in_use(n - 1) + sold(n).
So sold = in_use + discarded holds cumulatively at every year, with either method.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa

from greenict.stocks.cohorts import Cohorts, cohorts_of
from greenict.stocks.kernels import FloatArray, checked_method, discard_shares
from greenict.stocks.lifetimes import DEFAULT_REGION, Lifetimes, load_lifetimes
from greenict.stocks.remarks import remarks_on

if TYPE_CHECKING:
    from pathlib import Path

DEFAULT_METHOD = "conserving"
ROUND_OFF = 1e-12  # relative to what was sold so far: less is no overshoot


@dataclass(frozen=True)
class StockFlow:
    """Sold, in use and discarded, by group (rows of the arrays) and year (columns).

    `rows` and `by_year` are the same as tables; `in_unit` gives the flow in another unit.
    """

    cohorts: Cohorts
    lifetimes: Lifetimes
    method: str
    in_use: FloatArray
    discarded: FloatArray
    overshot: tuple[str, ...] = field(repr=False, default=())

    @property
    def sold(self) -> FloatArray:
        """The amounts sold, as the cohorts hold them."""
        return self.cohorts.sold

    @cached_property
    def warnings(self) -> list[str]:
        """What a reader of the figures must know: what is not in them and what stands in for what."""
        return remarks_on(self.cohorts, self.lifetimes, self.method, self.overshot)

    @cached_property
    def rows(self) -> pa.Table:
        """One row for each country, key and year, sorted so."""
        cohorts = self.cohorts
        count = len(cohorts.years)
        return pa.table(
            {
                "country": np.repeat(np.array(cohorts.countries, dtype=object), count),
                "unu_key": np.repeat(np.array(cohorts.keys, dtype=object), count),
                "year": np.tile(cohorts.years, len(cohorts.keys)),
                "sold": self.sold.ravel(),
                "in_use": self.in_use.ravel(),
                "discarded": self.discarded.ravel(),
                "unit": np.repeat(np.array(cohorts.units, dtype=object), count),
            }
        )

    @cached_property
    def by_year(self) -> pa.Table:
        """The sums over countries and keys; in tonnes where the groups differ in unit."""
        units = set(self.cohorts.units)
        flow = self if len(units) == 1 else self.in_unit("t")
        return pa.table(
            {
                "year": flow.cohorts.years,
                "sold": flow.sold.sum(axis=0),
                "in_use": flow.in_use.sum(axis=0),
                "discarded": flow.discarded.sum(axis=0),
                "unit": [flow.cohorts.units[0]] * len(flow.cohorts.years),
            }
        )

    def in_unit(self, unit: str) -> StockFlow:
        """Return the flow in `t`, `kg` or `pieces`.

        The sales are converted and the model runs again: pieces weigh what they weighed when they were sold,
        however much lighter today's are.
        """
        return follow(self.cohorts.in_unit(unit), self.lifetimes, self.method)

    def to_json(self) -> dict[str, list[dict[str, Any]]]:
        """Return rows and sums by year, ready for JSON."""
        return {"rows": self.rows.to_pylist(), "by_year": self.by_year.to_pylist()}


def run(
    sales: pa.Table,
    *,
    lifetimes: str | Path = DEFAULT_REGION,
    method: str = DEFAULT_METHOD,
    until: int | None = None,
) -> StockFlow:
    """Return what becomes of the sales, from their first year to `until`.

    Parameters
    ----------
    sales
        A table with the columns country, unu_key, year, amount, unit (`t`, `kg` or `pieces`).
    lifetimes
        A shipped region (`nl-fr-be`, `it`) or a file of lifetimes.
    method
        `conserving` (mass is conserved exactly) or `midpoint` (as statistical offices publish).
    until
        Last year to compute; years after the last sale have no sales. Default: the last year of sale.

    Raises
    ------
    GreenictError
        A row, a name or an argument that cannot be; the message says which and how to mend it.

    Examples
    --------
    >>> sales = pa.table(
    ...     {"country": ["GBR"], "unu_key": ["0306"], "year": [2020], "amount": [1000.0], "unit": ["pieces"]}
    ... )
    >>> [round(value, 1) for value in run(sales, until=2022).by_year["in_use"].to_pylist()]
    [944.4, 844.8, 728.0]

    """
    name = checked_method(method)
    return follow(cohorts_of(sales, until=until), load_lifetimes(lifetimes), name)


def follow(cohorts: Cohorts, lifetimes: Lifetimes, method: str) -> StockFlow:
    """Return what becomes of cohorts under lifetimes; all groups advance together, year by year."""
    due = _due_discards(cohorts, lifetimes, method)
    in_use, discarded = np.zeros_like(due), np.zeros_like(due)
    stock = np.zeros(len(due))
    for year in range(due.shape[1]):
        stock = stock + cohorts.sold[:, year]
        discarded[:, year] = np.minimum(due[:, year], stock)
        stock = stock - discarded[:, year]
        in_use[:, year] = stock
    too_much = due - discarded > ROUND_OFF * cohorts.sold.cumsum(axis=1)
    overshot = np.flatnonzero(too_much.any(axis=1))
    keys = sorted({cohorts.keys[at] for at in overshot})
    return StockFlow(cohorts, lifetimes, method, in_use, discarded, tuple(keys))


def _due_discards(cohorts: Cohorts, lifetimes: Lifetimes, method: str) -> FloatArray:
    """Return the sum over cohorts of sold(t) * L(n - t), one cohort year at a time for all groups."""
    ages = len(cohorts.years)
    keys = sorted(set(cohorts.keys))
    shape, scale = lifetimes.parameters(keys, cohorts.years)
    distinct, which = np.unique(np.stack([shape, scale], axis=-1).reshape(-1, 2), axis=0, return_inverse=True)
    shares = discard_shares(shape=distinct[:, 0], scale=distinct[:, 1], ages=ages, method=method)
    group_lifetime = which.reshape(shape.shape)[np.searchsorted(keys, cohorts.keys)]
    discarded = np.zeros_like(cohorts.sold)
    for year in range(ages):
        share = shares[group_lifetime[:, year], : ages - year]
        discarded[:, year:] += cohorts.sold[:, year, None] * share
    return discarded
