"""Meetings and conferences: travel from the place of every participant, hubs and the stay.

Travel that a virtual meeting avoids stands beside the footprint of anyone and is never netted with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from greenict.methods.checks import require_same_length
from greenict.methods.declaration import Quantity, Series, method
from greenict.methods.travel import great_circle_km, trip_ghg_kg

if TYPE_CHECKING:
    from numpy.typing import NDArray


def _distances_km(
    latitudes_deg: Series, longitudes_deg: Series, venue_latitude_deg: float, venue_longitude_deg: float
) -> NDArray[np.float64]:
    return np.asarray(
        great_circle_km(
            origin_latitude_deg=np.asarray(latitudes_deg, dtype=float),
            origin_longitude_deg=np.asarray(longitudes_deg, dtype=float),
            venue_latitude_deg=venue_latitude_deg,
            venue_longitude_deg=venue_longitude_deg,
        )
    )


@method
def meeting_travel_ghg_kg(
    *,
    origin_latitude_deg: Series,
    origin_longitude_deg: Series,
    travellers_persons: Series,
    venue_latitude_deg: float,
    venue_longitude_deg: float,
    tier_set: str = "AGU",
    class_ratio: float = 1.0,
) -> float:
    """GHG of the travel to a meeting, from the places of its participants.

    Parameters
    ----------
    origin_latitude_deg : list of °, -90 to 90
        latitude of each place
    origin_longitude_deg : list of °, -180 to 180
        longitude of each place
    travellers_persons : list of persons, >= 0
        participants from each place
    venue_latitude_deg : °, -90 to 90
        latitude of the venue
    venue_longitude_deg : °, -180 to 180
        longitude of the venue
    tier_set : one of AGU, SIGPLAN, CoolEffect, ADEME
        factors by distance
    class_ratio : ratio, 0.1 to 10
        mean multiplier of the class

    Returns
    -------
    kg CO2e
        GHG of the travel there and back of all

    Equation
    --------
    I = sum_p n_p * 2 * d_p * F(d_p) * class

    Validity
    --------
    Everyone comes from the place named and goes back there. Where modes are known, use
    participant_travel_ghg_kg over a table.

    Raises
    ------
    BadArgument where the lists differ in length.

    Source
    ------
    Klöwer et al. 2020, doi:10.1038/d41586-020-02057-2; sets of tiers as in trip_ghg_kg.

    Status
    ------
    V,R

    Examples
    --------
    >>> round(meeting_travel_ghg_kg(
    ...     origin_latitude_deg=[52.2, 57.70716], origin_longitude_deg=[0.11667, 11.96679], travellers_persons=[1, 2],
    ...     venue_latitude_deg=42.35843, venue_longitude_deg=-71.05977, tier_set="SIGPLAN"), 1)
    4928.6
    """
    require_same_length(
        origin_latitude_deg, origin_longitude_deg, "origin_latitude_deg", "origin_longitude_deg"
    )
    require_same_length(travellers_persons, origin_latitude_deg, "travellers_persons", "origin_latitude_deg")
    distance_km = _distances_km(
        origin_latitude_deg, origin_longitude_deg, venue_latitude_deg, venue_longitude_deg
    )
    persons = np.asarray(travellers_persons, dtype=float)
    return float(
        np.sum(
            trip_ghg_kg(
                distance_km=distance_km,
                tier_set=tier_set,
                travellers_persons=persons,
                class_ratio=class_ratio,
            )
        )
    )


@method
def distances_travel_ghg_kg(
    *, trip_distance_km: Series, travellers_persons: Series, tier_set: str = "AGU", virtual_share: float = 0.0
) -> float:
    """GHG of the travel to a meeting, from the distances of its participants.

    Parameters
    ----------
    trip_distance_km : list of km, >= 0
        distance one way from each place
    travellers_persons : list of persons, >= 0
        participants from each place
    tier_set : one of AGU, SIGPLAN, CoolEffect, ADEME
        factors by distance
    virtual_share : share, 0 to 1
        part of the participants who take part from afar, those with the highest emissions first

    Returns
    -------
    kg CO2e
        GHG of the travel there and back of those who come

    Equation
    --------
    I = sum_p n_p * 2 * d_p * F(d_p), without the share of persons with the highest 2 * d * F

    Validity
    --------
    The virtual participants' own streams are apart.

    Raises
    ------
    BadArgument where the lists differ in length.

    Source
    ------
    Klöwer et al. 2020, doi:10.1038/d41586-020-02057-2; sets of tiers as in trip_ghg_kg.

    Status
    ------
    V,R

    Examples
    --------
    >>> distances_travel_ghg_kg(trip_distance_km=[9000, 1000], travellers_persons=[10, 90], virtual_share=0.1)
    36000.0
    """
    require_same_length(travellers_persons, trip_distance_km, "travellers_persons", "trip_distance_km")
    one_kg = np.asarray(trip_ghg_kg(distance_km=np.asarray(trip_distance_km, dtype=float), tier_set=tier_set))
    order = np.argsort(-one_kg, kind="stable")
    persons = np.asarray(travellers_persons, dtype=float)[order]
    before = np.cumsum(persons) - persons
    virtual = np.clip(virtual_share * np.sum(persons) - before, 0.0, persons)
    return float(np.sum((persons - virtual) * one_kg[order]))


@method
def hubs_travel_ghg_kg(
    *,
    origin_latitude_deg: Series,
    origin_longitude_deg: Series,
    travellers_persons: Series,
    hub_latitude_deg: Series,
    hub_longitude_deg: Series,
    tier_set: str = "AGU",
    virtual_beyond_km: float = 20100.0,
) -> float:
    """GHG of the travel to a meeting in several hubs, each participant going to the nearest.

    Parameters
    ----------
    origin_latitude_deg : list of °, -90 to 90
        latitude of each place
    origin_longitude_deg : list of °, -180 to 180
        longitude of each place
    travellers_persons : list of persons, >= 0
        participants from each place
    hub_latitude_deg : list of °, -90 to 90
        latitude of each hub
    hub_longitude_deg : list of °, -180 to 180
        longitude of each hub
    tier_set : one of AGU, SIGPLAN, CoolEffect, ADEME
        factors by distance
    virtual_beyond_km : km, >= 0
        whoever lives farther from every hub takes part from afar

    Defaults
    --------
    virtual_beyond_km
        half the circumference of the Earth: no one takes part from afar

    Returns
    -------
    kg CO2e
        GHG of the travel there and back

    Equation
    --------
    I = sum_p n_p * 2 * d_p * F(d_p), d_p = min_h d(p, h), 0 beyond the limit

    Validity
    --------
    The link between the hubs and the streams of those from afar are apart.

    Raises
    ------
    BadArgument where the lists differ in length.

    Source
    ------
    Klöwer et al. 2020, doi:10.1038/d41586-020-02057-2 (three hubs, virtual beyond 4000 km); Coroama et al.
    2012 (two sites).

    Status
    ------
    V on the form

    Examples
    --------
    >>> round(hubs_travel_ghg_kg(
    ...     origin_latitude_deg=[52.2, 35.69], origin_longitude_deg=[0.12, 139.69], travellers_persons=[10, 10],
    ...     hub_latitude_deg=[48.21, 35.69], hub_longitude_deg=[16.37, 139.69]), 1)
    4941.5
    """
    require_same_length(
        origin_latitude_deg, origin_longitude_deg, "origin_latitude_deg", "origin_longitude_deg"
    )
    require_same_length(travellers_persons, origin_latitude_deg, "travellers_persons", "origin_latitude_deg")
    require_same_length(hub_latitude_deg, hub_longitude_deg, "hub_latitude_deg", "hub_longitude_deg")
    hubs = zip(hub_latitude_deg, hub_longitude_deg, strict=True)
    nearest = np.min([_distances_km(origin_latitude_deg, origin_longitude_deg, *hub) for hub in hubs], axis=0)
    persons = np.where(nearest <= virtual_beyond_km, np.asarray(travellers_persons, dtype=float), 0.0)
    return float(np.sum(trip_ghg_kg(distance_km=nearest, tier_set=tier_set, travellers_persons=persons)))


@method
def stay_ghg_kg(
    *,
    guests_persons: Quantity,
    stay_nights_per_person: Quantity,
    hotel_ghg_kg_per_night: Quantity,
    meals_ghg_kg_per_person: Quantity = 0.0,
    venue_energy_kwh: Quantity = 0.0,
    grid_ghg_kg_per_kwh: Quantity = 0.0,
) -> Quantity:
    """GHG of the stay at a meeting: nights, meals and the venue.

    Parameters
    ----------
    guests_persons : persons, >= 0
        participants on site
    stay_nights_per_person : nights/person, >= 0
        nights of one participant
    hotel_ghg_kg_per_night : kg CO2e/night, >= 0
        factor of one night
    meals_ghg_kg_per_person : kg CO2e/person, >= 0
        food and drink of one participant
    venue_energy_kwh : kWh, >= 0
        electricity of the venue
    grid_ghg_kg_per_kwh : kg CO2e/kWh, >= 0
        factor of that electricity

    Returns
    -------
    kg CO2e
        GHG of the stay

    Equation
    --------
    I = n * (nights * F_hotel + F_meals) + E_venue * EF

    Validity
    --------
    Factors of the place of the meeting; none is a default, because nights differ tenfold between countries.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    ITU-T L.1480 (12/2022), all processes that change; arithmetic.

    Status
    ------
    D

    Examples
    --------
    >>> stay_ghg_kg(guests_persons=100, stay_nights_per_person=3, hotel_ghg_kg_per_night=10, meals_ghg_kg_per_person=5,
    ...     venue_energy_kwh=1000, grid_ghg_kg_per_kwh=0.5)
    4000.0
    """
    one_person = stay_nights_per_person * hotel_ghg_kg_per_night + meals_ghg_kg_per_person
    return guests_persons * one_person + venue_energy_kwh * grid_ghg_kg_per_kwh


@method
def travel_distance_pkm(
    *, trip_distance_km: Series, travellers_persons: Series, ways_pieces: float = 2.0
) -> float:
    """Passenger kilometres of the travel to a meeting.

    Parameters
    ----------
    trip_distance_km : list of km, >= 0
        distance one way from each place
    travellers_persons : list of persons, >= 0
        participants from each place
    ways_pieces : pieces, >= 0
        ways: 2 for there and back

    Returns
    -------
    pkm
        distance of all together

    Equation
    --------
    D = w * sum_p n_p * d_p

    Validity
    --------
    Great circles, or real routes; state which.

    Raises
    ------
    BadArgument where the lists differ in length.

    Source
    ------
    Klöwer et al. 2020, doi:10.1038/d41586-020-02057-2; arithmetic.

    Status
    ------
    V,R

    Examples
    --------
    >>> travel_distance_pkm(trip_distance_km=[9000, 1000], travellers_persons=[10, 90])
    360000.0
    """
    require_same_length(travellers_persons, trip_distance_km, "travellers_persons", "trip_distance_km")
    return ways_pieces * float(
        np.dot(np.asarray(travellers_persons, dtype=float), np.asarray(trip_distance_km, dtype=float))
    )
