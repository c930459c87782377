"""Smart grids: losses, curtailment, and loads that move to cleaner hours."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from greenict.methods.checks import divided, require, require_same_length
from greenict.methods.declaration import Quantity, Series, method

if TYPE_CHECKING:
    from numpy.typing import NDArray


@method
def grid_losses_ghg_kg(
    *, fed_energy_kwh: Quantity, loss_share: Quantity, grid_ghg_kg_per_kwh: Quantity
) -> Quantity:
    """GHG of the losses of a grid.

    Parameters
    ----------
    fed_energy_kwh : kWh, >= 0
        electricity fed into the grid
    loss_share : share, 0 to 1
        part of it that is lost
    grid_ghg_kg_per_kwh : kg CO2e/kWh, >= 0
        factor of the electricity fed in

    Returns
    -------
    kg CO2e
        GHG of the losses

    Equation
    --------
    I = l * E * EF

    Validity
    --------
    The factor is that of generation; one that holds losses already would count them twice.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    ITU-T L.1430 (12/2013), applied to a grid (form from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> grid_losses_ghg_kg(fed_energy_kwh=1000000, loss_share=0.08, grid_ghg_kg_per_kwh=0.5)
    40000.0
    """
    return fed_energy_kwh * loss_share * grid_ghg_kg_per_kwh


@method
def grid_saving_ghg_kg(
    *,
    fed_energy_kwh: Quantity,
    reference_loss_share: Quantity,
    loss_share: Quantity,
    grid_ghg_kg_per_kwh: Quantity,
    curtailment_avoided_kwh: Quantity = 0.0,
    displaced_ghg_kg_per_kwh: Quantity = 0.0,
) -> Quantity:
    """Saving of a smart grid: lower losses, and renewable power that is no longer turned down.

    Parameters
    ----------
    fed_energy_kwh : kWh, >= 0
        electricity fed into the grid
    reference_loss_share : share, 0 to 1
        part lost without the system
    loss_share : share, 0 to 1
        part lost with it
    grid_ghg_kg_per_kwh : kg CO2e/kWh, >= 0
        factor of the electricity fed in
    curtailment_avoided_kwh : kWh
        renewable power used that would have been turned down; below 0 where less is used
    displaced_ghg_kg_per_kwh : kg CO2e/kWh, >= 0
        factor of the power that it displaces

    Returns
    -------
    kg CO2e
        second order effect, before rebound and the footprint of meters and communication

    Equation
    --------
    SOE = ( l_0 - l_1 ) * E * EF + dC * EF_displaced

    Validity
    --------
    One grid and period; a saving is never taken from another country's study without saying so.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    ITU-T L.1430 (12/2013) and L.1480 (12/2022), applied to a grid (form from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> round(grid_saving_ghg_kg(
    ...     fed_energy_kwh=1000000, reference_loss_share=0.08, loss_share=0.07, grid_ghg_kg_per_kwh=0.5,
    ...     curtailment_avoided_kwh=2000, displaced_ghg_kg_per_kwh=0.4), 6)
    5800.0
    """
    losses = (reference_loss_share - loss_share) * fed_energy_kwh * grid_ghg_kg_per_kwh
    return losses + curtailment_avoided_kwh * displaced_ghg_kg_per_kwh


@method
def hourly_load_ghg_kg(*, hour_load_kwh: Series, hour_ghg_g_per_kwh: Series) -> float:
    """GHG of a load, hour by hour.

    Parameters
    ----------
    hour_load_kwh : list of kWh, >= 0
        electricity of each hour
    hour_ghg_g_per_kwh : list of g CO2e/kWh, >= 0
        factor of the grid in each hour

    Returns
    -------
    kg CO2e
        GHG of the load

    Equation
    --------
    I = sum_h E_h * EF_h / 1000

    Validity
    --------
    Both series begin in the same hour and clock. Hourly and yearly factors are never mixed in one figure.

    Raises
    ------
    BadArgument where the series differ in length.

    Source
    ------
    Arithmetic on hourly factors of a grid.

    Status
    ------
    D

    Examples
    --------
    >>> hourly_load_ghg_kg(hour_load_kwh=[1, 2, 3], hour_ghg_g_per_kwh=[500, 250, 100])
    1.3
    """
    require_same_length(hour_load_kwh, hour_ghg_g_per_kwh, "hour_load_kwh", "hour_ghg_g_per_kwh")
    return (
        float(np.dot(np.asarray(hour_load_kwh, dtype=float), np.asarray(hour_ghg_g_per_kwh, dtype=float)))
        / 1000
    )


@method
def load_mean_ghg_g_per_kwh(*, hour_load_kwh: Series, hour_ghg_g_per_kwh: Series) -> float:
    """Mean factor of the electricity of a load, weighted by its hours.

    Parameters
    ----------
    hour_load_kwh : list of kWh, >= 0
        electricity of each hour
    hour_ghg_g_per_kwh : list of g CO2e/kWh, >= 0
        factor of the grid in each hour

    Returns
    -------
    g CO2e/kWh
        mean factor of the load

    Equation
    --------
    EF = sum_h E_h * EF_h / sum_h E_h

    Validity
    --------
    Compare with the plain mean of the hours to see whether the load runs in clean hours.

    Raises
    ------
    BadArgument where the series differ in length or the load is 0.

    Source
    ------
    Arithmetic on hourly factors of a grid.

    Status
    ------
    D

    Examples
    --------
    >>> load_mean_ghg_g_per_kwh(hour_load_kwh=[1, 3], hour_ghg_g_per_kwh=[500, 100])
    200.0
    """
    total = hourly_load_ghg_kg(hour_load_kwh=hour_load_kwh, hour_ghg_g_per_kwh=hour_ghg_g_per_kwh) * 1000
    return divided(total, float(np.sum(hour_load_kwh)), "hour_load_kwh")


def _window(earliest: float, latest: float | None, hours: int) -> tuple[int, int]:
    """Return the first hour of a window and the hour after its last."""
    end = float(hours) if latest is None else latest
    for name, value in (("earliest_start_hours", earliest), ("latest_end_hours", end)):
        require(
            value == np.floor(value) and 0 <= value <= hours,
            name,
            value,
            f"give a whole hour from 0 to {hours}",
        )
    require(earliest < end, "earliest_start_hours", earliest, "give less than latest_end_hours")
    return int(earliest), int(end)


def _ghg_by_start(
    profile: Series, factors: Series, earliest: float, latest: float | None
) -> NDArray[np.float64]:
    """Return the GHG in kg of a profile for each start in the window."""
    first, end = _window(earliest, latest, len(factors))
    loads, grid = np.asarray(profile, dtype=float), np.asarray(factors, dtype=float)[first:end]
    require(
        loads.size <= grid.size,
        "profile_energy_kwh",
        f"{loads.size} hours",
        f"it does not fit the {grid.size} hours from earliest_start_hours to latest_end_hours",
    )
    return np.correlate(grid, loads, mode="valid") / 1000


@method
def best_start_hours(
    *,
    profile_energy_kwh: Series,
    hour_ghg_g_per_kwh: Series,
    earliest_start_hours: float = 0.0,
    latest_end_hours: float | None = None,
) -> float:
    """Hour at which a load that runs without a break should start, so that it emits least.

    Parameters
    ----------
    profile_energy_kwh : list of kWh, >= 0
        electricity of each hour of the load, from its start on
    hour_ghg_g_per_kwh : list of g CO2e/kWh, >= 0
        factor of the grid in each hour
    earliest_start_hours : h, 0 to 8784
        first hour that it may start in, the series beginning at 0
    latest_end_hours : h, 0 to 8784
        hour by which it must be done; the end of the series where not given

    Returns
    -------
    h
        hour of the start; the earliest of several that are equal

    Equation
    --------
    s = argmin_s sum_h E_h * EF_(s+h)

    Validity
    --------
    Hourly mean factors, forecast or measured. One load moved, not so many that the grid itself changes.

    Raises
    ------
    BadArgument where the load does not fit the window.

    Source
    ------
    Search over all starts; arithmetic.

    Status
    ------
    D

    Examples
    --------
    >>> best_start_hours(profile_energy_kwh=[2, 1], hour_ghg_g_per_kwh=[400, 300, 100, 200, 500])
    2.0
    """
    by_start = _ghg_by_start(profile_energy_kwh, hour_ghg_g_per_kwh, earliest_start_hours, latest_end_hours)
    return earliest_start_hours + float(np.argmin(by_start))


@method
def shifting_saving_ghg_kg(
    *,
    profile_energy_kwh: Series,
    hour_ghg_g_per_kwh: Series,
    usual_start_hours: float,
    earliest_start_hours: float = 0.0,
    latest_end_hours: float | None = None,
) -> float:
    """GHG saved by moving a load that runs without a break to its best window.

    Parameters
    ----------
    profile_energy_kwh : list of kWh, >= 0
        electricity of each hour of the load, from its start on
    hour_ghg_g_per_kwh : list of g CO2e/kWh, >= 0
        factor of the grid in each hour
    usual_start_hours : h, 0 to 8784
        hour in which it starts without the shift
    earliest_start_hours : h, 0 to 8784
        first hour that it may start in, the series beginning at 0
    latest_end_hours : h, 0 to 8784
        hour by which it must be done; the end of the series where not given

    Returns
    -------
    kg CO2e
        GHG saved; below 0 where the usual start lies outside the limits and is cleaner

    Equation
    --------
    dI = I(usual start) - min_s I(s)

    Validity
    --------
    Mean factors tell what the load is charged with; what the grid emits less follows marginal factors.

    Raises
    ------
    BadArgument where the load does not fit the series at its usual start, or not the window.

    Source
    ------
    ITU-T L.1480 (12/2022), reference and with ICT; search over all starts.

    Status
    ------
    D

    Examples
    --------
    >>> round(shifting_saving_ghg_kg(
    ...     profile_energy_kwh=[2, 1], hour_ghg_g_per_kwh=[400, 300, 100, 200, 500], usual_start_hours=1), 9)
    0.3
    """
    best = _ghg_by_start(profile_energy_kwh, hour_ghg_g_per_kwh, earliest_start_hours, latest_end_hours).min()
    everywhere = _ghg_by_start(profile_energy_kwh, hour_ghg_g_per_kwh, 0, None)
    require(
        usual_start_hours == np.floor(usual_start_hours) and usual_start_hours < everywhere.size,
        "usual_start_hours",
        usual_start_hours,
        f"give a whole hour from 0 to {everywhere.size - 1}, so that the load fits the series",
    )
    return float(everywhere[int(usual_start_hours)] - best)


def _flexible_ghg_kg(
    energy_kwh: float, power_kw: float, factors: Series, earliest: float, latest: float | None
) -> float:
    first, end = _window(earliest, latest, len(factors))
    cleanest = np.sort(np.asarray(factors, dtype=float)[first:end])
    require(
        energy_kwh <= power_kw * cleanest.size * (1 + 1e-12),
        "highest_power_kw",
        power_kw,
        f"{energy_kwh:g} kWh do not fit {cleanest.size} hours; give more power or a longer window",
    )
    left = energy_kwh - power_kw * np.arange(cleanest.size)
    return float(np.dot(np.clip(left, 0, power_kw), cleanest)) / 1000


@method
def flexible_load_ghg_kg(
    *,
    needed_energy_kwh: float,
    highest_power_kw: float,
    hour_ghg_g_per_kwh: Series,
    earliest_start_hours: float = 0.0,
    latest_end_hours: float | None = None,
) -> float:
    """GHG of a load that may pause, such as charging, in the cleanest hours of its window.

    Parameters
    ----------
    needed_energy_kwh : kWh, >= 0
        electricity needed by the end of the window
    highest_power_kw : kW, > 0
        highest power it can take
    hour_ghg_g_per_kwh : list of g CO2e/kWh, >= 0
        factor of the grid in each hour
    earliest_start_hours : h, 0 to 8784
        first hour of the window, the series beginning at 0
    latest_end_hours : h, 0 to 8784
        hour by which it must be done; the end of the series where not given

    Returns
    -------
    kg CO2e
        lowest GHG that the load can have

    Equation
    --------
    fill the hours from the cleanest on, each with at most P * 1 h

    Validity
    --------
    Pauses cost nothing here. Hourly mean factors.

    Raises
    ------
    BadArgument where the energy does not fit the window.

    Source
    ------
    Greedy filling, which is exact for one energy and one power; arithmetic.

    Status
    ------
    D

    Examples
    --------
    >>> flexible_load_ghg_kg(needed_energy_kwh=15, highest_power_kw=10, hour_ghg_g_per_kwh=[400, 100, 300, 200])
    2.0
    """
    return _flexible_ghg_kg(
        needed_energy_kwh, highest_power_kw, hour_ghg_g_per_kwh, earliest_start_hours, latest_end_hours
    )


@method
def flexible_saving_ghg_kg(
    *,
    usual_load_kwh: Series,
    hour_ghg_g_per_kwh: Series,
    highest_power_kw: float,
    earliest_start_hours: float = 0.0,
    latest_end_hours: float | None = None,
) -> float:
    """GHG saved by moving a load that may pause to the cleanest hours of its window.

    Parameters
    ----------
    usual_load_kwh : list of kWh, >= 0
        electricity of each hour without the shift
    hour_ghg_g_per_kwh : list of g CO2e/kWh, >= 0
        factor of the grid in each hour
    highest_power_kw : kW, > 0
        highest power it can take
    earliest_start_hours : h, 0 to 8784
        first hour of the window, the series beginning at 0
    latest_end_hours : h, 0 to 8784
        hour by which it must be done; the end of the series where not given

    Returns
    -------
    kg CO2e
        GHG saved with the same electricity; below 0 where the limits are dirtier than the usual hours

    Equation
    --------
    dI = sum_h E_h * EF_h / 1000 - lowest GHG of the same electricity in the window

    Validity
    --------
    Mean factors tell what the load is charged with; what the grid emits less follows marginal factors.

    Raises
    ------
    BadArgument where the series differ in length or the energy does not fit the window.

    Source
    ------
    ITU-T L.1480 (12/2022), reference and with ICT; greedy filling.

    Status
    ------
    D

    Examples
    --------
    >>> flexible_saving_ghg_kg(
    ...     usual_load_kwh=[10, 5, 0, 0], hour_ghg_g_per_kwh=[400, 100, 300, 200], highest_power_kw=10)
    2.5
    """
    usual = hourly_load_ghg_kg(hour_load_kwh=usual_load_kwh, hour_ghg_g_per_kwh=hour_ghg_g_per_kwh)
    moved = _flexible_ghg_kg(
        float(np.sum(usual_load_kwh)),
        highest_power_kw,
        hour_ghg_g_per_kwh,
        earliest_start_hours,
        latest_end_hours,
    )
    return usual - moved
