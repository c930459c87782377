"""Scope 3 by category, accounts, projects and cities, against arithmetic done by hand."""

from __future__ import annotations

import pytest

from greenict.errors import BadArgument, UnknownName
from greenict.methods.catalogue import find

LINES = {"1 laptops": 10, "2 towers": 3, "6 flights": 1000, "6 rail": 500, "15 venture": 7}
FACTORS = {"1 laptops": 200, "2 towers": 5000, "6 flights": 0.2, "6 rail": 0.01, "15 venture": 2}


def of(name, **inputs):
    return find(name).compute(**inputs)


def scope3(category="all", lines=LINES, factors=FACTORS):
    return of(
        "scope3_category_ghg_kg", activity_amount=lines, activity_ghg_kg_per_amount=factors, category=category
    )


def test_all_categories_are_the_sum_of_each():
    parts = [scope3(str(number)) for number in range(1, 16)]
    assert parts[0] == 2000
    assert parts[1] == 15000
    assert parts[5] == pytest.approx(205)
    assert parts[14] == 14
    assert sum(parts) == pytest.approx(scope3())


def test_category_1_is_not_category_15():
    assert scope3("1") != scope3("15")


@pytest.mark.parametrize("name", ["flights", "0 nothing", "16 more", "-1 less", "six flights"])
def test_a_line_without_a_category_is_refused(name):
    with pytest.raises(UnknownName, match="from 1 to 15"):
        scope3(lines={name: 1}, factors={name: 1})


def test_a_line_without_a_factor_is_refused():
    with pytest.raises(BadArgument, match="6 rail"):
        scope3(factors={name: 1 for name in LINES if name != "6 rail"})


@pytest.mark.parametrize(
    ("name", "inputs", "expected"),
    [
        (
            "scope3_spend_ghg_kg",
            {"spent_currency": 100, "sector_ghg_kg_per_currency": 0.5, "price_ratio": 0.8},
            40.0,
        ),
        (
            "scope3_travel_ghg_kg",
            {
                "mode_distance_pkm": {"air": 100},
                "mode_ghg_kg_per_pkm": {"air": 0.2},
                "hotel_nights": 2,
                "hotel_ghg_kg_per_night": 10,
            },
            40.0,
        ),
        (
            "scope3_leased_ghg_kg_per_year",
            {
                "leased_pieces": 10,
                "annual_energy_kwh_per_year": 80,
                "grid_ghg_kg_per_kwh": 0.5,
                "leased_share": 0.25,
            },
            100.0,
        ),
        (
            "scope3_processing_ghg_kg",
            {
                "sold_pieces": 10,
                "process_energy_kwh_per_piece": 4,
                "grid_ghg_kg_per_kwh": 0.5,
                "process_waste_ghg_kg_per_piece": 1,
            },
            30.0,
        ),
        (
            "base_year_recalculated_ghg_t",
            {"base_ghg_t": 1000, "acquired_ghg_t": 30, "divested_ghg_t": 10, "corrected_ghg_t": -5},
            1000.0,
        ),
        (
            "base_year_recalculated_ghg_t",
            {
                "base_ghg_t": 1000,
                "acquired_ghg_t": 30,
                "divested_ghg_t": 10,
                "corrected_ghg_t": -5,
                "threshold_share": 0.01,
            },
            1015.0,
        ),
        (
            "adjusted_baseline_energy_mwh",
            {
                "fixed_energy_mwh": 10,
                "weather_energy_mwh": 20,
                "load_energy_mwh": 30,
                "baseline_degree_days": 1000,
                "project_degree_days": 500,
                "load_ratio": 2,
            },
            80.0,
        ),
        (
            "ict_activities_ghg_t",
            {
                "goods_ghg_t": {"a": 1},
                "networks_ghg_t": {"b": 2},
                "services_ghg_t": {"c": 4},
                "counted_twice_ghg_t": 0.5,
            },
            6.5,
        ),
    ],
)
def test_by_hand(name, inputs, expected):
    assert of(name, **inputs) == pytest.approx(expected, rel=1e-12)


def test_control_takes_whole_units_only():
    shares = {"unit_ghg_t": {"a": 100, "b": 50}, "approach": "operational control"}
    assert of("consolidated_ghg_t", **shares, held_share={"a": 1, "b": 0}) == 100
    with pytest.raises(BadArgument, match=r"held_share.*'b'"):
        of("consolidated_ghg_t", **shares, held_share={"a": 1, "b": 0.5})


def test_contracts_beyond_the_electricity_are_refused():
    with pytest.raises(BadArgument, match="contract_energy_mwh"):
        of(
            "scope2_contracts_ghg_t",
            used_energy_mwh=100,
            contract_energy_mwh={"a": 60, "b": 60},
            contract_ghg_t_per_mwh={"a": 0, "b": 0},
            residual_ghg_t_per_mwh=0.5,
        )


def test_one_contract_agrees_with_the_form_of_one_contract():
    table = of(
        "scope2_contracts_ghg_t",
        used_energy_mwh=100,
        contract_energy_mwh={"a": 60},
        contract_ghg_t_per_mwh={"a": 0.1},
        residual_ghg_t_per_mwh=0.5,
    )
    assert table == of(
        "scope2_market_ghg_t",
        used_energy_mwh=100,
        contract_energy_mwh=60,
        contract_ghg_t_per_mwh=0.1,
        residual_ghg_t_per_mwh=0.5,
    )


def test_a_days_worth_of_refusals():
    with pytest.raises(BadArgument, match="remote_days_per_year"):
        of(
            "scope3_commuting_ghg_kg_per_year",
            employees_persons=1,
            office_days_per_year=200,
            commute_km=1,
            commute_ghg_kg_per_pkm=1,
            remote_days_per_year=200,
        )
    with pytest.raises(BadArgument, match="divested_ghg_t"):
        of("base_year_recalculated_ghg_t", base_ghg_t=10, divested_ghg_t=20)


@pytest.mark.parametrize(
    ("law", "barrier", "practice", "verdict"),
    [
        ("no", "yes", 0.9, "pass"),
        ("no", "no", 0.1, "pass"),
        ("no", "no", 0.2, "fail"),
        ("yes", "yes", 0, "fail"),
    ],
)
def test_additionality(law, barrier, practice, verdict):
    assert verdict == of(
        "additionality_verdict", required_by_law=law, faces_barrier=barrier, common_practice_share=practice
    )


def test_a_city_counts_each_equipment_once():
    rest = {
        "organisation_ghg_t": {"hall": 10, "operator": 30},
        "households_ghg_t": 50,
        "network_ghg_t": {"fixed": 7, "mobile": 5},
    }
    assert of("city_ict_ghg_t", **rest) == 102
    assert of("city_ict_ghg_t", **rest, counted_twice_ghg_t={"operator": 12}) == 90
    with pytest.raises(BadArgument, match="counted_twice_ghg_t"):
        of("city_ict_ghg_t", **rest, counted_twice_ghg_t={"operator": 31})
    with pytest.raises(BadArgument, match="organisation_ghg_t has hall, operator"):
        of("city_ict_ghg_t", **rest, counted_twice_ghg_t={"stranger": 1})


def test_the_cities_of_a_country_add_up_to_the_network():
    parts = [
        of(
            "city_network_by_subscriptions_ghg_t",
            network_ghg_t=900,
            city_subscriptions_pieces=city,
            network_subscriptions_pieces=10,
        )
        for city in (2, 3, 5)
    ]
    assert sum(parts) == pytest.approx(900)
