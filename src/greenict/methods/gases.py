"""Greenhouse gases: what a mass of gas is worth in CO2, and refrigerants that leak."""

from __future__ import annotations

import numpy as np

from greenict.methods.checks import require
from greenict.methods.constants import gwp
from greenict.methods.declaration import Quantity, method


@method
def gas_ghg_kg(*, gas: str, gas_mass_kg: Quantity = 1.0, gwp_set: str = "AR6 GWP100") -> Quantity:
    """GHG of a mass of gas set free.

    Parameters
    ----------
    gas : text
        gas as the table writes it: CO2, CH4, CH4 fossil, N2O, SF6, HFC134a, ...
    gas_mass_kg : kg, >= 0
        mass set free
    gwp_set : one of SAR GWP100, TAR GWP100, AR4 GWP100, AR5 GWP100, AR5 GWP100 with feedback, AR6 GWP100, TAR GWP20, AR6 GWP20, TAR GWP500, AR6 GWP500
        assessment report of the IPCC and time horizon

    Returns
    -------
    kg CO2e
        GHG of the gas

    Equation
    --------
    I = m * GWP(gas, set)

    Validity
    --------
    One set for all figures of a report. CH4 of AR6 is the mean value 27.9; CH4 fossil is 29.8 (from background).

    Raises
    ------
    UnknownName where the table has no such gas, or no value of the set for it.

    Source
    ------
    IPCC assessment reports SAR to AR6, compiled in globalwarmingpotentials 0.13.2 (CC0).

    Status
    ------
    V

    Examples
    --------
    >>> gas_ghg_kg(gas="CH4", gas_mass_kg=1.0, gwp_set="AR5 GWP100")
    28.0
    """
    return gas_mass_kg * gwp(gas, gwp_set)


@method
def scope1_refrigerant_ghg_kg_per_year(
    *, gas: str, charge_kg: Quantity, leak_share_per_year: Quantity, gwp_set: str = "AR6 GWP100"
) -> Quantity:
    """Scope 1 GHG of refrigerant that leaks, from the charge and the leak rate.

    Parameters
    ----------
    gas : text
        refrigerant as the table of gases writes it, such as HFC134a
    charge_kg : kg, >= 0
        charge of the equipment
    leak_share_per_year : share/yr, 0 to 1
        part of the charge that leaks in a year
    gwp_set : one of SAR GWP100, TAR GWP100, AR4 GWP100, AR5 GWP100, AR5 GWP100 with feedback, AR6 GWP100
        assessment report of the IPCC

    Returns
    -------
    kg CO2e/yr
        GHG of the leak in a year

    Equation
    --------
    I = m * leak rate * GWP

    Validity
    --------
    Operation; leaks at filling and disposal are apart. A mixture is the sum of its gases.

    Raises
    ------
    UnknownName where the table has no such gas, or no value of the set for it.

    Source
    ------
    ITU-T L.1420 (02/2012), quantification; IPCC warming potentials (reading from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> round(scope1_refrigerant_ghg_kg_per_year(gas="HFC134a", charge_kg=50, leak_share_per_year=0.1), 6)
    7650.0
    """
    return charge_kg * leak_share_per_year * gwp(gas, gwp_set)


@method
def refrigerant_balance_ghg_kg(
    *,
    gas: str,
    opening_stock_kg: Quantity,
    purchased_kg: Quantity,
    closing_stock_kg: Quantity,
    returned_kg: Quantity = 0.0,
    capacity_increase_kg: Quantity = 0.0,
    gwp_set: str = "AR6 GWP100",
) -> Quantity:
    """Scope 1 GHG of refrigerant by mass balance.

    Parameters
    ----------
    gas : text
        refrigerant as the table of gases writes it, such as HFC134a
    opening_stock_kg : kg, >= 0
        refrigerant in store at the start
    purchased_kg : kg, >= 0
        bought in the year
    closing_stock_kg : kg, >= 0
        in store at the end
    returned_kg : kg, >= 0
        sent back or destroyed
    capacity_increase_kg : kg
        more charge in equipment at the end than at the start
    gwp_set : one of SAR GWP100, TAR GWP100, AR4 GWP100, AR5 GWP100, AR5 GWP100 with feedback, AR6 GWP100
        assessment report of the IPCC

    Returns
    -------
    kg CO2e
        GHG of what was lost

    Equation
    --------
    I = (opening + purchased - closing - returned - increase) * GWP

    Validity
    --------
    A year with an inventory of stores at both ends.

    Raises
    ------
    UnknownName for an unknown gas; BadArgument where more comes out than went in.

    Source
    ------
    GHG Protocol Corporate Standard, mass balance of refrigerants (reading from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> refrigerant_balance_ghg_kg(gas="HFC134a", opening_stock_kg=20, purchased_kg=30, closing_stock_kg=40)
    15300.0
    """
    lost_kg = opening_stock_kg + purchased_kg - closing_stock_kg - returned_kg - capacity_increase_kg
    require(
        np.asarray(lost_kg) >= 0,
        "closing_stock_kg",
        closing_stock_kg,
        "more comes out than went in; mend the stores",
    )
    return lost_kg * gwp(gas, gwp_set)
