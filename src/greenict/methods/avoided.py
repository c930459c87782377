"""Avoided emissions: effects of the first, second and higher order, attribution and rebound.

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
    B-med on the form (background reading)

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
