"""Leakage of water networks, from the flow that meters read at night."""

from __future__ import annotations

from math import floor
from typing import TYPE_CHECKING

import numpy as np

from greenict.methods.checks import divided, require, require_same_length
from greenict.methods.declaration import Quantity, Series, method

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from numpy.typing import NDArray

_FEWEST_NIGHTS = 7
_MAD_TO_DEVIATION = 1.4826  # of a normal distribution


def reading_hours(times: Sequence[datetime]) -> list[float]:
    """Return the hours of readings since the midnight that the first day began with, as the formulas take them.

    Raises
    ------
    BadArgument
        Where there is no time, or some times name their zone and others do not.

    Examples
    --------
    >>> from datetime import datetime
    >>> reading_hours([datetime(2025, 3, 1, 22, 30), datetime(2025, 3, 2, 2, 15)])
    [22.5, 26.25]
    """
    require(bool(times), "times", 0, "give one reading at least")
    require(
        len({time.utcoffset() is None for time in times}) == 1,
        "times",
        times[0].isoformat(),
        "give the zone with every time or with none",
    )
    midnight = times[0].replace(hour=0, minute=0, second=0, microsecond=0)
    return [(time - midnight).total_seconds() / 3600 for time in times]


def _step_hours(times: NDArray[np.float64]) -> float:
    require(
        times.size >= 2, "reading_hours", times.tolist(), "give a series of readings, of a night at least"
    )
    steps = np.diff(times)
    step = float(steps.min())
    require(step > 0, "reading_hours", step, "give the readings in the order of time, each time once")
    whole = np.rint(steps / step)
    require(
        np.allclose(steps, whole * step, rtol=0, atol=1e-3 * step),
        "reading_hours",
        float(steps.max()),
        f"readings come every {step:g} h here; a gap is a whole number of them",
    )
    return step


def _lowest_of_night(
    clock: NDArray[np.float64], flow: NDArray[np.float64], step: float, length: int
) -> float:
    """Return the lowest mean of neighbouring readings; infinite where a gap leaves none."""
    lowest = np.inf
    for first in range(len(flow) - length + 1):
        last = first + length - 1
        if abs(clock[last] - clock[first] - (length - 1) * step) < step / 2:
            lowest = min(lowest, float(flow[first : last + 1].mean()))
    return lowest


@method
def night_flow_m3_per_hour(
    *,
    reading_hours: Series,
    flow_m3_per_hour: Series,
    night_start_hours: float = 2.0,
    night_end_hours: float = 4.0,
    averaging_hours: float = 1.0,
) -> float:
    """Minimum night flow of a metered area, from readings every hour or every quarter of one.

    Parameters
    ----------
    reading_hours : list of h, >= 0
        time of each reading, in hours since the midnight that the first day began with
    flow_m3_per_hour : list of m3/h, >= 0
        mean flow from the reading's time to the next
    night_start_hours : h, 0 to 24
        hour at which the quiet time begins
    night_end_hours : h, 0 to 24
        hour at which it ends
    averaging_hours : h, > 0
        time over which a flow is averaged, so that one odd reading does not count

    Defaults
    --------
    night_start_hours
        common practice of water utilities; background reading
    night_end_hours
        common practice of water utilities; background reading

    Returns
    -------
    m3/h
        minimum night flow

    Equation
    --------
    MNF = median over nights of the lowest mean flow over the averaging time, inside the quiet time

    Validity
    --------
    Local clock; an area whose inflow is metered and that is closed otherwise. Nights with a gap in their quiet
    time are left out of the averages that the gap breaks.

    Raises
    ------
    BadArgument where times do not rise, the step is longer than the averaging time, or no night is covered.

    Source
    ------
    International Water Association, minimum night flow method (background reading); the averaging is ours.

    Status
    ------
    B-high

    Examples
    --------
    >>> night_flow_m3_per_hour(reading_hours=[0, 1, 2, 3, 4, 5], flow_m3_per_hour=[9, 7, 5, 4, 6, 12])
    4.0
    """
    require_same_length(reading_hours, flow_m3_per_hour, "reading_hours", "flow_m3_per_hour")
    require(
        night_start_hours < night_end_hours,
        "night_start_hours",
        night_start_hours,
        "give less than night_end_hours",
    )
    times, flow = np.asarray(reading_hours, dtype=float), np.asarray(flow_m3_per_hour, dtype=float)
    step = _step_hours(times)
    require(
        step <= averaging_hours * (1 + 1e-9) and averaging_hours <= 24,
        "averaging_hours",
        averaging_hours,
        f"readings come every {step:g} h; give that or more, up to 24 h",
    )
    length = max(floor(averaging_hours / step + 1e-6), 1)
    day = np.floor((times + 1e-9) / 24)
    clock = times - 24 * day
    quiet = (clock >= night_start_hours - 1e-9) & (clock + step <= night_end_hours + 1e-6)
    lowest = [
        _lowest_of_night(clock[quiet & (day == each)], flow[quiet & (day == each)], step, length)
        for each in np.unique(day[quiet])
    ]
    nights = [value for value in lowest if np.isfinite(value)]
    require(bool(nights), "reading_hours", len(times), "no night is covered; give readings of the quiet time")
    return float(np.median(nights))


@method
def legitimate_night_use_m3_per_hour(
    *,
    served_persons: Quantity,
    awake_share: Quantity = 0.06,
    use_l_per_person_per_hour: Quantity = 10.0,
    large_users_m3_per_hour: Quantity = 0.0,
) -> Quantity:
    """Water that customers use at night.

    Parameters
    ----------
    served_persons : persons, >= 0
        inhabitants of the metered area
    awake_share : share, 0 to 1
        part of them that uses water in an hour of the night
    use_l_per_person_per_hour : l/person/h, >= 0
        water that each of these uses in the hour
    large_users_m3_per_hour : m3/h, >= 0
        metered night use of hospitals, industry and the like

    Defaults
    --------
    awake_share
        rule of thumb of British practice, 6 %; background reading
    use_l_per_person_per_hour
        rule of thumb of British practice, one flush; background reading

    Returns
    -------
    m3/h
        legitimate night use

    Equation
    --------
    Q = persons * awake * use / 1000 + large users

    Validity
    --------
    The defaults are rules of thumb from British practice; measure where the figure decides.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    UK water industry, leakage practice as told by the International Water Association (background reading).

    Status
    ------
    B-med

    Examples
    --------
    >>> legitimate_night_use_m3_per_hour(served_persons=5000)
    3.0
    """
    return served_persons * awake_share * use_l_per_person_per_hour / 1000 + large_users_m3_per_hour


@method
def night_day_hours_per_day(
    *, pressure_m: Series, night_pressure_m: float, exponent_ratio: float = 1.0
) -> float:
    """Hours of a day for which the leakage of the night would have to run, since pressure is lower by day.

    Parameters
    ----------
    pressure_m : list of m, >= 0
        mean pressure of each of the 24 hours, as head of water
    night_pressure_m : m, > 0
        pressure at the time of the minimum night flow
    exponent_ratio : ratio, 0.5 to 1.5
        how leakage follows pressure: 0.5 for stiff holes, 1.5 for cracks that open

    Defaults
    --------
    exponent_ratio
        mean of mixed networks; background reading

    Returns
    -------
    h/d
        night-day factor

    Equation
    --------
    F = sum_h ( P_h / P_night ) ^ N1

    Validity
    --------
    24 hourly pressures of one point that stands for the area.

    Raises
    ------
    BadArgument where not 24 pressures are given.

    Source
    ------
    Fixed and variable area discharge (FAVAD), International Water Association (background reading).

    Status
    ------
    B-high

    Examples
    --------
    >>> round(night_day_hours_per_day(
    ...     pressure_m=[50, 50, 50, 50, 50, 50, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40],
    ...     night_pressure_m=50), 9)
    20.4
    """
    require(
        len(pressure_m) == 24, "pressure_m", f"{len(pressure_m)} pressures", "give one for each of 24 hours"
    )
    relative = divided(np.asarray(pressure_m, dtype=float), night_pressure_m, "night_pressure_m")
    return float(np.sum(relative**exponent_ratio))


@method
def leakage_m3_per_day(
    *,
    night_flow_m3_per_hour: Quantity,
    night_use_m3_per_hour: Quantity,
    night_day_hours_per_day: Quantity = 24.0,
) -> Quantity:
    """Leakage of a metered area in a day, from its minimum night flow.

    Parameters
    ----------
    night_flow_m3_per_hour : m3/h, >= 0
        minimum night flow
    night_use_m3_per_hour : m3/h, >= 0
        legitimate use at night
    night_day_hours_per_day : h/d, 0 to 48
        night-day factor; 24 where pressure is the same all day

    Defaults
    --------
    night_day_hours_per_day
        the same pressure all day long, which is an upper figure

    Returns
    -------
    m3/d
        leakage

    Equation
    --------
    L = ( MNF - use ) * F

    Validity
    --------
    Background leakage and bursts together.

    Raises
    ------
    BadArgument where the use exceeds the flow.

    Source
    ------
    International Water Association, minimum night flow method (background reading).

    Status
    ------
    B-high

    Examples
    --------
    >>> leakage_m3_per_day(night_flow_m3_per_hour=13, night_use_m3_per_hour=3)
    240.0
    """
    require(
        np.asarray(night_use_m3_per_hour) <= night_flow_m3_per_hour,
        "night_use_m3_per_hour",
        night_use_m3_per_hour,
        "give at most night_flow_m3_per_hour",
    )
    return (night_flow_m3_per_hour - night_use_m3_per_hour) * night_day_hours_per_day


@method
def leak_sign_verdict(
    *, earlier_flow_m3_per_hour: Series, new_flow_m3_per_hour: float, threshold_ratio: float = 3.0
) -> str:
    """Whether a night's flow points to a new leak, against the nights before.

    Parameters
    ----------
    earlier_flow_m3_per_hour : list of m3/h, >= 0
        minimum night flow of at least seven nights before
    new_flow_m3_per_hour : m3/h, >= 0
        minimum night flow of the night in question
    threshold_ratio : ratio, > 0
        how many usual deviations the flow must exceed the median by

    Defaults
    --------
    threshold_ratio
        ours: three usual deviations

    Returns
    -------
    verdict
        "likely leak" or "no sign"

    Equation
    --------
    Q > median + k * max( 1.4826 * MAD, median / 100 )

    Validity
    --------
    The same season and the same legitimate use. A sign to look at, no proof.

    Raises
    ------
    BadArgument for fewer than seven nights.

    Source
    ------
    Median and median absolute deviation as robust measures; the rule is ours.

    Status
    ------
    D

    Examples
    --------
    >>> leak_sign_verdict(earlier_flow_m3_per_hour=[10, 11, 10, 9, 10, 11, 10], new_flow_m3_per_hour=14)
    'likely leak'
    """
    flow = np.asarray(earlier_flow_m3_per_hour, dtype=float)
    require(
        flow.size >= _FEWEST_NIGHTS,
        "earlier_flow_m3_per_hour",
        f"{flow.size} nights",
        "give seven nights or more",
    )
    median = float(np.median(flow))
    deviation = max(_MAD_TO_DEVIATION * float(np.median(np.abs(flow - median))), median / 100)
    return "likely leak" if new_flow_m3_per_hour > median + threshold_ratio * deviation else "no sign"
