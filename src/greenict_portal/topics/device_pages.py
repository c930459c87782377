"""Devices of one class over the same years: what the shipped sets say, and the reader's own devices.

A figure is the years of service times what one year causes: manufacture and end of life, spread over the
lifetime, and electricity at the grid of a country and year. All of it comes from one method of the
library, for the figure and for its draws alike. Two devices on one grid share its draws, so the range of
their difference is not widened by what moves both.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from greenict_portal.foundation.charts import Bar
from greenict_portal.topics import engine, names
from greenict_portal.topics.ranges import Amount, amount, more_than

if TYPE_CHECKING:
    from collections.abc import Sequence

    from greenict_portal.topics.engine import Factor, Floats

CLASSES = (
    "laptop",
    "desktop_office",
    "monitor",
    "tablet",
    "smartphone",
    "television",
    "printer",
    "thin_client",
    "server_rack",
    "internet_box",
    "game_console",
    "iot_device",
)
METHOD = "device_ghg_kg_per_year"


@dataclass(frozen=True)
class Own:
    """A device of the reader."""

    name: str
    embodied_ghg_kg: float
    annual_energy_kwh: float
    lifetime_years: float


@dataclass(frozen=True)
class Compared:
    """A device with its figures, the draws of its whole figure, and where they come from."""

    name: str
    short_name: str
    own: bool
    embodied: Amount
    energy: Amount
    lifetime_years: float
    total: Amount
    draws: Floats
    sources: tuple[str, ...]
    mixed: bool = False


def compared(item: str, country: str, year: int, service_years: int, own: Sequence[Own]) -> list[Compared]:
    """The shipped sets' figures for a class, then the reader's devices, all over the same years."""
    grid = engine.grid(country, year)
    shipped = [_of_set(item, set_id, grid, service_years) for set_id in engine.device_sets(item)]
    return [*shipped, *(_of_own(each, grid, service_years) for each in own)]


def _of_set(item: str, set_id: str, grid: Factor, service_years: int) -> Compared:
    known = engine.device_factors(item, set_id)
    embodied = engine.sums([*known.production, *known.end_of_life])
    energy = engine.sums(known.energy)
    factors = [*known.production, *known.end_of_life, *known.energy]
    return _compared(
        engine.set_title(set_id),
        (embodied, energy, engine.sums([grid])),
        known.lifetime_years,
        service_years,
        short_name=set_id,
        sources=tuple(dict.fromkeys(f"{each.source} ({each.licence})" for each in factors)),
        mixed=any(each.set_id != set_id for each in factors),
    )


def _of_own(device: Own, grid: Factor, service_years: int) -> Compared:
    given = (
        (device.embodied_ghg_kg, device.embodied_ghg_kg),
        (
            device.annual_energy_kwh,
            device.annual_energy_kwh,
        ),
    )
    return _compared(
        device.name, (*given, engine.sums([grid])), device.lifetime_years, service_years, own=True
    )


Drawn = tuple[float, "Floats | float"]


def _compared(
    name: str,
    parts: tuple[Drawn, Drawn, Drawn],
    lifetime_years: float,
    service_years: int,
    *,
    short_name: str = "",
    own: bool = False,
    sources: tuple[str, ...] = (),
    mixed: bool = False,
) -> Compared:
    embodied, energy, grid = parts
    value, draws = (
        service_years
        * engine.compute(
            METHOD,
            embodied_ghg_kg=embodied[at],
            lifetime_years=lifetime_years,
            annual_energy_kwh_per_year=energy[at],
            grid_ghg_kg_per_kwh=grid[at],
        )
        for at in (0, 1)
    )
    return Compared(
        name,
        short_name or name,
        own,
        amount(*embodied),
        amount(*energy),
        lifetime_years,
        amount(float(value), draws),
        np.asarray(draws),
        sources,
        mixed,
    )


def difference(one: Compared, lowest: Compared) -> dict[str, Any]:
    """How much more a device causes than the lowest; no difference where the range of it holds zero."""
    return more_than(one.total.value, one.draws, lowest.total.value, lowest.draws) | {
        "is_lowest": one is lowest
    }


def device_page(
    item: str, country: str, year: int, service_years: int, own: Sequence[Own], language: str
) -> dict[str, Any]:
    """The comparison as the page shows it."""
    rows = compared(item, country, year, service_years, own)
    lowest = min(rows, key=lambda each: each.total.value)
    grid = engine.grid(country, year)
    return {
        "kind": "device",
        "class_name": names.device_class(item),
        "rows": [{"device": each, "difference": difference(each, lowest)} for each in rows],
        "bars": [Bar(each.short_name, each.total.value, each.total.low, each.total.high) for each in rows],
        "grid": grid,
        "grid_place": engine.place_name(grid.place, language),
        "country": engine.place_name(country, language),
        "stands_in": grid.place != country or not grid.year_from <= year <= grid.year_to,
        "service_years": service_years,
        "any_mixed": any(each.mixed for each in rows),
        "any_own": bool(own),
    }
