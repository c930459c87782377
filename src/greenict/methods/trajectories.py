"""Trajectories: targets from a base year in straight lines and compounded."""

from __future__ import annotations

from functools import cache

import numpy as np

from greenict.errors import UnknownName
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
