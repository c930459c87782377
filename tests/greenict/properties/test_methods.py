"""What holds for every method, and for families of them."""

from __future__ import annotations

import doctest
import importlib

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from greenict.errors import GreenictError
from greenict.methods.arguments import Kind
from greenict.methods.catalogue import TOPICS, catalogue, find
from greenict.units import unit_of

METHODS = list(catalogue().values())
WITH_COLUMNS = [method for method in METHODS if method.takes_columns]
by_id = pytest.mark.parametrize("method", METHODS, ids=lambda method: method.id)


@by_id
def test_every_name_ends_in_its_unit(method):
    assert unit_of(method.id).symbol == method.unit
    for argument in method.arguments:
        if argument.kind not in {Kind.TEXT, Kind.DATE}:
            assert unit_of(argument.name).symbol == argument.unit


@by_id
def test_every_method_is_fully_declared(method):
    for field in ("title", "quantity", "unit", "equation", "validity", "refusals", "source", "status"):
        assert getattr(method, field), field
    assert all(argument.unit and argument.meaning for argument in method.arguments)
    assert method.topic in TOPICS


@by_id
def test_the_worked_example_computes(method):
    value = method.compute(**method.example.inputs)
    assert isinstance(value, str) or np.isfinite(value)


@by_id
def test_defaults_keep_their_own_bounds(method):
    for argument in method.arguments:
        if argument.default is not None:
            assert argument.read(argument.default) == argument.default


@pytest.mark.parametrize("method", WITH_COLUMNS, ids=lambda method: method.id)
def test_a_number_and_a_column_agree(method):
    inputs = method.read(method.example.inputs)
    numbers = {argument.name for argument in method.arguments if argument.kind is Kind.NUMBER}
    columns = {
        name: np.full(3, value) if name in numbers and value is not None else value
        for name, value in inputs.items()
    }
    np.testing.assert_allclose(method.compute(**columns), np.full(3, method.compute(**inputs)), rtol=1e-13)


@by_id
@pytest.mark.parametrize("bad", [float("nan"), float("inf"), float("-inf"), "12 kWh", None, True, [], {}])
def test_no_bad_number_passes(method, bad):
    inputs = method.read(method.example.inputs)
    for argument in method.arguments:
        if argument.kind is Kind.NUMBER and (argument.required or bad is not None):
            with pytest.raises(GreenictError, match=argument.name):
                method.compute(**{**inputs, argument.name: bad})


@by_id
def test_what_lies_outside_a_bound_is_refused(method):
    inputs = method.read(method.example.inputs)
    for argument in method.arguments:
        outside = [argument.bound.lower - 1, argument.bound.upper + 1]
        for value in (one for one in outside if argument.kind is Kind.NUMBER and np.isfinite(one)):
            with pytest.raises(GreenictError, match=argument.name):
                method.compute(**{**inputs, argument.name: value})


@settings(max_examples=300, deadline=None)
@given(data=st.data())
def test_any_numbers_end_in_a_finite_value_or_a_clear_refusal(data):
    method = data.draw(st.sampled_from(METHODS))
    inputs = method.read(method.example.inputs)
    for argument in method.arguments:
        if argument.kind is Kind.NUMBER:
            inputs[argument.name] = data.draw(st.floats() | st.sampled_from([0.0, 1.0, 1e300, 5e-324]))
    try:
        value = method.compute(**inputs)
    except GreenictError:
        return
    assert isinstance(value, str) or np.isfinite(value)


@pytest.mark.parametrize("topic", TOPICS)
def test_doctests_run(topic):
    found = doctest.testmod(importlib.import_module(f"greenict.methods.{topic}"))
    assert found.attempted
    assert not found.failed


@pytest.mark.parametrize(
    ("method", "doubled"),
    [
        ("device_use_ghg_kg", "annual_energy_kwh_per_year"),
        ("device_use_ghg_kg", "quantity_pieces"),
        ("electricity_ghg_kg", "used_energy_kwh"),
        ("use_energy_kwh", "lifetime_years"),
        ("device_use_ghg_g", "duration_hours"),
        ("cloud_compute_energy_kwh", "used_vcpu_hours"),
        ("scope1_fuel_ghg_kg", "fuel_energy_kwh"),
        ("web_ghg_g", "transferred_data_gb"),
    ],
)
def test_twice_the_use_is_twice_the_operation(method, doubled):
    formula = find(method)
    inputs = formula.read(formula.example.inputs)
    twice = {**inputs, doubled: 2 * inputs[doubled]}
    assert formula.compute(**twice) == pytest.approx(2 * formula.compute(**inputs), rel=1e-12)


@pytest.mark.parametrize("criterion", ["ghg_kg", "adp_kg", "primary_energy_mj"])
@pytest.mark.parametrize("case", ["case_rack", "case_blade"])
def test_the_parts_of_a_server_add_up_to_the_whole(criterion, case):
    def made(kind, **inputs):
        return find(f"{kind}_production_{criterion}").compute(**inputs)

    parts = [
        made("cpu", cpus_pieces=2, cores_pieces=24, die_mm2_per_piece=24.5),
        made("memory", capacity_gb=32, density_gb_per_cm2=1.79, modules_pieces=12),
        made("ssd", capacity_gb=400, density_gb_per_cm2=50.6, modules_pieces=4),
        made("server_part", part="hdd", parts_pieces=3),
        made("power_supply", mass_kg_per_piece=2.5, supplies_pieces=2),
        made("server_part", part="motherboard"),
        made("server_part", part="assembly"),
        made("blade_case") if case == "case_blade" else made("server_part", part="case_rack"),
    ]
    whole = made(
        "server",
        cpus_pieces=2,
        cores_pieces=24,
        die_mm2_per_piece=24.5,
        memory_modules_pieces=12,
        memory_capacity_gb=32,
        memory_density_gb_per_cm2=1.79,
        ssds_pieces=4,
        ssd_capacity_gb=400,
        hdds_pieces=3,
        supply_mass_kg_per_piece=2.5,
        case=case,
    )
    assert whole == pytest.approx(sum(parts), rel=1e-12)


lifetimes = st.tuples(st.floats(0.5, 4.0), st.floats(1.0, 30.0))


@settings(max_examples=60, deadline=None)
@given(lifetimes, st.integers(1, 80))
def test_conserving_shares_sum_to_the_cumulative_distribution(lifetime, years):
    shape, scale = lifetime
    total = find("discarded_in_all_years_share").compute(
        shape_ratio=shape, scale_years=scale, span_years=years, discretisation="conserving"
    )
    until = find("discarded_by_age_share").compute(age_years=years, shape_ratio=shape, scale_years=scale)
    assert total == pytest.approx(until, abs=1e-12)


@settings(max_examples=60, deadline=None)
@given(lifetimes, st.lists(st.floats(0, 1e6), min_size=1, max_size=30))
def test_conserving_discards_and_stock_keep_the_mass(lifetime, placed):
    shape, scale = lifetime
    rest = {"shape_ratio": shape, "scale_years": scale, "discretisation": "conserving"}
    discarded = [
        find("waste_generated_t").compute(placed_t=placed[: year + 1], **rest) for year in range(len(placed))
    ]
    stock = find("in_use_t").compute(placed_t=placed, **rest)
    assert sum(discarded) + stock == pytest.approx(sum(placed), rel=1e-9, abs=1e-6)


@settings(max_examples=60, deadline=None)
@given(lifetimes, st.lists(st.floats(0, 1e6), min_size=1, max_size=20))
def test_midpoint_keeps_the_mass_too_and_never_leaves_a_negative_stock(lifetime, placed):
    shape, scale = lifetime
    rest = {"shape_ratio": shape, "scale_years": scale, "discretisation": "midpoint"}
    discarded = [
        find("waste_generated_t").compute(placed_t=placed[: year + 1], **rest) for year in range(len(placed))
    ]
    stock = find("in_use_t").compute(placed_t=placed, **rest)
    assert stock >= 0
    assert sum(discarded) + stock == pytest.approx(sum(placed), rel=1e-9, abs=1e-6)


def test_the_weighted_mean_of_pue_is_not_the_pue_of_the_sums():
    energy, it_energy = [12e6, 15e6, 11e6], [10e6, 10e6, 8e6]
    pues = [whole / it for whole, it in zip(energy, it_energy, strict=True)]
    mean = find("weighted_pue_ratio").compute(centre_pue_ratio=pues, centre_energy_kwh=energy)
    combined = find("combined_pue_ratio").compute(centre_energy_kwh=energy, centre_it_energy_kwh=it_energy)
    assert mean == pytest.approx(sum(e * p for e, p in zip(energy, pues, strict=True)) / sum(energy))
    assert combined == pytest.approx(38 / 28)
    assert mean > combined
