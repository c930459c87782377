"""Avoided emissions: effects of the first, second and higher order, and meetings.

An effect is never added to a footprint or taken off it: it stands beside it.
"""

from __future__ import annotations

import numpy as np

from greenict.methods.checks import divided, require, require_same_keys
from greenict.methods.declaration import Quantity, Table, method


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


@method
def consequences_ghg_kg(
    *, effect_ghg_kg: Table, effect_order_index: Table, order: str = "all", direction: str = "both"
) -> float:
    """Change of emissions by a list of consequences of an ICT solution, all of them or those of one order.

    Parameters
    ----------
    effect_ghg_kg : table of kg CO2e
        change of emissions by each effect against the reference; below 0 where emissions fall
    effect_order_index : table of index, 1 to 3
        order of each effect: 1 the solution's own footprint, 2 its use, 3 rebound and other effects of
        higher order
    order : one of all, 1, 2, 3, net second
        effects that are summed; net second is 1 and 2
    direction : one of both, increases, reductions
        increases and reductions are also told apart

    Returns
    -------
    kg CO2e
        change of emissions; below 0 where they fall

    Equation
    --------
    change = sum_e dI_e over the effects of the order and direction

    Validity
    --------
    Each branch of the tree of consequences once, increases as well as reductions. The result stands beside
    the footprint and is never netted with it.

    Raises
    ------
    BadArgument where the two tables name different effects, an order is no whole number, or an effect of
    the first order is below 0.

    Source
    ------
    ITU-T L.1480 (12/2022), tree of consequences; first, second and higher order effects.

    Status
    ------
    V on the rule

    Examples
    --------
    >>> consequences_ghg_kg(
    ...     effect_ghg_kg={"sensors": 50, "less fuel": -300, "more trips": 40},
    ...     effect_order_index={"sensors": 1, "less fuel": 2, "more trips": 3})
    -210.0
    """
    require_same_keys(effect_ghg_kg, effect_order_index, "effect_ghg_kg", "effect_order_index")
    for effect, number in effect_order_index.items():
        require(number in {1, 2, 3}, f"effect_order_index[{effect!r}]", number, "give 1, 2 or 3")
        require(
            number != 1 or effect_ghg_kg[effect] >= 0,
            f"effect_ghg_kg[{effect!r}]",
            effect_ghg_kg[effect],
            "the solution's own footprint is 0 or more; a reduction elsewhere has order 2",
        )
    orders = {"all": {1, 2, 3}, "net second": {1, 2}}.get(order) or {int(order)}
    changes = [change for effect, change in effect_ghg_kg.items() if effect_order_index[effect] in orders]
    kept = {
        "both": changes,
        "increases": [one for one in changes if one > 0],
        "reductions": [one for one in changes if one < 0],
    }
    return float(sum(kept[direction]))


@method
def tier_use_verdict(*, tier: str, purpose: str, consequence_tree: str = "yes") -> str:
    """Whether an assessment of a tier may be used for a purpose.

    Parameters
    ----------
    tier : one of 1, 2, 3
        tier 1 in full, tier 2 reduced, tier 3 screening
    purpose : one of public communication, consumer communication, comparison with others, decision inside, screening
        what the result is used for
    consequence_tree : one of yes, no
        whether the tree of consequences was drawn

    Returns
    -------
    verdict
        pass or fail

    Equation
    --------
    tier 3: fail for public and consumer communication and for comparison with others
    tiers 1 and 2: fail without a tree of consequences

    Validity
    --------
    That tier 3 stays out of public and consumer communication is verified; that it stays out of comparisons
    is a careful reading from background.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    ITU-T L.1480 (12/2022), tiers of assessment.

    Status
    ------
    V; comparison B-med

    Examples
    --------
    >>> tier_use_verdict(tier="3", purpose="public communication")
    'fail'
    """
    if tier == "3":
        return "pass" if purpose in {"decision inside", "screening"} else "fail"
    return "pass" if consequence_tree == "yes" else "fail"


@method
def tier_use_statement(*, tier: str) -> str:
    """What an assessment of a tier may be used for, in a sentence.

    Parameters
    ----------
    tier : one of 1, 2, 3
        tier 1 in full, tier 2 reduced, tier 3 screening

    Returns
    -------
    statement
        what the tier may be used for

    Equation
    --------
    the rule of tier_use_verdict in words

    Validity
    --------
    As tier_use_verdict.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    ITU-T L.1480 (12/2022), tiers of assessment.

    Status
    ------
    V

    Examples
    --------
    >>> tier_use_statement(tier="3")
    'Screening only: for decisions inside; not for the public, not for consumers. No tree of consequences is asked for.'
    """
    return {
        "1": "Full assessment: for every purpose, the public included. A tree of consequences is mandatory.",
        "2": "Reduced assessment: for every purpose, with what was left out named. A tree of consequences is mandatory.",
        "3": "Screening only: for decisions inside; not for the public, not for consumers. No tree of consequences is asked for.",
    }[tier]


@method
def attributed_effect_ghg_t(*, effect_ghg_t: Quantity, attributed_share: Quantity) -> Quantity:
    """Part of an effect that is attributed to one of several suppliers.

    Parameters
    ----------
    effect_ghg_t : t CO2e
        effect before attribution; below 0 where emissions rise
    attributed_share : share, 0 to 1
        part of the supplier, with the rule named in the report

    Returns
    -------
    t CO2e
        effect after attribution

    Equation
    --------
    A_s = s * A

    Validity
    --------
    Report the effect before and after attribution; the shares of all suppliers add up to 1.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    ITU-T L.1480 (12/2022), attribution between suppliers.

    Status
    ------
    V on the rule

    Examples
    --------
    >>> attributed_effect_ghg_t(effect_ghg_t=250, attributed_share=0.5)
    125.0
    """
    return effect_ghg_t * attributed_share


@method
def fleet_effect_ghg_t(
    *,
    units_pieces: Quantity,
    unit_effect_ghg_kg_per_piece: Quantity,
    caused_share: Quantity = 1.0,
    overlap_share: Quantity = 0.0,
) -> Quantity:
    """Net second order effect of many units of a solution.

    Parameters
    ----------
    units_pieces : pieces, >= 0
        units in use
    unit_effect_ghg_kg_per_piece : kg CO2e/piece
        net effect of one unit in the period; below 0 where emissions rise
    caused_share : share, 0 to 1
        part that the solution causes and not something else
    overlap_share : share, 0 to 1
        part that other solutions already claim

    Returns
    -------
    t CO2e
        effect of the fleet

    Equation
    --------
    A = n * a * caused * (1 - overlap) / 1000

    Validity
    --------
    One context of use; sum the contexts and years apart. The effect of one unit comes from a sample of
    users.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    ITU-T L.1480 (12/2022), effect at scale.

    Status
    ------
    B-med on the form

    Examples
    --------
    >>> fleet_effect_ghg_t(units_pieces=10000, unit_effect_ghg_kg_per_piece=20, caused_share=0.5, overlap_share=0.25)
    75.0
    """
    return units_pieces * unit_effect_ghg_kg_per_piece * caused_share * (1 - overlap_share) / 1000


@method
def enablement_ghg_t_per_year(
    *,
    connections_pieces: Quantity,
    connection_ghg_kg_per_piece_per_year: Quantity,
    attributed_share: Quantity = 1.0,
) -> Quantity:
    """Emissions avoided by connections, from a factor for each connection.

    Parameters
    ----------
    connections_pieces : pieces, >= 0
        connections
    connection_ghg_kg_per_piece_per_year : kg CO2e/piece/yr, >= 0
        avoided by one connection in a year
    attributed_share : share, 0 to 1
        part that is attributed to the network

    Returns
    -------
    t CO2e/yr
        avoided in a year

    Equation
    --------
    A = n * f * s / 1000

    Validity
    --------
    A screening of tier 3: one factor for all connections. The factors of the study are not published.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    GSMA and Carbon Trust, Enablement Effect.

    Status
    ------
    V on the form

    Examples
    --------
    >>> enablement_ghg_t_per_year(connections_pieces=100000, connection_ghg_kg_per_piece_per_year=20, attributed_share=0.5)
    1000.0
    """
    return connections_pieces * connection_ghg_kg_per_piece_per_year * attributed_share / 1000


@method
def rebound_ghg_t(*, second_order_ghg_t: Quantity, rebound_ratio: Quantity) -> Quantity:
    """Rebound as a share of the second order effect.

    Parameters
    ----------
    second_order_ghg_t : t CO2e, >= 0
        second order effect, a reduction
    rebound_ratio : ratio, >= 0
        part of the reduction that more use takes back; above 1 emissions rise in all

    Returns
    -------
    t CO2e
        emissions of the rebound

    Equation
    --------
    R = rho * SOE

    Validity
    --------
    A share from a study of the same kind of use, with its year and place.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    ITU-T L.1480 (12/2022), effects of higher order.

    Status
    ------
    V on the form

    Examples
    --------
    >>> rebound_ghg_t(second_order_ghg_t=300, rebound_ratio=0.25)
    75.0
    """
    return second_order_ghg_t * rebound_ratio


@method
def money_rebound_ghg_kg(
    *, saved_currency: Quantity, spending_ghg_kg_per_currency: Quantity, spent_share: Quantity = 1.0
) -> Quantity:
    """Rebound through money saved: what spending it elsewhere emits.

    Parameters
    ----------
    saved_currency : currency, >= 0
        money that the solution saves its user
    spending_ghg_kg_per_currency : kg CO2e/currency, >= 0
        GHG of a unit of money spent on what it is spent on
    spent_share : share, 0 to 1
        part of the savings that is spent

    Returns
    -------
    kg CO2e
        emissions of the rebound

    Equation
    --------
    R = money * spent * F

    Validity
    --------
    The mean of all spending where nothing better is known; currency and year of the factor.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    ITU-T L Suppl. 54 (10/2022), rebound through money saved.

    Status
    ------
    V on the form

    Examples
    --------
    >>> money_rebound_ghg_kg(saved_currency=200, spending_ghg_kg_per_currency=0.5, spent_share=0.75)
    75.0
    """
    return saved_currency * spent_share * spending_ghg_kg_per_currency
