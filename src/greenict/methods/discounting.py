"""Money over years: what a yearly sum is worth today."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from greenict.methods.checks import require

if TYPE_CHECKING:
    from greenict.methods.declaration import Quantity


def annuity_years(years: Quantity, discount_share: Quantity, growth_share: Quantity = 0.0) -> Quantity:
    """Return the present worth of one unit of money a year, paid at the end of each year.

    The first year's sum is the one given; it grows from the second year on:
    sum over t from 1 to n of (1 + g)^(t-1) / (1 + d)^t.

    Raises
    ------
    BadArgument
        Where the years are no whole number.

    Examples
    --------
    >>> annuity_years(2.0, 0.25)
    1.44
    >>> annuity_years(4.0, 0.05, 0.05) * 1.05
    4.0
    """
    require(np.asarray(years) == np.floor(years), "years", years, "give a whole number of years")
    grown, discounted = 1.0 + np.asarray(growth_share), 1.0 + np.asarray(discount_share)
    step = grown / discounted
    even = np.abs(step - 1) < 1e-12
    apart = np.where(even, 2.0, step) if np.any(even) else step  # 1 has no closed form
    worth = np.expm1(years * np.log(apart)) / (apart - 1)
    worth = np.where(even, years, worth) / discounted if np.any(even) else worth / discounted
    return worth if np.ndim(worth) else float(worth)
