"""Transport and logistics: vehicle kilometres, loads, empty runs, and the demand that better traffic brings."""

from __future__ import annotations

import numpy as np

from greenict.methods.checks import divided, require, require_same_length
from greenict.methods.declaration import Quantity, Series, method


@method
def vehicle_ghg_kg(
    *, driven_km: Quantity, vehicle_energy_kwh_per_km: Quantity, energy_ghg_kg_per_kwh: Quantity
) -> Quantity:
    """GHG of driving.

    Parameters
    ----------
    driven_km : km, >= 0
        kilometres of all vehicles
    vehicle_energy_kwh_per_km : kWh/km, >= 0
        fuel or electricity for a kilometre
    energy_ghg_kg_per_kwh : kg CO2e/kWh, >= 0
        factor of the fuel or electricity, with its supply where said so

    Returns
    -------
    kg CO2e
        GHG of driving

    Equation
    --------
    I = km * e * EF

    Validity
    --------
    One kind of vehicle; without making the vehicle and the road.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    ITU-T L.1430 (12/2013), applied to traffic; arithmetic.

    Status
    ------
    D

    Examples
    --------
    >>> vehicle_ghg_kg(driven_km=10000, vehicle_energy_kwh_per_km=0.5, energy_ghg_kg_per_kwh=0.25)
    1250.0
    """
    return driven_km * vehicle_energy_kwh_per_km * energy_ghg_kg_per_kwh


@method
def traffic_saving_ghg_kg(
    *,
    reference_km: Quantity,
    with_ict_km: Quantity,
    reference_ghg_kg_per_km: Quantity,
    with_ict_ghg_kg_per_km: Quantity,
) -> Quantity:
    """Saving of smart traffic: fewer vehicle kilometres, and less GHG for each by steadier flow.

    Parameters
    ----------
    reference_km : km, >= 0
        vehicle kilometres without the system
    with_ict_km : km, >= 0
        vehicle kilometres with it, without induced demand
    reference_ghg_kg_per_km : kg CO2e/km, >= 0
        GHG for a vehicle kilometre without it
    with_ict_ghg_kg_per_km : kg CO2e/km, >= 0
        GHG for a vehicle kilometre with it

    Returns
    -------
    kg CO2e
        second order effect, before induced demand and the footprint of the ICT

    Equation
    --------
    SOE = km_0 * EF_0 - km_1 * EF_1

    Validity
    --------
    One area and period. Better flow draws traffic: induced_traffic_ghg_kg beside it.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    ITU-T L.1480 (12/2022), applied to traffic (form from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> round(traffic_saving_ghg_kg(
    ...     reference_km=100000, with_ict_km=95000, reference_ghg_kg_per_km=0.2, with_ict_ghg_kg_per_km=0.18), 6)
    2900.0
    """
    return reference_km * reference_ghg_kg_per_km - with_ict_km * with_ict_ghg_kg_per_km


@method
def induced_traffic_ghg_kg(
    *,
    with_ict_km: Quantity,
    time_saving_share: Quantity,
    demand_elasticity_ratio: Quantity,
    with_ict_ghg_kg_per_km: Quantity,
) -> Quantity:
    """Rebound of smart traffic: kilometres that shorter trips bring about.

    Parameters
    ----------
    with_ict_km : km, >= 0
        vehicle kilometres with the system, without induced demand
    time_saving_share : share, 0 to 1
        part of the travel time that is saved
    demand_elasticity_ratio : ratio, >= 0
        rise of kilometres in per cent for each per cent of time saved, as a number without sign
    with_ict_ghg_kg_per_km : kg CO2e/km, >= 0
        GHG for a vehicle kilometre

    Returns
    -------
    kg CO2e
        GHG of induced demand

    Equation
    --------
    I = km_1 * elasticity * time saved * EF_1

    Validity
    --------
    Small savings of time. The elasticity is local, from a source, and larger over years than over weeks.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    ITU-T L Suppl. 54 (10/2022) on rebound; elasticity of travel demand (background reading of the form).

    Status
    ------
    B-med

    Examples
    --------
    >>> induced_traffic_ghg_kg(
    ...     with_ict_km=100000, time_saving_share=0.125, demand_elasticity_ratio=0.5, with_ict_ghg_kg_per_km=0.2)
    1250.0
    """
    return with_ict_km * demand_elasticity_ratio * time_saving_share * with_ict_ghg_kg_per_km


@method
def mode_shift_saving_ghg_kg(
    *, shifted_pkm: Quantity, from_ghg_kg_per_pkm: Quantity, to_ghg_kg_per_pkm: Quantity
) -> Quantity:
    """Saving where passengers change from one mode of travel to another.

    Parameters
    ----------
    shifted_pkm : pkm, >= 0
        passenger kilometres that change
    from_ghg_kg_per_pkm : kg CO2e/pkm, >= 0
        factor of the mode they leave
    to_ghg_kg_per_pkm : kg CO2e/pkm, >= 0
        factor of the mode they take

    Returns
    -------
    kg CO2e
        second order effect; below 0 where emissions rise

    Equation
    --------
    SOE = pkm * ( EF_from - EF_to )

    Validity
    --------
    Only trips that the ICT moved; new trips are rebound.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    ITU-T L.1480 (12/2022), applied to travel; arithmetic.

    Status
    ------
    D

    Examples
    --------
    >>> mode_shift_saving_ghg_kg(shifted_pkm=10000, from_ghg_kg_per_pkm=0.25, to_ghg_kg_per_pkm=0.125)
    1250.0
    """
    return shifted_pkm * (from_ghg_kg_per_pkm - to_ghg_kg_per_pkm)


@method
def freight_work_tkm(*, load_t: Series, distance_km: Series) -> float:
    """Transport work of freight, trip by trip.

    Parameters
    ----------
    load_t : list of t, >= 0
        load of each trip
    distance_km : list of km, >= 0
        distance of each trip, over which that load was carried

    Returns
    -------
    tkm
        transport work

    Equation
    --------
    W = sum_i m_i * d_i

    Validity
    --------
    Loads with their packaging. Not the sum of loads times the mean distance.

    Raises
    ------
    BadArgument where the lists differ in length.

    Source
    ------
    ISO 14083; GLEC Framework (background reading).

    Status
    ------
    B-high

    Examples
    --------
    >>> freight_work_tkm(load_t=[10, 5], distance_km=[100, 300])
    2500.0
    """
    require_same_length(load_t, distance_km, "load_t", "distance_km")
    return float(np.dot(np.asarray(load_t, dtype=float), np.asarray(distance_km, dtype=float)))


@method
def load_factor_share(*, moved_tkm: Quantity, vehicle_capacity_t: Quantity, loaded_km: Quantity) -> Quantity:
    """Load factor of freight vehicles: how full they run while they are loaded.

    Parameters
    ----------
    moved_tkm : tkm, >= 0
        transport work
    vehicle_capacity_t : t, > 0
        payload of a vehicle
    loaded_km : km, > 0
        kilometres driven with a load

    Returns
    -------
    share
        load factor by mass

    Equation
    --------
    LF = W / ( capacity * km_loaded )

    Validity
    --------
    One class of vehicle; light goods fill the space before the mass.

    Raises
    ------
    BadArgument where more was moved than the vehicles can carry.

    Source
    ------
    ISO 14083; GLEC Framework (background reading).

    Status
    ------
    B-high

    Examples
    --------
    >>> load_factor_share(moved_tkm=60000, vehicle_capacity_t=20, loaded_km=5000)
    0.6
    """
    offered = vehicle_capacity_t * loaded_km
    share = divided(moved_tkm, offered, "loaded_km")
    require(
        np.asarray(share) <= 1 + 1e-9, "moved_tkm", moved_tkm, "it exceeds vehicle_capacity_t * loaded_km"
    )
    return share


@method
def freight_vehicle_km(
    *,
    moved_tkm: Quantity,
    vehicle_capacity_t: Quantity,
    load_factor_share: Quantity,
    empty_share: Quantity = 0.0,
) -> Quantity:
    """Vehicle kilometres that freight needs, from load factor and empty runs.

    Parameters
    ----------
    moved_tkm : tkm, >= 0
        transport work
    vehicle_capacity_t : t, > 0
        payload of a vehicle
    load_factor_share : share, 0 to 1
        how full vehicles run while they are loaded
    empty_share : share, 0 to 1
        part of all kilometres that are driven empty

    Returns
    -------
    km
        vehicle kilometres, empty ones included

    Equation
    --------
    km = W / ( capacity * LF ) / ( 1 - empty )

    Validity
    --------
    One class of vehicle.

    Raises
    ------
    BadArgument where the load factor is 0 or all runs are empty.

    Source
    ------
    ISO 14083; GLEC Framework (background reading).

    Status
    ------
    B-high

    Examples
    --------
    >>> freight_vehicle_km(moved_tkm=60000, vehicle_capacity_t=20, load_factor_share=0.5, empty_share=0.25)
    8000.0
    """
    full_km = divided(moved_tkm, vehicle_capacity_t, "vehicle_capacity_t")
    return full_km * _runs_ratio(load_factor_share, empty_share)


def _runs_ratio(load_factor_share: Quantity, empty_share: Quantity) -> Quantity:
    """Return the kilometres driven for each kilometre that full vehicles alone would drive."""
    require(np.asarray(load_factor_share) > 0, "load_factor_share", load_factor_share, "give more than 0")
    require(np.asarray(empty_share) < 1, "empty_share", empty_share, "give less than 1")
    return 1 / (load_factor_share * (1 - empty_share))


@method
def freight_ghg_kg(
    *,
    moved_tkm: Quantity,
    vehicle_capacity_t: Quantity,
    load_factor_share: Quantity,
    vehicle_ghg_kg_per_km: Quantity,
    empty_share: Quantity = 0.0,
) -> Quantity:
    """GHG of freight, from load factor and empty runs.

    Parameters
    ----------
    moved_tkm : tkm, >= 0
        transport work
    vehicle_capacity_t : t, > 0
        payload of a vehicle
    load_factor_share : share, 0 to 1
        how full vehicles run while they are loaded
    vehicle_ghg_kg_per_km : kg CO2e/km, >= 0
        mean GHG for a vehicle kilometre
    empty_share : share, 0 to 1
        part of all kilometres that are driven empty

    Returns
    -------
    kg CO2e
        GHG of the freight

    Equation
    --------
    I = W / ( capacity * LF ) / ( 1 - empty ) * EF

    Validity
    --------
    One mean factor; a full vehicle takes more than an empty one.

    Raises
    ------
    BadArgument where the load factor is 0 or all runs are empty.

    Source
    ------
    ISO 14083; GLEC Framework (background reading).

    Status
    ------
    B-high

    Examples
    --------
    >>> freight_ghg_kg(
    ...     moved_tkm=60000, vehicle_capacity_t=20, load_factor_share=0.5, vehicle_ghg_kg_per_km=0.75, empty_share=0.25)
    6000.0
    """
    km = freight_vehicle_km(
        moved_tkm=moved_tkm,
        vehicle_capacity_t=vehicle_capacity_t,
        load_factor_share=load_factor_share,
        empty_share=empty_share,
    )
    return km * vehicle_ghg_kg_per_km


@method
def freight_intensity_ghg_g_per_tkm(*, freight_ghg_kg: Quantity, moved_tkm: Quantity) -> Quantity:
    """GHG of freight for each tonne kilometre.

    Parameters
    ----------
    freight_ghg_kg : kg CO2e, >= 0
        GHG of the freight, empty runs included
    moved_tkm : tkm, > 0
        transport work

    Returns
    -------
    g CO2e/tkm
        intensity

    Equation
    --------
    i = 1000 * I / W

    Validity
    --------
    One mode and network.

    Raises
    ------
    BadArgument where nothing was moved.

    Source
    ------
    ISO 14083; GLEC Framework (background reading).

    Status
    ------
    B-high

    Examples
    --------
    >>> freight_intensity_ghg_g_per_tkm(freight_ghg_kg=6000, moved_tkm=60000)
    100.0
    """
    return divided(freight_ghg_kg * 1000, moved_tkm, "moved_tkm")


@method
def logistics_saving_ghg_kg(
    *,
    moved_tkm: Quantity,
    vehicle_capacity_t: Quantity,
    reference_load_factor_share: Quantity,
    with_ict_load_factor_share: Quantity,
    vehicle_ghg_kg_per_km: Quantity,
    reference_empty_share: Quantity = 0.0,
    with_ict_empty_share: Quantity = 0.0,
    shorter_route_share: Quantity = 0.0,
) -> Quantity:
    """Saving of smart logistics: fuller vehicles, fewer empty runs, shorter routes.

    Parameters
    ----------
    moved_tkm : tkm, >= 0
        transport work, measured on the routes without the system
    vehicle_capacity_t : t, > 0
        payload of a vehicle
    reference_load_factor_share : share, 0 to 1
        load factor without the system
    with_ict_load_factor_share : share, 0 to 1
        load factor with it
    vehicle_ghg_kg_per_km : kg CO2e/km, >= 0
        mean GHG for a vehicle kilometre
    reference_empty_share : share, 0 to 1
        part of the kilometres driven empty without it
    with_ict_empty_share : share, 0 to 1
        part of the kilometres driven empty with it
    shorter_route_share : share, 0 to 1
        part of the distance that better routes save

    Returns
    -------
    kg CO2e
        second order effect, before rebound and the footprint of the ICT; below 0 where emissions rise

    Equation
    --------
    SOE = W / cap * ( 1 / LF_0 / (1 - e_0) - (1 - r) / LF_1 / (1 - e_1) ) * EF

    Validity
    --------
    The same goods between the same places. Cheaper freight brings more of it: rebound_ghg_kg beside it.

    Raises
    ------
    BadArgument where a load factor is 0 or all runs are empty.

    Source
    ------
    ITU-T L.1480 (12/2022); ISO 14083 (form from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> round(logistics_saving_ghg_kg(
    ...     moved_tkm=60000, vehicle_capacity_t=20, reference_load_factor_share=0.5, with_ict_load_factor_share=0.75,
    ...     vehicle_ghg_kg_per_km=0.75, reference_empty_share=0.25, with_ict_empty_share=0.2, shorter_route_share=0.1), 6)
    2625.0
    """
    reference = _runs_ratio(reference_load_factor_share, reference_empty_share)
    with_ict = _runs_ratio(with_ict_load_factor_share, with_ict_empty_share)
    full_km = divided(moved_tkm, vehicle_capacity_t, "vehicle_capacity_t")
    return full_km * (reference - (1 - shorter_route_share) * with_ict) * vehicle_ghg_kg_per_km
