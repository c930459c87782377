"""Water of data centres and of networks."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from greenict.errors import BadArgument
from greenict.methods.catalogue import find
from greenict.methods.leakage import reading_hours

positive = st.floats(0.01, 1e4)


@given(positive, positive, st.floats(1, 3), positive)
def test_pue_counts_once_whichever_energy_is_known(it_energy, wue, pue, source):
    rest = {"wue_m3_per_mwh": wue, "pue_ratio": pue, "electricity_water_m3_per_mwh": source}
    by_it = find("data_centre_water_m3").compute(it_energy_mwh=it_energy, **rest)
    by_facility = find("facility_water_m3").compute(facility_energy_mwh=it_energy * pue, **rest)
    assert by_facility == pytest.approx(by_it, rel=1e-9)


@given(positive, positive, st.floats(1, 3), positive)
def test_site_and_source_add_up(it_energy, wue, pue, source):
    rest = {"wue_m3_per_mwh": wue, "pue_ratio": pue, "electricity_water_m3_per_mwh": source}
    whole = find("data_centre_water_m3").compute(it_energy_mwh=it_energy, **rest)
    site = find("site_water_m3").compute(it_energy_mwh=it_energy, wue_m3_per_mwh=wue)
    at_source = find("source_water_m3").compute(
        purchased_energy_mwh=it_energy * pue, electricity_water_m3_per_mwh=source
    )
    assert site + at_source == pytest.approx(whole, rel=1e-9)
    assert find("wue_source_m3_per_mwh").compute(**rest) * it_energy == pytest.approx(whole, rel=1e-9)


def test_pue_applied_twice_would_differ():
    rest = {"wue_m3_per_mwh": 1.5, "pue_ratio": 1.25, "electricity_water_m3_per_mwh": 2}
    assert find("facility_water_m3").compute(facility_energy_mwh=125, **rest) == 400
    assert find("data_centre_water_m3").compute(it_energy_mwh=125, **rest) == 500


def test_consumption_is_apart_from_withdrawal():
    with pytest.raises(BadArgument, match="returned_water_m3"):
        find("consumed_water_m3").compute(withdrawn_water_m3=5, returned_water_m3=6)
    tower = find("cooling_tower_water_m3").compute(
        evaporated_water_m3=9, concentration_ratio=4, drift_water_m3=1
    )
    blowdown = find("consumed_water_m3").compute(withdrawn_water_m3=tower, returned_water_m3=3)
    assert (tower, blowdown) == (13, 10)


@pytest.mark.parametrize("factor", [0.09, 101])
def test_a_scarcity_factor_out_of_range_is_refused(factor):
    with pytest.raises(BadArgument, match="basin_aware_ratio"):
        find("scarcity_weighted_water_m3").compute(
            basin_consumed_m3={"A": 1}, basin_aware_ratio={"A": factor}
        )


def series(days, step, *, night=4.0, day=10.0):
    times = np.arange(0, 24 * days, step)
    clock = times % 24
    return times, np.where((clock >= 1) & (clock < 5), night, day)


@pytest.mark.parametrize("step", [1.0, 0.5, 0.25, 1 / 6])
def test_night_flow_is_the_same_at_any_step(step):
    times, flow = series(3, step)
    found = find("night_flow_m3_per_hour").compute(reading_hours=times, flow_m3_per_hour=flow)
    assert found == pytest.approx(4.0)


def test_one_low_quarter_of_an_hour_does_not_decide():
    times, flow = series(1, 0.25)
    flow[times == 3.0] = 0.0
    compute = find("night_flow_m3_per_hour").compute
    assert compute(reading_hours=times, flow_m3_per_hour=flow) == 3.0
    assert compute(reading_hours=times, flow_m3_per_hour=flow, averaging_hours=0.25) == 0.0


def test_one_odd_night_does_not_decide():
    times, flow = series(3, 1.0)
    flow[24:48] = 50
    assert find("night_flow_m3_per_hour").compute(reading_hours=times, flow_m3_per_hour=flow) == 4.0


def test_every_night_counts():
    times, flow = series(3, 1.0)
    flow[:24], flow[24:48], flow[48:] = 4, 8, 6
    assert find("night_flow_m3_per_hour").compute(reading_hours=times, flow_m3_per_hour=flow) == 6.0


def test_low_flow_by_day_is_no_night_flow():
    times, flow = series(2, 1.0)
    flow[times % 24 == 14] = 0.0
    assert find("night_flow_m3_per_hour").compute(reading_hours=times, flow_m3_per_hour=flow) == 4.0


def test_a_gap_breaks_only_the_means_that_it_touches():
    times, flow = series(1, 0.25)
    flow[times == 3.5] = 0.0
    kept = times != 3.25
    found = find("night_flow_m3_per_hour").compute(reading_hours=times[kept], flow_m3_per_hour=flow[kept])
    assert found == 4.0


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"reading_hours": [0, 1, 1, 3]}, "order of time"),
        ({"reading_hours": [0, 1, 2.3, 3]}, "whole number"),
        ({"reading_hours": [8, 9, 10, 11]}, "no night"),
        ({"averaging_hours": 0.5}, "averaging_hours"),
        ({"night_start_hours": 4}, "night_start_hours"),
        ({"flow_m3_per_hour": [1, 2, 3]}, "reading_hours"),
    ],
)
def test_a_series_that_tells_no_night_flow_is_refused(change, named):
    inputs = {"reading_hours": [0, 1, 2, 3], "flow_m3_per_hour": [9, 7, 5, 4], **change}
    with pytest.raises(BadArgument, match=named):
        find("night_flow_m3_per_hour").compute(**inputs)


def test_from_the_meter_to_the_saving():
    def compute(name, **inputs):
        return find(name).compute(**inputs)

    use = compute("legitimate_night_use_m3_per_hour", served_persons=5000, large_users_m3_per_hour=1)
    leakage = compute("leakage_m3_per_day", night_flow_m3_per_hour=14, night_use_m3_per_hour=use)
    assert (use, leakage) == (4, 240)
    water = compute(
        "saved_water_m3",
        reference_leakage_m3_per_day=leakage,
        leakage_m3_per_day=140,
        compared_days=10,
    )
    energy = compute("saved_water_energy_kwh", saved_water_m3=water, water_energy_kwh_per_m3=0.5)
    ghg = compute(
        "water_saving_ghg_kg", saved_water_m3=water, water_energy_kwh_per_m3=0.5, grid_ghg_kg_per_kwh=0.4
    )
    assert (water, energy, ghg) == (1000, 500, pytest.approx(200))


def test_more_use_than_flow_is_refused():
    with pytest.raises(BadArgument, match="night_use_m3_per_hour"):
        find("leakage_m3_per_day").compute(night_flow_m3_per_hour=3, night_use_m3_per_hour=4)


def test_leakage_follows_pressure():
    factor = find("night_day_hours_per_day")
    assert factor.compute(pressure_m=[50] * 24, night_pressure_m=50) == 24
    low = [25] * 24
    assert factor.compute(pressure_m=low, night_pressure_m=50, exponent_ratio=0.5) == pytest.approx(
        24 / 2**0.5
    )
    with pytest.raises(BadArgument, match="24 hours"):
        factor.compute(pressure_m=[50] * 23, night_pressure_m=50)


@pytest.mark.parametrize(("flow", "verdict"), [(13.5, "no sign"), (15, "likely leak")])
def test_a_sign_of_a_leak(flow, verdict):
    nights = [10, 11, 10, 9, 10, 11, 10, 9]  # median 10, absolute deviations with median 0.5
    limit = 10 + 3 * 1.4826 * 0.5
    assert limit == pytest.approx(12.2239)
    found = find("leak_sign_verdict")
    assert found.compute(earlier_flow_m3_per_hour=nights, new_flow_m3_per_hour=12.2) == "no sign"
    assert found.compute(earlier_flow_m3_per_hour=nights, new_flow_m3_per_hour=12.3) == "likely leak"
    expected = found.compute(earlier_flow_m3_per_hour=nights, new_flow_m3_per_hour=flow, threshold_ratio=5)
    assert expected == verdict
    with pytest.raises(BadArgument, match="seven nights"):
        found.compute(earlier_flow_m3_per_hour=nights[:6], new_flow_m3_per_hour=1)


def test_night_flow_from_times_with_dates():
    begin = datetime(2025, 3, 1, 20, tzinfo=UTC)
    times = [begin + timedelta(minutes=15 * quarter) for quarter in range(60)]
    flow = [3.0 if 2 <= time.hour < 4 else 9.0 for time in times]
    hours = reading_hours(times)
    assert (hours[0], hours[-1]) == (20.0, 34.75)
    assert find("night_flow_m3_per_hour").compute(reading_hours=hours, flow_m3_per_hour=flow) == 3.0


def test_times_with_and_without_a_zone_are_not_mixed():
    with pytest.raises(BadArgument, match="zone"):
        reading_hours([datetime(2025, 3, 1, tzinfo=UTC), datetime(2025, 3, 1)])  # noqa: DTZ001
    with pytest.raises(BadArgument, match="one reading"):
        reading_hours([])
