"""Consequences, tiers, attribution, rebound and telework, against arithmetic done by hand."""

from __future__ import annotations

import pytest

from greenict.errors import BadArgument
from greenict.methods.catalogue import find

EFFECTS = {"sensors": 50.0, "cloud": 10.0, "less fuel": -300.0, "more idling": 20.0, "more trips": 40.0}
ORDERS = {"sensors": 1, "cloud": 1, "less fuel": 2, "more idling": 2, "more trips": 3}


def of(name, **inputs):
    return find(name).compute(**inputs)


def change(**inputs):
    return of("consequences_ghg_kg", effect_ghg_kg=EFFECTS, effect_order_index=ORDERS, **inputs)


@pytest.mark.parametrize(
    ("order", "both", "increases", "reductions"),
    [
        ("1", 60, 60, 0),
        ("2", -280, 20, -300),
        ("3", 40, 40, 0),
        ("net second", -220, 80, -300),
        ("all", -180, 120, -300),
    ],
)
def test_orders_and_directions(order, both, increases, reductions):
    assert change(order=order) == both
    assert change(order=order, direction="increases") == increases
    assert change(order=order, direction="reductions") == reductions


def test_the_list_agrees_with_the_net_effect():
    net = of(
        "net_effect_with_rebound_ghg_t",
        reference_ghg_t=1000,
        with_ict_ghg_t=720,
        first_order_ghg_t=60,
        rebound_ghg_t=40,
    )
    assert change() == -net


@pytest.mark.parametrize("order", [0, 4, 1.5])
def test_an_order_that_is_none_is_refused(order):
    with pytest.raises(BadArgument, match="effect_order_index"):
        of("consequences_ghg_kg", effect_ghg_kg={"a": 1}, effect_order_index={"a": order})


def test_a_footprint_below_zero_is_refused():
    with pytest.raises(BadArgument, match="effect_ghg_kg"):
        of("consequences_ghg_kg", effect_ghg_kg={"a": -1}, effect_order_index={"a": 1})


@pytest.mark.parametrize(
    ("tier", "purpose", "tree", "verdict"),
    [
        ("3", "public communication", "yes", "fail"),
        ("3", "consumer communication", "yes", "fail"),
        ("3", "comparison with others", "yes", "fail"),
        ("3", "screening", "no", "pass"),
        ("2", "public communication", "yes", "pass"),
        ("2", "public communication", "no", "fail"),
        ("1", "screening", "no", "fail"),
    ],
)
def test_what_a_tier_is_good_for(tier, purpose, tree, verdict):
    assert of("tier_use_verdict", tier=tier, purpose=purpose, consequence_tree=tree) == verdict


def test_every_tier_has_its_sentence():
    sentences = {of("tier_use_statement", tier=tier) for tier in "123"}
    assert len(sentences) == 3


@pytest.mark.parametrize(
    ("name", "inputs", "expected"),
    [
        ("attributed_effect_ghg_t", {"effect_ghg_t": -40, "attributed_share": 0.25}, -10),
        (
            "fleet_effect_ghg_t",
            {
                "units_pieces": 1000,
                "unit_effect_ghg_kg_per_piece": -8,
                "caused_share": 0.5,
                "overlap_share": 0.5,
            },
            -2,
        ),
        ("rebound_ghg_t", {"second_order_ghg_t": 10, "rebound_ratio": 1.5}, 15),
        (
            "money_rebound_ghg_kg",
            {"saved_currency": 10, "spending_ghg_kg_per_currency": 0.5, "spent_share": 0.4},
            2,
        ),
        (
            "telework_avoided_ghg_kg_per_year",
            {
                "remote_days": 3,
                "commute_km": 20,
                "commute_ghg_kg_per_pkm": 0.1,
                "kept_share": 0.5,
                "ways_pieces": 80,
            },
            240,
        ),
        (
            "telework_net_ghg_kg_per_year",
            {
                "remote_days_per_year": 10,
                "commute_km": 5,
                "commute_ghg_kg_per_pkm": 0.2,
                "home_energy_kwh_per_day": 6,
                "home_ghg_kg_per_kwh": 0.5,
                "office_energy_kwh_per_day": 2,
                "office_ghg_kg_per_kwh": 0.25,
                "ict_ghg_kg_per_day": 0.1,
                "other_trips_km_per_day": 4,
                "other_ghg_kg_per_pkm": 0.1,
            },
            10 * (2 + 0.5 - 3 - 0.1 - 0.4),
        ),
        (
            "paperless_avoided_ghg_kg",
            {
                "sheets_pieces": 100,
                "reading_hours": 10,
                "device_power_w": 20,
                "grid_ghg_kg_per_kwh": 0.5,
                "sheet_mass_g_per_piece": 10,
                "paper_ghg_kg_per_kg": 1.2,
                "device_embodied_ghg_g_per_hour": 30,
                "printed_share": 0.25,
            },
            0.9 - 10 * (0.01 + 0.03),
        ),
    ],
)
def test_by_hand(name, inputs, expected):
    assert of(name, **inputs) == pytest.approx(expected, rel=1e-12)


def test_telework_by_mode_agrees_with_its_factor():
    by_mode = of("telework_mode_avoided_ghg_kg_per_year", remote_days=2, commute_km=15, mode="combustion car")
    by_factor = of(
        "telework_avoided_ghg_kg_per_year", remote_days=2, commute_km=15, commute_ghg_kg_per_pkm=0.2176
    )
    assert by_mode == pytest.approx(by_factor, rel=1e-12)
