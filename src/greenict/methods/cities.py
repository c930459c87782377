"""ICT in cities: networks that a city shares with the country, organisations and households, without double counting.

The reading of Recommendation ITU-T L.1440 is from background, with medium confidence. The effect of ICT on the rest of
the city stands beside its footprint and is never netted with it.
"""

from __future__ import annotations

import numpy as np

from greenict.methods.checks import divided, require, require_same_keys
from greenict.methods.declaration import Quantity, Table, method


@method
def city_network_by_subscriptions_ghg_t(
    *, network_ghg_t: Quantity, city_subscriptions_pieces: Quantity, network_subscriptions_pieces: Quantity
) -> Quantity:
    """Part of a network that falls to a city, by subscriptions.

    Parameters
    ----------
    network_ghg_t : t CO2e, >= 0
        the whole network in the year
    city_subscriptions_pieces : pieces, >= 0
        subscriptions in the city
    network_subscriptions_pieces : pieces, > 0
        subscriptions of the network

    Returns
    -------
    t CO2e
        part of the city

    Equation
    --------
    I_city = I * n_city / n

    Validity
    --------
    The key is declared; the other key, traffic, gives another figure. Use one for all networks of a report.

    Raises
    ------
    BadArgument where the city has more than the network.

    Source
    ------
    ITU-T L.1440 (10/2015), allocation of shared infrastructure (reading from background).

    Status
    ------
    B-med

    Examples
    --------
    >>> city_network_by_subscriptions_ghg_t(network_ghg_t=1000, city_subscriptions_pieces=200000, network_subscriptions_pieces=1000000)
    200.0
    """
    require(
        np.asarray(city_subscriptions_pieces) <= network_subscriptions_pieces,
        "city_subscriptions_pieces",
        city_subscriptions_pieces,
        "give at most network_subscriptions_pieces",
    )
    return network_ghg_t * divided(
        city_subscriptions_pieces, network_subscriptions_pieces, "network_subscriptions_pieces"
    )


@method
def city_network_by_traffic_ghg_t(
    *, network_ghg_t: Quantity, city_traffic_tb: Quantity, network_traffic_tb: Quantity
) -> Quantity:
    """Part of a network that falls to a city, by traffic.

    Parameters
    ----------
    network_ghg_t : t CO2e, >= 0
        the whole network in the year
    city_traffic_tb : TB, >= 0
        data of users in the city
    network_traffic_tb : TB, > 0
        data of the network

    Returns
    -------
    t CO2e
        part of the city

    Equation
    --------
    I_city = I * D_city / D

    Validity
    --------
    The key is declared; the other key, subscriptions, gives another figure. Use one for all networks of a
    report.

    Raises
    ------
    BadArgument where the city has more than the network.

    Source
    ------
    ITU-T L.1440 (10/2015), allocation of shared infrastructure (reading from background).

    Status
    ------
    B-med

    Examples
    --------
    >>> city_network_by_traffic_ghg_t(network_ghg_t=1000, city_traffic_tb=300, network_traffic_tb=1000)
    300.0
    """
    require(
        np.asarray(city_traffic_tb) <= network_traffic_tb,
        "city_traffic_tb",
        city_traffic_tb,
        "give at most network_traffic_tb",
    )
    return network_ghg_t * divided(city_traffic_tb, network_traffic_tb, "network_traffic_tb")


@method
def household_ict_ghg_kg_per_year(*, owned_pieces: Table, device_ghg_kg_per_year: Table) -> float:
    """GHG of the ICT goods of households in a year.

    Parameters
    ----------
    owned_pieces : table of pieces, >= 0
        devices in the households of the city, by kind
    device_ghg_kg_per_year : table of kg CO2e/yr, >= 0
        one device of each kind for a year, embodied and use

    Returns
    -------
    kg CO2e/yr
        GHG of the households' devices

    Equation
    --------
    I = sum_d n_d * I_d,year

    Validity
    --------
    Devices that employers own are with the organisations.

    Raises
    ------
    BadArgument where the tables name different devices.

    Source
    ------
    ITU-T L.1440 (10/2015), households; goods by ITU-T L.1410 (reading from background).

    Status
    ------
    B-med

    Examples
    --------
    >>> household_ict_ghg_kg_per_year(owned_pieces={"laptop": 1000, "smartphone": 3000}, device_ghg_kg_per_year={"laptop": 40, "smartphone": 30})
    130000.0
    """
    require_same_keys(owned_pieces, device_ghg_kg_per_year, "owned_pieces", "device_ghg_kg_per_year")
    return float(sum(pieces * device_ghg_kg_per_year[kind] for kind, pieces in owned_pieces.items()))


@method
def city_ict_ghg_t(
    *,
    organisation_ghg_t: Table,
    households_ghg_t: float,
    network_ghg_t: Table,
    counted_twice_ghg_t: Table | None = None,
) -> float:
    """GHG of ICT in a city: organisations, households and networks, each equipment once.

    Parameters
    ----------
    organisation_ghg_t : table of t CO2e, >= 0
        ICT of each organisation in the city, operators included
    households_ghg_t : t CO2e, >= 0
        ICT goods of the households
    network_ghg_t : table of t CO2e, >= 0
        part of the city in each network
    counted_twice_ghg_t : table of t CO2e, >= 0
        part of an organisation's account that a network or the households hold already, by organisation:
        equipment that the operator owns

    Returns
    -------
    t CO2e
        first order footprint of ICT in the city

    Equation
    --------
    I = sum_o (I_o - twice_o) + I_households + sum_n I_n

    Validity
    --------
    One year; the key of the networks is declared. The second order effects of the city's projects stand
    beside it.

    Raises
    ------
    BadArgument where what is counted twice exceeds the organisation or belongs to none.

    Source
    ------
    ITU-T L.1440 (10/2015), part I (reading from background).

    Status
    ------
    B-med

    Examples
    --------
    >>> city_ict_ghg_t(
    ...     organisation_ghg_t={"city hall": 100, "operator": 300}, households_ghg_t=500, network_ghg_t={"mobile": 200},
    ...     counted_twice_ghg_t={"operator": 250})
    850.0
    """
    twice = counted_twice_ghg_t or {}
    for name, ghg_t in twice.items():
        known = ", ".join(organisation_ghg_t)
        require(
            name in organisation_ghg_t,
            f"counted_twice_ghg_t[{name!r}]",
            ghg_t,
            f"organisation_ghg_t has {known}",
        )
        require(
            ghg_t <= organisation_ghg_t[name],
            f"counted_twice_ghg_t[{name!r}]",
            ghg_t,
            "give at most the account of the organisation",
        )
    own = sum(organisation_ghg_t.values()) - sum(twice.values())
    return float(own + households_ghg_t + sum(network_ghg_t.values()))


@method
def city_effect_ghg_t(*, project_reduction_ghg_t: Table, overlap_ghg_t: float = 0.0) -> float:
    """Second order effect of a city's ICT projects, as the sum of their reductions.

    Parameters
    ----------
    project_reduction_ghg_t : table of t CO2e
        reduction of each project; below 0 where emissions rise
    overlap_ghg_t : t CO2e, >= 0
        reductions that two projects both claim

    Returns
    -------
    t CO2e
        reduction of all projects; below 0 where emissions rise

    Equation
    --------
    A = sum_p ER_p - overlap

    Validity
    --------
    Projects by ITU-T L.1430. The result stands beside the footprint and beside the inventory of the city.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    ITU-T L.1440 (10/2015), part II (reading from background).

    Status
    ------
    B-med

    Examples
    --------
    >>> city_effect_ghg_t(project_reduction_ghg_t={"street lights": 400, "parking": -50}, overlap_ghg_t=20)
    330.0
    """
    return float(sum(project_reduction_ghg_t.values()) - overlap_ghg_t)
