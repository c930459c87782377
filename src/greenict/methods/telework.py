"""Substitution at a desk: telework and reading without paper.

What is avoided stands beside the footprint and is never netted with it.
"""

from __future__ import annotations

from greenict.methods.declaration import Quantity, method
from greenict.methods.travel import mode_trip_ghg_kg


@method
def telework_avoided_ghg_kg_per_year(
    *,
    remote_days: Quantity,
    commute_km: Quantity,
    commute_ghg_kg_per_pkm: Quantity,
    kept_share: Quantity = 0.75,
    ways_pieces: Quantity = 92.0,
) -> Quantity:
    """GHG of commuting that days of telework avoid in a year, with a flat share for rebound and home.

    Parameters
    ----------
    remote_days : d, 0 to 7
        days of telework in a week
    commute_km : km, >= 0
        distance from home to work, one way
    commute_ghg_kg_per_pkm : kg CO2e/pkm, >= 0
        factor of the mode, such as 0.2176 for a car with one person
    kept_share : share, 0 to 1
        part that is left after rebound and energy at home
    ways_pieces : pieces, 0 to 104
        ways in a year for one day a week: 2 * (52 - 5 - 1)

    Returns
    -------
    kg CO2e/yr
        avoided in a year

    Equation
    --------
    A = 0.75 * days * F * d * 92

    Validity
    --------
    France: five weeks of leave and one of other days off. The flat 25 % stands for other trips, moves
    farther away and heating at home; telework_net_ghg_kg_per_year models them.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    ADEME, Impact CO2, telework (MIT).

    Status
    ------
    V

    Examples
    --------
    >>> telework_avoided_ghg_kg_per_year(remote_days=2, commute_km=10, commute_ghg_kg_per_pkm=0.25)
    345.0
    """
    return kept_share * remote_days * commute_ghg_kg_per_pkm * commute_km * ways_pieces


@method
def telework_mode_avoided_ghg_kg_per_year(
    *, remote_days: Quantity, commute_km: Quantity, mode: str, kept_share: Quantity = 0.75
) -> Quantity:
    """GHG of commuting by a mode that days of telework avoid in a year, with a flat share for rebound and home.

    Parameters
    ----------
    remote_days : d, 0 to 7
        days of telework in a week
    commute_km : km, >= 0
        distance from home to work, one way
    mode : one of combustion car, electric car, coach, diesel bus, electric bus, gas bus, tram, metro, suburban train, regional train, intercity train, high-speed train, scooter, motorcycle, electric bicycle, electric kick scooter
        mode of the commute
    kept_share : share, 0 to 1
        part that is left after rebound and energy at home

    Returns
    -------
    kg CO2e/yr
        avoided in a year

    Equation
    --------
    A = 0.75 * days * F_mode * d * 92

    Validity
    --------
    France: its factors and its days off.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    ADEME, Impact CO2, telework and table of travel modes (MIT).

    Status
    ------
    V

    Examples
    --------
    >>> round(float(telework_mode_avoided_ghg_kg_per_year(remote_days=1, commute_km=91.13, mode="tram")), 1)
    26.9
    """
    one_way_kg = mode_trip_ghg_kg(distance_km=commute_km, mode=mode, ways_pieces=1.0)
    return kept_share * remote_days * one_way_kg * 92


@method
def telework_net_ghg_kg_per_year(
    *,
    remote_days_per_year: Quantity,
    commute_km: Quantity,
    commute_ghg_kg_per_pkm: Quantity,
    home_energy_kwh_per_day: Quantity,
    home_ghg_kg_per_kwh: Quantity,
    office_energy_kwh_per_day: Quantity = 0.0,
    office_ghg_kg_per_kwh: Quantity = 0.0,
    ict_ghg_kg_per_day: Quantity = 0.0,
    other_trips_km_per_day: Quantity = 0.0,
    other_ghg_kg_per_pkm: Quantity = 0.0,
) -> Quantity:
    """Net effect of telework in a year: commuting and office less what home and new trips take.

    Parameters
    ----------
    remote_days_per_year : d/yr, 0 to 366
        days of telework in a year
    commute_km : km, >= 0
        distance from home to work, one way
    commute_ghg_kg_per_pkm : kg CO2e/pkm, >= 0
        factor of the mode
    home_energy_kwh_per_day : kWh/d, >= 0
        energy that a day at home takes more
    home_ghg_kg_per_kwh : kg CO2e/kWh, >= 0
        factor of that energy
    office_energy_kwh_per_day : kWh/d, >= 0
        energy that the office takes less, 0 where the desk stays as it is
    office_ghg_kg_per_kwh : kg CO2e/kWh, >= 0
        factor of that energy
    ict_ghg_kg_per_day : kg CO2e/d, >= 0
        calls and equipment for a day of telework
    other_trips_km_per_day : km/d, >= 0
        trips on a day of telework that were made on the way before
    other_ghg_kg_per_pkm : kg CO2e/pkm, >= 0
        factor of those trips

    Returns
    -------
    kg CO2e/yr
        net reduction; below 0 where telework takes more

    Equation
    --------
    A = days * ( 2 * d * F + E_office * EF_office - E_home * EF_home - I_ict - km_other * F_other )

    Validity
    --------
    One person. A move farther from work raises the distance of the other days: count it in other trips.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    ITU-T L.1480 (12/2022), first, second and higher order effects of telework; arithmetic.

    Status
    ------
    D

    Examples
    --------
    >>> telework_net_ghg_kg_per_year(
    ...     remote_days_per_year=100, commute_km=10, commute_ghg_kg_per_pkm=0.25, home_energy_kwh_per_day=5,
    ...     home_ghg_kg_per_kwh=0.25, ict_ghg_kg_per_day=0.25, other_trips_km_per_day=4, other_ghg_kg_per_pkm=0.25)
    250.0
    """
    commute = 2 * commute_km * commute_ghg_kg_per_pkm + office_energy_kwh_per_day * office_ghg_kg_per_kwh
    taken = (
        home_energy_kwh_per_day * home_ghg_kg_per_kwh
        + ict_ghg_kg_per_day
        + other_trips_km_per_day * other_ghg_kg_per_pkm
    )
    return remote_days_per_year * (commute - taken)


@method
def paperless_avoided_ghg_kg(
    *,
    sheets_pieces: Quantity,
    reading_hours: Quantity,
    device_power_w: Quantity,
    grid_ghg_kg_per_kwh: Quantity,
    sheet_mass_g_per_piece: Quantity = 5.0,
    paper_ghg_kg_per_kg: Quantity = 1.1,
    device_embodied_ghg_g_per_hour: Quantity = 0.0,
    printed_share: Quantity = 0.0,
) -> Quantity:
    """GHG that reading on a screen instead of paper avoids.

    Parameters
    ----------
    sheets_pieces : pieces, >= 0
        sheets not printed
    reading_hours : h, >= 0
        time of reading on the screen
    device_power_w : W, >= 0
        power of the screen
    grid_ghg_kg_per_kwh : kg CO2e/kWh, >= 0
        factor of the electricity
    sheet_mass_g_per_piece : g/piece, > 0
        one sheet; A4 of 80 g/m2 has 5 g
    paper_ghg_kg_per_kg : kg CO2e/kg, >= 0
        factor of paper, about 0.9 to 1.3
    device_embodied_ghg_g_per_hour : g CO2e/h, >= 0
        embodied GHG of the device for an hour
    printed_share : share, 0 to 1
        part of the sheets that readers print after all

    Defaults
    --------
    sheet_mass_g_per_piece
        A4 of 80 g/m2
    paper_ghg_kg_per_kg
        middle of 0.9 to 1.3 kg CO2e/kg; background reading, medium confidence

    Returns
    -------
    kg CO2e
        avoided; below 0 where the screen takes more

    Equation
    --------
    A = n * (1 - printed) * m * F_paper - h * (P / 1000 * EF + I_emb)

    Validity
    --------
    Background reading: the default factor of paper is the middle of a range, not a measurement.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    ITU-T L.1480 (12/2022), substitution; factor of paper from background.

    Status
    ------
    B-med

    Examples
    --------
    >>> round(paperless_avoided_ghg_kg(
    ...     sheets_pieces=1000, reading_hours=50, device_power_w=20, grid_ghg_kg_per_kwh=0.5, paper_ghg_kg_per_kg=1), 6)
    4.5
    """
    paper = sheets_pieces * (1 - printed_share) * sheet_mass_g_per_piece / 1000 * paper_ghg_kg_per_kg
    screen_kg_per_hour = device_power_w / 1000 * grid_ghg_kg_per_kwh + device_embodied_ghg_g_per_hour / 1000
    return paper - reading_hours * screen_kg_per_hour
