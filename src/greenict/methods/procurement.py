"""Green procurement: what an offer costs and causes over its years, and how it meets the criteria.

All money is in one currency. `offers` puts several offers side by side.
"""

from __future__ import annotations

import numpy as np

from greenict.errors import UnknownName
from greenict.methods.checks import divided, require, require_same_keys, require_sum_of_one
from greenict.methods.constants import rohs_limits
from greenict.methods.declaration import Quantity, Table, method
from greenict.methods.discounting import annuity_years


@method
def offer_cost_currency(
    *,
    purchase_currency: Quantity,
    yearly_energy_kwh: Quantity,
    energy_price_currency_per_kwh: Quantity,
    service_years: Quantity,
    discount_share_per_year: Quantity,
    price_growth_share_per_year: Quantity = 0.0,
    upkeep_currency_per_year: Quantity = 0.0,
    end_cost_currency: Quantity = 0.0,
) -> Quantity:
    """Life-cycle cost of an offer, as of today.

    Parameters
    ----------
    purchase_currency : currency, >= 0
        price of all pieces with delivery and setting up
    yearly_energy_kwh : kWh, >= 0
        electricity of all pieces in a year, with cooling where it is paid for
    energy_price_currency_per_kwh : currency/kWh, >= 0
        price of electricity in the first year
    service_years : yr, 1 to 50
        whole years that the offer is for
    discount_share_per_year : share/yr, 0 to 1
        discount rate
    price_growth_share_per_year : share/yr, -0.5 to 1
        growth of the price of electricity from the second year on
    upkeep_currency_per_year : currency/yr, >= 0
        repair, spare parts, licences in a year
    end_cost_currency : currency
        cost of taking back and treating at the end; below 0 where a resale value is left

    Returns
    -------
    currency
        life-cycle cost

    Equation
    --------
    LCC = P + sum_(t=1..n) ( E * p * (1+g)^(t-1) + u ) / (1+d)^t + Z / (1+d)^n

    Validity
    --------
    The same service, number of pieces and years for all offers. Discount rate and growth both with inflation or
    both without.

    Raises
    ------
    BadArgument where the years are no whole number.

    Source
    ------
    Directive 2014/24/EU, article 68, life-cycle costing (background reading); arithmetic.

    Status
    ------
    D

    Examples
    --------
    >>> offer_cost_currency(
    ...     purchase_currency=1000, yearly_energy_kwh=2000, energy_price_currency_per_kwh=0.25, service_years=2,
    ...     discount_share_per_year=0.25, upkeep_currency_per_year=125, end_cost_currency=-250)
    1740.0
    """
    energy = yearly_energy_kwh * energy_price_currency_per_kwh
    paid = energy * annuity_years(service_years, discount_share_per_year, price_growth_share_per_year)
    upkeep = upkeep_currency_per_year * annuity_years(service_years, discount_share_per_year)
    return (
        purchase_currency + paid + upkeep + end_cost_currency / (1 + discount_share_per_year) ** service_years
    )


@method
def offer_ghg_kg(
    *,
    offered_pieces: Quantity,
    embodied_ghg_kg_per_piece: Quantity,
    yearly_energy_kwh_per_piece: Quantity,
    service_years: Quantity,
    grid_ghg_kg_per_kwh: Quantity,
    lifetime_years: Quantity,
    pue_ratio: Quantity = 1.0,
) -> Quantity:
    """GHG of an offer over the years of service.

    Parameters
    ----------
    offered_pieces : pieces, >= 0
        pieces
    embodied_ghg_kg_per_piece : kg CO2e/piece, >= 0
        GHG of making, transport and end of life of a piece
    yearly_energy_kwh_per_piece : kWh/piece, >= 0
        electricity of a piece in a year
    service_years : yr, 1 to 50
        years that the offer is for
    grid_ghg_kg_per_kwh : kg CO2e/kWh, >= 0
        factor of the electricity
    lifetime_years : yr, > 0
        years that a piece lasts, with its repairs and software support
    pue_ratio : ratio, >= 1
        overhead of the data centre; 1 outside one

    Returns
    -------
    kg CO2e
        GHG of the offer

    Equation
    --------
    I = n * ( I_emb * years / L + E * years * PUE * EF )

    Validity
    --------
    A piece that lasts longer than the service passes the rest of its making on; that holds only where it is
    used on.

    Raises
    ------
    BadArgument where the lifetime is 0.

    Source
    ------
    ITU-T L.1410 (11/2024), goods over a service period (background reading).

    Status
    ------
    B-high

    Examples
    --------
    >>> offer_ghg_kg(
    ...     offered_pieces=10, embodied_ghg_kg_per_piece=200, yearly_energy_kwh_per_piece=50, service_years=4,
    ...     grid_ghg_kg_per_kwh=0.5, lifetime_years=8)
    2000.0
    """
    embodied = divided(embodied_ghg_kg_per_piece * service_years, lifetime_years, "lifetime_years")
    used = yearly_energy_kwh_per_piece * service_years * pue_ratio * grid_ghg_kg_per_kwh
    return offered_pieces * (embodied + used)


@method
def offer_waste_kg(
    *,
    offered_pieces: Quantity,
    mass_kg_per_piece: Quantity,
    service_years: Quantity,
    lifetime_years: Quantity,
) -> Quantity:
    """E-waste of an offer over the years of service.

    Parameters
    ----------
    offered_pieces : pieces, >= 0
        pieces
    mass_kg_per_piece : kg/piece, >= 0
        mass of a piece without packaging
    service_years : yr, 1 to 50
        years that the offer is for
    lifetime_years : yr, > 0
        years that a piece lasts

    Returns
    -------
    kg
        e-waste

    Equation
    --------
    m = n * w * years / L

    Validity
    --------
    As offer_ghg_kg: a piece that outlasts the service must be used on.

    Raises
    ------
    BadArgument where the lifetime is 0.

    Source
    ------
    Arithmetic.

    Status
    ------
    D

    Examples
    --------
    >>> offer_waste_kg(offered_pieces=10, mass_kg_per_piece=3, service_years=4, lifetime_years=8)
    15.0
    """
    return divided(offered_pieces * mass_kg_per_piece * service_years, lifetime_years, "lifetime_years")


@method
def cost_with_ghg_currency(
    *, offer_cost_currency: Quantity, offer_ghg_t: Quantity, ghg_price_currency_per_ghg_t: Quantity
) -> Quantity:
    """Life-cycle cost of an offer with a price on its GHG.

    Parameters
    ----------
    offer_cost_currency : currency
        life-cycle cost
    offer_ghg_t : t CO2e, >= 0
        GHG of the offer over its years
    ghg_price_currency_per_ghg_t : currency/t CO2e, >= 0
        shadow price of a tonne

    Returns
    -------
    currency
        cost with the external one

    Equation
    --------
    LCC* = LCC + I * price

    Validity
    --------
    The price is announced with the tender. GHG is not discounted.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    Directive 2014/24/EU, article 68, costs of environmental externalities (background reading); arithmetic.

    Status
    ------
    D

    Examples
    --------
    >>> cost_with_ghg_currency(offer_cost_currency=1740, offer_ghg_t=2, ghg_price_currency_per_ghg_t=100)
    1940
    """
    return offer_cost_currency + offer_ghg_t * ghg_price_currency_per_ghg_t


@method
def criterion_score(*, offered_amount: Quantity, worst_amount: Quantity, best_amount: Quantity) -> Quantity:
    """Score of an offer in one criterion, on a straight line from worst to best.

    Parameters
    ----------
    offered_amount : own unit
        what is offered: repairability index, recycled share, energy, years of support
    worst_amount : own unit
        amount that earns 0
    best_amount : own unit
        amount that earns 100; below worst_amount where less is better

    Returns
    -------
    score
        score, from 0 to 100

    Equation
    --------
    s = 100 * ( x - worst ) / ( best - worst ), at least 0 and at most 100

    Validity
    --------
    Both ends are announced with the tender and do not follow from the offers.

    Raises
    ------
    BadArgument where worst and best are the same.

    Source
    ------
    Common practice of weighted award criteria; Directive 2014/24/EU, article 67 (background reading).

    Status
    ------
    D

    Examples
    --------
    >>> criterion_score(offered_amount=7.5, worst_amount=5, best_amount=10)
    50.0
    """
    require(
        np.asarray(best_amount) != worst_amount,
        "best_amount",
        best_amount,
        "give another amount than worst_amount",
    )
    reached = 100 * ((offered_amount - worst_amount) / (best_amount - worst_amount))
    limited = np.clip(reached, 0.0, 100.0)
    return limited if np.ndim(limited) else float(limited)


@method
def offer_score(
    *, criterion_score: Table, criterion_weight_share: Table, least_score: Table | None = None
) -> float:
    """Score of an offer over all criteria; an offer that misses a must is refused.

    Parameters
    ----------
    criterion_score : table of score, 0 to 100
        score by criterion: repairability, restricted substances, recycled content, label, cost, ...
    criterion_weight_share : table of share, 0 to 1
        weight by criterion; they add up to 1
    least_score : table of score, 0 to 100
        musts: lowest score by criterion, for the criteria that have one

    Returns
    -------
    score
        score, from 0 to 100

    Equation
    --------
    S = sum_c w_c * s_c, where s_c >= least_c for every must

    Validity
    --------
    Weights and musts are announced with the tender. A must is not made good by other criteria.

    Raises
    ------
    BadArgument where the offer misses a must, criteria differ or weights do not add up to 1; UnknownName for a
    must that is no criterion.

    Source
    ------
    Directive 2014/24/EU, article 67, weighted award criteria (background reading); common practice.

    Status
    ------
    D

    Examples
    --------
    >>> offer_score(
    ...     criterion_score={"repairability": 50, "label": 100}, criterion_weight_share={"repairability": 0.75, "label": 0.25},
    ...     least_score={"label": 100})
    62.5
    """
    require_same_keys(criterion_weight_share, criterion_score, "criterion_weight_share", "criterion_score")
    require_sum_of_one(list(criterion_weight_share.values()), "criterion_weight_share")
    for name, least in (least_score or {}).items():
        if name not in criterion_score:
            raise UnknownName("criterion", name, list(criterion_score))
        require(
            criterion_score[name] >= least,
            f"criterion_score[{name!r}]",
            criterion_score[name],
            f"the offer misses a must, {least:g} at least; it is out",
        )
    return float(sum(weight * criterion_score[name] for name, weight in criterion_weight_share.items()))


@method
def restricted_substances_verdict(*, substance_percent: Table) -> str:
    """Whether the materials of an offer keep the limits of restricted substances.

    Parameters
    ----------
    substance_percent : table of %, 0 to 100
        highest mass of each substance in a homogeneous material, by its sign: Pb, Hg, Cd, ...

    Returns
    -------
    verdict
        "pass", or "fail" with the substances above their limit

    Equation
    --------
    pass where c_s <= limit_s for every substance s

    Validity
    --------
    What the supplier declares. Exemptions are not looked at: rohs_verdict and the list of exemptions decide.

    Raises
    ------
    UnknownName for a substance without a limit.

    Source
    ------
    Directive 2011/65/EU, annex II; (EU) 2015/863 (limits from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> restricted_substances_verdict(substance_percent={"Cd": 0.012, "Pb": 0.08})
    'fail: Cd'
    """
    limits = rohs_limits()
    for name in substance_percent:
        if name not in limits:
            raise UnknownName("substance", name, list(limits))
    above = [name for name, percent in substance_percent.items() if percent > limits[name]]
    return f"fail: {', '.join(above)}" if above else "pass"
