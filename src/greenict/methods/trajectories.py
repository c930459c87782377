"""Trajectories: targets from a base year in straight lines and compounded, on or off track, and net zero."""

from __future__ import annotations

from functools import cache

import numpy as np

from greenict.errors import BadArgument, UnknownName
from greenict.methods.checks import divided, require, require_same_keys, require_same_length
from greenict.methods.constants import shipped_rows
from greenict.methods.declaration import Quantity, Series, Table, method


@cache
def _reductions() -> dict[str, float]:
    """Return the reduction from 2020 to 2030 in per cent, by segment."""
    return {
        row["segment"]: float(row["reduction_percent"]) for row in shipped_rows("segment_trajectories.csv")
    }


def _reduction(segment: str) -> float:
    known = _reductions()
    if segment not in known:
        raise UnknownName("segment", segment, list(known), mend=f"choose one of {', '.join(known)}")
    return known[segment]


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


@method
def linear_target_ghg_t(
    *, base_ghg_t: Quantity, reduction_percent: Quantity, elapsed_years: Quantity, span_years: Quantity = 10.0
) -> Quantity:
    """Target on a straight line between two anchor years.

    Parameters
    ----------
    base_ghg_t : t CO2e, >= 0
        base year
    reduction_percent : %, 0 to 100
        reduction at the end of the span
    elapsed_years : yr, >= 0
        years since the base year
    span_years : yr, > 0
        years between the anchors

    Returns
    -------
    t CO2e
        target of the year

    Equation
    --------
    T = I_base * (1 - R / 100 * n / N)

    Validity
    --------
    Between the anchors.

    Raises
    ------
    BadArgument where the years lie beyond the span.

    Source
    ------
    ITU-T L.1470 (01/2020), straight line between anchor years; SBTi, ICT sector guidance.

    Status
    ------
    V for 45 % to 2030, else as the reduction

    Examples
    --------
    >>> linear_target_ghg_t(base_ghg_t=100, reduction_percent=50, elapsed_years=5)
    75.0
    """
    require(
        np.asarray(elapsed_years) <= span_years, "elapsed_years", elapsed_years, "give at most span_years"
    )
    return base_ghg_t * (1 - reduction_percent / 100 * divided(elapsed_years, span_years, "span_years"))


@method
def compound_target_ghg_t(
    *, base_ghg_t: Quantity, reduction_percent_per_year: Quantity, elapsed_years: Quantity
) -> Quantity:
    """Target at a yearly rate, compounded.

    Parameters
    ----------
    base_ghg_t : t CO2e, >= 0
        base year
    reduction_percent_per_year : %/yr, 0 to 100
        reduction each year, of the year before
    elapsed_years : yr, >= 0
        years since the base year

    Returns
    -------
    t CO2e
        target of the year

    Equation
    --------
    T = I_base * (1 - r / 100)^n

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
    >>> compound_target_ghg_t(base_ghg_t=100, reduction_percent_per_year=50, elapsed_years=2)
    25.0
    """
    return base_ghg_t * (1 - reduction_percent_per_year / 100) ** elapsed_years


@method
def segment_remaining_share(*, segment: str, target_calendar_year: Quantity) -> Quantity:
    """Share of the emissions of 2020 that a segment of the sector has left in a year up to 2030.

    Parameters
    ----------
    segment : one of ICT sector, mobile operators, fixed operators, data centre operators
        segment
    target_calendar_year : calendar year, 2020 to 2030
        year

    Returns
    -------
    share
        remaining share (ERF)

    Equation
    --------
    ERF(y) = 1 - R * (y - 2020) / 10
    R: 0.45 sector and mobile operators, 0.62 fixed operators, 0.53 data centre operators

    Validity
    --------
    A straight line between 2020 and 2030. The yearly tables are to be supplied from the Recommendation:
    interpolated_remaining_share takes them.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    ITU-T L.1470 (01/2020) and its guidance with GSMA, GeSI and SBTi, table data/segment_trajectories.csv.

    Status
    ------
    V for the sector and mobile operators; B-med for fixed operators and data centres (background reading)

    Examples
    --------
    >>> segment_remaining_share(segment="data centre operators", target_calendar_year=2030)
    0.47
    """
    return 1 - _reduction(segment) / 100 * (target_calendar_year - 2020) / 10


@method
def interpolated_remaining_share(
    *, anchor_calendar_year: Series, anchor_share: Series, target_calendar_year: Quantity
) -> Quantity:
    """Remaining share in a year, from a table of anchor years that the user supplies.

    Parameters
    ----------
    anchor_calendar_year : list of calendar year, 1990 to 2100
        anchor years, rising
    anchor_share : list of share, >= 0
        remaining share at each, 1 in the base year
    target_calendar_year : calendar year, 1990 to 2100
        year

    Returns
    -------
    share
        remaining share (ERF)

    Equation
    --------
    ERF(y) on the straight line between the anchors around y

    Validity
    --------
    Within the anchors. The tables of ITU-T L.1470 and of SBTi are to be supplied from the Recommendation
    and the guidance.

    Raises
    ------
    BadArgument where the years do not rise, the lists differ in length or the year lies beyond the anchors.

    Source
    ------
    ITU-T L.1470 (01/2020), straight line between anchor years.

    Status
    ------
    V on the form; the tables are to be supplied

    Examples
    --------
    >>> float(interpolated_remaining_share(anchor_calendar_year=[2020, 2025, 2030], anchor_share=[1, 0.8, 0.5], target_calendar_year=2027.5))
    0.65
    """
    require_same_length(anchor_calendar_year, anchor_share, "anchor_calendar_year", "anchor_share")
    years = np.asarray(anchor_calendar_year, dtype=float)
    require(np.diff(years) > 0, "anchor_calendar_year", list(anchor_calendar_year), "give rising years")
    within = (np.asarray(target_calendar_year) >= years[0]) & (np.asarray(target_calendar_year) <= years[-1])
    require(
        within,
        "target_calendar_year",
        target_calendar_year,
        f"give a year from {years[0]:g} to {years[-1]:g}",
    )
    share: Quantity = np.interp(target_calendar_year, years, np.asarray(anchor_share, dtype=float))
    return share


@method
def mixed_company_target_ghg_t(*, segment_ghg_t: Table, target_calendar_year: float) -> float:
    """Target of a company with several segments, each on its own path.

    Parameters
    ----------
    segment_ghg_t : table of t CO2e, >= 0
        emissions of 2020 by segment: ICT sector, mobile operators, fixed operators, data centre operators
    target_calendar_year : calendar year, 2020 to 2030
        year

    Returns
    -------
    t CO2e
        target of the company

    Equation
    --------
    T = sum_s I_2020,s * ERF_s(y)

    Validity
    --------
    Shared equipment is allotted to one segment. Straight lines between 2020 and 2030.

    Raises
    ------
    UnknownName where a segment has no path.

    Source
    ------
    ITU-T L.1470 (01/2020) and its guidance with GSMA, GeSI and SBTi, table data/segment_trajectories.csv.

    Status
    ------
    V for the sector and mobile operators; B-med for fixed operators and data centres (background reading)

    Examples
    --------
    >>> round(mixed_company_target_ghg_t(segment_ghg_t={"mobile operators": 100, "data centre operators": 100}, target_calendar_year=2030), 6)
    102.0
    """
    shares = {
        name: segment_remaining_share(segment=name, target_calendar_year=target_calendar_year)
        for name in segment_ghg_t
    }
    return float(sum(ghg_t * shares[name] for name, ghg_t in segment_ghg_t.items()))


@method
def mixed_shares_target_ghg_t(*, segment_ghg_t: Table, segment_remaining_share: Table) -> float:
    """Target of a company with several segments, from remaining shares that the user supplies.

    Parameters
    ----------
    segment_ghg_t : table of t CO2e, >= 0
        emissions of the base year by segment
    segment_remaining_share : table of share, >= 0
        remaining share of each in the target year

    Returns
    -------
    t CO2e
        target of the company

    Equation
    --------
    T = sum_s I_base,s * ERF_s

    Validity
    --------
    Remaining shares of one base year and one target year, to be supplied from the Recommendation or the
    guidance.

    Raises
    ------
    BadArgument where the tables name different segments.

    Source
    ------
    SBTi, ICT sector guidance; ITU-T L.1470 (01/2020).

    Status
    ------
    V on the form; the tables are to be supplied

    Examples
    --------
    >>> mixed_shares_target_ghg_t(segment_ghg_t={"mobile": 100, "cloud": 300}, segment_remaining_share={"mobile": 0.5, "cloud": 0.25})
    125.0
    """
    require_same_keys(segment_ghg_t, segment_remaining_share, "segment_ghg_t", "segment_remaining_share")
    return float(sum(ghg_t * segment_remaining_share[name] for name, ghg_t in segment_ghg_t.items()))


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
