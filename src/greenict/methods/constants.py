"""The tables of constants that the formulas use, each read once from `data/`.

Every row carries its source. A formula asks for a constant by name; an unknown name is refused with the
names that come close.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING

from greenict.errors import UnknownName

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class ComponentFactors:
    """What one unit of a server's component takes to make."""

    ghg_kg: float
    adp_kg: float
    primary_energy_mj: float


@dataclass(frozen=True)
class FootprintCategory:
    """A category of the Environmental Footprint: its unit, normalisation and weight."""

    unit: str
    normalisation_amount_per_person: float
    weight_share: float


def shipped_rows(name: str) -> list[dict[str, str]]:
    """Return the rows of one table of `data/`, each as text by column."""
    text = files("greenict.methods").joinpath("data", name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


@cache
def gwp_table() -> Mapping[tuple[str, str], float]:
    """Return kg CO2e per kg by gas and set."""
    return {(row["gas"], row["gwp_set"]): float(row["ghg_kg_per_kg"]) for row in shipped_rows("gwp_ipcc.csv")}


def gwp(gas: str, gwp_set: str) -> float:
    """Return the warming potential of a gas in a set.

    Raises
    ------
    UnknownName
        Where no such gas or set is known, or the set has no value for the gas.
    """
    table = gwp_table()
    if (gas, gwp_set) in table:
        return table[gas, gwp_set]
    gases = sorted({known for known, _ in table})
    if gas not in gases:
        same = [known for known in gases if known.casefold() == gas.casefold().replace("-", "")]
        raise UnknownName("gas", gas, gases, mend=f"did you mean {same[0]}?" if same else "")
    having = sorted(known for of, known in table if of == gas)
    raise UnknownName("gwp_set", gwp_set, having, mend=f"for {gas} there are {', '.join(having)}")


@cache
def component(name: str, parameter: str = "unit") -> ComponentFactors:
    """Return the factors of a server's component.

    Raises
    ------
    UnknownName
        Where the table has no such component.
    """
    for row in shipped_rows("server_components.csv"):
        if (row["component"], row["parameter"]) == (name, parameter):
            return ComponentFactors(
                float(row["ghg_kg"]), float(row["adp_kg"]), float(row["primary_energy_mj"])
            )
    raise UnknownName("component", name, [row["component"] for row in shipped_rows("server_components.csv")])


@cache
def footprint_categories() -> Mapping[str, FootprintCategory]:
    """Return the 16 categories of the Environmental Footprint 3.1 by name."""
    return MappingProxyType(
        {
            row["category"]: FootprintCategory(
                row["unit"],
                float(row["normalisation_amount_per_person"]),
                float(row["weight_percent"]) / 100,
            )
            for row in shipped_rows("ef31.csv")
        }
    )


@cache
def rohs_limits() -> Mapping[str, float]:
    """Return the highest mass in per cent of a homogeneous material, by substance."""
    return MappingProxyType({row["sign"]: float(row["limit_percent"]) for row in shipped_rows("rohs.csv")})
