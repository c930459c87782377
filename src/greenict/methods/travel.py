"""Travel: the distance between two places, and the GHG of a trip by its distance or its mode.

A set of tiers gives the factor of a trip by its distance; whoever knows the mode takes the table of modes instead.
Class and the effects of flight beyond CO2 are choices that a report names.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from greenict.methods.checks import require
from greenict.methods.constants import shipped_rows
from greenict.methods.declaration import Quantity, method

if TYPE_CHECKING:
    from numpy.typing import NDArray

_EARTH_RADIUS_KM = 6371.0088


@dataclass(frozen=True)
class _Tiers:
    """A set of tiers: upper distances, factors, which of them are flights, and the multiplier for forcing."""

    limits_km: tuple[float, ...]
    ghg_kg_per_pkm: tuple[float, ...]
    flights: tuple[bool, ...]
    forcing_ratio: float


@cache
def _tiers(tier_set: str) -> _Tiers:
    rows = [row for row in shipped_rows("travel_tiers.csv") if row["tier_set"] == tier_set]
    return _Tiers(
        tuple(float(row["up_to_km"]) for row in rows),
        tuple(float(row["ghg_kg_per_pkm"]) for row in rows),
        tuple(row["way"] == "flight" for row in rows),
        float(rows[0]["forcing_ratio"]),
    )


@cache
def _modes() -> dict[str, dict[str, float]]:
    """Return the parts of the factor of each mode: use, vehicle and contrails."""
    parts = ("use", "vehicle", "contrails")
    return {
        row["mode"]: {part: float(row[f"{part}_ghg_kg_per_pkm"]) for part in parts}
        for row in shipped_rows("travel_ademe.csv")
    }


def _tier_factor(
    distance_km: Quantity, tier_set: str, class_ratio: Quantity, forcing_ratio: Quantity | None
) -> NDArray[np.float64]:
    tiers = _tiers(tier_set)
    of_flight = class_ratio * (tiers.forcing_ratio if forcing_ratio is None else forcing_ratio)
    # ADEME's short flights reach 1000 km and its middle ones 2000 km; the other sets end below their limit.
    beyond = np.greater if tier_set == "ADEME" else np.greater_equal
    found: Quantity = 0.0
    for place, (factor, flight) in enumerate(zip(tiers.ghg_kg_per_pkm, tiers.flights, strict=True)):
        of_tier = factor * of_flight if flight else factor
        found = (
            np.where(beyond(distance_km, tiers.limits_km[place - 1]), of_tier, found) if place else of_tier
        )
    return np.asarray(found)


@method
def great_circle_km(
    *,
    origin_latitude_deg: Quantity,
    origin_longitude_deg: Quantity,
    venue_latitude_deg: Quantity,
    venue_longitude_deg: Quantity,
) -> Quantity:
    """Distance between two places on the globe.

    Parameters
    ----------
    origin_latitude_deg : °, -90 to 90
        latitude of the origin, north above 0
    origin_longitude_deg : °, -180 to 180
        longitude of the origin, east above 0
    venue_latitude_deg : °, -90 to 90
        latitude of the venue
    venue_longitude_deg : °, -180 to 180
        longitude of the venue

    Returns
    -------
    km
        great-circle distance, one way

    Equation
    --------
    d = 2 * R * asin( sqrt( sin^2(dlat / 2) + cos(lat_1) * cos(lat_2) * sin^2(dlon / 2) ) ), R = 6371.0088 km

    Validity
    --------
    A sphere: within 0.6 % of the distance on the ellipsoid. Real routes are longer.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    Haversine formula; mean radius of the Earth by the IUGG.

    Status
    ------
    V,R

    Examples
    --------
    >>> round(float(great_circle_km(
    ...     origin_latitude_deg=52.2, origin_longitude_deg=0.11667, venue_latitude_deg=42.35843, venue_longitude_deg=-71.05977)), 1)
    5256.5
    """
    origin, venue = np.radians(origin_latitude_deg), np.radians(venue_latitude_deg)
    across = np.radians(np.asarray(venue_longitude_deg) - origin_longitude_deg)
    half = np.sin((venue - origin) / 2) ** 2 + np.cos(origin) * np.cos(venue) * np.sin(across / 2) ** 2
    distance: Quantity = 2 * _EARTH_RADIUS_KM * np.arcsin(np.sqrt(np.clip(half, 0.0, 1.0)))
    return distance


@method
def trip_ghg_kg(
    *,
    distance_km: Quantity,
    tier_set: str = "AGU",
    travellers_persons: Quantity = 1.0,
    ways_pieces: Quantity = 2.0,
    class_ratio: Quantity = 1.0,
    forcing_ratio: Quantity | None = None,
) -> Quantity:
    """GHG of trips by their distance, with the factor of a set of tiers.

    Parameters
    ----------
    distance_km : km, >= 0
        distance one way
    tier_set : one of AGU, SIGPLAN, CoolEffect, ADEME
        AGU: ground below 400 km, then flights; SIGPLAN and CoolEffect: flights only; ADEME: flights with
        contrails and vehicle
    travellers_persons : persons, >= 0
        travellers
    ways_pieces : pieces, >= 0
        ways: 2 for there and back
    class_ratio : ratio, 0.1 to 10
        multiplier of the class: 1 mean or economy; about 1.6 premium, 2.9 business, 4 first on long flights
        (background reading, medium confidence)
    forcing_ratio : ratio, 1 to 5
        multiplier for effects of flight beyond CO2; without it that of the set: 1.891 for SIGPLAN, 1 for
        the others

    Returns
    -------
    kg CO2e
        GHG of the trips

    Equation
    --------
    I = n * w * d * F(d) * class * forcing
    AGU: 0.06 below 400 km, 0.20 below 1500, 0.25 below 8000, else 0.30
    SIGPLAN: 0.14735 below 785 km, 0.08728 below 3700, else 0.07761, times 1.891
    CoolEffect: 0.14106 below 482 km, 0.08513 below 3700, else 0.10439
    ADEME: 0.224572 to 1000 km, 0.184661 to 2000, else 0.166794

    Validity
    --------
    Report the set, the class and the forcing; both multiply flights only. The tool that prints the CoolEffect set multiplies by 1.891
    too: give forcing_ratio for that. ADEME's factors hold contrails already.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    Klöwer et al. 2020, doi:10.1038/d41586-020-02057-2 (AGU); sigplan-carbon-analysis (MIT; SIGPLAN,
    CoolEffect); ADEME, Impact CO2 (MIT).

    Status
    ------
    V; the multipliers of class B-med

    Examples
    --------
    >>> round(float(trip_ghg_kg(distance_km=1000)), 6)
    400.0
    >>> round(float(trip_ghg_kg(distance_km=1000, tier_set="SIGPLAN")), 5)
    330.09296
    """
    factor = _tier_factor(distance_km, tier_set, class_ratio, forcing_ratio)
    ghg_kg: Quantity = (travellers_persons * ways_pieces) * factor * distance_km
    return ghg_kg


@method
def mode_trip_ghg_kg(
    *,
    distance_km: Quantity,
    mode: str,
    travellers_persons: Quantity = 1.0,
    ways_pieces: Quantity = 2.0,
    boundary: str = "whole",
) -> Quantity:
    """GHG of trips by a mode of travel.

    Parameters
    ----------
    distance_km : km, >= 0
        distance one way
    mode : one of plane, plane up to 1000 km, plane 1000 to 2000 km, plane beyond 2000 km, high-speed train, intercity train, combustion car, electric car, coach, electric bicycle, diesel bus, tram, metro, scooter, motorcycle, suburban train, regional train, electric bus, gas bus, electric kick scooter
        mode; plane takes its tier by distance
    travellers_persons : persons, >= 0
        travellers
    ways_pieces : pieces, >= 0
        ways: 2 for there and back
    boundary : one of whole, use, use and vehicle
        whole: use, making of the vehicle, contrails

    Returns
    -------
    kg CO2e
        GHG of the trips

    Equation
    --------
    I = n * w * d * (F_use + F_vehicle + F_contrails)
    plane: short to 1000 km, middle to 2000 km, long beyond

    Validity
    --------
    France: its electricity for trains, its mean filling; a car with one person counts whole. A mode named
    plane up to ... is that tier whatever the distance.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    ADEME, Impact CO2, table of travel modes (MIT).

    Status
    ------
    V

    Examples
    --------
    >>> round(float(mode_trip_ghg_kg(distance_km=500, mode="high-speed train")), 6)
    2.93
    """
    columns = {
        "whole": ("use", "vehicle", "contrails"),
        "use": ("use",),
        "use and vehicle": ("use", "vehicle"),
    }
    factors = {one: sum(parts[part] for part in columns[boundary]) for one, parts in _modes().items()}
    if mode == "plane":
        tiers = [
            factors[one] for one in ("plane up to 1000 km", "plane 1000 to 2000 km", "plane beyond 2000 km")
        ]
        factor = np.asarray(tiers)[np.searchsorted([1000.0, 2000.0], distance_km, side="left")]
    else:
        factor = np.asarray(factors[mode])
    ghg_kg: Quantity = (travellers_persons * ways_pieces) * factor * distance_km
    return ghg_kg


@method
def participant_travel_ghg_kg(
    *,
    origin_latitude_deg: Quantity,
    origin_longitude_deg: Quantity,
    venue_latitude_deg: Quantity,
    venue_longitude_deg: Quantity,
    mode: str = "by distance",
    tier_set: str = "AGU",
    class_ratio: Quantity = 1.0,
    travellers_persons: Quantity = 1.0,
    detour_ratio: Quantity = 1.0,
) -> Quantity:
    """GHG of the travel of a participant, from the place where the trip begins, one row for each participant.

    Parameters
    ----------
    origin_latitude_deg : °, -90 to 90
        latitude of the origin, north above 0
    origin_longitude_deg : °, -180 to 180
        longitude of the origin, east above 0
    venue_latitude_deg : °, -90 to 90
        latitude of the venue
    venue_longitude_deg : °, -180 to 180
        longitude of the venue
    mode : one of by distance, plane, plane up to 1000 km, plane 1000 to 2000 km, plane beyond 2000 km, high-speed train, intercity train, combustion car, electric car, coach, electric bicycle, diesel bus, tram, metro, scooter, motorcycle, suburban train, regional train, electric bus, gas bus, electric kick scooter
        mode of the trip; by distance takes the set of tiers
    tier_set : one of AGU, SIGPLAN, CoolEffect, ADEME
        set of tiers where the mode is by distance
    class_ratio : ratio, 0.1 to 10
        multiplier of the class of a flight
    travellers_persons : persons, >= 0
        persons who travel from there
    detour_ratio : ratio, 1 to 3
        real distance over great circle

    Returns
    -------
    kg CO2e
        GHG of the way there and back

    Equation
    --------
    I = n * 2 * d * detour * F * class

    Validity
    --------
    Over a table of participants this gives a figure for each; the sum is the travel of the meeting.

    Raises
    ------
    BadArgument where a class other than 1 goes with a mode that is no plane.

    Source
    ------
    ITU-T L.1480 (12/2022), modelling of the reference scenario; factors as trip_ghg_kg and
    mode_trip_ghg_kg.

    Status
    ------
    V on the factors; detour and class B-med (background reading)

    Examples
    --------
    >>> round(float(participant_travel_ghg_kg(
    ...     origin_latitude_deg=48.2083537, origin_longitude_deg=16.3725042, venue_latitude_deg=46.2044, venue_longitude_deg=6.1432,
    ...     mode="intercity train")), 3)
    12.053
    """
    distance_km = detour_ratio * great_circle_km(
        origin_latitude_deg=origin_latitude_deg,
        origin_longitude_deg=origin_longitude_deg,
        venue_latitude_deg=venue_latitude_deg,
        venue_longitude_deg=venue_longitude_deg,
    )
    if mode == "by distance":
        return trip_ghg_kg(
            distance_km=distance_km,
            tier_set=tier_set,
            travellers_persons=travellers_persons,
            class_ratio=class_ratio,
        )
    without_class = np.asarray(class_ratio) == 1
    require(
        without_class | mode.startswith("plane"),
        "class_ratio",
        class_ratio,
        f"give 1: {mode} has no classes here",
    )
    return class_ratio * mode_trip_ghg_kg(
        distance_km=distance_km, mode=mode, travellers_persons=travellers_persons
    )
