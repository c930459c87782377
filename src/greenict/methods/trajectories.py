"""Trajectories: targets from a base year, in straight lines and compounded."""

from __future__ import annotations

import numpy as np

from greenict.methods.declaration import Quantity, method


@method
def contraction_target_ghg_t(
    *, base_ghg_t: Quantity, contraction_percent_per_year: Quantity, elapsed_years: Quantity
) -> Quantity:
    """Target of absolute contraction after some years.

    Parameters
    ----------
    base_ghg_t : t CO2e, >= 0
        base year
    contraction_percent_per_year : %/yr, 0 to 100
        part of the base that goes each year: 4.2 for 1.5 °C, 2.5 for well below 2 °C
    elapsed_years : yr, >= 0
        years since the base year

    Returns
    -------
    t CO2e
        target, 0 at least

    Equation
    --------
    T = max(0, I_base * (1 - r / 100 * n))

    Validity
    --------
    Straight line in the base year's units, not compounded.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    Science Based Targets initiative, absolute contraction approach.

    Status
    ------
    V

    Examples
    --------
    >>> round(float(contraction_target_ghg_t(base_ghg_t=100, contraction_percent_per_year=4.2, elapsed_years=10)), 6)
    58.0
    """
    return base_ghg_t * np.maximum(0.0, 1 - contraction_percent_per_year / 100 * elapsed_years)


@method
def reduction_target_ghg_t(*, base_ghg_t: Quantity, reduction_percent: Quantity) -> Quantity:
    """Target from a reduction over the whole span, such as that of a part of the sector.

    Parameters
    ----------
    base_ghg_t : t CO2e, >= 0
        base year
    reduction_percent : %, 0 to 100
        reduction from 2020 to 2030: 45 for the sector and mobile operators, 62 fixed operators, 53 data
        centres

    Returns
    -------
    t CO2e
        target at the end of the span

    Equation
    --------
    T = I_base * (1 - R / 100)

    Validity
    --------
    The reductions of fixed operators and data centres are read from background; the tables of the
    Recommendation are to be supplied.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    ITU-T L.1470 (01/2020); SBTi, ICT sector guidance.

    Status
    ------
    V for 45 %, else B-med

    Examples
    --------
    >>> round(reduction_target_ghg_t(base_ghg_t=100, reduction_percent=53), 6)
    47.0
    """
    return base_ghg_t * (1 - reduction_percent / 100)


@method
def compound_reduction_percent_per_year(
    *, reduction_percent: Quantity, span_years: Quantity = 10.0
) -> Quantity:
    """Yearly rate that gives a reduction over a span, compounded.

    Parameters
    ----------
    reduction_percent : %, 0 to 99.999
        reduction over the span
    span_years : yr, > 0
        years of the span

    Returns
    -------
    %/yr
        reduction each year, of the year before

    Equation
    --------
    r = 100 * ( 1 - (1 - R / 100)^(1 / n) )

    Validity
    --------
    The same rate each year.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    ITU-T L.1470 (01/2020); arithmetic.

    Status
    ------
    D

    Examples
    --------
    >>> round(compound_reduction_percent_per_year(reduction_percent=45), 4)
    5.8032
    """
    return 100 * (1 - (1 - reduction_percent / 100) ** (1 / span_years))
