"""Risk, expected loss, and what a measure is worth."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from greenict.errors import BadArgument
from greenict.methods.catalogue import find
from greenict.methods.discounting import annuity_years


def compute(name, **inputs):
    return find(name).compute(**inputs)


@pytest.mark.parametrize(
    ("score", "band"),
    [
        (1, "low"),
        (4, "low"),
        (5, "medium"),
        (9, "medium"),
        (10, "high"),
        (15, "high"),
        (16, "very high"),
        (25, "very high"),
    ],
)
def test_bands(score, band):
    assert compute("risk_band_class", risk_matrix_score=score) == band


def test_bands_can_be_moved_and_must_rise():
    assert compute("risk_band_class", risk_matrix_score=12, high_from_score=13) == "medium"
    with pytest.raises(BadArgument, match="rise"):
        compute("risk_band_class", risk_matrix_score=12, high_from_score=5)


def test_the_matrix_takes_whole_numbers():
    with pytest.raises(BadArgument, match="consequence_score"):
        compute("risk_matrix_score", likelihood_score=2, consequence_score=2.5)


def test_vulnerability_stays_within_one():
    found = compute(
        "vulnerability_index",
        sensitivity_index=np.array([0.5, 0.5]),
        adaptive_capacity_index=np.array([0.25, 1.0]),
    )
    assert found.tolist() == [1.0, 0.5]
    with pytest.raises(BadArgument, match="adaptive_capacity_index"):
        compute("vulnerability_index", sensitivity_index=0.5, adaptive_capacity_index=1.1)


def test_a_site_by_maximum_or_weighted_mean():
    scores, weights = {"flood": 16, "wind": 6}, {"flood": 0.25, "wind": 0.75}
    site = find("site_risk_score")
    assert site.compute(hazard_score=scores) == 16
    mean = site.compute(hazard_score=scores, hazard_weight_share=weights, combination="weighted mean")
    assert mean == 8.5
    with pytest.raises(BadArgument, match="needs a weight"):
        site.compute(hazard_score=scores, combination="weighted mean")
    with pytest.raises(BadArgument, match="takes no weights"):
        site.compute(hazard_score=scores, hazard_weight_share=weights)


def test_full_redundancy_leaves_no_network_risk():
    inputs = {"site_score": {"A": 16, "B": 4}, "site_traffic_share": {"A": 0.5, "B": 0.5}}
    network = find("network_risk_score")
    assert network.compute(**inputs, site_redundancy_share={"A": 1, "B": 1}) == 0
    assert network.compute(**inputs, site_redundancy_share={"A": 0, "B": 0}) == 10
    with pytest.raises(BadArgument, match="site_traffic_share"):
        network.compute(site_score={"A": 1}, site_traffic_share={"A": 0.9}, site_redundancy_share={"A": 0})


def test_an_event_more_often_than_yearly_is_refused():
    with pytest.raises(BadArgument, match="frequency_ratio"):
        compute("shifted_return_period_years", return_period_years=2, frequency_ratio=3)


def test_gumbel_without_a_shift_changes_nothing():
    found = compute(
        "gumbel_return_period_years",
        return_period_years=np.array([2.0, 50.0]),
        scale_amount=7,
        location_shift_amount=0,
    )
    assert found == pytest.approx([2, 50])
    with pytest.raises(BadArgument, match="return_period_years"):
        compute("gumbel_return_period_years", return_period_years=1, scale_amount=7, location_shift_amount=0)


def test_gumbel_by_the_distribution():
    location, scale, shift = 80.0, 12.0, 6.0

    def cumulative(level, at):
        return np.exp(-np.exp(-(level - at) / scale))

    level = location - scale * np.log(-np.log(1 - 1 / 50))
    expected = 1 / (1 - cumulative(level, location + shift))
    found = compute(
        "gumbel_return_period_years", return_period_years=50, scale_amount=scale, location_shift_amount=shift
    )
    assert found == pytest.approx(expected)


def test_expected_loss_of_a_table():
    loss = find("expected_loss_currency_per_year")
    with pytest.raises(BadArgument, match="damage_share"):
        loss.compute(
            scenario_share_per_year=[0.1, 0.2],
            damage_share=[1],
            downtime_hours=[1, 1],
            asset_value_currency=5,
        )
    assert loss.compute(
        scenario_share_per_year=[0.5], damage_share=[0.5], downtime_hours=[8784], asset_value_currency=100
    ) == pytest.approx(25)


def test_loss_by_return_periods_is_the_area_below_the_curve():
    loss = find("loss_by_return_period_currency_per_year")
    found = loss.compute(return_period_years=[1, 2, 4], event_loss_currency=[0, 100, 300])
    assert found == pytest.approx(0.5 * 50 + 0.25 * 200 + 300 / 4)
    assert loss.compute(return_period_years=[1, 2], event_loss_currency=[5, 5]) == 5
    with pytest.raises(BadArgument, match="rising"):
        loss.compute(return_period_years=[2, 1], event_loss_currency=[1, 2])
    with pytest.raises(BadArgument, match="rarer event"):
        loss.compute(return_period_years=[1, 2], event_loss_currency=[2, 1])


@given(st.integers(1, 60), st.floats(0, 0.5), st.floats(-0.2, 0.2))
def test_the_annuity_is_the_sum_over_years(years, discount, growth):
    expected = sum((1 + growth) ** (year - 1) / (1 + discount) ** year for year in range(1, years + 1))
    assert annuity_years(years, discount, growth) == pytest.approx(expected, rel=1e-6)


def test_the_annuity_takes_columns_and_whole_years():
    found = annuity_years(np.array([2.0, 2.0]), np.array([0.25, 0.0]))
    assert found == pytest.approx([1.44, 2.0])
    with pytest.raises(BadArgument, match="whole number"):
        annuity_years(2.5, 0.1)


MEASURE = {
    "measure_cost_currency": 1000,
    "avoided_loss_currency_per_year": 300,
    "upkeep_currency_per_year": 50,
    "discount_share_per_year": 0.04,
    "horizon_years": 10,
    "loss_growth_share_per_year": 0.02,
}


def test_value_and_ratio_say_the_same():
    years = [-1000.0] + [300 * 1.02 ** (year - 1) - 50 for year in range(1, 11)]
    value = compute("measure_value_currency", **MEASURE)
    assert value == pytest.approx(
        compute("value_of_years_currency", year_currency=years, discount_share_per_year=0.04)
    )
    assert compute("benefit_cost_ratio", **MEASURE) > 1
    even = {**MEASURE, "measure_cost_currency": 1000 + value}
    assert compute("benefit_cost_ratio", **even) == pytest.approx(1)


def test_a_half_year_is_refused():
    with pytest.raises(BadArgument, match="whole number"):
        compute("measure_value_currency", **{**MEASURE, "horizon_years": 2.5})
    with pytest.raises(BadArgument, match="horizon_years"):
        compute("measure_value_currency", **{**MEASURE, "horizon_years": 201})


def test_loss_avoided_may_be_below_zero():
    assert (
        compute(
            "avoided_loss_currency_per_year",
            reference_loss_currency_per_year=1,
            remaining_loss_currency_per_year=3,
        )
        == -2
    )
