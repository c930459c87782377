"""Why do two results differ? The difference of each category, split exactly.

    activity    other quantities, energies, lifetimes, places
    factors     the same activity met other factors
    method      another profile: another rule for goods, PUE or boundary
    coverage    a figure that one of the two could not give, for want of a factor

Both results are cut into cells: item, country, stage and the way in which an amount drives impacts. In
a cell the value is (amount, which depends on activity and method) x (effective factor). Where three
things change at once, what each brings depends on the order of changing them; it is averaged over all
orders (the Shapley value), so the parts are symmetric and sum to the whole difference, in every cell.
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import asdict, dataclass
from itertools import permutations
from typing import TYPE_CHECKING, Any

import numpy as np

from greenict.assess.computing import Computation
from greenict.assess.driving import drivers
from greenict.errors import BadArgument

if TYPE_CHECKING:
    from collections.abc import Callable

    from greenict.assess.results import Result
    from greenict.profiles import Profile

EFFECTS = ("activity", "factors", "method", "coverage")
_ORDERS = tuple(permutations(range(3)))
Cell = tuple[str, str | None, str, str, str]  # item, country, has its own energy, stage, driver


@dataclass(frozen=True)
class Comparison:
    """Two results: for each category both values, their difference and its parts, and what is behind."""

    a: dict[str, Any]
    b: dict[str, Any]
    categories: dict[str, dict[str, Any]]
    behind: list[dict[str, Any]]
    notes: list[str]

    def to_json(self) -> dict[str, Any]:
        """The comparison as plain data."""
        return asdict(self)


@dataclass
class _Side:
    """One result in cells: amounts under its own method and under the other's, values, factors behind."""

    result: Result
    own: dict[Cell, float]
    other: dict[Cell, float]
    value: dict[str, dict[Cell, float]]
    factors: dict[tuple[str, Cell], dict[str, float]]


def compare(a: Result, b: Result, *, limit: int = 20) -> Comparison:
    """How two results differ, by category, and which items and factors are behind it.

    Raises
    ------
    BadArgument
        The two have no category in common, or one is of an inventory and the other of sales.

    """
    if a.meta["table"] != b.meta["table"]:
        raise BadArgument(
            "results", [a.meta["table"], b.meta["table"]], "compare two inventories or two tables of sales"
        )
    shared = [name for name in a.meta["indicators"] if name in b.meta["indicators"]]
    if not shared:
        raise BadArgument("results", [a.meta["profile"], b.meta["profile"]], "have no category in common")
    sides = (_side(a, b.profile), _side(b, a.profile))
    categories, behind = {}, []
    for category in shared:
        parts = {cell: _parts(cell, category, *sides) for cell in _cells(category, *sides)}
        behind += _behind(parts, category, sides, limit)
        summed = {effect: math.fsum(part[effect] for part in parts.values()) for effect in EFFECTS}
        before, after = (math.fsum(side.value[category].values()) for side in sides)
        unit = a.unit(category)
        noise = 1e-12 * max(abs(before), abs(after))  # what adding in floating point leaves behind
        summed = {effect: value if abs(value) > noise else 0.0 for effect, value in summed.items()}
        categories[category] = {"a": before, "b": after, "difference": after - before, **summed, "unit": unit}
    behind += _by_tags(a, b, shared)
    return Comparison(_who(a), _who(b), categories, behind, _notes(a, b))


def _who(result: Result) -> dict[str, Any]:
    meta = result.meta
    return {
        "name": meta["name"],
        "profile": meta["profile"],
        "factor_sets": [f"{s['id']} {s['version']}" for s in meta["factor_sets"]],
        "input": meta["input"]["file"],
        "rows": meta["input"]["rows"],
        "left_out": meta["input"]["left_out"],
    }


def _notes(a: Result, b: Result) -> list[str]:
    notes = []
    for name, result in (("A", a), ("B", b)):
        if result.meta["input"]["left_out"]:
            notes.append(
                f"{result.meta['input']['left_out']} rows of {name} were left out; what they would add is not known"
            )
    apart = sorted(set(a.meta["indicators"]) ^ set(b.meta["indicators"]))
    if apart:
        notes.append(f"only one of the two gives {', '.join(apart)}")
    return notes


def _side(result: Result, other: Profile) -> _Side:
    computation, matched = result.computation, result.computation.matched
    sales = result.meta["table"] == "sales"
    swapped = drivers(computation.groups, matched.items, other, sales=sales)
    own, under_other = computation.amounts(), Computation(computation.groups, matched, swapped).amounts()
    side = _Side(result, defaultdict(float), defaultdict(float), defaultdict(dict), defaultdict(dict))
    counted: set[tuple[Cell, int]] = set()
    for term, value in zip(matched.terms, computation.values(np.arange(len(matched.terms))), strict=True):
        key = matched.keys[term.key]
        cell = (str(key["item"]), key["country"], key["has_energy"] or "", term.stage, term.driver)
        values = side.value[term.category]
        values[cell] = values.get(cell, 0.0) + float(value)
        if term.second >= 0:
            name, at = matched.factors[term.second].key, side.factors[term.category, cell]
            at[name] = at.get(name, 0.0) + float(value)
        if (cell, term.key) not in counted:
            counted.add((cell, term.key))
            side.own[cell] += float(own[term.driver][term.key])
            side.other[cell] += float(under_other[term.driver][term.key])
    return side


def _cells(category: str, a: _Side, b: _Side) -> list[Cell]:
    cells = set(a.value[category]) | set(b.value[category])
    return sorted(cells, key=lambda cell: [part or "" for part in cell])


def _parts(cell: Cell, category: str, a: _Side, b: _Side) -> dict[str, float]:
    """What each effect brings to the difference of one cell."""
    before, after = a.value[category].get(cell), b.value[category].get(cell)
    if before is None or after is None:
        silent = a if before is None else b
        effect = "coverage" if _has_gap(silent.result, cell, category) else "activity"
        return {name: ((after or 0.0) - (before or 0.0)) * (name == effect) for name in EFFECTS}
    amounts = ((a.own[cell], a.other[cell]), (b.other[cell], b.own[cell]))  # by activity, then by method
    factors = _effective(before, a.own[cell], after, b.own[cell])

    def value(activity: int, method: int, factor: int) -> float:
        return amounts[activity][method] * factors[factor]

    activity, method, factor = _shapley(value)
    return {"activity": activity, "factors": factor, "method": method, "coverage": 0.0}


def _effective(before: float, amount_before: float, after: float, amount_after: float) -> tuple[float, float]:
    """Both effective factors; where one side has no amount, its factor is taken to be the other's."""
    first = before / amount_before if amount_before else None
    second = after / amount_after if amount_after else None
    return (first if first is not None else second or 0.0), (second if second is not None else first or 0.0)


def _shapley(value: Callable[[int, int, int], float]) -> list[float]:
    """What each of three switches brings on average over all orders of switching them from 0 to 1."""
    brought = [0.0, 0.0, 0.0]
    for order in _ORDERS:
        state = [0, 0, 0]
        for switch in order:
            without = value(*state)
            state[switch] = 1
            brought[switch] += (value(*state) - without) / len(_ORDERS)
    return brought


def _has_gap(result: Result, cell: Cell, category: str) -> bool:
    """Whether the result lists the item but no factor serves it there."""
    gaps = result.computation.matched.gaps
    return any(
        gap.item == cell[0] and gap.category == category and gap.stage in ("", cell[3]) for gap in gaps
    )


def _behind(
    parts: dict[Cell, dict[str, float]], category: str, sides: tuple[_Side, _Side], limit: int
) -> list[dict[str, Any]]:
    """The cells that each effect comes from, the largest first, with the factors of both sides."""
    rows = [
        {
            "category": category,
            "effect": effect,
            "item": cell[0],
            "country": cell[1],
            "stage": cell[3],
            "tag": None,
            "tag_value": None,
            "value": part[effect],
            "factor_a": _largest(sides[0].factors.get((category, cell))),
            "factor_b": _largest(sides[1].factors.get((category, cell))),
        }
        for cell, part in parts.items()
        for effect in EFFECTS
        if part[effect] != 0
    ]
    return sorted(rows, key=lambda row: (-abs(float(str(row["value"]))), row["effect"], str(row["item"])))[
        :limit
    ]


def _largest(factors: dict[str, float] | None) -> str | None:
    """The factor that the most of a cell rests on."""
    return max(sorted(factors), key=lambda name: abs(factors[name])) if factors else None


def _by_tags(a: Result, b: Result, categories: list[str]) -> list[dict[str, Any]]:
    """The difference by each tag that both results know."""
    rows = []
    for tag in (tag for tag in a.meta["tags"] if tag in b.meta["tags"]):
        values: dict[tuple[str, str | None], list[float]] = defaultdict(lambda: [0.0, 0.0])
        for side, result in enumerate((a, b)):
            for row in result.computation.breakdown((tag,)):
                values[str(row.keys["category"]), row.keys[tag]][side] += row.value
        rows += [
            {
                "category": category,
                "effect": "all",
                "item": None,
                "country": None,
                "stage": None,
                "tag": tag,
                "tag_value": name,
                "value": after - before,
                "factor_a": None,
                "factor_b": None,
            }
            for (category, name), (before, after) in sorted(
                values.items(), key=lambda pair: -abs(pair[1][1] - pair[1][0])
            )
            if category in categories
        ]
    return rows
