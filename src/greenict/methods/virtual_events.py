"""Events held from afar: their own footprint, what they avoid, and cross-checks of published events.

What is avoided stands beside the footprint of anyone and is never netted with it.
"""

from __future__ import annotations

from greenict.methods.checks import divided
from greenict.methods.declaration import Quantity, Series, method
from greenict.methods.meetings import distances_travel_ghg_kg


@method
def virtual_meeting_ghg_kg(
    *,
    participants_persons: Quantity,
    attended_hours_per_person: Quantity,
    device_power_w: Quantity,
    grid_ghg_kg_per_kwh: Quantity,
    stream_gb_per_hour: Quantity,
    network_energy_kwh_per_gb: Quantity,
    device_embodied_ghg_g_per_hour: Quantity = 0.0,
    servers_ghg_kg: Quantity = 0.0,
) -> Quantity:
    """GHG of taking part in a meeting from afar: devices, network and servers.

    Parameters
    ----------
    participants_persons : persons, >= 0
        participants from afar
    attended_hours_per_person : h/person, >= 0
        hours of one participant
    device_power_w : W, >= 0
        power of the device
    grid_ghg_kg_per_kwh : kg CO2e/kWh, >= 0
        factor of the electricity of devices and network
    stream_gb_per_hour : GB/h, >= 0
        data of one participant in an hour, both ways
    network_energy_kwh_per_gb : kWh/GB, >= 0
        electricity of the network for a gigabyte
    device_embodied_ghg_g_per_hour : g CO2e/h, >= 0
        embodied GHG of the device for an hour
    servers_ghg_kg : kg CO2e, >= 0
        servers of the meeting

    Returns
    -------
    kg CO2e
        GHG of the virtual meeting

    Equation
    --------
    I = n * h * ( P / 1000 * EF + GB * e * EF + I_emb / 1000 ) + I_servers

    Validity
    --------
    Network by means, not by what one more participant causes. What participants save or use at home is
    apart.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    Form of the studies of virtual conferences; ITU-T L.1480 (12/2022), first order effect.

    Status
    ------
    B-med (background reading)

    Examples
    --------
    >>> round(virtual_meeting_ghg_kg(
    ...     participants_persons=100, attended_hours_per_person=10, device_power_w=30, grid_ghg_kg_per_kwh=0.4,
    ...     stream_gb_per_hour=1, network_energy_kwh_per_gb=0.06, device_embodied_ghg_g_per_hour=34, servers_ghg_kg=2), 6)
    72.0
    """
    energy_kwh_per_hour = device_power_w / 1000 + stream_gb_per_hour * network_energy_kwh_per_gb
    hour_kg = energy_kwh_per_hour * grid_ghg_kg_per_kwh + device_embodied_ghg_g_per_hour / 1000
    return participants_persons * attended_hours_per_person * hour_kg + servers_ghg_kg


@method
def virtual_event_ghg_t(
    *, participants_persons: Quantity, attended_hours_per_person: Quantity, stream_ghg_g_per_hour: Quantity
) -> Quantity:
    """GHG of a virtual event, from the hours of its participants.

    Parameters
    ----------
    participants_persons : persons, >= 0
        participants
    attended_hours_per_person : h/person, >= 0
        hours of one participant
    stream_ghg_g_per_hour : g CO2e/h, >= 0
        GHG of an hour of video for one participant: 30 to 40

    Returns
    -------
    t CO2e
        GHG of the event

    Equation
    --------
    I = n * h * f / 1000000

    Validity
    --------
    Video only; preparation and servers of the organiser are apart.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    egu21.eu, estimate for the virtual assembly.

    Status
    ------
    D

    Examples
    --------
    >>> round(virtual_event_ghg_t(participants_persons=18000, attended_hours_per_person=37, stream_ghg_g_per_hour=30), 2)
    19.98
    """
    return participants_persons * attended_hours_per_person * stream_ghg_g_per_hour / 1e6


@method
def meeting_avoided_ghg_kg(
    *,
    travel_ghg_kg: Quantity,
    stay_ghg_kg: Quantity,
    virtual_ghg_kg: Quantity,
    rebound_ghg_kg: Quantity = 0.0,
) -> Quantity:
    """GHG that a virtual meeting avoids, beside the footprint of anyone and never netted with it.

    Parameters
    ----------
    travel_ghg_kg : kg CO2e, >= 0
        travel to the meeting that did not take place
    stay_ghg_kg : kg CO2e, >= 0
        its stay and venue
    virtual_ghg_kg : kg CO2e, >= 0
        the meeting from afar
    rebound_ghg_kg : kg CO2e, >= 0
        what more participants and more meetings bring about

    Returns
    -------
    kg CO2e
        avoided; below 0 where the virtual meeting takes more

    Equation
    --------
    A = I_travel + I_stay - I_virtual - I_rebound

    Validity
    --------
    The reference is the meeting that would most likely have taken place, with those who would have come.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    ITU-T L.1480 (12/2022), net second order effect and effects of higher order.

    Status
    ------
    V on the rule

    Examples
    --------
    >>> meeting_avoided_ghg_kg(travel_ghg_kg=69000, stay_ghg_kg=4000, virtual_ghg_kg=70, rebound_ghg_kg=30)
    72900
    """
    return travel_ghg_kg + stay_ghg_kg - virtual_ghg_kg - rebound_ghg_kg


@method
def virtual_saving_percent(*, onsite_ghg_kg: Quantity, mixed_ghg_kg: Quantity) -> Quantity:
    """Reduction that taking part from afar brings, in per cent of the meeting with all on site.

    Parameters
    ----------
    onsite_ghg_kg : kg CO2e, > 0
        meeting with all on site
    mixed_ghg_kg : kg CO2e, >= 0
        the same meeting with some or all from afar, streams included

    Returns
    -------
    %
        reduction; below 0 where emissions rise

    Equation
    --------
    r = 100 * (1 - I_mixed / I_onsite)

    Validity
    --------
    Both with one boundary and one set of factors.

    Raises
    ------
    BadArgument where the meeting on site emits nothing.

    Source
    ------
    Klöwer et al. 2020, doi:10.1038/d41586-020-02057-2; arithmetic.

    Status
    ------
    V,R

    Examples
    --------
    >>> virtual_saving_percent(onsite_ghg_kg=1000, mixed_ghg_kg=620)
    38.0
    """
    return 100 * (1 - divided(mixed_ghg_kg, onsite_ghg_kg, "onsite_ghg_kg"))


@method
def virtual_share_saving_percent(
    *, trip_distance_km: Series, travellers_persons: Series, virtual_share: float, tier_set: str = "AGU"
) -> float:
    """Reduction of travel where those with the highest emissions take part from afar.

    Parameters
    ----------
    trip_distance_km : list of km, >= 0
        distance one way from each place
    travellers_persons : list of persons, >= 0
        participants from each place
    virtual_share : share, 0 to 1
        part of the participants who take part from afar, those with the highest emissions first
    tier_set : one of AGU, SIGPLAN, CoolEffect, ADEME
        factors by distance

    Returns
    -------
    %
        reduction of the travel of all

    Equation
    --------
    r = 100 * (1 - I(virtual) / I(nobody virtual))

    Validity
    --------
    Travel only; the streams add less than a thousandth of it.

    Raises
    ------
    BadArgument where the lists differ in length or nobody travels.

    Source
    ------
    Klöwer et al. 2020, doi:10.1038/d41586-020-02057-2.

    Status
    ------
    V,R

    Examples
    --------
    >>> virtual_share_saving_percent(trip_distance_km=[9000, 1000], travellers_persons=[10, 90], virtual_share=0.1)
    60.0
    """
    all_kg = distances_travel_ghg_kg(
        trip_distance_km=trip_distance_km, travellers_persons=travellers_persons, tier_set=tier_set
    )
    some_kg = distances_travel_ghg_kg(
        trip_distance_km=trip_distance_km,
        travellers_persons=travellers_persons,
        tier_set=tier_set,
        virtual_share=virtual_share,
    )
    return 100 * (1 - divided(some_kg, all_kg, "trip_distance_km"))


@method
def onsite_of_multiple_ghg_kg(*, virtual_ghg_kg: Quantity, multiple_ratio: Quantity) -> Quantity:
    """GHG of a meeting on site, from a virtual one and a published multiple.

    Parameters
    ----------
    virtual_ghg_kg : kg CO2e, >= 0
        the virtual meeting
    multiple_ratio : ratio, >= 0
        how many times as much the meeting on site takes, 66 to several thousand in studies

    Returns
    -------
    kg CO2e
        the meeting on site

    Equation
    --------
    I_onsite = k * I_virtual

    Validity
    --------
    A cross-check of published results, no estimate: multiples depend on where the participants live.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    Faber 2021, virtual conference; Burtscher et al. 2020; Jäckle 2021; arithmetic.

    Status
    ------
    D

    Examples
    --------
    >>> onsite_of_multiple_ghg_kg(virtual_ghg_kg=1324, multiple_ratio=66)
    87384
    """
    return virtual_ghg_kg * multiple_ratio


@method
def event_ghg_kg_per_person(*, event_ghg_t: Quantity, participants_persons: Quantity) -> Quantity:
    """GHG of an event for each participant.

    Parameters
    ----------
    event_ghg_t : t CO2e, >= 0
        GHG of the event
    participants_persons : persons, > 0
        participants

    Returns
    -------
    kg CO2e/person
        GHG of one participant

    Equation
    --------
    i = 1000 * I / n

    Validity
    --------
    Travel, stay or stream, as the total has it.

    Raises
    ------
    BadArgument where nobody takes part.

    Source
    ------
    Klöwer et al. 2020, doi:10.1038/d41586-020-02057-2; arithmetic.

    Status
    ------
    V,R

    Examples
    --------
    >>> round(event_ghg_kg_per_person(event_ghg_t=69334.0004, participants_persons=24008), 2)
    2887.95
    """
    return divided(1000 * event_ghg_t, participants_persons, "participants_persons")
