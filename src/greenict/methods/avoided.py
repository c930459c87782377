"""Avoided emissions: effects of the first, second and higher order, and meetings.

An effect is never added to a footprint or taken off it: it stands beside it.
"""

from __future__ import annotations

import numpy as np

from greenict.methods.checks import divided, require
from greenict.methods.declaration import Quantity, method


@method
def second_order_effect_ghg_t(*, reference_ghg_t: Quantity, with_ict_ghg_t: Quantity) -> Quantity:
    """Second order effect of an ICT solution: what other activities emit less with it.

    Parameters
    ----------
    reference_ghg_t : t CO2e, >= 0
        most likely scenario without the solution
    with_ict_ghg_t : t CO2e, >= 0
        the same activities with the solution, without its own footprint

    Returns
    -------
    t CO2e
        reduction; below 0 where emissions rise

    Equation
    --------
    SOE = E_reference - E_with

    Validity
    --------
    One boundary and period for both scenarios; the reference is not the worst case.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    ITU-T L.1480 (12/2022); European Green Digital Coalition, net carbon impact.

    Status
    ------
    V

    Examples
    --------
    >>> second_order_effect_ghg_t(reference_ghg_t=1000, with_ict_ghg_t=700)
    300
    """
    return reference_ghg_t - with_ict_ghg_t


@method
def net_second_order_effect_ghg_t(
    *, reference_ghg_t: Quantity, with_ict_ghg_t: Quantity, first_order_ghg_t: Quantity
) -> Quantity:
    """Net second order effect: less the footprint of the ICT solution itself.

    Parameters
    ----------
    reference_ghg_t : t CO2e, >= 0
        most likely scenario without the solution
    with_ict_ghg_t : t CO2e, >= 0
        the same activities with the solution
    first_order_ghg_t : t CO2e, >= 0
        footprint of the solution for the same unit and period

    Returns
    -------
    t CO2e
        net reduction; below 0 where emissions rise

    Equation
    --------
    net SOE = E_reference - E_with - FOE

    Validity
    --------
    A result of tier 3 may not be told to the public.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    ITU-T L.1480 (12/2022).

    Status
    ------
    V

    Examples
    --------
    >>> net_second_order_effect_ghg_t(reference_ghg_t=1000, with_ict_ghg_t=700, first_order_ghg_t=50)
    250
    """
    return reference_ghg_t - with_ict_ghg_t - first_order_ghg_t


@method
def net_effect_with_rebound_ghg_t(
    *,
    reference_ghg_t: Quantity,
    with_ict_ghg_t: Quantity,
    first_order_ghg_t: Quantity,
    rebound_ghg_t: Quantity,
) -> Quantity:
    """Net effect with effects of higher order: less the rebound too.

    Parameters
    ----------
    reference_ghg_t : t CO2e, >= 0
        most likely scenario without the solution
    with_ict_ghg_t : t CO2e, >= 0
        the same activities with the solution
    first_order_ghg_t : t CO2e, >= 0
        footprint of the solution
    rebound_ghg_t : t CO2e, >= 0
        emissions that the saving brings about elsewhere

    Returns
    -------
    t CO2e
        net reduction; below 0 where emissions rise

    Equation
    --------
    total = E_reference - E_with - FOE - rebound

    Validity
    --------
    Rebound is estimated apart and shown apart.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    ITU-T L.1480 (12/2022); ITU-T L Suppl. 54 (10/2022).

    Status
    ------
    V, case S

    Examples
    --------
    >>> net_effect_with_rebound_ghg_t(
    ...     reference_ghg_t=1000, with_ict_ghg_t=700, first_order_ghg_t=50, rebound_ghg_t=40)
    210
    """
    return reference_ghg_t - with_ict_ghg_t - first_order_ghg_t - rebound_ghg_t


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


@method
def part_of_total_percent(*, part_ghg_t: Quantity, total_ghg_t: Quantity) -> Quantity:
    """Part of a total of GHG.

    Parameters
    ----------
    part_ghg_t : t CO2e, >= 0
        the part
    total_ghg_t : t CO2e, > 0
        the total

    Returns
    -------
    %
        the part in the total

    Equation
    --------
    s = 100 * I_part / I

    Validity
    --------
    The part lies in the total.

    Raises
    ------
    BadArgument where the part exceeds the total.

    Source
    ------
    Arithmetic.

    Status
    ------
    D

    Examples
    --------
    >>> round(part_of_total_percent(part_ghg_t=51484.629, total_ghg_t=69334.0004), 2)
    74.26
    """
    require(np.asarray(part_ghg_t) <= total_ghg_t, "part_ghg_t", part_ghg_t, "give at most total_ghg_t")
    return divided(100 * part_ghg_t, total_ghg_t, "total_ghg_t")


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
