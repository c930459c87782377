"""Drivers: how the sums of the lines become the amounts that factors multiply.

Which sum drives what depends on the profile's rule for goods: whole pieces, pieces a year of life, or
pieces bought in the year.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from greenict.assess.summing import BASES

if TYPE_CHECKING:
    from greenict.assess.groups import Floats, Groups
    from greenict.factors.sets import Item
    from greenict.profiles import Profile

DRIVERS = ("made", "discarded", "run", "served", "flow", "contract_kwh", "contract_kg", "discarded_kg")


def drivers(
    groups: Groups, known: dict[str, Item], profile: Profile, *, sales: bool = False
) -> dict[str, Floats]:
    """The amount of each driver for each group.

    made, discarded: pieces whose production and end of life count; run: kWh (piece-years where the line
    gives no energy); served: piece-years; flow: the quantity of what is no good; contracts; kg discarded.
    The scales turn the sums of the lines into the drivers: variances need them squared.
    """
    if sales:
        return _sales_drivers(groups)
    items = [known[str(value)] for value in groups.keys["item"].values]
    of_group = groups.keys["item"].codes
    life = np.array([item.lifetime_years or np.nan for item in items])[of_group]
    good = np.array([item.is_good for item in items], dtype=bool)[of_group]
    room = np.array([profile.pue_default if item.id in profile.pue_items else 1.0 for item in items])[
        of_group
    ]
    pue = np.where(groups.flag("has_pue"), 1.0, room)
    own_life = groups.flag("has_lifetime")
    quantity, operated = groups.amounts["quantity"], groups.amounts["operated"]
    whole = profile.goods == "whole_life"
    years = np.where(own_life, 1.0, np.nan_to_num(life, nan=0.0)) if whole else np.ones(groups.size)
    run = np.where(good, groups.amount("operated_life", "operated") if whole else operated, operated)
    run_scale = np.where(good, years, 1.0) * pue
    made = {
        "whole_life": quantity,
        "annualised": groups.amount("per_life"),
        "purchase_year": groups.amount("bought"),
    }[profile.goods]
    spread_over = np.where(own_life, 1.0, life) if profile.goods == "annualised" else np.ones(groups.size)
    made_scale = np.where(good, np.nan_to_num(1.0 / spread_over), 1.0)
    zero, one = np.zeros(groups.size), np.ones(groups.size)
    served_scale = np.where(own_life, 1.0, np.nan_to_num(life, nan=1.0)) if whole else one
    return {
        "made": np.where(good, made * made_scale, 0.0),
        "discarded": np.where(good, made * made_scale, 0.0),
        "run": run * run_scale,
        "served": (np.where(own_life, groups.amount("lived"), quantity) if whole else quantity)
        * served_scale,
        "flow": np.where(good, 0.0, quantity),
        "contract_kwh": groups.amounts.get("contract_kwh", zero),
        "contract_kg": groups.amounts.get("contract_kg", zero),
        "discarded_kg": zero,
        "made_scale": made_scale,
        "run_scale": run_scale,
        "served_scale": served_scale,
        "flow_scale": one,
    }


def _sales_drivers(groups: Groups) -> dict[str, Floats]:
    zero = np.zeros(groups.size)
    amounts = groups.amounts
    return {
        "made": amounts["sold"],
        "discarded": amounts["discarded"],
        "run": amounts["in_use"],
        "served": amounts["in_use"],
        "flow": zero,
        "contract_kwh": zero,
        "contract_kg": zero,
        "discarded_kg": amounts["discarded_kg"],
        **{f"{base}_scale": np.ones(groups.size) for base in BASES},
    }
