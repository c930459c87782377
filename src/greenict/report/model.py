"""The one model of a report: every figure and fact that any format shows, exact and unrounded.

All writers take their content from here, so they cannot disagree. Nothing in it is translated or
rounded; `layout` does that for the formats that are read, and the tables take it as it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from greenict.assess import Result, explain
from greenict.report.numbers import Quantity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from greenict.factors.sets import Factor
    from greenict.profiles import Profile

MOST_FACTORS = 20  # of each category
EVERY = 10**9


@dataclass(frozen=True)
class Breakdown:
    """Parts of the totals: one row for each combination of keys and category."""

    keys: tuple[str, ...]
    rows: list[dict[str, Any]]


@dataclass(frozen=True)
class Weight:
    """What one factor does to one category.

    `value` is the part of the figure that passes through the factor. Where two factors meet (yearly
    energy of a device, electricity of a country) the same part passes through both.
    """

    category: str
    factor: Factor
    items: tuple[str, ...]
    value: float
    share: float
    share_of_variance: float


@dataclass(frozen=True)
class Source:
    """Where some of the factors come from, on which terms, and how many of those used."""

    source: str
    licence: str
    factor_set: str
    factors: int


@dataclass(frozen=True)
class Figures:
    """Everything that a report says. `weights` is empty and `equation` None where no explanation was asked."""

    meta: dict[str, Any]
    profile: Profile
    totals: dict[str, Quantity]
    breakdowns: tuple[Breakdown, ...]
    coverage: list[dict[str, Any]]
    weights: list[Weight]
    equation: str | None
    sources: list[Source]
    warnings: list[dict[str, Any]]
    left_out: list[dict[str, Any]]
    item_names: dict[str, str]
    data: dict[str, Any]


def figures(result: Result, *, explanations: bool = True) -> Figures:
    """The model of a result's report; without explanations it leaves the factors' weights out."""
    matched = result.computation.matched
    totals = {name: quantity(total) for name, total in result.totals.items()}
    explained = explanations and any(total.value is not None for total in totals.values())
    return Figures(
        meta=result.meta,
        profile=result.profile,
        totals=totals,
        breakdowns=tuple(_breakdowns(result)),
        coverage=result.coverage,
        weights=[weight for name in _assessed(totals) for weight in _weights(result, name)]
        if explained
        else [],
        equation=explain(result, limit=0).equation if explained else None,
        sources=_sources(matched.factors),
        warnings=result.warnings,
        left_out=result.left_out,
        item_names={name: item.name for name, item in matched.items.items()},
        data=result.to_json(),
    )


def quantity(row: dict[str, Any]) -> Quantity:
    """The quantity that a row of a result holds."""
    return Quantity(row["value"], row["unit"], row["p05"], row["p50"], row["p95"])


def _assessed(totals: dict[str, Quantity]) -> list[str]:
    return [name for name, total in totals.items() if total.value is not None]


def _breakdowns(result: Result) -> Iterable[Breakdown]:
    """By stage always, by scope where the profile has scopes, and by what was asked."""
    asked = tuple(result.meta["by"])
    if asked != ("stage",):
        yield Breakdown(("stage",), result.breakdown("stage"))
    if result.profile.scopes and asked != ("scope",):
        yield Breakdown(("scope",), result.breakdown("scope"))
    if asked:
        yield Breakdown(asked, result.rows)


def _weights(result: Result, category: str) -> list[Weight]:
    """The factors of a category, those with the largest part of the figure or of its variance first."""
    told = explain(result, limit=EVERY, category=category)
    known = {factor.factor_id: factor for factor in result.computation.matched.factors}
    variance = {row["factor_id"]: float(row["share_of_variance"]) for row in told.factors}
    values: dict[str, float] = {}
    items: dict[str, set[str]] = {}
    for way in told.contributions:
        for name in {way["factor_id"], way["via_factor_id"]} & set(known):
            values[name] = values.get(name, 0.0) + float(way["value"])
            items.setdefault(name, set()).add(str(way["item"]))
    weights = [
        Weight(
            category,
            known[name],
            tuple(sorted(items[name])),
            value,
            value / told.value if told.value else 0.0,
            variance.get(name, 0.0),
        )
        for name, value in values.items()
    ]
    weights.sort(
        key=lambda weight: (-max(abs(weight.share), weight.share_of_variance), weight.factor.factor_id)
    )
    return weights[:MOST_FACTORS]


def _sources(factors: Iterable[Factor]) -> list[Source]:
    counted: dict[tuple[str, str, str], int] = {}
    for factor in factors:
        at = (factor.source, factor.licence, factor.set_id)
        counted[at] = counted.get(at, 0) + 1
    return [Source(*at, count) for at, count in sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))]
