"""What share of a cohort is discarded at each age, for Weibull lifetimes.

The lifetime of a piece has the distribution F(x) = 1 - exp(-(x / scale) ^ shape) with density f. A cohort sold
in year t meets year n at the age a = n - t, in whole years. Two ways to give year n its share:

    midpoint      L(a) = f(a + 0.5)              the density at half years, as statistical offices publish
    conserving    L(a) = F(a + 1) - F(a)         exact; the shares of all ages sum to 1

The first is an approximation of the second and does not sum to 1: 1.0054 for mobile phones (shape 1.56,
scale 6.26), 0.9803 for portable audio (shape 0.79, scale 7.97).

The formulas and their sources are those of the catalogue (`greenict.methods.lifetimes`).
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from greenict.errors import BadArgument, UnknownName
from greenict.methods.lifetimes import discarded_conserving_share, discarded_midpoint_share
from greenict.tables.lifetime import LIFETIME

FloatArray = npt.NDArray[np.float64]

_FORMULAS = {"conserving": discarded_conserving_share, "midpoint": discarded_midpoint_share}
METHODS = tuple(_FORMULAS)


def checked_method(method: str) -> str:
    """Return the name of a discretisation as the catalogue spells it.

    Raises
    ------
    UnknownName
        If there is no such discretisation.

    """
    name = str(method).strip().lower()
    if name not in METHODS:
        raise UnknownName("method of stocks", str(method), METHODS, mend=f"give {' or '.join(METHODS)}")
    return name


def discard_shares(*, shape: npt.ArrayLike, scale: npt.ArrayLike, ages: int, method: str) -> FloatArray:
    """Return the share of a cohort that is discarded at each of the ages 0, 1, ... `ages` - 1.

    Parameters
    ----------
    shape
        Shape of the Weibull distribution [1].
    scale
        Scale of the Weibull distribution [years].
    ages
        How many ages, counted in whole years from the year of sale.
    method
        `midpoint` or `conserving`.

    Returns
    -------
    FloatArray
        Shares, with one axis more than `shape` and `scale`: the last one counts the age.

    Raises
    ------
    BadArgument
        If shape or scale lie outside what a lifetime can be.
    UnknownName
        If there is no such method.

    Examples
    --------
    >>> discard_shares(shape=1.56, scale=6.26, ages=4, method="midpoint").round(6).tolist()
    [0.059356, 0.100537, 0.117377, 0.120174]
    >>> discard_shares(shape=1.56, scale=6.26, ages=4, method="conserving").round(6).tolist()
    [0.055588, 0.099595, 0.116801, 0.119802]

    """
    formula = _FORMULAS[checked_method(method)]
    k, years = _bounded("shape", shape)[..., None], _bounded("scale", scale)[..., None]
    shares = formula(age_years=np.arange(ages, dtype=np.float64), shape_ratio=k, scale_years=years)
    return np.asarray(shares, dtype=np.float64)


def _bounded(name: str, value: npt.ArrayLike) -> FloatArray:
    array = np.asarray(value, dtype=np.float64)
    column = LIFETIME[name]
    wrong = ~((array >= column.low) & (array <= column.high))  # written so that NaN is wrong too
    if wrong.any():
        raise BadArgument(name, float(array[wrong][0]), f"give a value {column.bounds}")
    return array
