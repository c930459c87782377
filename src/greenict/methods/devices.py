"""Devices: the life cycle by stage, the use stage, and yearly shares.

Amounts for a device are over its whole life unless the name says otherwise. The boundary is that of
Recommendation ITU-T L.1410: raw materials, production, use and end of life, with transport inside each.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from greenict.methods.checks import divided, require
from greenict.methods.declaration import Quantity, method

if TYPE_CHECKING:
    from datetime import date


@method
def device_life_cycle_ghg_g(
    *,
    manufacturing_ghg_g: Quantity,
    distribution_ghg_g: Quantity,
    end_of_life_ghg_g: Quantity,
    active_power_w: Quantity,
    use_hours_per_day: Quantity,
    lifetime_years: Quantity,
    grid_ghg_g_per_kwh: Quantity,
    use_days_per_year: Quantity = 365.0,
) -> Quantity:
    """GHG of one device over its life, as the sum of its stages.

    Parameters
    ----------
    manufacturing_ghg_g : g CO2e, >= 0
        raw materials and production
    distribution_ghg_g : g CO2e, >= 0
        transport to the user
    end_of_life_ghg_g : g CO2e, >= 0
        treatment after use, without credits for recycling
    active_power_w : W, >= 0
        electrical power while in use
    use_hours_per_day : h/d, 0 to 24
        hours of use on a day of use
    lifetime_years : yr, > 0
        years in use
    grid_ghg_g_per_kwh : g CO2e/kWh, >= 0
        life-cycle factor of the electricity
    use_days_per_year : d/yr, 0 to 366
        days of use in a year

    Returns
    -------
    g CO2e
        life-cycle GHG of one device

    Equation
    --------
    I = I_manufacturing + I_distribution + P / 1000 * h * d * L * EF + I_end_of_life

    Validity
    --------
    One power stands for all modes; where modes differ, sum them with energy_by_modes_kwh_per_year.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    ITU-T L.1410 (11/2024), life-cycle stages; stage data in the form of the ADEME model publicodes-acv-numerique 2.1.0.

    Status
    ------
    V,R

    Examples
    --------
    >>> total = device_life_cycle_ghg_g(
    ...     manufacturing_ghg_g=77000, distribution_ghg_g=2270, end_of_life_ghg_g=246, active_power_w=4.5,
    ...     use_hours_per_day=3, lifetime_years=2.5, grid_ghg_g_per_kwh=51.9)
    >>> round(total, 2)
    80155.34
    """
    annual_energy_kwh = active_power_w / 1000 * use_hours_per_day * use_days_per_year
    use_ghg_g = annual_energy_kwh * lifetime_years * grid_ghg_g_per_kwh
    return manufacturing_ghg_g + distribution_ghg_g + use_ghg_g + end_of_life_ghg_g


@method
def device_use_ghg_kg(
    *,
    annual_energy_kwh_per_year: Quantity,
    lifetime_years: Quantity,
    grid_ghg_kg_per_kwh: Quantity,
    quantity_pieces: Quantity = 1.0,
    pue_ratio: Quantity = 1.0,
) -> Quantity:
    """GHG of the use stage of devices over their life.

    Parameters
    ----------
    annual_energy_kwh_per_year : kWh/yr, >= 0
        electricity that one device takes in a year
    lifetime_years : yr, > 0
        years in use
    grid_ghg_kg_per_kwh : kg CO2e/kWh, >= 0
        life-cycle factor of the electricity
    quantity_pieces : pieces, >= 0
        number of devices
    pue_ratio : ratio, >= 1
        power usage effectiveness of the place; 1 outside a data centre

    Returns
    -------
    kg CO2e
        GHG of the electricity used over the life

    Equation
    --------
    I_use = n * E_year * L * PUE * EF

    Validity
    --------
    The electricity factor is held constant over the life.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    ITU-T L.1410 (11/2024), use stage; the factor includes fuel supply and grid losses (reading from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> round(device_use_ghg_kg(annual_energy_kwh_per_year=30, lifetime_years=5, grid_ghg_kg_per_kwh=0.4), 6)
    60.0
    """
    return quantity_pieces * annual_energy_kwh_per_year * lifetime_years * pue_ratio * grid_ghg_kg_per_kwh


@method
def embodied_ghg_kg_per_year(
    *, embodied_ghg_kg: Quantity, lifetime_years: Quantity, quantity_pieces: Quantity = 1.0
) -> Quantity:
    """Embodied GHG of devices for one year of their life.

    Parameters
    ----------
    embodied_ghg_kg : kg CO2e, >= 0
        all stages of one device but use
    lifetime_years : yr, > 0
        years over which it is spread
    quantity_pieces : pieces, >= 0
        number of devices

    Returns
    -------
    kg CO2e/yr
        embodied GHG spread evenly over the life

    Equation
    --------
    I_year = n * I_embodied / L

    Validity
    --------
    For a yearly account that spreads production; not for the GHG Protocol, which counts it in the year of purchase.

    Raises
    ------
    BadArgument where the lifetime is 0.

    Source
    ------
    ITU-T L.1410 (11/2024), assessment of networks over a period (reading from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> embodied_ghg_kg_per_year(embodied_ghg_kg=185, lifetime_years=5)
    37.0
    """
    return quantity_pieces * divided(embodied_ghg_kg, lifetime_years, "lifetime_years")


@method
def device_ghg_kg_per_year(
    *,
    embodied_ghg_kg: Quantity,
    lifetime_years: Quantity,
    annual_energy_kwh_per_year: Quantity,
    grid_ghg_kg_per_kwh: Quantity,
    quantity_pieces: Quantity = 1.0,
    pue_ratio: Quantity = 1.0,
) -> Quantity:
    """GHG of devices for one year: embodied, spread over the life, and use.

    Parameters
    ----------
    embodied_ghg_kg : kg CO2e, >= 0
        all stages of one device but use
    lifetime_years : yr, > 0
        years over which it is spread
    annual_energy_kwh_per_year : kWh/yr, >= 0
        electricity that one device takes in a year
    grid_ghg_kg_per_kwh : kg CO2e/kWh, >= 0
        life-cycle factor of the electricity
    quantity_pieces : pieces, >= 0
        number of devices
    pue_ratio : ratio, >= 1
        power usage effectiveness of the place; 1 outside a data centre

    Returns
    -------
    kg CO2e/yr
        GHG of the devices for one year

    Equation
    --------
    I_year = n * I_embodied / L + n * E_year * PUE * EF

    Validity
    --------
    A year in the middle of the life; no credit for recycling.

    Raises
    ------
    BadArgument where the lifetime is 0.

    Source
    ------
    ITU-T L.1410 (11/2024), assessment of networks over a period (reading from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> device_ghg_kg_per_year(
    ...     embodied_ghg_kg=185, lifetime_years=5, annual_energy_kwh_per_year=30, grid_ghg_kg_per_kwh=0.5)
    52.0
    """
    embodied = divided(embodied_ghg_kg, lifetime_years, "lifetime_years")
    return quantity_pieces * (embodied + annual_energy_kwh_per_year * pue_ratio * grid_ghg_kg_per_kwh)


@method
def pcr_stage_ghg_kg_per_year(
    *,
    quantity_pieces: Quantity,
    stage_ghg_kg_per_piece: Quantity,
    lifetime_years: Quantity,
    utilisation_share: Quantity = 1.0,
) -> Quantity:
    """GHG of a stage other than use for one year, in the form of the rules for digital services.

    Parameters
    ----------
    quantity_pieces : pieces, >= 0
        number of devices
    stage_ghg_kg_per_piece : kg CO2e/piece, >= 0
        GHG of the stage for one device
    lifetime_years : yr, >= 1
        years in use, 1 at least
    utilisation_share : share, 0 to 1
        part of the device's use that serves the organisation: 0.8 for its own devices, 0.57 for those that users own

    Returns
    -------
    kg CO2e/yr
        GHG of the stage for one year

    Equation
    --------
    I = n * EF * u / L

    Validity
    --------
    Lives under a year are counted as a year.

    Raises
    ------
    BadArgument where the lifetime is 0.

    Source
    ------
    French product category rules for digital services, as documented by G4IT and NumEcoEval.

    Status
    ------
    V,R

    Examples
    --------
    >>> round(pcr_stage_ghg_kg_per_year(
    ...     quantity_pieces=1, stage_ghg_kg_per_piece=2226.09317222576, lifetime_years=4.372602739726028), 4)
    509.1003
    """
    whole = quantity_pieces * stage_ghg_kg_per_piece * utilisation_share
    return divided(whole, lifetime_years, "lifetime_years")


@method
def pcr_use_ghg_kg_per_year(
    *,
    quantity_pieces: Quantity,
    annual_energy_kwh_per_year: Quantity,
    grid_ghg_kg_per_kwh: Quantity,
    pue_ratio: Quantity = 1.75,
) -> Quantity:
    """GHG of the use stage for one year, in the form of the rules for digital services.

    Parameters
    ----------
    quantity_pieces : pieces, >= 0
        number of devices
    annual_energy_kwh_per_year : kWh/yr, >= 0
        electricity that one device takes in a year
    grid_ghg_kg_per_kwh : kg CO2e/kWh, >= 0
        factor of the country's electricity
    pue_ratio : ratio, >= 1
        power usage effectiveness; 1.75 is the rules' default for a data centre, give 1 outside one

    Returns
    -------
    kg CO2e/yr
        GHG of the electricity for one year

    Equation
    --------
    I = n * E_year * PUE * EF

    Validity
    --------
    The default effectiveness is for data centres only.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    French product category rules for digital services, as documented by G4IT and NumEcoEval.

    Status
    ------
    V

    Examples
    --------
    >>> pcr_use_ghg_kg_per_year(quantity_pieces=2, annual_energy_kwh_per_year=1000, grid_ghg_kg_per_kwh=0.5)
    1750.0
    """
    return quantity_pieces * annual_energy_kwh_per_year * pue_ratio * grid_ghg_kg_per_kwh


@method
def device_lifespan_years(*, purchase: date, retirement: date) -> float:
    """Years that a device served, from its dates of purchase and retirement.

    Parameters
    ----------
    purchase : date
        day of purchase
    retirement : date
        day of retirement, or the day of the account while it serves

    Returns
    -------
    yr
        years in use, 1 at least

    Equation
    --------
    L = max(1, (retirement - purchase) / 365 d)

    Validity
    --------
    A year counts 365 days, leap years too, as the rules have it.

    Raises
    ------
    BadArgument where the retirement comes before the purchase.

    Source
    ------
    French product category rules for digital services, as documented by G4IT and NumEcoEval.

    Status
    ------
    V,R

    Examples
    --------
    >>> from datetime import date
    >>> round(device_lifespan_years(purchase=date(2020, 7, 8), retirement=date(2024, 11, 20)), 6)
    4.372603
    """
    days = (retirement - purchase).days
    require(days >= 0, "retirement", retirement.isoformat(), f"give a day after the purchase on {purchase}")
    return max(1.0, days / 365)


@method
def device_intensity_ghg_g_per_s(
    *,
    production_ghg_kg: Quantity,
    lifetime_years: Quantity,
    use_hours_per_day: Quantity,
    use_phase_ghg_kg_per_year: Quantity = 0.0,
) -> Quantity:
    """GHG of a device for one second of use: its yearly life-cycle footprint over its yearly use.

    Parameters
    ----------
    production_ghg_kg : kg CO2e, >= 0
        production of one device
    lifetime_years : yr, > 0
        years in use
    use_hours_per_day : h/d, 0 to 24
        hours of use a day
    use_phase_ghg_kg_per_year : kg CO2e/yr, >= 0
        GHG of its electricity in a year; 0 gives the embodied part alone

    Returns
    -------
    g CO2e/s
        GHG for one second of use

    Equation
    --------
    LAF = (UPE + PE / UL) / (365 * h * 3600)

    Validity
    --------
    The published formula draws the fraction bar under both terms of the yearly footprint; only the form given here fits
    the published values.

    Raises
    ------
    BadArgument where the lifetime or the hours are 0.

    Source
    ------
    Belkhir and Elmeligi 2018, doi:10.1016/j.jclepro.2017.12.239; per second as in the Scope3 methodology documentation.

    Status
    ------
    V,R

    Examples
    --------
    >>> round(device_intensity_ghg_g_per_s(production_ghg_kg=98, lifetime_years=7, use_hours_per_day=6.7), 4)
    0.0016
    """
    yearly_kg = use_phase_ghg_kg_per_year + divided(production_ghg_kg, lifetime_years, "lifetime_years")
    return divided(yearly_kg * 1000, 365 * use_hours_per_day * 3600, "use_hours_per_day")


@method
def people_equivalent_persons(
    *, footprint_ghg_kg_per_year: Quantity, budget_ghg_kg_per_year_per_person: Quantity
) -> Quantity:
    """Number of persons whose yearly budget a footprint uses up.

    Parameters
    ----------
    footprint_ghg_kg_per_year : kg CO2e/yr, >= 0
        the footprint in a year
    budget_ghg_kg_per_year_per_person : kg CO2e/yr/person, > 0
        what one person may emit in a year

    Returns
    -------
    persons
        persons whose budget is used up

    Equation
    --------
    n = I / B

    Validity
    --------
    The budget is a choice and is named beside the result.

    Raises
    ------
    BadArgument where the budget is 0.

    Source
    ------
    G4IT (people equivalent); the budget of its test data was inferred from its results.

    Status
    ------
    V,R

    Examples
    --------
    >>> people_equivalent_persons(footprint_ghg_kg_per_year=1702.5, budget_ghg_kg_per_year_per_person=851.25)
    2.0
    """
    return divided(
        footprint_ghg_kg_per_year, budget_ghg_kg_per_year_per_person, "budget_ghg_kg_per_year_per_person"
    )
