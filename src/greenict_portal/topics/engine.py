"""The one door to the library `greenict`: its methods, its tables of facts, its factors."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from greenict.assess.question import DEFAULT_SEED
from greenict.assess.uncertainty import Floats, draws_of
from greenict.errors import GreenictError, UnknownName
from greenict.factors.choice import choose
from greenict.factors.layers import Layers, layered
from greenict.factors.places import WORLD, place_name
from greenict.factors.sets import DEFAULT_SET, Factor, open_set, shipped_sets
from greenict.methods.catalogue import find
from greenict.methods.comparison import Measured, Placed, compare
from greenict.methods.declaration import Method
from greenict.methods.facts import fact_rows
from greenict.methods.offers import Criterion, JudgedOffer, Offer, Terms, compare_offers

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = [
    "DEFAULT_SET",
    "WORLD",
    "Criterion",
    "Factor",
    "Floats",
    "GreenictError",
    "JudgedOffer",
    "Measured",
    "Method",
    "Offer",
    "Placed",
    "Terms",
    "compare",
    "compare_offers",
    "fact_rows",
    "place_name",
]

DRAWS = 1000
GRID = ("electricity", "use", "climate_change")
PRODUCTION = ("raw_materials", "production")


@dataclass(frozen=True)
class DeviceFactors:
    """What a set knows of a device: the factors of its stages, and its lifetime."""

    set_id: str
    lifetime_years: float
    lifetime_source: str
    production: tuple[Factor, ...]
    end_of_life: tuple[Factor, ...]
    energy: tuple[Factor, ...]


def method(name: str) -> Method:
    """A method by its id."""
    return find(name)


def compute(name: str, **inputs: Any) -> Any:
    """The quantity that a method returns: a number, or a column where an input was one."""
    return find(name).compute(**inputs)


def fact(table: str, **wanted: str) -> Mapping[str, str]:
    """The one row of a table of facts where each named column holds the wanted value."""
    found = [row for row in fact_rows(table) if all(row.get(key) == value for key, value in wanted.items())]
    if len(found) != 1:
        raise UnknownName("row", f"{table}: {wanted}", mend=f"it names {len(found)} rows; name one")
    return found[0]


def factor(set_id: str, factor_id: str) -> Factor:
    """A factor of a shipped set by its id."""
    found = next((each for each in open_set(set_id).factors if each.factor_id == factor_id), None)
    if found is None:
        raise UnknownName("factor", f"{set_id}:{factor_id}", mend="see docs/reference/factor-sets.md")
    return found


@cache
def _layers(set_id: str) -> Layers:
    return layered(() if set_id == DEFAULT_SET else (set_id,))


def device_sets(item: str) -> list[str]:
    """The shipped sets that have a word of their own on how an item is made."""
    return [
        name
        for name in shipped_sets()
        if any(
            each.item == item and each.stage in PRODUCTION and each.category == "climate_change"
            for each in open_set(name).factors
        )
    ]


def device_factors(item: str, set_id: str) -> DeviceFactors:
    """What a set, with the default set below it, knows of a device."""
    layers = _layers(set_id)
    known = layers.item(item)
    return DeviceFactors(
        set_id,
        known.lifetime_years or 0.0,
        known.lifetime_source or "",
        production=tuple(
            each for stage in PRODUCTION for each in _chosen(layers, item, stage, "climate_change")
        ),
        end_of_life=_chosen(layers, item, "end_of_life", "climate_change"),
        energy=_chosen(layers, item, "use", "final_energy"),
    )


def _chosen(layers: Layers, item: str, stage: str, category: str) -> tuple[Factor, ...]:
    by_place = layers.by_item.get(item, {}).get((stage, category), {})
    return choose(by_place, WORLD, None).factors


def set_title(set_id: str) -> str:
    """The title of a shipped set with its version."""
    opened = open_set(set_id)
    return f"{opened.title} ({opened.version})"


@cache
def grids() -> Mapping[str, Sequence[Factor]]:
    """The factors of electricity by place."""
    item, stage, category = GRID
    return _layers(DEFAULT_SET).by_item[item][stage, category]


def grid_years() -> list[int]:
    """The years for which there is a factor of electricity."""
    return sorted({each.year_from for each in grids()[WORLD]})


def grid(country: str, year: int) -> Factor:
    """The factor of electricity of a country in a year; the nearest year where there is none."""
    return choose(grids(), country, year).factors[0]


def sums(factors: Sequence[Factor]) -> tuple[float, Floats | float]:
    """A sum of factors, and its draws: one stream for each factor, so that sums which share one move together."""
    return sum(each.amount for each in factors), sum(draws_of(each, DEFAULT_SEED, DRAWS) for each in factors)
