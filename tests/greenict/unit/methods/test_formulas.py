"""What the formulas refuse of themselves, and values that the golden cases do not reach."""

from __future__ import annotations

from math import gamma

import numpy as np
import pytest

from greenict.errors import BadArgument, UnknownName
from greenict.methods.catalogue import find
from greenict.methods.checks import divided
from greenict.methods.constants import component, footprint_categories, gwp, gwp_table, rohs_limits
from greenict.methods.data_centres import pue_ratio
from greenict.methods.lifetimes import mean_lifetime_years


@pytest.mark.parametrize(
    ("method", "change", "named"),
    [
        ("pue_ratio", {"it_energy_kwh": 14e6}, "it_energy_kwh"),
        ("erf_ratio", {"reused_energy_kwh": 14e6}, "reused_energy_kwh"),
        ("ref_ratio", {"renewable_energy_kwh": 14e6}, "renewable_energy_kwh"),
        ("scope2_market_ghg_t", {"contract_energy_mwh": 10001}, "contract_energy_mwh"),
        ("device_time_share", {"service_hours_per_year": 1300}, "service_hours_per_year"),
        ("energy_by_modes_kwh_per_year", {"mode_hours_per_year": [8000, 8000]}, "mode_hours_per_year"),
        ("energy_by_modes_kwh_per_year", {"mode_hours_per_year": [8000]}, "mode_power_w"),
        ("weighted_eer_gbps_per_w", {"load_weight_share": [0.1, 0.8, 0.2]}, "load_weight_share"),
        ("ncie_ghg_kg_per_tb", {"source_ghg_kg_per_kwh": {"grid": 0.4}}, "diesel"),
        ("weighted_pue_ratio", {"centre_energy_kwh": [0, 0]}, "centre_energy_kwh"),
        ("device_lifespan_years", {"retirement": "2020-07-07"}, "retirement"),
        ("collection_of_placed_percent", {"placed_before_t": [1, 2]}, "placed_before_t"),
        ("cloud_compute_energy_kwh", {"idle_power_w_per_vcpu": 9}, "idle_power_w_per_vcpu"),
        ("placed_on_market_t", {"exported_t": 601}, "exported_t"),
        ("imputed_placed_kg_per_person", {"lower_ppp": 21307}, "stratum_ppp"),
        ("lifetime_density_share_per_year", {"age_years": 0, "shape_ratio": 0.8}, "age_years"),
        ("refrigerant_balance_ghg_kg", {"closing_stock_kg": 51}, "closing_stock_kg"),
        ("mci_ratio", {"reused_feedstock_share": 0.6}, "recycled_feedstock_share"),
        ("sum_uncertainty_percent", {"part_amount": [5, -5]}, "part_amount"),
    ],
)
def test_arguments_that_contradict_one_another_are_refused(method, change, named):
    formula = find(method)
    inputs = formula.read(formula.example.inputs)
    with pytest.raises(BadArgument, match=named):
        formula.compute(**{**inputs, **change})


def test_the_bare_formula_refuses_a_division_by_zero():
    with pytest.raises(BadArgument, match="it_energy_kwh"):
        pue_ratio(facility_energy_kwh=1.0, it_energy_kwh=0.0)
    with pytest.raises(BadArgument, match="lifetime"):
        divided(np.array([1.0, 2.0]), np.array([1.0, 0.0]), "lifetime")


def test_constants_come_with_close_names():
    assert gwp("CH4 fossil", "AR6 GWP100") == 29.8
    assert gwp("CO2", "SAR GWP100") == 1.0
    with pytest.raises(UnknownName, match="HFC134a"):
        gwp("HFC-134a", "AR6 GWP100")
    with pytest.raises(UnknownName, match="for CH2Br2 there are TAR GWP100"):
        gwp("CH2Br2", "AR6 GWP100")
    with pytest.raises(UnknownName, match="component"):
        component("gpu")
    assert component("hdd").ghg_kg == 31.11


def test_the_tables_are_whole():
    weights = [category.weight_share for category in footprint_categories().values()]
    assert len(weights) == 16
    assert sum(weights) == pytest.approx(1.0, abs=1e-4)
    assert len(gwp_table()) == 804
    assert sorted(rohs_limits().values())[:2] == [0.01, 0.1]


def test_without_toxicity_the_other_weights_add_up_to_one():
    one_person = {name: each.normalisation_amount_per_person for name, each in footprint_categories().items()}
    score = find("environmental_footprint_points")
    assert score.compute(impact_amount=one_person, toxicity="excluded") == pytest.approx(1.0, rel=1e-12)
    climate = {"Climate change": 181.0}
    ratio = score.compute(impact_amount=climate, toxicity="excluded") / score.compute(impact_amount=climate)
    assert ratio == pytest.approx(1 / (1 - 0.0213 - 0.0184 - 0.0192))


def test_mean_lifetime_over_a_column():
    shapes = np.array([1.56, 2.41])
    found = mean_lifetime_years(shape_ratio=shapes, scale_years=np.array([6.26, 12.53]))
    assert found == pytest.approx([6.26 * gamma(1 + 1 / 1.56), 12.53 * gamma(1 + 1 / 2.41)])


def test_a_short_life_counts_as_a_year():
    lifespan = find("device_lifespan_years")
    assert lifespan.compute(purchase="2024-01-01", retirement="2024-06-01") == 1.0


def test_midpoint_and_conserving_discards():
    share = find("waste_generated_t")
    rest = {"placed_t": [100.0], "shape_ratio": 1.56, "scale_years": 6.26}
    assert share.compute(**rest) == pytest.approx(5.9356, abs=5e-4)
    assert share.compute(**rest, discretisation="conserving") == pytest.approx(
        100 * (1 - np.exp(-((1 / 6.26) ** 1.56)))
    )


@pytest.mark.parametrize(("score", "letter"), [(5, "A"), (3.35, "B"), (2.55, "C"), (1.75, "D"), (1, "E")])
def test_repairability_classes(score, letter):
    assert find("eu_repairability_class").compute(repairability_score=score) == letter


@pytest.mark.parametrize(
    ("hazardous", "day", "code"),
    [
        ("yes", "2024-12-31", "A1180 (Annex VIII, PIC)"),
        ("yes", "2025-01-01", "A1181 (Annex VIII, PIC)"),
        ("no", "2025-01-01", "Y49 (Annex II, PIC)"),
    ],
)
def test_basel_codes_by_date(hazardous, day, code):
    assert find("basel_listing_code").compute(hazardous=hazardous, shipment=day) == code


def test_collection_target_by_either_form():
    target = find("collection_target_verdict")
    placed = [600, 600, 600]
    assert target.compute(collected_t=389, placed_before_t=placed, generated_t=500) == "fail"
    assert target.compute(collected_t=390, placed_before_t=placed, generated_t=500) == "pass"
    assert target.compute(collected_t=340, placed_before_t=placed, generated_t=400) == "pass"
