"""Network equipment by class, mobile networks, and the comparison inside one class."""

from __future__ import annotations

import numpy as np
import pytest

from greenict.errors import BadArgument, UnknownName
from greenict.methods.catalogue import find
from greenict.methods.comparison import Measured, compare
from greenict.methods.facts import fact_rows

LOADS = {"0": 0.0, "30": 30.0, "100": 100.0}
POWER = {"0": 700.0, "30": 800.0, "100": 1000.0}


def test_the_class_gives_the_weights_where_none_are_supplied():
    eer = find("class_eer_gbps_per_w")
    inputs = {"load_throughput_gbps": LOADS, "load_power_w": POWER}
    by_list = find("weighted_eer_gbps_per_w").compute(
        load_weight_share=[0.1, 0.8, 0.1], load_throughput_gbps=[0, 30, 100], load_power_w=[700, 800, 1000]
    )
    assert eer.compute(equipment_class="core", **inputs) == pytest.approx(by_list)
    own = {"load_weight_share": {"0": 0, "30": 0, "100": 1}, **inputs}
    assert eer.compute(equipment_class="satellite", weights_from="own weights", **own) == pytest.approx(0.1)
    with pytest.raises(BadArgument, match="give 'own weights'"):
        eer.compute(equipment_class="core", **own)
    with pytest.raises(BadArgument, match="load_weight_share too"):
        eer.compute(equipment_class="core", weights_from="own weights", **inputs)


def test_weights_from_background_are_named_as_such():
    eer = find("class_eer_gbps_per_w")
    (choice,) = [argument for argument in eer.arguments if argument.name == "weights_from"]
    assert "to be supplied from the Recommendation" in eer.source_of_default(choice)


def test_the_order_and_spelling_of_loads_do_not_matter():
    eer = find("class_eer_gbps_per_w")
    turned = {f"{float(load):.1f}": value for load, value in reversed(POWER.items())}
    straight = eer.compute(equipment_class="edge", load_throughput_gbps=LOADS, load_power_w=POWER)
    assert eer.compute(equipment_class="edge", load_throughput_gbps=LOADS, load_power_w=turned) == straight


def test_what_a_class_needs_is_said():
    eer = find("class_eer_gbps_per_w")
    with pytest.raises(BadArgument, match="loads 0, 10, 100 %"):
        eer.compute(equipment_class="access", load_throughput_gbps=LOADS, load_power_w=POWER)
    with pytest.raises(BadArgument, match=r"supply them from ITU-T L\.1310"):
        eer.compute(equipment_class="transport", load_throughput_gbps=LOADS, load_power_w=POWER)
    with pytest.raises(UnknownName, match="core"):
        eer.compute(equipment_class="cores", load_throughput_gbps=LOADS, load_power_w=POWER)
    with pytest.raises(BadArgument, match="per cent"):
        eer.compute(equipment_class="core", load_throughput_gbps=LOADS, load_power_w={"idle": 5})


def test_the_weights_of_every_class_say_what_they_are():
    rows = fact_rows("l1310_weights.csv")
    assert {row["note"] for row in rows} == {"to be supplied from the Recommendation"}
    for name in ("access", "edge", "core"):
        shares = [float(row["weight_share"]) for row in rows if row["equipment_class"] == name]
        assert sum(shares) == pytest.approx(1)


def test_states_of_a_port():
    with pytest.raises(BadArgument, match="state_share"):
        find("state_port_power_w_per_port").compute(
            state_power_w={"full": 4}, state_share={"full": 0.5}, served_ports=1
        )


def test_a_small_device_idles_below_full_load():
    with pytest.raises(BadArgument, match="idle_power_w"):
        find("small_device_eer_mbps_per_w").compute(
            idle_power_w=11, full_power_w=10, full_throughput_mbps=1000, idle_weight_share=0.5
        )


def test_dynamic_efficiency_is_no_mean_of_levels():
    found = find("base_station_dynamic_bits_per_j").compute(
        level_data_bits=[1000, 9000], level_energy_j=[1, 3]
    )
    assert found == 2500.0


def test_rank_shares_the_better_place():
    ranks = {"core: A": 0.05, "core: B": 0.05, "Core: C": 0.01}
    rank = find("rank_in_class_index")
    assert rank.compute(device="core: B", device_efficiency_score=ranks) == 1
    assert rank.compute(device="Core: C", device_efficiency_score=ranks) == 3


def test_rank_across_classes_is_refused():
    rank = find("rank_in_class_index")
    with pytest.raises(BadArgument, match="one class only"):
        rank.compute(device="core: A", device_efficiency_score={"core: A": 1, "edge: B": 2})
    with pytest.raises(BadArgument, match="class: device"):
        rank.compute(device="A", device_efficiency_score={"A": 1})
    with pytest.raises(UnknownName, match="core: D"):
        rank.compute(device="core: D", device_efficiency_score={"core: A": 1})


ROWS = [
    Measured("A", "core", "EER", 0.04),
    Measured("B", "core", "EER", 0.08),
    Measured("C", "core", "EER", 0.08),
    Measured("D", "gateway", "W", 6.0, higher_is_better=False),
    Measured("E", "gateway", "W", 12.0, higher_is_better=False),
]


def test_devices_are_placed_inside_a_class():
    assert [(each.device, each.rank, each.part_of_best_share) for each in compare(ROWS, "core")] == [
        ("B", 1, 1.0),
        ("C", 1, 1.0),
        ("A", 3, 0.5),
    ]
    assert [(each.device, each.part_of_best_share) for each in compare(ROWS, "gateway")] == [
        ("D", 1.0),
        ("E", 0.5),
    ]


@pytest.mark.parametrize(
    ("rows", "named"),
    [
        (ROWS, "one class only"),
        ([], "no row"),
        ([ROWS[0], Measured("F", "core", "TEER", 1.0)], "one metric"),
        ([ROWS[0], ROWS[0]], "once"),
        ([ROWS[0], Measured("F", "core", "EER", 0.0)], "above 0"),
    ],
)
def test_a_comparison_that_has_no_common_order_is_refused(rows, named):
    with pytest.raises(BadArgument, match=named):
        compare(rows)


@pytest.mark.parametrize(
    ("density", "name"),
    [
        (20_001, "dense urban"),
        (20_000, "urban"),
        (2000, "suburban"),
        (375, "rural"),
        (120, "unlimited"),
        (0, "unlimited"),
    ],
)
def test_demography_classes(density, name):
    assert find("demography_class").compute(density_persons_per_km2=density) == name


def test_a_class_without_a_sample_is_refused():
    whole = find("whole_network_bits_per_j")
    with pytest.raises(BadArgument, match="rural"):
        whole.compute(class_share={"urban": 0.5, "rural": 0.5}, class_efficiency_bits_per_j={"urban": 5})
    with pytest.raises(BadArgument, match="class_share"):
        whole.compute(class_share={"urban": 0.5}, class_efficiency_bits_per_j={"urban": 5})


def test_ncie_both_ways():
    data_bits, energy_kwh, factor = 8e15, 1e6, 0.4
    efficiency = find("mobile_data_efficiency_bits_per_j").compute(
        carried_data_bits=data_bits, network_energy_j=energy_kwh * 3.6e6
    )
    direct = find("ncie_ghg_kg_per_tb").compute(
        source_energy_kwh={"grid": energy_kwh},
        source_ghg_kg_per_kwh={"grid": factor},
        traffic_tb=data_bits / 8e12,
    )
    linked = find("ncie_by_efficiency_ghg_kg_per_tb").compute(
        energy_ghg_kg_per_kwh=factor, data_efficiency_bits_per_j=efficiency
    )
    assert linked == pytest.approx(direct, rel=1e-12)


def test_site_efficiency_by_parts_is_that_of_the_whole():
    whole = find("site_efficiency_percent").compute(telecom_energy_kwh=12, site_energy_kwh=16)
    parts = find("site_efficiency_by_parts_percent").compute(
        telecom_energy_kwh=12, support_energy_kwh={"cooling": 3, "cables": 1}
    )
    assert parts == pytest.approx(whole)


def test_a_site_with_more_equipment_than_energy_is_refused():
    with pytest.raises(BadArgument, match=r"telecom_energy_kwh = \[6\.0\]"):
        find("sites_efficiency_percent").compute(telecom_energy_kwh=[1, 6], site_energy_kwh=[2, 5])


def test_a_year_needs_a_week():
    with pytest.raises(BadArgument, match="period_days"):
        find("yearly_network_energy_kwh_per_year").compute(period_energy_kwh=1, period_days=6.9)


def test_power_of_a_station_rises_in_a_line():
    power = find("base_station_load_power_w").compute(
        transceivers_pieces=6,
        idle_power_w_per_piece=130,
        slope_ratio=4.7,
        peak_output_w_per_piece=20,
        load_share=np.array([0, 0.5, 1]),
    )
    assert np.diff(power) == pytest.approx([6 * 47, 6 * 47])
    assert power[0] == 780
