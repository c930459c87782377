"""Water networks: what is lost, and the water, energy and GHG that finding and mending leaks saves."""

from __future__ import annotations

import numpy as np

from greenict.methods.checks import divided, require
from greenict.methods.declaration import Quantity, method

_DENSITY_KG_PER_M3 = 1000.0
_GRAVITY_M_PER_S2 = 9.80665
_J_PER_KWH = 3.6e6


@method
def lost_water_m3(*, network_input_m3: Quantity, authorised_use_m3: Quantity) -> Quantity:
    """Water that a network loses, by its water balance.

    Parameters
    ----------
    network_input_m3 : m3, >= 0
        water put into the network
    authorised_use_m3 : m3, >= 0
        water that customers and the utility used, billed or not

    Returns
    -------
    m3
        real and apparent losses together

    Equation
    --------
    V_lost = V_in - V_used

    Validity
    --------
    A whole year, with meters read at both ends. Apparent losses are wrong meters and theft.

    Raises
    ------
    BadArgument where more is used than was put in.

    Source
    ------
    International Water Association, standard water balance (background reading).

    Status
    ------
    B-high

    Examples
    --------
    >>> lost_water_m3(network_input_m3=1000000, authorised_use_m3=800000)
    200000
    """
    require(
        np.asarray(authorised_use_m3) <= network_input_m3,
        "authorised_use_m3",
        authorised_use_m3,
        "give at most network_input_m3",
    )
    return network_input_m3 - authorised_use_m3


@method
def saved_water_m3(
    *, reference_leakage_m3_per_day: Quantity, leakage_m3_per_day: Quantity, compared_days: Quantity
) -> Quantity:
    """Water saved by finding and mending leaks.

    Parameters
    ----------
    reference_leakage_m3_per_day : m3/d, >= 0
        leakage without the ICT solution
    leakage_m3_per_day : m3/d, >= 0
        leakage with it
    compared_days : d, >= 0
        days compared

    Returns
    -------
    m3
        water saved; below 0 where leakage grew

    Equation
    --------
    dV = ( L_0 - L_1 ) * days

    Validity
    --------
    The reference is what leakage would have been, with the repairs made without the solution.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    ITU-T L.1430 (12/2013), baseline and project; arithmetic.

    Status
    ------
    D

    Examples
    --------
    >>> saved_water_m3(reference_leakage_m3_per_day=240, leakage_m3_per_day=90, compared_days=365)
    54750
    """
    return (reference_leakage_m3_per_day - leakage_m3_per_day) * compared_days


@method
def pumping_energy_kwh(
    *, pumped_water_m3: Quantity, lift_m: Quantity, pump_efficiency_share: Quantity
) -> Quantity:
    """Electricity to lift water.

    Parameters
    ----------
    pumped_water_m3 : m3, >= 0
        water pumped
    lift_m : m, >= 0
        height, with the head lost in pipes
    pump_efficiency_share : share, 0 to 1
        efficiency of pump and motor together

    Returns
    -------
    kWh
        electricity of the pump

    Equation
    --------
    E = V * 1000 kg/m3 * 9.80665 m/s2 * H / eta / 3.6e6

    Validity
    --------
    Fresh water of about 1,000 kg for each cubic metre.

    Raises
    ------
    BadArgument where the efficiency is 0.

    Source
    ------
    Potential energy; standard gravity.

    Status
    ------
    D

    Examples
    --------
    >>> round(pumping_energy_kwh(pumped_water_m3=1000, lift_m=36, pump_efficiency_share=0.5), 4)
    196.133
    """
    work_j = pumped_water_m3 * _DENSITY_KG_PER_M3 * _GRAVITY_M_PER_S2 * lift_m
    return divided(work_j / _J_PER_KWH, pump_efficiency_share, "pump_efficiency_share")


@method
def saved_water_energy_kwh(*, saved_water_m3: Quantity, water_energy_kwh_per_m3: Quantity) -> Quantity:
    """Electricity saved with water: winning, treating and pumping it.

    Parameters
    ----------
    saved_water_m3 : m3
        water saved; below 0 where more is used
    water_energy_kwh_per_m3 : kWh/m3, >= 0
        electricity for each cubic metre put into the network

    Returns
    -------
    kWh
        electricity saved

    Equation
    --------
    dE = dV * e_w

    Validity
    --------
    The figure of the utility itself; it differs tenfold between places. Waste water is apart.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    Form of ITU-T L.1430 (12/2013) for a water network (background reading).

    Status
    ------
    B-high

    Examples
    --------
    >>> saved_water_energy_kwh(saved_water_m3=50000, water_energy_kwh_per_m3=0.5)
    25000.0
    """
    return saved_water_m3 * water_energy_kwh_per_m3


@method
def water_saving_ghg_kg(
    *,
    saved_water_m3: Quantity,
    water_energy_kwh_per_m3: Quantity,
    grid_ghg_kg_per_kwh: Quantity,
    treatment_ghg_kg_per_m3: Quantity = 0.0,
) -> Quantity:
    """GHG that saved water avoids, before the footprint of the ICT.

    Parameters
    ----------
    saved_water_m3 : m3
        water saved; below 0 where more is used
    water_energy_kwh_per_m3 : kWh/m3, >= 0
        electricity for each cubic metre put into the network
    grid_ghg_kg_per_kwh : kg CO2e/kWh, >= 0
        factor of the electricity
    treatment_ghg_kg_per_m3 : kg CO2e/m3, >= 0
        GHG of chemicals and sludge for each cubic metre

    Returns
    -------
    kg CO2e
        second order effect; below 0 where emissions rise

    Equation
    --------
    dI = dV * ( e_w * EF + t )

    Validity
    --------
    The footprint of meters, network and data centre is apart: solution_own_ghg_kg_per_year.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    Form of ITU-T L.1430 (12/2013) and L.1480 (12/2022) for a water network (background reading).

    Status
    ------
    B-high

    Examples
    --------
    >>> water_saving_ghg_kg(
    ...     saved_water_m3=50000, water_energy_kwh_per_m3=0.5, grid_ghg_kg_per_kwh=0.5, treatment_ghg_kg_per_m3=0.25)
    25000.0
    """
    return saved_water_m3 * (water_energy_kwh_per_m3 * grid_ghg_kg_per_kwh + treatment_ghg_kg_per_m3)
