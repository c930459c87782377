"""Offers: cost and impacts over the years, criteria and musts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from greenict.errors import BadArgument, UnknownName
from greenict.methods.catalogue import find
from greenict.methods.offers import Criterion, Offer, Terms, compare_offers


def compute(name, **inputs):
    return find(name).compute(**inputs)


def test_cost_over_the_years_by_hand():
    found = compute(
        "offer_cost_currency",
        purchase_currency=500,
        yearly_energy_kwh=100,
        energy_price_currency_per_kwh=0.3,
        service_years=3,
        discount_share_per_year=0.05,
        price_growth_share_per_year=0.1,
        upkeep_currency_per_year=20,
        end_cost_currency=40,
    )
    expected = 500 + sum((30 * 1.1 ** (year - 1) + 20) / 1.05**year for year in (1, 2, 3)) + 40 / 1.05**3
    assert found == pytest.approx(expected, rel=1e-12)


def test_a_longer_life_lowers_ghg_and_waste():
    offer = {"offered_pieces": 10, "service_years": 4}
    ghg = {
        **offer,
        "embodied_ghg_kg_per_piece": 200,
        "yearly_energy_kwh_per_piece": 0,
        "grid_ghg_kg_per_kwh": 1,
    }
    assert compute("offer_ghg_kg", **ghg, lifetime_years=4) == 2000
    assert compute("offer_ghg_kg", **ghg, lifetime_years=8) == 1000
    assert compute("offer_waste_kg", **offer, mass_kg_per_piece=2, lifetime_years=8) == 10


@pytest.mark.parametrize(("amount", "score"), [(4, 0), (5, 0), (6, 20), (10, 100), (11, 100)])
def test_a_criterion_between_its_ends(amount, score):
    assert compute("criterion_score", offered_amount=amount, worst_amount=5, best_amount=10) == score


def test_less_can_be_better():
    assert compute("criterion_score", offered_amount=40, worst_amount=50, best_amount=10) == 25
    with pytest.raises(BadArgument, match="best_amount"):
        compute("criterion_score", offered_amount=40, worst_amount=50, best_amount=50)


def test_an_offer_that_misses_a_must_is_refused():
    inputs = {
        "criterion_score": {"label": 0, "cost": 100},
        "criterion_weight_share": {"label": 0.1, "cost": 0.9},
    }
    assert compute("offer_score", **inputs) == 90
    with pytest.raises(BadArgument, match=r"label.*misses a must"):
        compute("offer_score", **inputs, least_score={"label": 100})
    with pytest.raises(UnknownName, match="lable"):
        compute("offer_score", **inputs, least_score={"lable": 100})


def test_substances():
    assert compute("restricted_substances_verdict", substance_percent={"Pb": 0.1, "Cd": 0.01}) == "pass"
    assert (
        compute("restricted_substances_verdict", substance_percent={"Pb": 0.11, "Cd": 0.02}) == "fail: Pb, Cd"
    )
    with pytest.raises(UnknownName, match="Xx"):
        compute("restricted_substances_verdict", substance_percent={"Xx": 0.1})


TERMS = Terms(service_years=4, energy_price_currency_per_kwh=0.25, grid_ghg_kg_per_kwh=0.5, pue_ratio=2)
OFFER = Offer("A", 2, 900, 50, 200, 3, 8, amounts={"repairability": 8, "label": 1})
CRITERIA = [
    Criterion("cost_currency", 2000, 1000, 0.5),
    Criterion("repairability", 0, 10, 0.3),
    Criterion("label", 0, 1, 0.2, must_amount=1),
]


def test_an_offer_is_judged_by_hand():
    (judged,) = compare_offers([OFFER], CRITERIA, TERMS)
    assert judged.cost_currency == 900 + 2 * 50 * 2 * 0.25 * 4
    assert judged.ghg_kg == 2 * (200 * 4 / 8 + 50 * 4 * 2 * 0.5)
    assert judged.waste_kg == 2 * 3 * 4 / 8
    assert judged.criterion_scores == pytest.approx({"cost_currency": 90, "repairability": 80, "label": 100})
    assert judged.score == pytest.approx(45 + 24 + 20)


def test_offers_stand_in_order_and_those_without_the_must_last():
    weaker = replace(OFFER, name="B", amounts={"repairability": 5, "label": 1})
    without = replace(OFFER, name="C", purchase_currency=1, amounts={"repairability": 10, "label": 0})
    judged = compare_offers([without, weaker, OFFER], CRITERIA, TERMS)
    assert [each.name for each in judged] == ["A", "B", "C"]
    assert (judged[2].score, judged[2].missed) == (None, ("label",))


def test_a_must_where_less_is_better():
    dear = Criterion("cost_currency", 2000, 500, 1.0, must_amount=1000)
    (judged,) = compare_offers([OFFER], [dear], TERMS)
    assert judged.missed == ("cost_currency",)
    (judged,) = compare_offers([OFFER], [replace(dear, must_amount=1100)], TERMS)
    assert judged.missed == ()


@pytest.mark.parametrize(
    ("offers", "criteria", "named"),
    [
        ([], CRITERIA, "one offer"),
        ([OFFER], [], "one criterion"),
        ([OFFER, OFFER], CRITERIA, "each name once"),
        ([OFFER], CRITERIA[:2], "add up to 0.8"),
        ([replace(OFFER, amounts={"label": 1})], CRITERIA, "lacks this amount"),
    ],
)
def test_a_tender_that_cannot_be_judged_is_refused(offers, criteria, named):
    with pytest.raises(BadArgument, match=named):
        compare_offers(offers, criteria, TERMS)
