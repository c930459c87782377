"""Goods, the circular footprint formula and the quality of data, against arithmetic done by hand."""

from __future__ import annotations

from math import exp, log, sqrt

import pytest

from greenict.errors import BadArgument, UnknownName
from greenict.methods.catalogue import find

MATERIAL = {
    "virgin_ghg_kg": 10,
    "recycled_ghg_kg": 4,
    "recycling_ghg_kg": 3,
    "avoided_ghg_kg": 8,
    "disposal_ghg_kg": 2,
    "recycled_content_share": 0.4,
    "recycled_end_share": 0.5,
    "quality_in_ratio": 0.9,
    "quality_out_ratio": 0.75,
}
ENERGY = {
    "energy_recovery_share": 0.3,
    "energy_allocation_ratio": 0.25,
    "recovery_ghg_kg": 5,
    "heating_value_mj": 20,
    "heat_efficiency_ratio": 0.4,
    "heat_ghg_kg_per_mj": 0.06,
    "electricity_efficiency_ratio": 0.2,
    "electricity_ghg_kg_per_mj": 0.1,
}


def circular(**inputs):
    return find("circular_footprint_ghg_kg").compute(**{**MATERIAL, **inputs})


@pytest.mark.parametrize(
    ("form", "a"), [("circular", 0.2), ("cut-off", 1.0), ("end-of-life", 0.0), ("50/50", 0.5)]
)
def test_the_circular_formula_in_all_its_forms(form, a):
    material = 6.0 + 0.4 * (a * 4 + (1 - a) * 10 * 0.9) + (1 - a) * 0.5 * (3 - 8 * 0.75)
    energy = 0.75 * 0.3 * (5 - 20 * 0.4 * 0.06 - 20 * 0.2 * 0.1)
    disposal = (1 - 0.5 - 0.3) * 2
    found = circular(**ENERGY, form=form, allocation_ratio=0.2)
    assert found == pytest.approx(material + energy + disposal, rel=1e-12)


def test_a_simple_form_takes_no_notice_of_a():
    assert circular(form="cut-off", allocation_ratio=0.2) == circular(form="cut-off", allocation_ratio=0.8)


def test_cut_off_gives_no_credit_for_recycling_at_the_end():
    assert circular(form="cut-off", avoided_ghg_kg=0) == circular(form="cut-off", avoided_ghg_kg=100)
    assert circular(form="end-of-life", avoided_ghg_kg=0) > circular(form="end-of-life", avoided_ghg_kg=100)


def test_without_energy_it_is_the_material_formula():
    whole = circular(allocation_ratio=0.8)
    assert whole == find("circular_material_ghg_kg").compute(**MATERIAL, allocation_ratio=0.8)


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ({"energy_recovery_share": 0.6}, "recycled_end_share"),
        ({"heat_efficiency_ratio": 0.7, "electricity_efficiency_ratio": 0.5}, "heat_efficiency_ratio"),
        ({"form": "60/40"}, "form"),
    ],
)
def test_the_circular_formula_refuses(wrong, named):
    with pytest.raises((BadArgument, UnknownName), match=named):
        circular(**wrong)


def test_stages():
    stages = {"raw_materials": 10, "production": 50, "use": 30, "end_of_life": 10}
    parts = [find("life_cycle_stage_percent").compute(stage_ghg_kg=stages, stage=stage) for stage in stages]
    assert parts == [10, 50, 30, 10]
    with pytest.raises(BadArgument, match="missing stages too: end_of_life"):
        find("life_cycle_stage_percent").compute(
            stage_ghg_kg={"raw_materials": 1, "production": 1, "use": 1}, stage="use"
        )
    with pytest.raises(UnknownName, match="transport"):
        find("life_cycle_stage_percent").compute(stage_ghg_kg={**stages, "transport": 1}, stage="use")


def test_the_lives_of_a_good_carry_its_making_together():
    share = find("embodied_of_one_life_ghg_kg")
    first = share.compute(embodied_ghg_kg=200, own_life_years=3, other_lives_years=2)
    second = share.compute(embodied_ghg_kg=200, own_life_years=2, other_lives_years=3)
    assert first + second == pytest.approx(200)


def test_power_modes_with_a_pue():
    found = find("power_modes_use_ghg_kg").compute(
        mode_power_w=[100, 10],
        mode_hours_per_year=[1000, 5000],
        lifetime_years=2,
        grid_ghg_kg_per_kwh=0.5,
        pue_ratio=1.5,
    )
    assert found == pytest.approx((100 + 50) * 2 * 1.5 * 0.5)
    with pytest.raises(BadArgument, match="8784 hours"):
        find("power_modes_use_ghg_kg").compute(
            mode_power_w=[1, 1], mode_hours_per_year=[8000, 1000], lifetime_years=2, grid_ghg_kg_per_kwh=1
        )


def test_points_of_the_categories_add_up_to_the_single_score():
    impacts = {"Climate change": 181, "Water use": 100}
    points = [
        find("weighted_impact_points").compute(category=name, impact_amount=amount)
        for name, amount in impacts.items()
    ]
    assert sum(points) == pytest.approx(
        find("environmental_footprint_points").compute(impact_amount=impacts), rel=1e-12
    )
    with pytest.raises(UnknownName, match="Noise"):
        find("normalised_impact_persons").compute(category="Noise", impact_amount=1)


def test_pedigree_by_scores():
    scores = {
        "reliability_score": 4,
        "completeness_score": 5,
        "time_score": 3,
        "geographical_score": 5,
        "technological_score": 4,
    }
    factors = [1.2, 1.2, 1.1, 1.1, 1.5, 1.3]
    found = find("pedigree_of_scores_ratio").compute(**scores, basic_uncertainty_ratio=1.3)
    assert found == pytest.approx(exp(sqrt(sum(log(factor) ** 2 for factor in factors))), rel=1e-12)
    for wrong, mend in [({"technological_score": 2}, "1, 3, 4, 5"), ({"time_score": 2.5}, "1, 2, 3, 4, 5")]:
        with pytest.raises(BadArgument, match=mend):
            find("pedigree_of_scores_ratio").compute(**{**scores, **wrong})


@pytest.mark.parametrize(
    ("score", "level"),
    [
        (1.5, "excellent"),
        (1.51, "very good"),
        (2.0, "very good"),
        (3.0, "good"),
        (4.0, "fair"),
        (4.1, "poor"),
    ],
)
def test_levels_of_data_quality(score, level):
    assert find("data_quality_class").compute(rating_score=score) == level


def test_the_range_of_a_lognormal_value_is_even_in_ratios():
    lower = find("lognormal_lower_amount").compute(median_amount=50, gsd2_ratio=1.6)
    upper = find("lognormal_upper_amount").compute(median_amount=50, gsd2_ratio=1.6)
    assert lower * upper == pytest.approx(2500)
    assert (lower, upper) == (31.25, 80.0)
