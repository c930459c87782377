"""Devices and networks side by side, inside one class only.

A row names a device, its class, what was measured and the amount. Rows of another class, or measured by another
metric, stand in no common order, and a comparison of them is refused.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from greenict.methods.checks import require

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True)
class Measured:
    """A device with what was measured on it."""

    device: str
    equipment_class: str
    metric: str
    amount: float
    higher_is_better: bool = True


@dataclass(frozen=True)
class Placed:
    """A device in the order of its class; devices that are equal share the better rank."""

    device: str
    amount: float
    rank: int
    part_of_best_share: float


def compare(rows: Sequence[Measured], equipment_class: str = "") -> list[Placed]:
    """Return the devices of one class, the best first.

    Raises
    ------
    BadArgument
        Where there is no row, more than one class and none chosen, more than one metric, a device twice, or an
        amount that is not above 0.

    Examples
    --------
    >>> rows = [Measured("A", "core", "EER", 0.04), Measured("B", "core", "EER", 0.08)]
    >>> [(each.device, each.rank, each.part_of_best_share) for each in compare(rows)]
    [('B', 1, 1.0), ('A', 2, 0.5)]
    """
    chosen = [row for row in rows if not equipment_class or row.equipment_class == equipment_class]
    require(
        bool(chosen),
        "equipment_class",
        equipment_class,
        "no row is of this class; give one that the rows name",
    )
    _require_one(
        {row.equipment_class for row in chosen},
        "equipment_class",
        "compare devices of one class only; choose one",
    )
    _require_one(
        {f"{row.metric}, higher is {'better' if row.higher_is_better else 'worse'}" for row in chosen},
        "metric",
        "compare by one metric only",
    )
    names = [row.device for row in chosen]
    twice = sorted({name for name in names if names.count(name) > 1})
    require(not twice, "device", ", ".join(twice), "give each device once")
    for row in chosen:
        require(row.amount > 0, row.device, row.amount, "give an amount above 0")
    higher = chosen[0].higher_is_better
    chosen.sort(key=lambda row: (-row.amount if higher else row.amount, row.device))
    return [_placed(row, chosen) for row in chosen]


def _placed(row: Measured, ordered: Sequence[Measured]) -> Placed:
    best = ordered[0].amount
    rank = 1 + [each.amount for each in ordered].index(row.amount)
    part = row.amount / best if row.higher_is_better else best / row.amount
    return Placed(row.device, row.amount, rank, part)


def _require_one(found: Iterable[str], argument: str, mend: str) -> None:
    names = sorted(found)
    require(len(names) == 1, argument, " and ".join(names), mend)
