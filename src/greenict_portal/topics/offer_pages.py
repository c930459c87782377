"""Offers of a tender over the same years: cost, greenhouse gases, e-waste, points, and who misses a must.

The library judges the offers. The one thing with a spread is the grid, and all offers share its draws; so
they are judged a second and a third time at the ends of its range, to see whether the order holds there.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from greenict_portal.foundation.charts import Bar
from greenict_portal.topics import engine, names
from greenict_portal.topics.ranges import Amount, amount, ends, more_than

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from greenict_portal.topics.engine import Criterion, Factor, Floats, JudgedOffer, Offer

METHODS = (
    "offer_cost_currency",
    "offer_ghg_kg",
    "offer_waste_kg",
    "cost_with_ghg_currency",
    "criterion_score",
    "offer_score",
)
KG_PER_T = 1000


@dataclass(frozen=True)
class Axis:
    """What may earn points; `asked` of the supplier, or computed here under the library's name for it."""

    name: str
    unit: str = ""
    computed: str = ""
    most: float | None = None
    less_is_better: bool = False
    yes_no: bool = False

    @property
    def asked(self) -> bool:
        """Whether the supplier says it."""
        return not self.computed


AXES = (
    Axis("cost", computed="cost_currency", less_is_better=True),
    Axis("ghg", "kg CO2e", computed="ghg_kg", less_is_better=True),
    Axis("waste", "kg", computed="waste_kg", less_is_better=True),
    Axis("repairability", most=10),
    Axis("recycled", "%", most=100),
    Axis("substances", yes_no=True),
    Axis("label", yes_no=True),
)


@dataclass(frozen=True)
class Judging:
    """How the buyer judges by an axis."""

    axis: Axis
    weight_share: float
    worst: float | None
    best: float | None
    must: float | None


@dataclass(frozen=True)
class Tender:
    """The terms, the criteria and the offers."""

    country: str
    year: int
    service_years: int
    currency: str
    energy_price: float
    discount_share: float
    ghg_price: float | None
    judgings: tuple[Judging, ...]
    offers: tuple[Offer, ...]

    @property
    def grid(self) -> Factor:
        """The factor of the electricity."""
        return engine.grid(self.country, self.year)


@dataclass(frozen=True)
class Row:
    """An offer with its figures; no rank and no score where it misses a must."""

    rank: int | None
    offer: Offer
    judged: JudgedOffer
    priced_cost: float | None
    ghg: Amount
    draws: Floats
    score: Amount | None


def offer(given: Mapping[str, Any]) -> Offer:
    """An offer from what was filled in."""
    asked = {axis.name: given[axis.name] for axis in AXES if axis.asked}
    return engine.Offer(
        name=given["name"],
        offered_pieces=given["pieces"],
        purchase_currency=given["price"] * given["pieces"],
        yearly_energy_kwh_per_piece=given["energy"],
        embodied_ghg_kg_per_piece=given["made"],
        mass_kg_per_piece=given["mass"],
        lifetime_years=given["life"],
        upkeep_currency_per_year=given["upkeep"] or 0.0,
        end_cost_currency=given["end"] or 0.0,
        amounts={name: float(value) for name, value in asked.items() if value not in (None, "")},
    )


def cost_inputs(tender: Tender, offer: Offer) -> dict[str, float]:
    """What the cost of an offer is computed from."""
    return {
        "purchase_currency": offer.purchase_currency,
        "yearly_energy_kwh": offer.offered_pieces * offer.yearly_energy_kwh_per_piece,
        "energy_price_currency_per_kwh": tender.energy_price,
        "service_years": tender.service_years,
        "discount_share_per_year": tender.discount_share,
        "upkeep_currency_per_year": offer.upkeep_currency_per_year,
        "end_cost_currency": offer.end_cost_currency,
    }


def ghg_inputs(tender: Tender, offer: Offer, grid: Floats | float) -> dict[str, Any]:
    """What the greenhouse gases of an offer are computed from."""
    return {
        "offered_pieces": offer.offered_pieces,
        "embodied_ghg_kg_per_piece": offer.embodied_ghg_kg_per_piece,
        "yearly_energy_kwh_per_piece": offer.yearly_energy_kwh_per_piece,
        "service_years": tender.service_years,
        "grid_ghg_kg_per_kwh": grid,
        "lifetime_years": offer.lifetime_years,
    }


def waste_inputs(tender: Tender, offer: Offer) -> dict[str, float]:
    """What the e-waste of an offer is computed from."""
    return {
        "offered_pieces": offer.offered_pieces,
        "mass_kg_per_piece": offer.mass_kg_per_piece,
        "service_years": tender.service_years,
        "lifetime_years": offer.lifetime_years,
    }


def priced_cost(tender: Tender, cost_currency: float, ghg_kg: float) -> float:
    """The cost with the price of the greenhouse gases."""
    return float(
        engine.compute(
            "cost_with_ghg_currency",
            offer_cost_currency=cost_currency,
            offer_ghg_t=ghg_kg / KG_PER_T,
            ghg_price_currency_per_ghg_t=tender.ghg_price,
        )
    )


def amount_name(axis: Axis, tender: Tender) -> str:
    """The library's name of what an axis judges; the cost with its price on greenhouse gases where there is one."""
    if axis.name == "cost" and tender.ghg_price is not None:
        return "cost_with_ghg_currency"
    return axis.computed or axis.name


def criterion(judging: Judging, tender: Tender) -> Criterion:
    """A criterion as the library takes it. Without a weight only the direction of its ends counts."""
    worst, best = (1.0, 0.0) if judging.axis.less_is_better else (0.0, 1.0)
    if judging.weight_share and not judging.axis.yes_no:
        worst, best = judging.worst or 0.0, judging.best or 0.0
    return engine.Criterion(
        amount_name(judging.axis, tender), worst, best, judging.weight_share, must_amount=judging.must
    )


def judged(tender: Tender, grid: float) -> list[JudgedOffer]:
    """The offers as the library judges them, on electricity of so much kg CO2e a kWh."""
    terms = engine.Terms(
        service_years=tender.service_years,
        energy_price_currency_per_kwh=tender.energy_price,
        grid_ghg_kg_per_kwh=grid,
        discount_share_per_year=tender.discount_share,
    )
    offers = [_with_price(tender, each, grid) for each in tender.offers]
    return engine.compare_offers(offers, [criterion(each, tender) for each in tender.judgings], terms)


def _with_price(tender: Tender, offer: Offer, grid: float) -> Offer:
    if tender.ghg_price is None:
        return offer
    cost = engine.compute("offer_cost_currency", **cost_inputs(tender, offer))
    ghg = engine.compute("offer_ghg_kg", **ghg_inputs(tender, offer, grid))
    return replace(offer, amounts={**offer.amounts, "cost_with_ghg_currency": priced_cost(tender, cost, ghg)})


def rows(tender: Tender) -> tuple[list[Row], bool]:
    """The offers in the library's order, and whether that order holds over the range of the grid."""
    value, draws = engine.sums([tender.grid])
    middle = judged(tender, value)
    around = [judged(tender, end) for end in ends(draws)]
    scores = [{each.name: each.score for each in one} for one in (middle, *around)]
    by_name = {each.name: each for each in tender.offers}
    found = []
    for index, each in enumerate(middle, start=1):
        offer = by_name[each.name]
        drawn = engine.compute("offer_ghg_kg", **ghg_inputs(tender, offer, draws))
        found.append(
            Row(
                rank=None if each.score is None else index,
                offer=offer,
                judged=each,
                priced_cost=None
                if tender.ghg_price is None
                else priced_cost(tender, each.cost_currency, each.ghg_kg),
                ghg=amount(each.ghg_kg, drawn),
                draws=np.asarray(drawn),
                score=_score(each, scores),
            )
        )
    order = [(each.name, each.missed) for each in middle]
    return found, all([(each.name, each.missed) for each in one] == order for one in around)


def _score(judged: JudgedOffer, scores: Sequence[Mapping[str, float | None]]) -> Amount | None:
    if judged.score is None:
        return None
    known = [one[judged.name] for one in scores]
    said = [each for each in known if each is not None]
    if max(said) - min(said) < 1e-9:
        return Amount(judged.score)
    return Amount(judged.score, min(said), max(said))


def amount_of(row: Row, axis: Axis) -> float | None:
    """What an offer has on an axis; None where the supplier did not say."""
    computed = {"ghg": row.judged.ghg_kg, "waste": row.judged.waste_kg}
    if axis.name == "cost":
        return row.judged.cost_currency if row.priced_cost is None else row.priced_cost
    return computed.get(axis.name, row.offer.amounts.get(axis.name))


def against(row: Row, lowest: Row) -> dict[str, Any]:
    """How much more greenhouse gases an offer causes than the lowest."""
    found = more_than(row.ghg.value, row.draws, lowest.ghg.value, lowest.draws)
    return found | {"is_lowest": row is lowest}


def bars(found: Sequence[Row]) -> dict[str, list[Bar]]:
    """The charts: cost, greenhouse gases with their ranges, e-waste."""
    return {
        "cost": [Bar(row.offer.name, amount_of(row, AXES[0]) or 0.0) for row in found],
        "ghg": [Bar(row.offer.name, row.ghg.value, row.ghg.low, row.ghg.high) for row in found],
        "waste": [Bar(row.offer.name, row.judged.waste_kg) for row in found],
    }


def unit_of(axis: Axis, tender: Tender) -> str:
    """The unit of an axis; the currency of the tender for money."""
    return tender.currency if axis.name == "cost" else axis.unit


def heading(judging: Judging, tender: Tender) -> dict[str, Any]:
    """A criterion as a table heads it."""
    return {
        "judging": judging,
        "words": names.criterion(judging.axis.name),
        "unit": unit_of(judging.axis, tender),
    }
