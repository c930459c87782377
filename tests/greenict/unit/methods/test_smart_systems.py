"""Smart grids, buildings, transport and agriculture: saving, rebound and own footprint, each by itself."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from greenict.errors import BadArgument, UnknownName
from greenict.methods.catalogue import find


def compute(name, **inputs):
    return find(name).compute(**inputs)


SAVINGS = [
    "smart_saving_ghg_kg",
    "grid_saving_ghg_kg",
    "building_saving_ghg_kg",
    "traffic_saving_ghg_kg",
    "mode_shift_saving_ghg_kg",
    "logistics_saving_ghg_kg",
    "precision_saving_ghg_kg",
    "irrigation_saving_ghg_kg",
    "water_saving_ghg_kg",
]


@pytest.mark.parametrize("name", SAVINGS)
def test_no_saving_takes_the_footprint_of_the_ict_off(name):
    names = {argument.name for argument in find(name).arguments}
    assert not any("own" in one or "rebound" in one or "first_order" in one for one in names)


def test_the_net_effect_is_the_sum_of_its_parts():
    parts = {"reference_ghg_kg": 100, "with_ict_ghg_kg": 70}
    saving = compute("smart_saving_ghg_kg", **parts)
    rebound = compute("rebound_ghg_kg", saving_ghg_kg=saving, rebound_share=0.5)
    net = compute("smart_net_effect_ghg_kg", **parts, own_ghg_kg=5, rebound_ghg_kg=rebound)
    assert (saving, rebound, net) == (30, 15, 10)


def test_a_system_that_saves_nothing_never_pays_back():
    with pytest.raises(BadArgument, match="never pays back"):
        compute(
            "ghg_payback_years",
            embodied_ghg_kg=1,
            saving_ghg_kg_per_year=5,
            use_ghg_kg_per_year=3,
            rebound_ghg_kg_per_year=2,
        )


def test_losses_before_and_after_make_the_saving():
    before = compute("grid_losses_ghg_kg", fed_energy_kwh=100, loss_share=0.08, grid_ghg_kg_per_kwh=0.5)
    after = compute("grid_losses_ghg_kg", fed_energy_kwh=100, loss_share=0.06, grid_ghg_kg_per_kwh=0.5)
    saving = compute(
        "grid_saving_ghg_kg",
        fed_energy_kwh=100,
        reference_loss_share=0.08,
        loss_share=0.06,
        grid_ghg_kg_per_kwh=0.5,
    )
    assert saving == pytest.approx(before - after)


FACTORS = [400, 300, 100, 200, 500]


@pytest.mark.parametrize(
    ("limits", "start"),
    [
        ({}, 2),
        ({"latest_end_hours": 3}, 1),
        ({"earliest_start_hours": 3}, 3),
        ({"earliest_start_hours": 1, "latest_end_hours": 4}, 2),
    ],
)
def test_the_best_start_keeps_its_limits(limits, start):
    found = compute("best_start_hours", profile_energy_kwh=[2, 1], hour_ghg_g_per_kwh=FACTORS, **limits)
    assert found == start


def test_the_earliest_of_equal_starts():
    assert compute("best_start_hours", profile_energy_kwh=[1], hour_ghg_g_per_kwh=[5, 2, 2]) == 1


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"earliest_start_hours": 4}, "profile_energy_kwh"),
        ({"earliest_start_hours": 0.5}, "earliest_start_hours"),
        ({"latest_end_hours": 6}, "latest_end_hours"),
        ({"earliest_start_hours": 3, "latest_end_hours": 3}, "earliest_start_hours"),
        ({"usual_start_hours": 4}, "usual_start_hours = 4.*from 0 to 3"),
        ({"usual_start_hours": 1.5}, "usual_start_hours"),
    ],
)
def test_a_load_that_does_not_fit_is_refused(change, named):
    inputs = {"profile_energy_kwh": [2, 1], "hour_ghg_g_per_kwh": FACTORS, "usual_start_hours": 0, **change}
    with pytest.raises(BadArgument, match=named):
        compute("shifting_saving_ghg_kg", **inputs)


def test_a_usual_start_outside_the_limits_can_be_cleaner():
    found = compute(
        "shifting_saving_ghg_kg",
        profile_energy_kwh=[1],
        hour_ghg_g_per_kwh=FACTORS,
        usual_start_hours=2,
        earliest_start_hours=3,
    )
    assert found == pytest.approx(-0.1)


hours = st.lists(st.floats(0, 1000), min_size=4, max_size=48)


@given(hours, st.lists(st.floats(0, 10), min_size=1, max_size=4), st.integers(0, 47))
def test_shifting_without_limits_never_emits_more(factors, profile, usual):
    usual = min(usual, len(factors) - len(profile))
    saved = compute(
        "shifting_saving_ghg_kg",
        profile_energy_kwh=profile,
        hour_ghg_g_per_kwh=factors,
        usual_start_hours=usual,
    )
    loads = np.zeros(len(factors))
    loads[usual : usual + len(profile)] = profile
    before = compute("hourly_load_ghg_kg", hour_load_kwh=loads, hour_ghg_g_per_kwh=factors)
    start = int(compute("best_start_hours", profile_energy_kwh=profile, hour_ghg_g_per_kwh=factors))
    moved = np.roll(loads, start - usual)
    after = compute("hourly_load_ghg_kg", hour_load_kwh=moved, hour_ghg_g_per_kwh=factors)
    assert saved == pytest.approx(before - after, abs=1e-9)
    assert saved >= -1e-9


@given(hours, st.floats(0, 40), st.floats(10, 20))
def test_a_load_that_may_pause_is_at_least_as_clean(factors, energy, power):
    flexible = compute(
        "flexible_load_ghg_kg", needed_energy_kwh=energy, highest_power_kw=power, hour_ghg_g_per_kwh=factors
    )
    profile = [power] * int(energy // power) + [energy % power]
    if len(profile) <= len(factors):
        start = int(compute("best_start_hours", profile_energy_kwh=profile, hour_ghg_g_per_kwh=factors))
        grid = factors[start : start + len(profile)]
        assert (
            flexible <= compute("hourly_load_ghg_kg", hour_load_kwh=profile, hour_ghg_g_per_kwh=grid) + 1e-9
        )
    assert flexible >= energy * min(factors) / 1000 - 1e-9


def test_a_full_window_holds_its_energy_to_the_last_digit():
    found = compute(
        "flexible_saving_ghg_kg",
        usual_load_kwh=[0.1, 0.7, 0.1],
        hour_ghg_g_per_kwh=[100, 300, 200],
        highest_power_kw=0.3,
    )
    assert found == pytest.approx((10 + 210 + 20 - 0.3 * 600) / 1000)


def test_too_little_power_for_the_window_is_refused():
    with pytest.raises(BadArgument, match="highest_power_kw"):
        compute(
            "flexible_load_ghg_kg",
            needed_energy_kwh=21,
            highest_power_kw=10,
            hour_ghg_g_per_kwh=FACTORS,
            latest_end_hours=2,
        )


def test_the_mean_factor_of_a_load():
    with pytest.raises(BadArgument, match="hour_load_kwh"):
        compute("load_mean_ghg_g_per_kwh", hour_load_kwh=[0, 0], hour_ghg_g_per_kwh=[1, 2])


def test_degree_days():
    temperatures = [18, 22, 24, 26]
    assert compute("cooling_degree_days", day_temperature_degc=temperatures) == 1 + 3 + 5
    assert compute("cooling_degree_days", day_temperature_degc=temperatures, threshold_degc=24) == 3 + 5
    assert compute("heating_degree_days", day_temperature_degc=[16, 10], threshold_degc=18) == 2 + 8
    with pytest.raises(BadArgument, match="threshold_degc"):
        compute("cooling_degree_days", day_temperature_degc=temperatures, threshold_degc=20)


@given(st.floats(0, 100), st.floats(0, 10))
def test_a_baseline_is_found_again(load, slope):
    days, degrees = np.array([31, 28, 31, 30]), np.array([450.0, 380, 210, 20])
    energy = load * days + slope * degrees
    bills = {"period_energy_kwh": energy, "period_days": days, "period_degree_days": degrees}
    assert compute("baseline_load_kwh_per_day", **bills) == pytest.approx(load, abs=1e-6)
    assert compute("baseline_slope_kwh_per_degree_day", **bills) == pytest.approx(slope, abs=1e-6)


def test_a_baseline_that_the_bills_do_not_tell_is_refused():
    bills = {"period_energy_kwh": [5, 6, 7], "period_days": [30, 30, 30]}
    with pytest.raises(BadArgument, match="different weather"):
        compute("baseline_load_kwh_per_day", **bills, period_degree_days=[100, 100, 100])
    with pytest.raises(BadArgument, match="three or more"):
        compute(
            "baseline_load_kwh_per_day",
            period_energy_kwh=[5, 6],
            period_days=[3, 3],
            period_degree_days=[1, 2],
        )


def test_how_far_the_fit_lies_off():
    bills = {"period_days": [1, 1, 1, 1], "period_degree_days": [0, 0, 1, 1]}
    energy = [9, 11, 19, 21]  # the fit is 10 and 20: errors of 1
    assert compute("baseline_cv_percent", period_energy_kwh=energy, **bills) == pytest.approx(
        100 * (4 / 2) ** 0.5 / 15
    )


def test_an_adjustment_below_nothing_is_refused():
    with pytest.raises(BadArgument, match="static_adjustment_kwh"):
        compute(
            "adjusted_baseline_kwh",
            baseline_load_kwh_per_day=1,
            baseline_slope_kwh_per_degree_day=1,
            reporting_days=10,
            reporting_degree_days=5,
            static_adjustment_kwh=-16,
        )


def test_freight_by_hand():
    work = compute("freight_work_tkm", load_t=[12, 8], distance_km=[100, 300])
    share = compute("load_factor_share", moved_tkm=work, vehicle_capacity_t=24, loaded_km=400)
    km = compute(
        "freight_vehicle_km", moved_tkm=work, vehicle_capacity_t=24, load_factor_share=share, empty_share=0.2
    )
    assert (work, share, km) == (3600, 0.375, pytest.approx(500))
    ghg = compute(
        "freight_ghg_kg",
        moved_tkm=work,
        vehicle_capacity_t=24,
        load_factor_share=share,
        vehicle_ghg_kg_per_km=0.9,
        empty_share=0.2,
    )
    assert ghg == pytest.approx(450)
    assert compute("freight_intensity_ghg_g_per_tkm", freight_ghg_kg=ghg, moved_tkm=work) == pytest.approx(
        125
    )


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"reference_load_factor_share": 0}, "load_factor_share"),
        ({"with_ict_empty_share": 1}, "empty_share"),
    ],
)
def test_vehicles_that_carry_nothing_are_refused(change, named):
    method = find("logistics_saving_ghg_kg")
    with pytest.raises(BadArgument, match=named):
        method.compute(**{**method.example.inputs, **change})


def test_an_overloaded_vehicle_is_refused():
    with pytest.raises(BadArgument, match="moved_tkm"):
        compute("load_factor_share", moved_tkm=2001, vehicle_capacity_t=20, loaded_km=100)


def test_the_same_logistics_save_nothing():
    saved = compute(
        "logistics_saving_ghg_kg",
        moved_tkm=100,
        vehicle_capacity_t=10,
        reference_load_factor_share=0.5,
        with_ict_load_factor_share=0.5,
        vehicle_ghg_kg_per_km=1,
        reference_empty_share=0.25,
        with_ict_empty_share=0.25,
    )
    assert saved == 0


@pytest.mark.parametrize(
    ("gwp_set", "potential"), [("AR6 GWP100", 273), ("AR5 GWP100", 265), ("AR4 GWP100", 298)]
)
def test_nitrous_oxide_by_set(gwp_set, potential):
    field = compute("fertiliser_ghg_kg", nitrogen_kg=100, gwp_set=gwp_set)
    assert field == pytest.approx(100 * 0.01 * 44 / 28 * potential)
    assert field == pytest.approx(compute("fertiliser_n2o_kg", nitrogen_kg=100) * potential)


def test_fertiliser_saved_with_its_making():
    before = compute(
        "fertiliser_ghg_kg",
        nitrogen_kg=100,
        emitted_share=0.016,
        production_ghg_kg_per_kg=3,
        gwp_set="AR5 GWP100",
    )
    saved = compute(
        "precision_saving_ghg_kg",
        reference_nitrogen_kg=100,
        with_ict_nitrogen_kg=75,
        emitted_share=0.016,
        production_ghg_kg_per_kg=3,
        gwp_set="AR5 GWP100",
    )
    assert saved == pytest.approx(before / 4)
    with pytest.raises(UnknownName, match="gwp_set"):
        compute("fertiliser_ghg_kg", nitrogen_kg=100, gwp_set="AR7 GWP100")
