"""Lifetimes: from what was sold to what is discarded and in use.

Lifetimes follow a Weibull distribution. Two ways lead from it to years: `midpoint` takes the density in the middle of
a year, as the statistical offices do, and its shares do not quite add up to 1; `conserving` takes differences of the
cumulative distribution, and they do.
"""

from __future__ import annotations

from math import gamma
from typing import TYPE_CHECKING

import numpy as np

from greenict.methods.checks import divided, require
from greenict.methods.declaration import Quantity, Series, method

if TYPE_CHECKING:
    from numpy.typing import NDArray


@method
def lifetime_density_share_per_year(
    *, age_years: Quantity, shape_ratio: Quantity, scale_years: Quantity
) -> Quantity:
    """Density of the lifetime at an age: the share discarded per year.

    Parameters
    ----------
    age_years : yr, >= 0
        age, counted from the sale
    shape_ratio : ratio, > 0
        shape k of the lifetime
    scale_years : yr, > 0
        scale s of the lifetime

    Returns
    -------
    share/yr
        part of the units sold that is discarded per year at that age

    Equation
    --------
    f(x) = (k / s) * (x / s)^(k - 1) * exp( -(x / s)^k )

    Validity
    --------
    Shape and scale of the year of sale. At age 0 only for shapes of 1 or more.

    Raises
    ------
    BadArgument where the density has no value: at age 0 with a shape under 1.

    Source
    ------
    WEEE calculation tool manual, UNITAR for the European Commission, May 2023; Statistics Netherlands,
    Waste over Time (script and tables, MIT).

    Status
    ------
    V,R

    Examples
    --------
    >>> round(float(lifetime_density_share_per_year(age_years=3.5, shape_ratio=1.56, scale_years=6.26)), 6)
    0.120174
    """
    require(
        (np.asarray(age_years) > 0) | (np.asarray(shape_ratio) >= 1),
        "age_years",
        age_years,
        "give an age above 0",
    )
    age = divided(age_years, scale_years, "scale_years")
    return shape_ratio / scale_years * age ** (shape_ratio - 1) * np.exp(-(age**shape_ratio))


@method
def discarded_by_age_share(*, age_years: Quantity, shape_ratio: Quantity, scale_years: Quantity) -> Quantity:
    """Share of the units sold that is discarded up to an age.

    Parameters
    ----------
    age_years : yr, >= 0
        age, counted from the sale
    shape_ratio : ratio, > 0
        shape k of the lifetime
    scale_years : yr, > 0
        scale s of the lifetime

    Returns
    -------
    share
        part discarded by that age

    Equation
    --------
    F(x) = 1 - exp( -(x / s)^k )

    Validity
    --------
    Shape and scale of the year of sale.

    Raises
    ------
    BadArgument where the scale is 0.

    Source
    ------
    WEEE calculation tool manual, UNITAR for the European Commission, May 2023; arithmetic.

    Status
    ------
    D

    Examples
    --------
    >>> round(float(discarded_by_age_share(age_years=6.26, shape_ratio=1.56, scale_years=6.26)), 6)
    0.632121
    """
    age = divided(age_years, scale_years, "scale_years")
    return 1 - np.exp(-(age**shape_ratio))


def _gamma(values: Quantity) -> Quantity:
    """Return the gamma function of numbers and columns; NumPy has none."""
    found: Quantity = np.vectorize(gamma, otypes=[float])(values)
    return found


@method
def mean_lifetime_years(*, shape_ratio: Quantity, scale_years: Quantity) -> Quantity:
    """Mean lifetime of a Weibull distribution.

    Parameters
    ----------
    shape_ratio : ratio, > 0
        shape k of the lifetime
    scale_years : yr, > 0
        scale s of the lifetime

    Returns
    -------
    yr
        mean age at discard

    Equation
    --------
    L = s * Gamma(1 + 1 / k)

    Validity
    --------
    For lifetimes that follow the distribution.

    Raises
    ------
    BadArgument where the shape is 0.

    Source
    ------
    WEEE calculation tool manual, UNITAR for the European Commission, May 2023, annex III; arithmetic.

    Status
    ------
    D

    Examples
    --------
    >>> round(float(mean_lifetime_years(shape_ratio=1.56, scale_years=6.26)), 4)
    5.6264
    """
    inside = 1 + divided(1.0, shape_ratio, "shape_ratio")
    return scale_years * _gamma(inside)


@method
def discarded_midpoint_share(
    *, age_years: Quantity, shape_ratio: Quantity, scale_years: Quantity
) -> Quantity:
    """Share discarded in the year of an age, by the density in the middle of the year.

    Parameters
    ----------
    age_years : yr, >= 0
        age, counted from the sale
    shape_ratio : ratio, > 0
        shape k of the lifetime
    scale_years : yr, > 0
        scale s of the lifetime

    Returns
    -------
    share
        part discarded between that age and a year later

    Equation
    --------
    L(n) = f(n + 0.5)

    Validity
    --------
    For parity with published figures; the shares of all years add up to about 1 only.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    WEEE calculation tool manual, UNITAR for the European Commission, May 2023; Statistics Netherlands,
    Waste over Time (script and tables, MIT).

    Status
    ------
    V,R

    Examples
    --------
    >>> round(float(discarded_midpoint_share(age_years=3, shape_ratio=1.56, scale_years=6.26)), 6)
    0.120174
    """
    return lifetime_density_share_per_year(
        age_years=age_years + 0.5, shape_ratio=shape_ratio, scale_years=scale_years
    )


@method
def discarded_conserving_share(
    *, age_years: Quantity, shape_ratio: Quantity, scale_years: Quantity
) -> Quantity:
    """Share discarded in the year of an age, by the difference of the cumulative distribution.

    Parameters
    ----------
    age_years : yr, >= 0
        age, counted from the sale
    shape_ratio : ratio, > 0
        shape k of the lifetime
    scale_years : yr, > 0
        scale s of the lifetime

    Returns
    -------
    share
        part discarded between that age and a year later

    Equation
    --------
    L(n) = F(n + 1) - F(n)

    Validity
    --------
    The shares of all years add up to 1.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    WEEE calculation tool manual, UNITAR for the European Commission, May 2023; conserving form by
    arithmetic.

    Status
    ------
    D

    Examples
    --------
    >>> round(float(discarded_conserving_share(age_years=3, shape_ratio=1.56, scale_years=6.26)), 6)
    0.119802
    """
    later = discarded_by_age_share(age_years=age_years + 1, shape_ratio=shape_ratio, scale_years=scale_years)
    return later - discarded_by_age_share(
        age_years=age_years, shape_ratio=shape_ratio, scale_years=scale_years
    )


def _yearly_shares(years: int, shape: float, scale: float, discretisation: str) -> NDArray[np.float64]:
    """Return the shares discarded at the ages 0, 1, 2, ..."""
    formula = discarded_midpoint_share if discretisation == "midpoint" else discarded_conserving_share
    ages = np.arange(years, dtype=float)
    return np.asarray(formula(age_years=ages, shape_ratio=shape, scale_years=scale), dtype=float)


def _generated_and_in_use(
    placed: Series, shape: float, scale: float, discretisation: str
) -> tuple[float, float]:
    """Return what is discarded in the last year and what is in use at its end.

    A stock below zero, which the midpoint can lead to, is taken off the discards of its year.
    """
    sold = np.asarray(placed, dtype=float)
    shares = _yearly_shares(len(sold), shape, scale, discretisation)
    discarded = np.convolve(sold, shares)[: len(sold)]
    generated = stock = 0.0
    for new, gone in zip(sold, discarded, strict=True):
        left = stock + new - gone
        generated, stock = float(gone + min(0.0, left)), float(max(0.0, left))
    return generated, stock


@method
def discarded_in_all_years_share(
    *, shape_ratio: float, scale_years: float, span_years: float = 60.0, discretisation: str = "midpoint"
) -> float:
    """Share discarded over many years together: what a discretisation makes of the whole.

    Parameters
    ----------
    shape_ratio : ratio, > 0
        shape k of the lifetime
    scale_years : yr, > 0
        scale s of the lifetime
    span_years : yr, 1 to 500
        whole years to add up
    discretisation : one of midpoint, conserving
        midpoint as the statistical offices publish, or conserving, which loses no mass

    Returns
    -------
    share
        sum of the yearly shares; 1 where no mass is lost

    Equation
    --------
    sum over n of L(n), n = 0 .. span - 1

    Validity
    --------
    A check of the discretisation, not a quantity of the world.

    Raises
    ------
    BadArgument where the years are not whole.

    Source
    ------
    WEEE calculation tool manual, UNITAR for the European Commission, May 2023; arithmetic.

    Status
    ------
    D

    Examples
    --------
    >>> total = discarded_in_all_years_share(shape_ratio=1.56, scale_years=6.26)
    >>> round(total, 6)
    1.005387
    """
    require(span_years == int(span_years), "span_years", span_years, "give whole years")
    return float(np.sum(_yearly_shares(int(span_years), shape_ratio, scale_years, discretisation)))


@method
def waste_generated_t(
    *, placed_t: Series, shape_ratio: float, scale_years: float, discretisation: str = "midpoint"
) -> float:
    """E-waste generated in a year, from what was placed on the market until then.

    Parameters
    ----------
    placed_t : list of t, >= 0
        placed on the market in each year, the oldest first; the last is the year asked for
    shape_ratio : ratio, > 0
        shape k of the lifetime
    scale_years : yr, > 0
        scale s of the lifetime
    discretisation : one of midpoint, conserving
        midpoint as the statistical offices publish, or conserving, which loses no mass

    Returns
    -------
    t
        e-waste generated in the last year of the list

    Equation
    --------
    WG(n) = sum over t <= n of POM(t) * L(n - t)

    Validity
    --------
    Before collection, re-use or export. One shape and scale for all years of sale; `greenict stocks` takes
    those of each year.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    WEEE calculation tool manual, UNITAR for the European Commission, May 2023; Statistics Netherlands,
    Waste over Time (script and tables, MIT).

    Status
    ------
    V,R

    Examples
    --------
    >>> round(waste_generated_t(placed_t=[100, 100, 100], shape_ratio=1.56, scale_years=6.26), 4)
    27.727
    """
    return _generated_and_in_use(placed_t, shape_ratio, scale_years, discretisation)[0]


@method
def in_use_t(
    *, placed_t: Series, shape_ratio: float, scale_years: float, discretisation: str = "midpoint"
) -> float:
    """Mass in use at the end of a year, from what was placed on the market until then.

    Parameters
    ----------
    placed_t : list of t, >= 0
        placed on the market in each year, the oldest first; the last is the year asked for
    shape_ratio : ratio, > 0
        shape k of the lifetime
    scale_years : yr, > 0
        scale s of the lifetime
    discretisation : one of midpoint, conserving
        midpoint as the statistical offices publish, or conserving, which loses no mass

    Returns
    -------
    t
        in use at the end of the last year of the list

    Equation
    --------
    S(n) = sum over t <= n of ( POM(t) - WG(t) ), 0 at least

    Validity
    --------
    In homes and offices, unused ones too. A stock below 0 is taken off the discards of its year.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    WEEE calculation tool manual, UNITAR for the European Commission, May 2023; Statistics Netherlands,
    Waste over Time (script and tables, MIT).

    Status
    ------
    V,R

    Examples
    --------
    >>> round(in_use_t(placed_t=[100, 100, 100], shape_ratio=1.56, scale_years=6.26, discretisation="conserving"), 4)
    251.7243
    """
    return _generated_and_in_use(placed_t, shape_ratio, scale_years, discretisation)[1]
