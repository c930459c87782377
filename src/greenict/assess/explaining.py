"""Why? Any figure down to its factors, their sources, and the lines behind it."""

from __future__ import annotations

from collections import defaultdict
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from greenict.assess.engines import open_lines
from greenict.assess.lines import largest_lines
from greenict.assess.preparing import sha256
from greenict.assess.uncertainty import variance
from greenict.errors import BadArgument, BadFile
from greenict.tables.reading import REJECTS
from greenict.tables.source import open_source

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from greenict.assess.matching import Term
    from greenict.assess.results import Result
    from greenict.factors.sets import Factor

DRIVER_UNITS = {
    "made": "{unit} made",
    "discarded": "{unit} discarded",
    "served": "{unit} in use",
    "flow": "{unit}",
    "contract_kwh": "kWh under contract",
    "contract_kg": "kg CO2e under contract",
    "discarded_kg": "kg discarded",
}


@dataclass(frozen=True)
class Explanation:
    """A figure and everything that it is made of. Without a value where no factor serves the category.

    `contributions` are the ways from an activity to an impact, the largest first, and `rest` says how
    many smaller ones are not listed and what they sum to; `factors` are the factors by their share of
    the variance. Shares of variance are of the whole variance; those of the factors, of their interplay
    and of the activity data sum to one.
    """

    figure: dict[str, str | None]
    value: float | None
    unit: str
    p05: float | None
    p50: float | None
    p95: float | None
    lines: int
    equation: str
    contributions: list[dict[str, Any]]
    rest: dict[str, Any]
    factors: list[dict[str, Any]]
    activity_share_of_variance: float
    interaction_share_of_variance: float

    def to_json(self) -> dict[str, Any]:
        """The explanation as plain data."""
        return asdict(self)


def explain(result: Result, *, limit: int = 20, **figure: str | None) -> Explanation:
    """Why a figure is what it is. Without a category, climate change is meant.

    Raises
    ------
    BadArgument
        For a key, or a value of it, that the result does not have.

    """
    asked: dict[str, str | None] = {"category": result.meta["indicators"][0], **figure}
    if asked["category"] not in result.meta["indicators"]:
        known = ", ".join(result.meta["indicators"])
        raise BadArgument("category", asked["category"], f"is not in this result; choose from {known}")
    terms, keep = result.pick(asked)
    computation = result.computation
    values = computation.values(terms, keep)
    amounts = computation.term_amounts(terms, keep)
    activity = computation.activity_variance(terms, keep)
    spread = variance(computation.matched.factors, computation.weights(terms, keep), activity)
    value = float(values.sum())
    ways = _ways(
        result, [computation.matched.terms[n] for n in terms], amounts.tolist(), values.tolist(), value
    )
    served = _is_served(result, terms, keep)
    drawn = result.range_of(asked) if served else None
    touched = {computation.matched.terms[n].key for n, amount in zip(terms, amounts, strict=True) if amount}
    of_group = computation.matched.key_of_group
    behind = sum(
        float(n)
        for n, key, kept in zip(computation.groups.amounts["lines"], of_group, keep, strict=True)
        if kept and int(key) in touched
    )
    share = 1 / spread.total if spread.total > 0 else 0.0
    return Explanation(
        figure=asked,
        value=value if served else None,
        unit=result.unit(str(asked["category"])),
        p05=drawn.p05 if drawn else None,
        p50=drawn.p50 if drawn else None,
        p95=drawn.p95 if drawn else None,
        lines=int(behind),
        equation=_equation(result),
        contributions=[
            {**way, "share_of_variance": spread.by_factor.get(way.pop("number"), 0.0) * share}
            for way in ways[:limit]
        ],
        rest={"count": len(ways[limit:]), "value": sum(way["value"] for way in ways[limit:])},
        factors=_by_variance(result, spread.by_factor, share)[:limit],
        activity_share_of_variance=spread.activity * share,
        interaction_share_of_variance=spread.interaction * share,
    )


def _is_served(result: Result, terms: NDArray[np.int64], keep: NDArray[np.bool_]) -> bool:
    """Whether any factor serves the lines of a figure; otherwise it is missing, which is not zero."""
    matched = result.computation.matched
    here = {int(key) for key in np.unique(matched.key_of_group[keep])}
    return any(matched.terms[n].key in here for n in terms)


def _ways(
    result: Result, terms: list[Term], amounts: list[float], values: list[float], whole: float
) -> list[dict[str, Any]]:
    """Terms with equal item, place, year and factors joined, the largest first."""
    matched = result.computation.matched
    joined: dict[tuple[Any, ...], list[float]] = defaultdict(lambda: [0.0, 0.0])
    for term, amount, value in zip(terms, amounts, values, strict=True):
        if amount == 0:
            continue
        key = matched.keys[term.key]
        at = (
            key["item"],
            key["country"],
            key["year"],
            term.stage,
            term.process,
            term.driver,
            term.first,
            term.second,
            term.steps,
            term.data_class,
            key["has_energy"],
        )
        joined[at][0] += amount
        joined[at][1] += value
    ways = []
    for (item, country, year, stage, process, driver, first, second, steps, data_class, own), (
        amount,
        value,
    ) in joined.items():
        factor = matched.factors[second] if second >= 0 else None
        via = matched.factors[first] if first >= 0 else None
        ways.append(
            {
                "item": item,
                "country": country,
                "year": year,
                "stage": stage,
                "process": process,
                "amount": amount,
                "amount_unit": _amount_unit(result, str(item), driver, kwh=own == "true"),
                **_of(factor),
                "via_factor_id": via.factor_id if via else None,
                "via_factor": via.amount if via else None,
                "via_unit": via.unit if via else None,
                "via_source": via.source if via else None,
                "value": value,
                "share": value / whole if whole else 0.0,
                "data_class": data_class,
                "step": "; ".join(step.message for step in steps) or "exact",
                "number": second,
            }
        )
    return sorted(
        ways, key=lambda way: (-abs(way["value"]), str(way["item"]), str(way["country"]), str(way["year"]))
    )


def _of(factor: Factor | None) -> dict[str, Any]:
    """What a reader wants to know of a factor."""
    if factor is None:
        return {
            "factor_id": None, "factor_set": None, "factor": 1.0, "factor_unit": "", "source": "by definition", "licence": "",
            "place": None, "factor_year": None, "quality": None, "kind": None, "spread": None, "distribution": None, "note": None,
        }  # fmt: skip
    years = (
        str(factor.year_from)
        if factor.year_from == factor.year_to
        else f"{factor.year_from}-{factor.year_to}"
    )
    return {
        "factor_id": factor.factor_id,
        "factor_set": factor.set_id,
        "factor": factor.amount,
        "factor_unit": factor.unit,
        "source": factor.source,
        "licence": factor.licence,
        "place": factor.place,
        "factor_year": years,
        "quality": factor.quality,
        "kind": factor.kind,
        "spread": factor.spread,
        "distribution": factor.distribution,
        "note": factor.note,
    }


def _amount_unit(result: Result, item: str, driver: str, *, kwh: bool) -> str:
    unit = result.computation.matched.items[item].unit
    unit = {"piece": "pieces"}.get(unit, unit)
    if driver == "run":
        return "kWh" if kwh else f"{unit} x years"
    return DRIVER_UNITS[driver].format(unit=unit)


def _by_variance(result: Result, by_factor: dict[int, float], share: float) -> list[dict[str, Any]]:
    factors = result.computation.matched.factors
    ordered = sorted(by_factor.items(), key=lambda pair: (-pair[1], factors[pair[0]].key))
    return [
        {
            "item": factors[n].item,
            "stage": factors[n].stage,
            **_of(factors[n]),
            "share_of_variance": part * share,
        }
        for n, part in ordered
    ]


def _equation(result: Result) -> str:
    """How amounts and factors make the figure, in words."""
    if result.meta["table"] == "sales":
        return "pieces sold x production + pieces in use x yearly kWh x electricity + pieces discarded x end of life"
    made = {
        "whole_life": "pieces x (production + end of life) + pieces x yearly kWh x PUE x lifetime x electricity",
        "annualised": "pieces / lifetime x (production + end of life) + pieces x yearly kWh x PUE x electricity",
        "purchase_year": "pieces bought in the year x (production + end of life) + pieces x yearly kWh x PUE x electricity",
    }[result.meta["goods"]]
    return f"{made} + quantity of networks, services and energy x their factor"


def lines(
    result: Result, inventory: Path | str, *, limit: int = 20, **figure: str | None
) -> list[dict[str, Any]]:
    """The largest inventory lines behind a figure: row, cells and value.

    `inventory` must be the file that was assessed; it is read again, since a result keeps sums only. A
    table of sales has no lines of its own: the stock model stands between them and the figure.

    Raises
    ------
    BadFile
        The file is another one than was assessed.

    """
    path = Path(inventory)
    if not path.is_file() or sha256(path) != result.meta["input"]["sha256"]:
        raise BadFile(
            str(path),
            "it is not the file that was assessed",
            f"give {result.meta['input']['file']} unchanged",
        )
    if result.meta["table"] == "sales":
        return []
    with (
        open_source(path, decimal=result.meta["input"]["decimal"], rejects=REJECTS) as source,
        closing(open_lines(source)) as opened,
    ):
        return largest_lines(result, source, opened.connection, limit, figure)
