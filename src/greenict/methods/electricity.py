"""Electricity in use: from power and hours to energy, and from energy to GHG.

Factors of electricity are life-cycle factors, with fuel supply and grid losses, unless the name says otherwise.
"""

from __future__ import annotations

import numpy as np

from greenict.methods.checks import divided, require, require_same_length
from greenict.methods.declaration import Quantity, Series, method


@method
def energy_by_modes_kwh_per_year(*, mode_power_w: Series, mode_hours_per_year: Series) -> float:
    """Electricity of a device in a year, by its power modes.

    Parameters
    ----------
    mode_power_w : list of W, >= 0
        power in each mode, such as active, idle, off
    mode_hours_per_year : list of h/yr, 0 to 8784
        hours in each mode in a year

    Returns
    -------
    kWh/yr
        electricity in a year

    Equation
    --------
    E = sum_mode P_mode * h_mode / 1000

    Validity
    --------
    The modes do not overlap; together they last a year of 8784 hours at most.

    Raises
    ------
    BadArgument where the lists differ in length or the hours exceed a year.

    Source
    ------
    ITU-T L.1410 (11/2024), use stage (reading from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> energy_by_modes_kwh_per_year(mode_power_w=[50, 2], mode_hours_per_year=[2000, 6760])
    113.52
    """
    require_same_length(mode_power_w, mode_hours_per_year, "mode_power_w", "mode_hours_per_year")
    hours = np.asarray(mode_hours_per_year, dtype=float)
    require(
        np.sum(hours) <= 8784, "mode_hours_per_year", mode_hours_per_year, "a year has 8784 hours at most"
    )
    return float(np.dot(np.asarray(mode_power_w, dtype=float), hours)) / 1000


@method
def annual_energy_kwh_per_year(
    *,
    active_power_w: Quantity,
    use_hours_per_day: Quantity,
    use_days_per_year: Quantity = 365.0,
    quantity_pieces: Quantity = 1.0,
) -> Quantity:
    """Electricity of devices in a year, from one power and hours of use.

    Parameters
    ----------
    active_power_w : W, >= 0
        power in use
    use_hours_per_day : h/d, 0 to 24
        hours of use a day
    use_days_per_year : d/yr, 0 to 366
        days of use in a year
    quantity_pieces : pieces, >= 0
        number of devices

    Returns
    -------
    kWh/yr
        electricity in a year

    Equation
    --------
    E = n * P / 1000 * h * d

    Validity
    --------
    One power stands for all modes.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    ITU-T L.1410 (11/2024), use stage (reading from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> annual_energy_kwh_per_year(active_power_w=20, use_hours_per_day=5, use_days_per_year=220)
    22.0
    """
    return quantity_pieces * active_power_w / 1000 * use_hours_per_day * use_days_per_year


@method
def use_energy_kwh(
    *,
    annual_energy_kwh_per_year: Quantity,
    lifetime_years: Quantity,
    quantity_pieces: Quantity = 1.0,
    pue_ratio: Quantity = 1.0,
) -> Quantity:
    """Electricity of devices over their life.

    Parameters
    ----------
    annual_energy_kwh_per_year : kWh/yr, >= 0
        electricity that one device takes in a year
    lifetime_years : yr, > 0
        years in use
    quantity_pieces : pieces, >= 0
        number of devices
    pue_ratio : ratio, >= 1
        power usage effectiveness of the place; 1 outside a data centre

    Returns
    -------
    kWh
        electricity over the life

    Equation
    --------
    E = n * E_year * L * PUE

    Validity
    --------
    The yearly electricity does not change over the life.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    ITU-T L.1410 (11/2024), use stage (reading from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> use_energy_kwh(annual_energy_kwh_per_year=30, lifetime_years=5)
    150.0
    """
    return quantity_pieces * annual_energy_kwh_per_year * lifetime_years * pue_ratio


@method
def electricity_ghg_kg(
    *, used_energy_kwh: Quantity, grid_ghg_kg_per_kwh: Quantity, pue_ratio: Quantity = 1.0
) -> Quantity:
    """GHG of electricity.

    Parameters
    ----------
    used_energy_kwh : kWh, >= 0
        electricity used
    grid_ghg_kg_per_kwh : kg CO2e/kWh, >= 0
        factor of the electricity at the place and year
    pue_ratio : ratio, >= 1
        power usage effectiveness, where the energy is that of IT equipment in a data centre

    Returns
    -------
    kg CO2e
        GHG of the electricity

    Equation
    --------
    I = E * PUE * EF

    Validity
    --------
    One place and one year; a life-cycle factor where the result is a life-cycle result.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    ITU-T L.1410 (11/2024), electricity supply (reading from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> electricity_ghg_kg(used_energy_kwh=1000, grid_ghg_kg_per_kwh=0.475)
    475.0
    """
    return used_energy_kwh * pue_ratio * grid_ghg_kg_per_kwh


@method
def device_use_ghg_g(
    *,
    active_power_w: Quantity,
    duration_hours: Quantity,
    grid_ghg_g_per_kwh: Quantity,
    quantity_pieces: Quantity = 1.0,
) -> Quantity:
    """GHG of using devices for some hours.

    Parameters
    ----------
    active_power_w : W, >= 0
        power of one device
    duration_hours : h, >= 0
        hours of use
    grid_ghg_g_per_kwh : g CO2e/kWh, >= 0
        factor of the electricity
    quantity_pieces : pieces, >= 0
        number of devices

    Returns
    -------
    g CO2e
        GHG of the electricity

    Equation
    --------
    I = n * P / 1000 * h * EF

    Validity
    --------
    Use only: nothing of the production of the devices.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    ITU-T L.1410 (11/2024), use stage; as in the ADEME model publicodes-acv-numerique 2.1.0.

    Status
    ------
    V,R

    Examples
    --------
    >>> round(device_use_ghg_g(active_power_w=26.5, duration_hours=1, grid_ghg_g_per_kwh=51.9, quantity_pieces=2), 4)
    2.7507
    """
    return quantity_pieces * active_power_w / 1000 * duration_hours * grid_ghg_g_per_kwh


@method
def mix_ghg_g_per_kwh(*, source_energy_kwh: Series, source_ghg_g_per_kwh: Series) -> float:
    """Factor of a mix of electricity, as the mean of its sources.

    Parameters
    ----------
    source_energy_kwh : list of kWh, >= 0
        electricity from each source
    source_ghg_g_per_kwh : list of g CO2e/kWh, >= 0
        factor of each source

    Returns
    -------
    g CO2e/kWh
        mean factor of the mix

    Equation
    --------
    EF = sum_s E_s * EF_s / sum_s E_s

    Validity
    --------
    All factors on one basis: life cycle, or combustion.

    Raises
    ------
    BadArgument where the lists differ in length or the energy adds up to 0.

    Source
    ------
    Mean weighted by energy; arithmetic.

    Status
    ------
    D

    Examples
    --------
    >>> mix_ghg_g_per_kwh(source_energy_kwh=[900, 100], source_ghg_g_per_kwh=[400, 800])
    440.0
    """
    require_same_length(source_energy_kwh, source_ghg_g_per_kwh, "source_energy_kwh", "source_ghg_g_per_kwh")
    energy = np.asarray(source_energy_kwh, dtype=float)
    total = float(np.dot(energy, np.asarray(source_ghg_g_per_kwh, dtype=float)))
    return divided(total, float(np.sum(energy)), "source_energy_kwh")
