"""Routers and switches of one class by their energy efficiency rating (EER, ITU-T L.1310)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from greenict_portal.foundation.charts import Bar
from greenict_portal.topics import engine, names

if TYPE_CHECKING:
    from collections.abc import Sequence

WEIGHTS = "l1310_weights.csv"
METHOD = "class_eer_gbps_per_w"


@dataclass(frozen=True)
class Equipment:
    """A router or switch: its full throughput, and its power at each load of the class."""

    name: str
    throughput_gbps: float
    power_w: tuple[float, ...]


def classes() -> list[str]:
    """The classes that have weights."""
    return list(
        dict.fromkeys(row["equipment_class"] for row in engine.fact_rows(WEIGHTS) if row["weight_share"])
    )


def weights(equipment_class: str) -> list[dict[str, str]]:
    """The loads of a class in per cent, with their weights and where those come from."""
    return [
        dict(row)
        for row in engine.fact_rows(WEIGHTS)
        if row["equipment_class"] == equipment_class and row["weight_share"]
    ]


def loads(equipment_class: str) -> list[str]:
    """The loads of a class in per cent."""
    return [row["load_percent"] for row in weights(equipment_class)]


def rating(equipment: Equipment, equipment_class: str) -> float:
    """The rating by the library, the throughput at a load being that part of the full one."""
    steps = loads(equipment_class)
    return float(
        engine.compute(
            METHOD,
            equipment_class=equipment_class,
            load_throughput_gbps={step: equipment.throughput_gbps * float(step) / 100 for step in steps},
            load_power_w=dict(zip(steps, equipment.power_w, strict=True)),
        )
    )


def network_page(
    equipment_class: str, equipment: Sequence[Equipment], uncertainty_percent: float
) -> dict[str, Any]:
    """The comparison as the page shows it, the best first."""
    measured = [
        engine.Measured(each.name, equipment_class, "EER", rating(each, equipment_class))
        for each in equipment
    ]
    placed = engine.compare(measured, equipment_class) if measured else []
    part = uncertainty_percent / 100
    rows = [_row(each, placed[0].amount, part) for each in placed]
    known = weights(equipment_class)
    return {
        "kind": "network",
        "class_name": names.device_class(equipment_class),
        "rows": rows,
        "bars": [Bar(row["name"], row["value"], row["low"], row["high"]) for row in rows],
        "weights": known,
        "source": known[0],
        "weights_status": names.status(known[0]["status"]),
        "uncertainty_percent": uncertainty_percent,
    }


def _row(placed: engine.Placed, best: float, part: float) -> dict[str, Any]:
    low, high = placed.amount * (1 - part), placed.amount * (1 + part)
    return {
        "name": placed.device,
        "value": placed.amount,
        "low": low if part else None,
        "high": high if part else None,
        "rank": placed.rank,
        "share": placed.part_of_best_share,
        "is_best": placed.rank == 1,
        "none": bool(part) and high >= best * (1 - part),
    }
