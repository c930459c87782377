"""Organisations: the inventory by scopes, and the uncertainty of what is summed and multiplied.

Scope 2 by location and by market are two figures; they are shown side by side and never netted.
"""

from __future__ import annotations

import numpy as np

from greenict.methods.checks import divided, require, require_same_length
from greenict.methods.declaration import Quantity, Series, method


@method
def scope1_fuel_ghg_kg(*, fuel_energy_kwh: Quantity, fuel_ghg_kg_per_kwh: Quantity) -> Quantity:
    """Scope 1 GHG of a fuel burnt, such as in back-up generators and vehicles.

    Parameters
    ----------
    fuel_energy_kwh : kWh, >= 0
        energy of the fuel
    fuel_ghg_kg_per_kwh : kg CO2e/kWh, >= 0
        combustion factor of the fuel on the same heating value

    Returns
    -------
    kg CO2e
        GHG of burning the fuel

    Equation
    --------
    I = E_fuel * EF

    Validity
    --------
    Combustion only; the supply of the fuel is scope 3, category 3.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    ITU-T L.1420 (02/2012), quantification; GHG Protocol Corporate Standard (reading from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> scope1_fuel_ghg_kg(fuel_energy_kwh=10000, fuel_ghg_kg_per_kwh=0.25)
    2500.0
    """
    return fuel_energy_kwh * fuel_ghg_kg_per_kwh


@method
def scope2_location_ghg_t(*, site_energy_mwh: Series, site_ghg_t_per_mwh: Series) -> float:
    """Scope 2 GHG by location: electricity of the sites with the mean factor of each grid.

    Parameters
    ----------
    site_energy_mwh : list of MWh, >= 0
        electricity of each site
    site_ghg_t_per_mwh : list of t CO2e/MWh, >= 0
        mean factor of the grid of each site

    Returns
    -------
    t CO2e
        scope 2 by location

    Equation
    --------
    I = sum_s E_s * EF_s

    Validity
    --------
    Contracts change nothing; losses of the grid are scope 3, category 3.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    GHG Protocol, Scope 2 Guidance; ITU-T L.1420 (02/2012) (reading from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> scope2_location_ghg_t(site_energy_mwh=[1000, 500], site_ghg_t_per_mwh=[0.4, 0.2])
    500.0
    """
    require_same_length(site_energy_mwh, site_ghg_t_per_mwh, "site_energy_mwh", "site_ghg_t_per_mwh")
    return float(
        np.dot(np.asarray(site_energy_mwh, dtype=float), np.asarray(site_ghg_t_per_mwh, dtype=float))
    )


@method
def scope2_market_ghg_t(
    *,
    used_energy_mwh: Quantity,
    contract_energy_mwh: Quantity,
    contract_ghg_t_per_mwh: Quantity,
    residual_ghg_t_per_mwh: Quantity,
) -> Quantity:
    """Scope 2 GHG by market: contracts first, the residual mix for the rest.

    Parameters
    ----------
    used_energy_mwh : MWh, >= 0
        all electricity used
    contract_energy_mwh : MWh, >= 0
        of it under contracts: certificates, purchase agreements, supplier factors
    contract_ghg_t_per_mwh : t CO2e/MWh, >= 0
        mean factor of the contracts
    residual_ghg_t_per_mwh : t CO2e/MWh, >= 0
        residual mix; the mean of the grid where none is published, and then the report says so

    Returns
    -------
    t CO2e
        scope 2 by market

    Equation
    --------
    I = E_contract * EF_contract + (E - E_contract) * EF_residual

    Validity
    --------
    A contract counts once and in its own market and year.

    Raises
    ------
    BadArgument where the contracts exceed the electricity used.

    Source
    ------
    GHG Protocol, Scope 2 Guidance; ITU-T L.1420 (02/2012) (reading from background).

    Status
    ------
    B-high, case S

    Examples
    --------
    >>> scope2_market_ghg_t(
    ...     used_energy_mwh=10000, contract_energy_mwh=6000, contract_ghg_t_per_mwh=0, residual_ghg_t_per_mwh=0.5)
    2000.0
    """
    require(
        np.asarray(contract_energy_mwh) <= used_energy_mwh,
        "contract_energy_mwh",
        contract_energy_mwh,
        "give at most used_energy_mwh",
    )
    rest_mwh = used_energy_mwh - contract_energy_mwh
    return contract_energy_mwh * contract_ghg_t_per_mwh + rest_mwh * residual_ghg_t_per_mwh


@method
def scopes_1_2_location_ghg_t(*, scope1_ghg_t: Quantity, scope2_location_ghg_t: Quantity) -> Quantity:
    """GHG of scopes 1 and 2, with scope 2 by location.

    Parameters
    ----------
    scope1_ghg_t : t CO2e, >= 0
        scope 1
    scope2_location_ghg_t : t CO2e, >= 0
        scope 2 by location

    Returns
    -------
    t CO2e
        scopes 1 and 2 by location

    Equation
    --------
    I = S1 + S2_location

    Validity
    --------
    The total by market is another figure and stands beside it.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    ITU-T L.1420 (02/2012); GHG Protocol Corporate Standard.

    Status
    ------
    V

    Examples
    --------
    >>> scopes_1_2_location_ghg_t(scope1_ghg_t=625, scope2_location_ghg_t=2803)
    3428
    """
    return scope1_ghg_t + scope2_location_ghg_t


@method
def scopes_1_2_market_ghg_t(*, scope1_ghg_t: Quantity, scope2_market_ghg_t: Quantity) -> Quantity:
    """GHG of scopes 1 and 2, with scope 2 by market.

    Parameters
    ----------
    scope1_ghg_t : t CO2e, >= 0
        scope 1
    scope2_market_ghg_t : t CO2e, >= 0
        scope 2 by market

    Returns
    -------
    t CO2e
        scopes 1 and 2 by market

    Equation
    --------
    I = S1 + S2_market

    Validity
    --------
    The total by location is another figure and stands beside it.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    ITU-T L.1420 (02/2012); GHG Protocol Corporate Standard.

    Status
    ------
    V

    Examples
    --------
    >>> scopes_1_2_market_ghg_t(scope1_ghg_t=625, scope2_market_ghg_t=1357)
    1982
    """
    return scope1_ghg_t + scope2_market_ghg_t


@method
def scope3_purchased_ghg_kg(*, purchased_pieces: Quantity, production_ghg_kg_per_piece: Quantity) -> Quantity:
    """Scope 3 GHG of goods bought, categories 1 and 2, from the footprint of one piece.

    Parameters
    ----------
    purchased_pieces : pieces, >= 0
        pieces bought in the year
    production_ghg_kg_per_piece : kg CO2e/piece, >= 0
        GHG of one piece up to the gate of its maker

    Returns
    -------
    kg CO2e
        GHG of what was bought

    Equation
    --------
    I = n * F

    Validity
    --------
    All of it in the year of purchase; nothing is spread over the life.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    GHG Protocol, Scope 3 Standard, categories 1 and 2 (reading from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> scope3_purchased_ghg_kg(purchased_pieces=200, production_ghg_kg_per_piece=150)
    30000
    """
    return purchased_pieces * production_ghg_kg_per_piece


@method
def scope3_supplier_share_ghg_kg(*, supplier_ghg_kg: Quantity, bought_share: Quantity) -> Quantity:
    """Scope 3 GHG of purchases, from a share of a supplier's own footprint.

    Parameters
    ----------
    supplier_ghg_kg : kg CO2e, >= 0
        footprint of the supplier, its scopes 1 to 3 upstream
    bought_share : share, 0 to 1
        part of the supplier's sales that were bought

    Returns
    -------
    kg CO2e
        part of the supplier's footprint

    Equation
    --------
    I = I_supplier * share

    Validity
    --------
    Where no footprint of the goods is known.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    GHG Protocol, Scope 3 Standard, hybrid method (reading from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> scope3_supplier_share_ghg_kg(supplier_ghg_kg=1000000, bought_share=0.02)
    20000.0
    """
    return supplier_ghg_kg * bought_share


@method
def scope3_grid_losses_ghg_kg(
    *, used_energy_kwh: Quantity, grid_loss_share: Quantity, grid_ghg_kg_per_kwh: Quantity
) -> Quantity:
    """Scope 3 GHG of grid losses of the electricity bought, category 3.

    Parameters
    ----------
    used_energy_kwh : kWh, >= 0
        electricity bought
    grid_loss_share : share, 0 to 1
        losses for each unit of electricity delivered
    grid_ghg_kg_per_kwh : kg CO2e/kWh, >= 0
        factor of generation

    Returns
    -------
    kg CO2e
        GHG of the losses

    Equation
    --------
    I = E * loss * EF

    Validity
    --------
    Losses for each unit delivered, not for each unit generated; not where the factor already includes them.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    GHG Protocol, Scope 3 Standard, category 3 (reading from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> scope3_grid_losses_ghg_kg(used_energy_kwh=100000, grid_loss_share=0.0625, grid_ghg_kg_per_kwh=0.5)
    3125.0
    """
    return used_energy_kwh * grid_loss_share * grid_ghg_kg_per_kwh


@method
def scope3_use_of_sold_ghg_kg(
    *,
    sold_pieces: Quantity,
    annual_energy_kwh_per_year: Quantity,
    lifetime_years: Quantity,
    market_ghg_kg_per_kwh: Quantity,
) -> Quantity:
    """Scope 3 GHG of the use of products sold, category 11.

    Parameters
    ----------
    sold_pieces : pieces, >= 0
        pieces sold in the year
    annual_energy_kwh_per_year : kWh/yr, >= 0
        electricity of one in a year
    lifetime_years : yr, > 0
        years in use
    market_ghg_kg_per_kwh : kg CO2e/kWh, >= 0
        factor of the electricity where they are used

    Returns
    -------
    kg CO2e
        GHG of their whole use, in the year of sale

    Equation
    --------
    I = n * E_year * L * EF

    Validity
    --------
    The whole life counts in the year of sale.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    GHG Protocol, Scope 3 Standard, category 11 (reading from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> scope3_use_of_sold_ghg_kg(sold_pieces=1000, annual_energy_kwh_per_year=20, lifetime_years=4, market_ghg_kg_per_kwh=0.5)
    40000.0
    """
    return sold_pieces * annual_energy_kwh_per_year * lifetime_years * market_ghg_kg_per_kwh


@method
def base_year_change_share(*, base_ghg_t: Quantity, changed_ghg_t: Quantity) -> Quantity:
    """Share by which a structural change moves the base year; above the threshold the base year is recalculated.

    Parameters
    ----------
    base_ghg_t : t CO2e, > 0
        base year as it was reported
    changed_ghg_t : t CO2e, >= 0
        base year as the new structure would have it

    Returns
    -------
    share
        size of the change; 0.05 is a common threshold

    Equation
    --------
    c = | I_new - I_base | / I_base

    Validity
    --------
    Purchases, sales and outsourcing of parts; not growth.

    Raises
    ------
    BadArgument where the base year is 0.

    Source
    ------
    GHG Protocol Corporate Standard, tracking over time; ITU-T L.1420 (02/2012) (reading from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> float(base_year_change_share(base_ghg_t=1000, changed_ghg_t=1080))
    0.08
    """
    return np.absolute(divided(changed_ghg_t - base_ghg_t, base_ghg_t, "base_ghg_t"))


@method
def scope3_spend_ghg_kg(
    *, spent_currency: Quantity, sector_ghg_kg_per_currency: Quantity, price_ratio: Quantity = 1.0
) -> Quantity:
    """Scope 3 GHG of purchases from the money spent, categories 1 and 2, where nothing better is known.

    Parameters
    ----------
    spent_currency : currency, >= 0
        money spent, without taxes, in the year of the factor
    sector_ghg_kg_per_currency : kg CO2e/currency, >= 0
        factor of the sector in an input-output table
    price_ratio : ratio, > 0
        prices of the year of the factor over prices of the year of the purchase

    Returns
    -------
    kg CO2e
        GHG of the purchases

    Equation
    --------
    I = money * price * F

    Validity
    --------
    The fallback: it sees no difference between suppliers, and a cheaper price looks cleaner.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    GHG Protocol, Scope 3 Standard, spend-based method (reading from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> scope3_spend_ghg_kg(spent_currency=100000, sector_ghg_kg_per_currency=0.25)
    25000.0
    """
    return spent_currency * price_ratio * sector_ghg_kg_per_currency


@method
def scope3_fuel_supply_ghg_kg(*, bought_energy_kwh: Quantity, supply_ghg_kg_per_kwh: Quantity) -> Quantity:
    """Scope 3 GHG of the supply of fuels and electricity, category 3, without grid losses.

    Parameters
    ----------
    bought_energy_kwh : kWh, >= 0
        energy bought
    supply_ghg_kg_per_kwh : kg CO2e/kWh, >= 0
        factor from extraction to delivery, without combustion

    Returns
    -------
    kg CO2e
        GHG of the supply

    Equation
    --------
    I = E * F_supply

    Validity
    --------
    Not where a life-cycle factor was used in scopes 1 and 2 already; grid losses with
    scope3_grid_losses_ghg_kg.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    GHG Protocol, Scope 3 Standard, category 3 (reading from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> scope3_fuel_supply_ghg_kg(bought_energy_kwh=10000, supply_ghg_kg_per_kwh=0.0625)
    625.0
    """
    return bought_energy_kwh * supply_ghg_kg_per_kwh
