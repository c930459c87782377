"""Scope 3: the value chain of an organisation by the 15 categories of the GHG Protocol.

Each category has a method here or in `organisations.py` (purchased goods 1 and 2, fuel
supply and grid losses 3, use of sold products 11).
`scope3_category_ghg_kg` takes a whole table of lines instead, each line named by its category first. Categories 1 to 8
lie upstream, 9 to 15 downstream.
"""

from __future__ import annotations

import re

import numpy as np

from greenict.errors import UnknownName
from greenict.methods.checks import require, require_same_keys
from greenict.methods.declaration import Quantity, Table, method


def _category(line: str) -> int:
    """Return the category that a line's name begins with, such as 6 of `6 flights`."""
    opening = re.match(r"\d+", line.strip())
    number = int(opening[0]) if opening else 0
    if not 1 <= number <= 15:
        raise UnknownName(
            "category of scope 3", line, mend="begin the name with its number from 1 to 15, as in '6 flights'"
        )
    return number


def _summed(amounts: Table, factors: Table, first: str, second: str) -> float:
    require_same_keys(amounts, factors, first, second)
    return float(sum(amount * factors[name] for name, amount in amounts.items()))


@method
def scope3_category_ghg_kg(
    *, activity_amount: Table, activity_ghg_kg_per_amount: Table, category: str = "all"
) -> float:
    """Scope 3 GHG of a table of activities, of all categories or of one.

    Parameters
    ----------
    activity_amount : table of own unit, >= 0
        amount of each activity, its name beginning with the number of its category, as in 6 flights
    activity_ghg_kg_per_amount : table of kg CO2e/own unit, >= 0
        factor of each activity, for its unit
    category : one of all, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15
        category that is summed

    Returns
    -------
    kg CO2e
        GHG of the category, or of all

    Equation
    --------
    I = sum_a x_a * F_a over the activities of the category
    1 purchased goods and services, 2 capital goods, 3 fuel and energy, 4 transport upstream, 5 waste,
    6 business travel, 7 commuting, 8 leased assets upstream, 9 transport downstream, 10 processing of sold products,
    11 use of sold products, 12 end of life of sold products, 13 leased assets downstream, 14 franchises, 15 investments

    Validity
    --------
    A category without an activity gives 0: say in the report whether it is not relevant or not known.

    Raises
    ------
    UnknownName where a name begins with no category; BadArgument where the two tables name different
    activities.

    Source
    ------
    GHG Protocol, Scope 3 Standard; ITU-T L.1420 (02/2012) (reading from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> scope3_category_ghg_kg(
    ...     activity_amount={"1 laptops": 100, "6 flights": 20000, "6 rail": 10000},
    ...     activity_ghg_kg_per_amount={"1 laptops": 200, "6 flights": 0.25, "6 rail": 0.005}, category="6")
    5050.0
    """
    chosen = {
        line: amount
        for line, amount in activity_amount.items()
        if str(_category(line)) == category or category == "all"
    }
    require_same_keys(
        activity_amount, activity_ghg_kg_per_amount, "activity_amount", "activity_ghg_kg_per_amount"
    )
    return float(sum(amount * activity_ghg_kg_per_amount[line] for line, amount in chosen.items()))


@method
def scope3_freight_ghg_kg(
    *, moved_mass_t: Quantity, distance_km: Quantity, freight_ghg_kg_per_tkm: Quantity
) -> Quantity:
    """Scope 3 GHG of goods transport that others do, categories 4 and 9.

    Parameters
    ----------
    moved_mass_t : t, >= 0
        mass with packaging
    distance_km : km, >= 0
        distance
    freight_ghg_kg_per_tkm : kg CO2e/tkm, >= 0
        factor of the mode, with empty trips

    Returns
    -------
    kg CO2e
        GHG of the transport

    Equation
    --------
    I = m * d * F

    Validity
    --------
    One leg; sum the legs of a chain. Upstream (4) where the organisation pays, downstream (9) where it does
    not.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    GHG Protocol, Scope 3 Standard, categories 4 and 9 (reading from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> scope3_freight_ghg_kg(moved_mass_t=20, distance_km=500, freight_ghg_kg_per_tkm=0.125)
    1250.0
    """
    return moved_mass_t * distance_km * freight_ghg_kg_per_tkm


@method
def scope3_waste_ghg_kg(*, route_mass_kg: Table, route_ghg_kg_per_kg: Table) -> float:
    """Scope 3 GHG of waste by its routes, category 5, and of the end of life of sold products, category 12.

    Parameters
    ----------
    route_mass_kg : table of kg, >= 0
        mass by route: recycling, incineration, landfill
    route_ghg_kg_per_kg : table of kg CO2e/kg, >= 0
        factor of each route, without credits

    Returns
    -------
    kg CO2e
        GHG of the treatment

    Equation
    --------
    I = sum_r m_r * F_r

    Validity
    --------
    No credit for what recycling saves others; it is told apart.

    Raises
    ------
    BadArgument where the tables name different routes.

    Source
    ------
    GHG Protocol, Scope 3 Standard, categories 5 and 12 (reading from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> scope3_waste_ghg_kg(route_mass_kg={"recycling": 800, "landfill": 200}, route_ghg_kg_per_kg={"recycling": 0.25, "landfill": 0.5})
    300.0
    """
    return _summed(route_mass_kg, route_ghg_kg_per_kg, "route_mass_kg", "route_ghg_kg_per_kg")


@method
def scope3_travel_ghg_kg(
    *,
    mode_distance_pkm: Table,
    mode_ghg_kg_per_pkm: Table,
    hotel_nights: float = 0.0,
    hotel_ghg_kg_per_night: float = 0.0,
) -> float:
    """Scope 3 GHG of business travel, category 6: distance by mode, and nights.

    Parameters
    ----------
    mode_distance_pkm : table of pkm, >= 0
        passenger kilometres by mode and class
    mode_ghg_kg_per_pkm : table of kg CO2e/pkm, >= 0
        factor of each
    hotel_nights : nights, >= 0
        nights away
    hotel_ghg_kg_per_night : kg CO2e/night, >= 0
        factor of a night

    Returns
    -------
    kg CO2e
        GHG of the travel

    Equation
    --------
    I = sum_m km_m * F_m + nights * F_night

    Validity
    --------
    One choice for the effects of flight beyond CO2 in the whole report; hotels are optional in the
    standard.

    Raises
    ------
    BadArgument where the tables name different modes.

    Source
    ------
    GHG Protocol, Scope 3 Standard, category 6 (reading from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> scope3_travel_ghg_kg(mode_distance_pkm={"flight": 20000, "rail": 4000}, mode_ghg_kg_per_pkm={"flight": 0.25, "rail": 0.0625},
    ...     hotel_nights=10, hotel_ghg_kg_per_night=20)
    5450.0
    """
    moved = _summed(mode_distance_pkm, mode_ghg_kg_per_pkm, "mode_distance_pkm", "mode_ghg_kg_per_pkm")
    return moved + hotel_nights * hotel_ghg_kg_per_night


@method
def scope3_commuting_ghg_kg_per_year(
    *,
    employees_persons: Quantity,
    office_days_per_year: Quantity,
    commute_km: Quantity,
    commute_ghg_kg_per_pkm: Quantity,
    remote_days_per_year: Quantity = 0.0,
    home_energy_kwh_per_day: Quantity = 0.0,
    home_ghg_kg_per_kwh: Quantity = 0.0,
) -> Quantity:
    """Scope 3 GHG of commuting, category 7, with the energy of telework as an option.

    Parameters
    ----------
    employees_persons : persons, >= 0
        employees
    office_days_per_year : d/yr, 0 to 366
        days on which one employee commutes
    commute_km : km, >= 0
        distance from home to work, one way
    commute_ghg_kg_per_pkm : kg CO2e/pkm, >= 0
        mean factor of the modes
    remote_days_per_year : d/yr, 0 to 366
        days of telework of one employee
    home_energy_kwh_per_day : kWh/d, >= 0
        energy at home that a day of telework takes more
    home_ghg_kg_per_kwh : kg CO2e/kWh, >= 0
        factor of that energy

    Returns
    -------
    kg CO2e/yr
        GHG of commuting and telework

    Equation
    --------
    I = n * ( days * 2 * d * F + days_home * E * EF )

    Validity
    --------
    Means over all employees. Both kinds of days together are 366 at most.

    Raises
    ------
    BadArgument where the days exceed a year.

    Source
    ------
    GHG Protocol, Scope 3 Standard, category 7; telework is optional there (reading from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> scope3_commuting_ghg_kg_per_year(employees_persons=100, office_days_per_year=100, commute_km=10, commute_ghg_kg_per_pkm=0.25,
    ...     remote_days_per_year=100, home_energy_kwh_per_day=2, home_ghg_kg_per_kwh=0.5)
    60000.0
    """
    days = np.asarray(office_days_per_year) + remote_days_per_year
    require(
        days <= 366,
        "remote_days_per_year",
        remote_days_per_year,
        "days in the office and at home are 366 at most",
    )
    commute = office_days_per_year * 2 * commute_km * commute_ghg_kg_per_pkm
    return employees_persons * (
        commute + remote_days_per_year * home_energy_kwh_per_day * home_ghg_kg_per_kwh
    )


@method
def scope3_leased_ghg_kg_per_year(
    *,
    leased_pieces: Quantity,
    annual_energy_kwh_per_year: Quantity,
    grid_ghg_kg_per_kwh: Quantity,
    leased_share: Quantity = 1.0,
) -> Quantity:
    """Scope 3 GHG of leased assets, categories 8 and 13, such as home equipment and towers.

    Parameters
    ----------
    leased_pieces : pieces, >= 0
        assets that are leased
    annual_energy_kwh_per_year : kWh/yr, >= 0
        electricity of one in a year
    grid_ghg_kg_per_kwh : kg CO2e/kWh, >= 0
        factor of the electricity where they stand
    leased_share : share, 0 to 1
        part of an asset that the lease covers

    Returns
    -------
    kg CO2e/yr
        GHG of their use

    Equation
    --------
    I = n * share * E * EF

    Validity
    --------
    Only where the lease is not in scopes 1 and 2 already. Upstream (8) for the one who leases, downstream
    (13) for the owner.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    GHG Protocol, Scope 3 Standard, categories 8 and 13 (reading from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> scope3_leased_ghg_kg_per_year(leased_pieces=1000, annual_energy_kwh_per_year=80, grid_ghg_kg_per_kwh=0.5)
    40000.0
    """
    return leased_pieces * leased_share * annual_energy_kwh_per_year * grid_ghg_kg_per_kwh


@method
def scope3_processing_ghg_kg(
    *,
    sold_pieces: Quantity,
    process_energy_kwh_per_piece: Quantity,
    grid_ghg_kg_per_kwh: Quantity,
    process_waste_ghg_kg_per_piece: Quantity = 0.0,
) -> Quantity:
    """Scope 3 GHG of the processing of sold products, category 10, such as components built into devices.

    Parameters
    ----------
    sold_pieces : pieces, >= 0
        pieces sold in the year
    process_energy_kwh_per_piece : kWh/piece, >= 0
        energy that a buyer takes to process one
    grid_ghg_kg_per_kwh : kg CO2e/kWh, >= 0
        factor of that energy
    process_waste_ghg_kg_per_piece : kg CO2e/piece, >= 0
        gases and waste of processing one

    Returns
    -------
    kg CO2e
        GHG of the processing

    Equation
    --------
    I = n * (E * EF + I_waste)

    Validity
    --------
    Products that go to another maker; a part of the buyer's scopes 1 and 2.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    GHG Protocol, Scope 3 Standard, category 10 (reading from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> scope3_processing_ghg_kg(sold_pieces=1000, process_energy_kwh_per_piece=4, grid_ghg_kg_per_kwh=0.5)
    2000.0
    """
    return sold_pieces * (process_energy_kwh_per_piece * grid_ghg_kg_per_kwh + process_waste_ghg_kg_per_piece)


@method
def scope3_end_of_life_ghg_kg(
    *, sold_pieces: Quantity, mass_kg_per_piece: Quantity, treatment_ghg_kg_per_kg: Quantity
) -> Quantity:
    """Scope 3 GHG of the end of life of sold products, category 12, from one mass and one factor.

    Parameters
    ----------
    sold_pieces : pieces, >= 0
        pieces sold in the year
    mass_kg_per_piece : kg/piece, >= 0
        mass of one
    treatment_ghg_kg_per_kg : kg CO2e/kg, >= 0
        mean factor of treatment, without credits

    Returns
    -------
    kg CO2e
        GHG of the treatment, in the year of sale

    Equation
    --------
    I = n * m * F

    Validity
    --------
    All of it counts in the year of sale. By routes: scope3_waste_ghg_kg.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    GHG Protocol, Scope 3 Standard, category 12 (reading from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> scope3_end_of_life_ghg_kg(sold_pieces=1000, mass_kg_per_piece=2, treatment_ghg_kg_per_kg=0.25)
    500.0
    """
    return sold_pieces * mass_kg_per_piece * treatment_ghg_kg_per_kg


@method
def scope3_franchises_ghg_kg(
    *, franchises_pieces: Quantity, franchise_ghg_kg_per_piece: Quantity
) -> Quantity:
    """Scope 3 GHG of franchises, category 14, such as shops under the name of an operator.

    Parameters
    ----------
    franchises_pieces : pieces, >= 0
        franchises
    franchise_ghg_kg_per_piece : kg CO2e/piece, >= 0
        scopes 1 and 2 of one, the mean of a sample

    Returns
    -------
    kg CO2e
        GHG of the franchises

    Equation
    --------
    I = n * F

    Validity
    --------
    For the one who grants the franchise.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    GHG Protocol, Scope 3 Standard, category 14 (reading from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> scope3_franchises_ghg_kg(franchises_pieces=200, franchise_ghg_kg_per_piece=5000)
    1000000
    """
    return franchises_pieces * franchise_ghg_kg_per_piece


@method
def scope3_investments_ghg_kg(*, investee_ghg_kg: Table, held_share: Table) -> float:
    """Scope 3 GHG of investments, category 15, such as joint ventures.

    Parameters
    ----------
    investee_ghg_kg : table of kg CO2e, >= 0
        scopes 1 and 2 of each investee
    held_share : table of share, 0 to 1
        part of its equity that is held

    Returns
    -------
    kg CO2e
        part of the investees' GHG

    Equation
    --------
    I = sum_i s_i * I_i

    Validity
    --------
    Only what is not consolidated in scopes 1 and 2.

    Raises
    ------
    BadArgument where the tables name different investees.

    Source
    ------
    GHG Protocol, Scope 3 Standard, category 15 (reading from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> scope3_investments_ghg_kg(investee_ghg_kg={"tower company": 1000000, "venture": 200000}, held_share={"tower company": 0.25, "venture": 0.5})
    350000.0
    """
    return _summed(investee_ghg_kg, held_share, "investee_ghg_kg", "held_share")
