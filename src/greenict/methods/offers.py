"""Offers of a tender side by side: cost and impacts over their years, musts, and the score by weighted criteria.

Whoever buys announces the terms and the criteria. A criterion names an amount of the offers, or one that is computed
here: `cost_currency`, `ghg_kg`, `waste_kg`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from greenict.errors import BadArgument
from greenict.methods.checks import require
from greenict.methods.procurement import (
    criterion_score,
    offer_cost_currency,
    offer_ghg_kg,
    offer_score,
    offer_waste_kg,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True)
class Terms:
    """What holds for all offers."""

    service_years: float
    energy_price_currency_per_kwh: float
    grid_ghg_kg_per_kwh: float
    discount_share_per_year: float = 0.0
    price_growth_share_per_year: float = 0.0
    pue_ratio: float = 1.0


@dataclass(frozen=True)
class Criterion:
    """What earns points: the amounts that earn 0 and 100, the weight, and the amount that is a must, if any."""

    name: str
    worst_amount: float
    best_amount: float
    weight_share: float
    must_amount: float | None = None

    def missed_by(self, amount: float) -> bool:
        """Whether an amount misses the must."""
        if self.must_amount is None:
            return False
        more_is_better = self.best_amount > self.worst_amount
        return amount < self.must_amount if more_is_better else amount > self.must_amount


@dataclass(frozen=True)
class Offer:
    """An offer: its pieces, and the amounts that the criteria ask for (a label is 1 or 0)."""

    name: str
    offered_pieces: float
    purchase_currency: float
    yearly_energy_kwh_per_piece: float
    embodied_ghg_kg_per_piece: float
    mass_kg_per_piece: float
    lifetime_years: float
    upkeep_currency_per_year: float = 0.0
    end_cost_currency: float = 0.0
    amounts: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class JudgedOffer:
    """An offer with its cost, impacts and score; without a score where it misses a must."""

    name: str
    cost_currency: float
    ghg_kg: float
    waste_kg: float
    criterion_scores: Mapping[str, float]
    score: float | None
    missed: tuple[str, ...]


def compare_offers(offers: Sequence[Offer], criteria: Sequence[Criterion], terms: Terms) -> list[JudgedOffer]:
    """Return the offers judged, the best score first and those that miss a must last.

    Raises
    ------
    BadArgument
        Where there is no offer, a name comes twice, an offer lacks an amount that a criterion asks for, or the
        weights do not add up to 1.

    Examples
    --------
    >>> terms = Terms(service_years=4, energy_price_currency_per_kwh=0.25, grid_ghg_kg_per_kwh=0.5)
    >>> criteria = [Criterion("repairability", 0, 10, 1.0, must_amount=6)]
    >>> offers = [Offer(name, 1, 500, 40, 200, 2, 5, amounts={"repairability": n}) for name, n in [("A", 5), ("B", 8)]]
    >>> [(each.name, each.cost_currency, each.score, each.missed) for each in compare_offers(offers, criteria, terms)]
    [('B', 540.0, 80.0, ()), ('A', 540.0, None, ('repairability',))]
    """
    require(bool(offers), "offers", 0, "give one offer at least")
    require(bool(criteria), "criteria", 0, "give one criterion at least")
    for kind, names in (
        ("offers", [each.name for each in offers]),
        ("criteria", [each.name for each in criteria]),
    ):
        twice = sorted({name for name in names if names.count(name) > 1})
        require(not twice, kind, ", ".join(twice), "give each name once")
    judged = [_judged(offer, criteria, terms) for offer in offers]
    return sorted(
        judged, key=lambda each: (each.score is None, -(each.score or 0.0), each.cost_currency, each.name)
    )


def _judged(offer: Offer, criteria: Sequence[Criterion], terms: Terms) -> JudgedOffer:
    computed = _computed(offer, terms)
    amounts = {**offer.amounts, **computed}
    scores: dict[str, float] = {}
    for criterion in criteria:
        if criterion.name not in amounts:
            raise BadArgument(
                offer.name, criterion.name, "the offer lacks this amount; ask the supplier for it"
            )
        scores[criterion.name] = float(
            criterion_score(
                offered_amount=amounts[criterion.name],
                worst_amount=criterion.worst_amount,
                best_amount=criterion.best_amount,
            )
        )
    weights = {criterion.name: criterion.weight_share for criterion in criteria}
    score = offer_score(criterion_score=scores, criterion_weight_share=weights)
    missed = tuple(each.name for each in criteria if each.missed_by(amounts[each.name]))
    return JudgedOffer(
        name=offer.name,
        cost_currency=computed["cost_currency"],
        ghg_kg=computed["ghg_kg"],
        waste_kg=computed["waste_kg"],
        criterion_scores=scores,
        score=None if missed else score,
        missed=missed,
    )


def _computed(offer: Offer, terms: Terms) -> dict[str, float]:
    """Return cost, GHG and e-waste of an offer over the years of service."""
    cost = offer_cost_currency(
        purchase_currency=offer.purchase_currency,
        yearly_energy_kwh=offer.offered_pieces * offer.yearly_energy_kwh_per_piece * terms.pue_ratio,
        energy_price_currency_per_kwh=terms.energy_price_currency_per_kwh,
        service_years=terms.service_years,
        discount_share_per_year=terms.discount_share_per_year,
        price_growth_share_per_year=terms.price_growth_share_per_year,
        upkeep_currency_per_year=offer.upkeep_currency_per_year,
        end_cost_currency=offer.end_cost_currency,
    )
    ghg = offer_ghg_kg(
        offered_pieces=offer.offered_pieces,
        embodied_ghg_kg_per_piece=offer.embodied_ghg_kg_per_piece,
        yearly_energy_kwh_per_piece=offer.yearly_energy_kwh_per_piece,
        service_years=terms.service_years,
        grid_ghg_kg_per_kwh=terms.grid_ghg_kg_per_kwh,
        lifetime_years=offer.lifetime_years,
        pue_ratio=terms.pue_ratio,
    )
    waste = offer_waste_kg(
        offered_pieces=offer.offered_pieces,
        mass_kg_per_piece=offer.mass_kg_per_piece,
        service_years=terms.service_years,
        lifetime_years=offer.lifetime_years,
    )
    return {"cost_currency": float(cost), "ghg_kg": float(ghg), "waste_kg": float(waste)}
