"""One answer of a language model, and a whole cloud workload, against arithmetic done by hand."""

from __future__ import annotations

import pytest

from greenict.errors import BadArgument
from greenict.methods.catalogue import find


def of(name, **inputs):
    return find(name).compute(**inputs)


@pytest.mark.parametrize(("size", "gpus"), [(7.3, 1), (33, 1), (34, 2), (70, 4), (400, 16)])
def test_processors_go_up_in_powers_of_two(size, gpus):
    assert of("llm_gpus_pieces", total_billion_parameters=size) == gpus


def test_fewer_bits_take_fewer_processors():
    assert of("llm_gpus_pieces", total_billion_parameters=70, weight_bits=4, gpu_memory_gb=40) == 2


def test_latency_by_hand():
    per_token = 0.0006785088094353663 * 10 + 0.0003119310311688259 * 8 + 0.019473717579473387
    value = of("llm_answer_latency_s", active_billion_parameters=10, answer_tokens=50, batch_pieces=8)
    assert value == pytest.approx(50 * per_token, rel=1e-12)


def test_water_takes_the_pue_once():
    value = of(
        "llm_request_water_l",
        request_energy_kwh=1.5,
        pue_ratio=1.5,
        site_water_l_per_kwh=2,
        electricity_water_l_per_kwh=4,
    )
    assert value == pytest.approx(1 * 2 + 1.5 * 4, rel=1e-12)


def test_the_whole_answer_is_its_parts():
    inputs = {"active_billion_parameters": 40, "answer_tokens": 300}
    seconds = of("llm_answer_latency_s", **inputs)
    gpus = of("llm_gpus_pieces", total_billion_parameters=140)
    energy = of("llm_request_energy_kwh", **inputs, latency_s=seconds, pue_ratio=1.2, gpus_pieces=gpus)
    made = of("llm_request_embodied_ghg_kg", latency_s=seconds, gpus_pieces=gpus)
    used = of("llm_request_use_ghg_kg", request_energy_kwh=energy, grid_ghg_kg_per_kwh=0.4)
    whole = of(
        "llm_request_ghg_kg", **inputs, total_billion_parameters=140, pue_ratio=1.2, grid_ghg_kg_per_kwh=0.4
    )
    assert whole == pytest.approx(used + made, rel=1e-12)


def test_a_longer_measured_time_than_the_fit_changes_nothing():
    inputs = {
        "active_billion_parameters": 7,
        "total_billion_parameters": 7,
        "answer_tokens": 100,
        "pue_ratio": 1.2,
        "grid_ghg_kg_per_kwh": 0.4,
    }
    assert of("llm_request_ghg_kg", **inputs, latency_s=1e6) == of("llm_request_ghg_kg", **inputs)
    assert of("llm_request_ghg_kg", **inputs, latency_s=0) < of("llm_request_ghg_kg", **inputs)


def test_more_active_than_all_parameters_is_refused():
    with pytest.raises(BadArgument, match="active_billion_parameters"):
        of(
            "llm_request_ghg_kg",
            active_billion_parameters=8,
            total_billion_parameters=7,
            answer_tokens=1,
            pue_ratio=1.2,
            grid_ghg_kg_per_kwh=0.4,
        )


def test_a_cloud_workload_is_the_sum_of_its_parts():
    value = of(
        "cloud_ghg_kg",
        compute_energy_kwh=1,
        memory_energy_kwh=2,
        storage_energy_kwh=3,
        network_energy_kwh=4,
        embodied_ghg_kg=5,
        grid_ghg_kg_per_kwh=0.25,
    )
    assert value == pytest.approx(7.5)
