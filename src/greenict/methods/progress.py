"""Progress against a target: on or off track, the rate still needed, the year of crossing, and net zero.

Offsets and avoided emissions are no progress here; removals neutralise a residual and are shown apart.
"""

from __future__ import annotations

import numpy as np

from greenict.errors import BadArgument
from greenict.methods.checks import divided, require, require_same_length
from greenict.methods.declaration import Quantity, Series, method


@method
def track_verdict(*, actual_ghg_t: float, target_ghg_t: float, tolerance_percent: float = 0.0) -> str:
    """Whether emissions are on track for a target.

    Parameters
    ----------
    actual_ghg_t : t CO2e, >= 0
        emissions of the year
    target_ghg_t : t CO2e, >= 0
        target of the same year on the path
    tolerance_percent : %, 0 to 100
        how far above the target still counts as on track

    Returns
    -------
    verdict
        on track or off track

    Equation
    --------
    on track where I <= T * (1 + tolerance / 100)

    Validity
    --------
    Both with one boundary and one form of scope 2. Offsets and avoided emissions do not count.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    ITU-T L.1470 (01/2020); SBTi, progress against targets; arithmetic.

    Status
    ------
    D

    Examples
    --------
    >>> track_verdict(actual_ghg_t=80, target_ghg_t=75)
    'off track'
    """
    return "on track" if actual_ghg_t <= target_ghg_t * (1 + tolerance_percent / 100) else "off track"


@method
def needed_reduction_percent_per_year(
    *, current_ghg_t: Quantity, target_ghg_t: Quantity, remaining_years: Quantity
) -> Quantity:
    """Yearly rate that is needed from now on to reach a target.

    Parameters
    ----------
    current_ghg_t : t CO2e, > 0
        emissions now
    target_ghg_t : t CO2e, >= 0
        target at the end
    remaining_years : yr, > 0
        years left

    Returns
    -------
    %/yr
        reduction each year, of the year before; below 0 where emissions may still rise

    Equation
    --------
    r = 100 * ( 1 - (T / I)^(1 / n) )

    Validity
    --------
    The same rate each year. A target of 0 needs 100 % in the last step.

    Raises
    ------
    BadArgument where emissions now or the years left are 0.

    Source
    ------
    Arithmetic.

    Status
    ------
    D

    Examples
    --------
    >>> float(needed_reduction_percent_per_year(current_ghg_t=100, target_ghg_t=25, remaining_years=2))
    50.0
    """
    ratio = divided(target_ghg_t, current_ghg_t, "current_ghg_t")
    return 100 * (1 - ratio ** divided(1.0, remaining_years, "remaining_years"))


@method
def crossing_calendar_year(
    *, first_calendar_year: float, yearly_ghg_t: Series, target_ghg_t: Series
) -> float:
    """Year in which emissions first come down to their path, or first leave it.

    Parameters
    ----------
    first_calendar_year : calendar year, 1990 to 2100
        year of the first entry
    yearly_ghg_t : list of t CO2e, >= 0
        emissions, year by year, measured or projected
    target_ghg_t : list of t CO2e, >= 0
        path, year by year

    Returns
    -------
    calendar year
        year of the first crossing, in between by straight lines

    Equation
    --------
    y = y_k + d_k / (d_k - d_k+1) for the first k where d = I - T changes its sign

    Validity
    --------
    Emissions that touch the path in a year cross it there. Where both start as one, the first later meeting
    counts.

    Raises
    ------
    BadArgument where the lists differ in length or never meet.

    Source
    ------
    Arithmetic.

    Status
    ------
    D

    Examples
    --------
    >>> crossing_calendar_year(first_calendar_year=2020, yearly_ghg_t=[110, 100, 85], target_ghg_t=[100, 95, 90])
    2021.5
    """
    require_same_length(yearly_ghg_t, target_ghg_t, "yearly_ghg_t", "target_ghg_t")
    above = np.asarray(yearly_ghg_t, dtype=float) - np.asarray(target_ghg_t, dtype=float)
    for place in range(len(above) - 1):
        here, then = float(above[place]), float(above[place + 1])
        if (here != 0 and then == 0) or here * then < 0:
            return first_calendar_year + place + here / (here - then)
    raise BadArgument(
        "yearly_ghg_t", list(yearly_ghg_t), "emissions and path do not cross in these years; give more years"
    )


@method
def level_calendar_year(
    *,
    current_ghg_t: Quantity,
    level_ghg_t: Quantity,
    reduction_percent_per_year: Quantity,
    current_calendar_year: Quantity,
) -> Quantity:
    """Year in which emissions that fall at a yearly rate reach a level.

    Parameters
    ----------
    current_ghg_t : t CO2e, > 0
        emissions in the first year
    level_ghg_t : t CO2e, > 0
        level to be reached
    reduction_percent_per_year : %/yr, 0.0001 to 99.9999
        reduction each year, of the year before
    current_calendar_year : calendar year, 1990 to 2100
        first year

    Returns
    -------
    calendar year
        year in which the level is reached

    Equation
    --------
    y = y_0 + ln(L / I) / ln(1 - r / 100)

    Validity
    --------
    The same rate each year; the year has a fraction.

    Raises
    ------
    BadArgument where the level lies above the emissions.

    Source
    ------
    Arithmetic.

    Status
    ------
    D

    Examples
    --------
    >>> float(level_calendar_year(current_ghg_t=100, level_ghg_t=25, reduction_percent_per_year=50, current_calendar_year=2024))
    2026.0
    """
    require(
        np.asarray(level_ghg_t) <= current_ghg_t,
        "level_ghg_t",
        level_ghg_t,
        "give at most current_ghg_t: it is reached already",
    )
    ratio = divided(level_ghg_t, current_ghg_t, "current_ghg_t")
    require(
        np.asarray(ratio) > 0,
        "level_ghg_t",
        level_ghg_t,
        "give a level that a yearly rate can reach, above 0",
    )
    return current_calendar_year + np.log(ratio) / np.log1p(-reduction_percent_per_year / 100)


@method
def net_zero_residual_ghg_t(*, base_ghg_t: Quantity, reduction_percent: Quantity = 90.0) -> Quantity:
    """Residual emissions of a net-zero target: what may be left and must be neutralised.

    Parameters
    ----------
    base_ghg_t : t CO2e, >= 0
        base year, scopes 1 to 3
    reduction_percent : %, 0 to 100
        reduction that the target asks for, 90 at least

    Returns
    -------
    t CO2e
        residual emissions

    Equation
    --------
    R = I_base * (1 - r / 100)

    Validity
    --------
    Removals neutralise the residual only. They are shown apart and never netted with the footprint.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    SBTi Corporate Net-Zero Standard; ITU-T L.1471 (09/2021) (reading from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> round(net_zero_residual_ghg_t(base_ghg_t=1000), 6)
    100.0
    """
    return base_ghg_t * (1 - reduction_percent / 100)


@method
def net_zero_verdict(
    *, base_ghg_t: float, actual_ghg_t: float, removed_ghg_t: float, reduction_percent: float = 90.0
) -> str:
    """Whether a net-zero claim holds: the reduction is deep enough and removals cover the residual.

    Parameters
    ----------
    base_ghg_t : t CO2e, > 0
        base year, scopes 1 to 3
    actual_ghg_t : t CO2e, >= 0
        emissions of the year, scopes 1 to 3, before any removal
    removed_ghg_t : t CO2e, >= 0
        removals of the year; not offsets of others' emissions
    reduction_percent : %, 0 to 100
        reduction that the target asks for

    Defaults
    --------
    reduction_percent
        SBTi Corporate Net-Zero Standard; background reading

    Returns
    -------
    verdict
        pass or fail

    Equation
    --------
    pass where I <= I_base * (1 - r / 100) and removals >= I

    Validity
    --------
    All three scopes; near-term target, yearly disclosure and avoided emissions told apart are judged beside
    it.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    SBTi Corporate Net-Zero Standard; ITU-T L.1471 (09/2021) (reading from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> net_zero_verdict(base_ghg_t=1000, actual_ghg_t=90, removed_ghg_t=90)
    'pass'
    """
    residual = net_zero_residual_ghg_t(base_ghg_t=base_ghg_t, reduction_percent=reduction_percent)
    deep_enough = actual_ghg_t <= residual * (1 + 1e-12)
    return "pass" if deep_enough and removed_ghg_t >= actual_ghg_t else "fail"
