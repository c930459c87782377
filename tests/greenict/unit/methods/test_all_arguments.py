"""Formulas with every argument away from its default and from 1, against arithmetic done by hand.

The worked examples leave optional arguments out, so that a wrong sign there would not show.
"""

from __future__ import annotations

from math import exp

import pytest

from greenict.methods.catalogue import find

CASES = [
    (
        "device_use_ghg_kg",
        {
            "annual_energy_kwh_per_year": 30,
            "lifetime_years": 5,
            "grid_ghg_kg_per_kwh": 0.4,
            "quantity_pieces": 2,
            "pue_ratio": 1.5,
        },
        180.0,
    ),
    (
        "device_ghg_kg_per_year",
        {
            "embodied_ghg_kg": 200,
            "lifetime_years": 4,
            "annual_energy_kwh_per_year": 30,
            "grid_ghg_kg_per_kwh": 0.5,
            "quantity_pieces": 3,
            "pue_ratio": 1.2,
        },
        3 * (50 + 18),
    ),
    (
        "pcr_stage_ghg_kg_per_year",
        {"quantity_pieces": 2, "stage_ghg_kg_per_piece": 100, "lifetime_years": 4, "utilisation_share": 0.8},
        40.0,
    ),
    (
        "device_intensity_ghg_g_per_s",
        {
            "production_ghg_kg": 73,
            "lifetime_years": 2,
            "use_hours_per_day": 5,
            "use_phase_ghg_kg_per_year": 36.5,
        },
        73_000 / (365 * 5 * 3600),
    ),
    (
        "cpu_production_adp_kg",
        {"cpus_pieces": 2, "cores_pieces": 1000, "die_mm2_per_piece": 1000},
        2 * (0.0204 + 0.00587),
    ),
    (
        "circular_material_ghg_kg",
        {
            "virgin_ghg_kg": 10,
            "recycled_ghg_kg": 4,
            "recycling_ghg_kg": 3,
            "avoided_ghg_kg": 8,
            "disposal_ghg_kg": 2,
            "recycled_content_share": 0.4,
            "recycled_end_share": 0.5,
            "energy_recovery_share": 0.3,
            "allocation_ratio": 0.2,
            "quality_in_ratio": 0.9,
            "quality_out_ratio": 0.75,
        },
        6.0 + 0.4 * (0.8 + 7.2) + 0.8 * 0.5 * (3 - 6) + 0.2 * 2,
    ),
    (
        "refrigerant_balance_ghg_kg",
        {
            "gas": "HFC32",
            "opening_stock_kg": 20,
            "purchased_kg": 30,
            "closing_stock_kg": 10,
            "returned_kg": 5,
            "capacity_increase_kg": 15,
            "gwp_set": "AR5 GWP100",
        },
        20 * 677,
    ),
    (
        "use_energy_kwh",
        {"annual_energy_kwh_per_year": 30, "lifetime_years": 5, "quantity_pieces": 2, "pue_ratio": 1.5},
        450.0,
    ),
    ("electricity_ghg_kg", {"used_energy_kwh": 100, "grid_ghg_kg_per_kwh": 0.4, "pue_ratio": 1.5}, 60.0),
    (
        "device_use_ghg_g",
        {"active_power_w": 50, "duration_hours": 4, "grid_ghg_g_per_kwh": 100, "quantity_pieces": 3},
        60.0,
    ),
    (
        "cloud_compute_energy_kwh",
        {
            "used_vcpu_hours": 100,
            "utilisation_percent": 50,
            "idle_power_w_per_vcpu": 1,
            "full_power_w_per_vcpu": 3,
            "pue_ratio": 1.5,
            "replication_ratio": 3,
        },
        0.9,
    ),
    (
        "cloud_storage_energy_kwh",
        {
            "stored_tb_hours": 1000,
            "storage_power_wh_per_tb_hour": 1.2,
            "pue_ratio": 1.5,
            "replication_ratio": 3,
        },
        5.4,
    ),
    (
        "llm_request_energy_kwh",
        {
            "active_billion_parameters": 70,
            "answer_tokens": 300,
            "latency_s": 36,
            "pue_ratio": 1.2,
            "gpus_pieces": 4,
            "batch_pieces": 10,
            "server_power_kw": 2,
            "server_gpus_pieces": 8,
        },
        1.2
        * (
            0.01 * 2 * 4 / 8 / 10
            + 300
            * 4
            * (1.1665273170451914e-06 * exp(-0.11205921025579175) * 70 + 4.052928146734005e-05)
            / 1000
        ),
    ),
    (
        "web_use_ghg_g",
        {
            "transferred_data_gb": 2,
            "data_centre_grid_ghg_g_per_kwh": 100,
            "network_grid_ghg_g_per_kwh": 200,
            "device_grid_ghg_g_per_kwh": 300,
            "green_hosting_share": 0.4,
        },
        2 * (5.5 * 0.6 + 11.8 + 24),
    ),
    (
        "network_period_ghg_kg",
        {
            "equipment_pieces": [10, 2],
            "embodied_ghg_kg_per_piece": [100, 1000],
            "lifetime_years": [5, 10],
            "period_energy_kwh_per_piece": [50, 500],
            "grid_ghg_kg_per_kwh": 0.5,
            "period_years": 0.5,
            "operator_ghg_kg": 50,
        },
        10 * (10 + 25) + 2 * (50 + 250) + 50,
    ),
    (
        "mci_ratio",
        {
            "recycled_feedstock_share": 0.3,
            "reused_feedstock_share": 0.1,
            "recycling_collected_share": 0.4,
            "reuse_collected_share": 0.2,
            "collected_efficiency_ratio": 0.8,
            "feedstock_efficiency_ratio": 0.6,
            "utility_ratio": 1.2,
        },
        1 - (0.6 + 0.4 + (0.2 + 0.08) / 2) / (2 + (0.2 - 0.08) / 2) * 0.9 / 1.2,
    ),
]


@pytest.mark.parametrize(("method", "inputs", "expected"), CASES, ids=[case[0] for case in CASES])
def test_value(method, inputs, expected):
    formula = find(method)
    assert set(inputs) == {argument.name for argument in formula.arguments}
    assert formula.compute(**inputs) == pytest.approx(expected, rel=1e-12)
