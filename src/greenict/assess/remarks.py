"""Remarks that concern a result as a whole: what was counted in an unusual way, twice, or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from greenict.assess.matching import MARKET, Matched
from greenict.factors.layers import RESIDUAL, Layers

if TYPE_CHECKING:
    from greenict.assess.groups import Groups
    from greenict.profiles import Profile

UNUSED = {
    "annual_energy_kwh": (
        "unused_energy",
        "annual_energy_kwh is not used; its factors hold the energy already",
    ),
    "pue": (
        "unused_pue",
        "pue is not used; give the energy of the whole room, or the equipment that stands in it",
    ),
}


def remarks(groups: Groups, matched: Matched, standard: Profile, layers: Layers) -> list[dict[str, Any]]:
    """Every remark, as warnings."""
    notes = [note(UNUSED[column][0], f"{item}: {UNUSED[column][1]}") for column, item in sorted(matched.idle)]
    notes += _counted_twice(matched)
    if RESIDUAL not in layers.by_item and any(t.category == MARKET and t.scope == "2" for t in matched.terms):
        words = "no set brings a residual mix; the grid stands in for scope 2 by market"
        notes.append(note("no_residual_mix", words))
    if groups.size == 0:
        notes.append(note("no_lines", "no line could be assessed"))
    if standard.goods == "purchase_year" and (lacking := _without_purchase_year(groups)):
        words = "no purchase_year is given; the pieces count as bought in the year of the activity"
        notes.append({**note("no_purchase_year", words), "lines": lacking})
    if standard.goods == "whole_life" and len({item.is_good for item in matched.items.values()}) > 1:
        words = "whole lives of goods and the yearly activity of networks and services are summed"
        notes.append(note("mixed_periods", f"{words}; read them apart by item"))
    return notes


def _counted_twice(matched: Matched) -> list[dict[str, Any]]:
    """Items whose factors hold the impacts of other items that the inventory lists too."""
    found = []
    for name, item in sorted(matched.items.items()):
        inside = sorted(set((item.contains or "").split("|")) & set(matched.items))
        if inside:
            words = f"{name} holds {', '.join(inside)} already, and both are listed: they are counted twice where it is the same equipment"
            found.append(note("double_counting", words))
    return found


def _without_purchase_year(groups: Groups) -> int:
    """How many lines do not say when their pieces were bought."""
    lines = groups.amounts["lines"] if "bought" not in groups.amounts else groups.amounts["no_purchase_year"]
    return int(lines.sum())


def note(code: str, message: str) -> dict[str, Any]:
    """A warning that concerns the whole result."""
    return {
        "code": code,
        "message": message,
        "item": None,
        "country": None,
        "year": None,
        "category": None,
        "lines": 0,
    }
