"""Buildings: degree days, a baseline that follows the weather, and the energy and GHG that control saves."""

from __future__ import annotations

import numpy as np

from greenict.methods.checks import divided, require, require_same_length
from greenict.methods.declaration import Quantity, Series, method


@method
def heating_degree_days(
    *, day_temperature_degc: Series, base_degc: float = 18.0, threshold_degc: float = 15.0
) -> float:
    """Heating degree days, from the mean temperature of each day.

    Parameters
    ----------
    day_temperature_degc : list of °C, -90 to 60
        mean outdoor temperature of each day
    base_degc : °C, 0 to 30
        temperature that rooms are counted up to
    threshold_degc : °C, 0 to 30
        days warmer than this are not heated; give the base itself to count every day below it

    Defaults
    --------
    base_degc
        Eurostat; background reading
    threshold_degc
        Eurostat; background reading

    Returns
    -------
    degree days
        heating degree days

    Equation
    --------
    HDD = sum_d ( base - T_d ) over days with T_d <= threshold

    Validity
    --------
    One place; one base and threshold throughout a comparison. The defaults are those of Eurostat.

    Raises
    ------
    BadArgument where the threshold is above the base.

    Source
    ------
    Eurostat, energy statistics, heating degree days (background reading).

    Status
    ------
    B-high

    Examples
    --------
    >>> heating_degree_days(day_temperature_degc=[10, 15, 17, 20])
    11.0
    """
    require(threshold_degc <= base_degc, "threshold_degc", threshold_degc, "give at most base_degc")
    temperature = np.asarray(day_temperature_degc, dtype=float)
    return float(np.sum((base_degc - temperature)[temperature <= threshold_degc]))


@method
def cooling_degree_days(
    *, day_temperature_degc: Series, base_degc: float = 21.0, threshold_degc: float = 21.0
) -> float:
    """Cooling degree days, from the mean temperature of each day.

    Parameters
    ----------
    day_temperature_degc : list of °C, -90 to 60
        mean outdoor temperature of each day
    base_degc : °C, 0 to 40
        temperature that rooms are counted down to; 21 in Regulation (EU) 2024/1364
    threshold_degc : °C, 0 to 40
        days cooler than this are not cooled; Eurostat takes 24

    Defaults
    --------
    base_degc
        Regulation (EU) 2024/1364, annex II, 1(n)
    threshold_degc
        the base itself; Eurostat takes 24

    Returns
    -------
    degree days
        cooling degree days

    Equation
    --------
    CDD = sum_d ( T_d - base ) over days with T_d >= threshold

    Validity
    --------
    One place; one base and threshold throughout a comparison.

    Raises
    ------
    BadArgument where the threshold is below the base.

    Source
    ------
    Regulation (EU) 2024/1364, annex II, 1(n), on the base; Eurostat on the threshold (background reading).

    Status
    ------
    V on the base, B-high on the threshold

    Examples
    --------
    >>> cooling_degree_days(day_temperature_degc=[18, 23, 26])
    7.0
    """
    require(threshold_degc >= base_degc, "threshold_degc", threshold_degc, "give base_degc or more")
    temperature = np.asarray(day_temperature_degc, dtype=float)
    return float(np.sum((temperature - base_degc)[temperature >= threshold_degc]))


def _fitted(energy: Series, days: Series, degrees: Series) -> tuple[float, float]:
    """Return base load for each day and slope for each degree day, by least squares."""
    names = ("period_energy_kwh", "period_days", "period_degree_days")
    for name, values in zip(names[1:], (days, degrees), strict=True):
        require_same_length(values, energy, name, names[0])
    require(
        len(energy) >= 3, names[0], f"{len(energy)} periods", "give three or more; twelve months are usual"
    )
    causes = np.column_stack([np.asarray(days, dtype=float), np.asarray(degrees, dtype=float)])
    require(
        np.all(np.isfinite(causes)) and np.linalg.matrix_rank(causes) == 2,
        names[2],
        list(degrees),
        "degree days and days run in step; give periods of different weather",
    )
    fitted, *_ = np.linalg.lstsq(causes, np.asarray(energy, dtype=float), rcond=None)
    return float(fitted[0]), float(fitted[1])


@method
def baseline_load_kwh_per_day(
    *, period_energy_kwh: Series, period_days: Series, period_degree_days: Series
) -> float:
    """Part of a building's energy that does not follow the weather, fitted to its bills.

    Parameters
    ----------
    period_energy_kwh : list of kWh, >= 0
        energy of each period, as of twelve months
    period_days : list of d, > 0
        days of each period
    period_degree_days : list of degree days, >= 0
        heating or cooling degree days of each period

    Returns
    -------
    kWh/d
        base load for each day

    Equation
    --------
    (a, b) = argmin sum_i ( E_i - a * days_i - b * DD_i )^2 ; base load = a

    Validity
    --------
    Periods before the measure, of a whole year where possible. Check the fit with baseline_cv_percent.

    Raises
    ------
    BadArgument for fewer than three periods, lists of different length, or weather that never changes.

    Source
    ------
    IPMVP, option C, whole facility (background reading).

    Status
    ------
    B-high

    Examples
    --------
    >>> round(baseline_load_kwh_per_day(
    ...     period_energy_kwh=[1300, 900, 300], period_days=[30, 30, 30], period_degree_days=[500, 300, 0]), 6)
    10.0
    """
    return _fitted(period_energy_kwh, period_days, period_degree_days)[0]


@method
def baseline_slope_kwh_per_degree_day(
    *, period_energy_kwh: Series, period_days: Series, period_degree_days: Series
) -> float:
    """Energy of a building for each degree day, fitted to its bills.

    Parameters
    ----------
    period_energy_kwh : list of kWh, >= 0
        energy of each period, as of twelve months
    period_days : list of d, > 0
        days of each period
    period_degree_days : list of degree days, >= 0
        heating or cooling degree days of each period

    Returns
    -------
    kWh/degree day
        slope

    Equation
    --------
    (a, b) = argmin sum_i ( E_i - a * days_i - b * DD_i )^2 ; slope = b

    Validity
    --------
    Periods before the measure, of a whole year where possible. A slope below 0 shows that the wrong degree days
    were taken.

    Raises
    ------
    BadArgument for fewer than three periods, lists of different length, or weather that never changes.

    Source
    ------
    IPMVP, option C, whole facility (background reading).

    Status
    ------
    B-high

    Examples
    --------
    >>> round(baseline_slope_kwh_per_degree_day(
    ...     period_energy_kwh=[1300, 900, 300], period_days=[30, 30, 30], period_degree_days=[500, 300, 0]), 6)
    2.0
    """
    return _fitted(period_energy_kwh, period_days, period_degree_days)[1]


@method
def baseline_cv_percent(
    *, period_energy_kwh: Series, period_days: Series, period_degree_days: Series
) -> float:
    """How far the fitted baseline lies from the bills: variation of the error.

    Parameters
    ----------
    period_energy_kwh : list of kWh, >= 0
        energy of each period, as of twelve months
    period_days : list of d, > 0
        days of each period
    period_degree_days : list of degree days, >= 0
        heating or cooling degree days of each period

    Returns
    -------
    %
        CV(RMSE) of the fit

    Equation
    --------
    CV = 100 * sqrt( sum_i ( E_i - fit_i )^2 / ( n - 2 ) ) / mean(E)

    Validity
    --------
    For monthly bills 20 % or less is the usual demand.

    Raises
    ------
    BadArgument as for the fit, and where the energy is 0.

    Source
    ------
    IPMVP; ASHRAE Guideline 14 (background reading).

    Status
    ------
    B-high

    Examples
    --------
    >>> round(baseline_cv_percent(
    ...     period_energy_kwh=[1300, 900, 300], period_days=[30, 30, 30], period_degree_days=[500, 300, 0]), 6)
    0.0
    """
    load, slope = _fitted(period_energy_kwh, period_days, period_degree_days)
    fit = load * np.asarray(period_days, dtype=float) + slope * np.asarray(period_degree_days, dtype=float)
    energy = np.asarray(period_energy_kwh, dtype=float)
    error = float(np.sqrt(np.sum((energy - fit) ** 2) / (energy.size - 2)))
    return divided(100 * error, float(energy.mean()), "period_energy_kwh")


@method
def adjusted_baseline_kwh(
    *,
    baseline_load_kwh_per_day: Quantity,
    baseline_slope_kwh_per_degree_day: Quantity,
    reporting_days: Quantity,
    reporting_degree_days: Quantity,
    static_adjustment_kwh: Quantity = 0.0,
) -> Quantity:
    """Energy that a building would have taken in the reporting period without the measure.

    Parameters
    ----------
    baseline_load_kwh_per_day : kWh/d, >= 0
        base load of the baseline
    baseline_slope_kwh_per_degree_day : kWh/degree day, >= 0
        slope of the baseline
    reporting_days : d, > 0
        days of the reporting period
    reporting_degree_days : degree days, >= 0
        degree days of the reporting period
    static_adjustment_kwh : kWh
        change of use that is no effect of the measure: more floors, other hours

    Returns
    -------
    kWh
        adjusted baseline

    Equation
    --------
    E_adj = a * days + b * DD + adjustment

    Validity
    --------
    Weather inside the range that the baseline was fitted on.

    Raises
    ------
    BadArgument where the adjustment leaves less than nothing.

    Source
    ------
    IPMVP, option C, with routine and non-routine adjustments (background reading).

    Status
    ------
    B-high

    Examples
    --------
    >>> adjusted_baseline_kwh(
    ...     baseline_load_kwh_per_day=10, baseline_slope_kwh_per_degree_day=2, reporting_days=365,
    ...     reporting_degree_days=2800, static_adjustment_kwh=500)
    9750
    """
    weather = (
        baseline_load_kwh_per_day * reporting_days + baseline_slope_kwh_per_degree_day * reporting_degree_days
    )
    adjusted = weather + static_adjustment_kwh
    require(
        np.asarray(adjusted) >= 0,
        "static_adjustment_kwh",
        static_adjustment_kwh,
        "it leaves less than nothing of the baseline",
    )
    return adjusted


@method
def building_saving_kwh(*, adjusted_baseline_kwh: Quantity, measured_energy_kwh: Quantity) -> Quantity:
    """Energy that a building saves, against its adjusted baseline.

    Parameters
    ----------
    adjusted_baseline_kwh : kWh, >= 0
        energy that it would have taken
    measured_energy_kwh : kWh, >= 0
        energy measured in the reporting period

    Returns
    -------
    kWh
        energy saved; below 0 where more is used

    Equation
    --------
    dE = E_adj - E_measured

    Validity
    --------
    One fuel; the energy of sensors and control is in the measurement where they hang on the meter.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    IPMVP (background reading); ITU-T L.1430 (12/2013), energy project.

    Status
    ------
    B-high

    Examples
    --------
    >>> building_saving_kwh(adjusted_baseline_kwh=9750, measured_energy_kwh=8250)
    1500
    """
    return adjusted_baseline_kwh - measured_energy_kwh


@method
def building_saving_ghg_kg(
    *, adjusted_baseline_kwh: Quantity, measured_energy_kwh: Quantity, energy_ghg_kg_per_kwh: Quantity
) -> Quantity:
    """GHG that a building saves, against its adjusted baseline.

    Parameters
    ----------
    adjusted_baseline_kwh : kWh, >= 0
        energy that it would have taken
    measured_energy_kwh : kWh, >= 0
        energy measured in the reporting period
    energy_ghg_kg_per_kwh : kg CO2e/kWh, >= 0
        factor of the fuel or electricity

    Returns
    -------
    kg CO2e
        second order effect, before rebound and the footprint of the control; below 0 where emissions rise

    Equation
    --------
    SOE = ( E_adj - E_measured ) * EF

    Validity
    --------
    One fuel. The footprint of the control is a figure of its own: solution_own_ghg_kg_per_year.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    ITU-T L.1430 (12/2013); ITU-T L.1480 (12/2022); IPMVP (form from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> building_saving_ghg_kg(adjusted_baseline_kwh=9750, measured_energy_kwh=8250, energy_ghg_kg_per_kwh=0.2)
    300.0
    """
    return (adjusted_baseline_kwh - measured_energy_kwh) * energy_ghg_kg_per_kwh


@method
def building_intensity_kwh_per_m2(*, yearly_energy_kwh: Quantity, heated_floor_m2: Quantity) -> Quantity:
    """Energy of a building in a year for each square metre.

    Parameters
    ----------
    yearly_energy_kwh : kWh, >= 0
        energy of a year
    heated_floor_m2 : m2, > 0
        floor area that is heated or cooled

    Returns
    -------
    kWh/m2
        intensity

    Equation
    --------
    e = E / A

    Validity
    --------
    Compare inside one use and climate only.

    Raises
    ------
    BadArgument where there is no floor.

    Source
    ------
    Arithmetic.

    Status
    ------
    D

    Examples
    --------
    >>> building_intensity_kwh_per_m2(yearly_energy_kwh=120000, heated_floor_m2=1000)
    120.0
    """
    return divided(yearly_energy_kwh, heated_floor_m2, "heated_floor_m2")
